package fr.monespacesante.courier;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/// Brings letters of one channel out of the service. When it throws, none of the load counts as gone.
interface Carrier {
    Channel channel();

    /// How many letters at most it takes at once.
    int load();

    void carry(List<Parcel> parcels) throws IOException;

    /// A letter and its number, by which a receiver can tell that it came twice.
    record Parcel(UUID id, Letter letter) {}
}
