package fr.monespacesante.takeout;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceRows;
import java.util.List;
import org.springframework.stereotype.Component;

/// The copies that were asked for; their files go with the other blobs.
@Component
final class TakeoutErasure implements ErasureStep {
    private final SpaceRows rows;

    TakeoutErasure(SpaceRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public List<String> tables() {
        return List.of("takeout.copy");
    }

    @Override
    public void erase(SpaceId space) {
        rows.remove(space, tables());
    }
}
