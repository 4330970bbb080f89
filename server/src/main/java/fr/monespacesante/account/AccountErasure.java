package fr.monespacesante.account;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.SpaceRows;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was known of the person beyond her identity, her invitation, and who acted for her.
///
/// `account.space` stays, with the keyed hash of her INS, her identity sealed, and the state ERASED: it is what
/// keeps the next campaign from inviting her again, and what the trace of the act is about. `account.insured` stays as
/// an empty row for the same reason; the next line of the health insurance about her fills it, and then she may come
/// back (ADR 40).
@Component
final class AccountErasure implements ErasureStep {
    private static final List<String> WHOLE = List.of(
            "account.activation",
            "account.invitation",
            "account.mandate",
            "account.opposition",
            "account.caregiver",
            "account.to_invite");

    private final JdbcClient database;
    private final Directory directory;
    private final SpaceRows rows;

    AccountErasure(JdbcClient database, Directory directory, SpaceRows rows) {
        this.database = database;
        this.directory = directory;
        this.rows = rows;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String name() {
        return "person";
    }

    @Override
    public List<String> tables() {
        return Stream.concat(Stream.of("account.insured"), WHOLE.stream()).toList();
    }

    @Override
    public void erase(SpaceId space) {
        rows.remove(space, WHOLE);
        Insured.Details nothing = new Insured.Details("", List.of(), "", "", null, null, "", List.of());
        database.sql("select version from account.insured where space_id = :space for update")
                .param("space", space.value())
                .query((row, number) -> row.getLong("version") + 1)
                .optional()
                .ifPresent(next -> database.sql("""
                                update account.insured set version = :next, sealed = :sealed,
                                       line_hash = decode(repeat('00', 32), 'hex')
                                 where space_id = :space
                                """)
                        .param("next", next)
                        .param("sealed", directory.seal(InsuredPeople.place(space.value(), next), nothing))
                        .param("space", space.value())
                        .update());
        database.sql("update account.space set terms_version = null, terms_at = null where space_id = :space")
                .param("space", space.value())
                .update();
    }
}
