package fr.monespacesante.vault;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import java.time.Clock;
import java.util.List;

/// The key goes first: from then on what is left of the space is noise, even to us.
final class VaultErasure implements ErasureStep {
    private final SpaceKeys keys;
    private final ErasedList list;
    private final Clock clock;

    VaultErasure(SpaceKeys keys, ErasedList list, Clock clock) {
        this.keys = keys;
        this.list = list;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String name() {
        return "key";
    }

    @Override
    public List<String> tables() {
        return List.of("vault.space_key", "vault.archived_key");
    }

    @Override
    public void erase(SpaceId space) {
        keys.destroy(space);
        list.add(space, clock.instant());
    }
}
