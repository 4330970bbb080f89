package fr.monespacesante.audit;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The history of the space, the ends of its chain, and the lines of what others did in it. The database lets nobody
/// do so while a key of the space is left.
final class AuditErasure implements ErasureStep {
    private final JdbcClient database;

    AuditErasure(JdbcClient database) {
        this.database = database;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public List<String> tables() {
        return List.of("audit.trace", "audit.head", "audit.anchor", "audit.activity");
    }

    @Override
    public void erase(SpaceId space) {
        database.sql("select 1 from (select audit.erase(:space)) done")
                .param("space", space.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }
}
