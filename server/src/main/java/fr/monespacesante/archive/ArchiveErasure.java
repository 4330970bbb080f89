package fr.monespacesante.archive;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceRows;
import java.util.List;
import org.springframework.stereotype.Component;

/// Requests for the space; that they were made stays in the agents' journal.
@Component
final class ArchiveErasure implements ErasureStep {
    private final SpaceRows rows;

    ArchiveErasure(SpaceRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String name() {
        return "archivists";
    }

    @Override
    public List<String> tables() {
        return List.of("archive.request");
    }

    @Override
    public void erase(SpaceId space) {
        rows.remove(space, tables());
    }
}
