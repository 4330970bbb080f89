package fr.monespacesante.access;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceRows;
import java.util.List;

/// Who might see what, and what had happened to the account.
final class AccessErasure implements ErasureStep {
    private final SpaceRows rows;

    AccessErasure(SpaceRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String name() {
        return "rights";
    }

    @Override
    public List<String> tables() {
        return List.of("access.rights", "access.account_event");
    }

    @Override
    public void erase(SpaceId space) {
        rows.remove(space, tables());
    }
}
