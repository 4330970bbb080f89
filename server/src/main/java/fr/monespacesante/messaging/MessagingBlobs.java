package fr.monespacesante.messaging;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.NamedBlobs;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The bytes of messages and of the files of drafts: the sweep leaves them.
final class MessagingBlobs implements NamedBlobs {
    private final JdbcClient database;

    MessagingBlobs(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<UUID> of(SpaceId space) {
        return new HashSet<>(database.sql("""
                        select blob from messaging.message where space_id = :space
                        union all select id from messaging.draft_file where space_id = :space
                        """)
                .param("space", space.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }
}
