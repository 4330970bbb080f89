package fr.monespacesante.takeout;

import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.SpaceListener;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.NamedBlobs;
import java.util.Set;
import java.util.UUID;

/// What is deleted for good is deleted from copies too: one that holds it goes, in the same transaction.
final class CopyWatch implements SpaceListener, NamedBlobs {
    private final CopyRows rows;

    CopyWatch(CopyRows rows) {
        this.rows = rows;
    }

    @Override
    public void on(Visit visit, SpaceEvent event) {
        if (event instanceof SpaceEvent.DocumentDeleted
                || event instanceof SpaceEvent.DocumentsErased
                || event instanceof SpaceEvent.MessagesDeleted) {
            rows.outdated(visit.id(), visit.now());
        }
    }

    @Override
    public Set<UUID> of(SpaceId space) {
        return rows.blobs(space);
    }
}
