package fr.monespacesante.courier;

import java.io.IOException;
import java.util.List;

/// Carries a channel whose letters leave each on its own, so that one that is not taken holds up no other.
record OneByOne<L extends Letter>(Channel channel, Class<L> type, Delivery<L> delivery) implements Carrier {

    /// Hands one letter to the provider.
    @FunctionalInterface
    interface Delivery<L extends Letter> {
        void deliver(L letter) throws IOException;
    }

    @Override
    public int load() {
        return 1;
    }

    @Override
    public void carry(List<Parcel> parcels) throws IOException {
        for (Parcel parcel : parcels) {
            delivery.deliver(type.cast(parcel.letter()));
        }
    }
}
