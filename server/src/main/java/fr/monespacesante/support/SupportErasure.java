package fr.monespacesante.support;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceRows;
import java.util.List;
import org.springframework.stereotype.Component;

/// Calls, and what the support did for the person; that an agent did something stays in the agents' journal.
@Component
final class SupportErasure implements ErasureStep {
    private final SpaceRows rows;

    SupportErasure(SpaceRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 42;
    }

    @Override
    public String name() {
        return "support";
    }

    @Override
    public List<String> tables() {
        return List.of("support.call", "support.act", "support.assisted");
    }

    @Override
    public void erase(SpaceId space) {
        rows.remove(space, tables());
    }
}
