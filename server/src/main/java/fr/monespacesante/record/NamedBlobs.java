package fr.monespacesante.record;

import fr.monespacesante.kernel.SpaceId;
import java.util.Set;
import java.util.UUID;

/// Blobs of a space that no document names and that are wanted all the same: the sweep leaves them.
public interface NamedBlobs {
    Set<UUID> of(SpaceId space);
}
