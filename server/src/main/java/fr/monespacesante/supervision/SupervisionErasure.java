package fr.monespacesante.supervision;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceRows;
import java.util.List;

/// The accesses that the holder reported.
final class SupervisionErasure implements ErasureStep {
    private final SpaceRows rows;

    SupervisionErasure(SpaceRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public List<String> tables() {
        return List.of("supervision.reported");
    }

    @Override
    public void erase(SpaceId space) {
        rows.remove(space, tables());
    }
}
