package fr.monespacesante.vault;

import fr.monespacesante.kernel.SpaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Removes all rows of one space from a module's tables, as part of an erasure, in the caller's transaction.
public final class SpaceRows {
    private final JdbcClient database;

    public SpaceRows(JdbcClient database) {
        this.database = database;
    }

    /// @param tables of the calling module, each with a column `space_id`
    public void remove(SpaceId space, List<String> tables) {
        database.sql("set local mes.space = '" + space.value() + "'").update();
        for (String table : tables) {
            database.sql("delete from " + table + " where space_id = :space")
                    .param("space", space.value())
                    .update();
        }
    }
}
