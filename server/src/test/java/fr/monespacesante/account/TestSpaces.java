package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Spaces of the cast, put straight into the directory, for tests that begin where a space is there already.
public final class TestSpaces {
    public static final Person CLAIRE = new Person(
            Ins.of("284053155512379"),
            InsAuthority.TEST,
            "DURAND",
            List.of("Claire", "Sophie", "Marie"),
            "MARTIN-DURAND",
            "Claire",
            Sex.FEMALE,
            LocalDate.of(1984, 5, 12),
            "31555");
    public static final Person MARCEL = new Person(
            Ins.of("146024315704557"),
            InsAuthority.TEST,
            "BESSON",
            List.of("Marcel"),
            "BESSON",
            "Marcel",
            Sex.MALE,
            LocalDate.of(1946, 2, 3),
            "43157");

    private final JdbcClient database;
    private final Directory directory;

    public TestSpaces(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    public Spaces spaces() {
        return new Spaces(database, directory, Clock.systemUTC());
    }

    public Mandates mandates(DataSource source) {
        return new Mandates(new JdbcTemplate(source), directory, spaces());
    }

    public void add(SpaceId id, Person person, SpaceState state) {
        database.sql("""
                        insert into account.space (space_id, ins_hash, state, department, invited_at, opens_at, opposed_at,
                                                   opened_at, activated_at, closed_at, version, sealed)
                        values (:id, :hash, :state, '31', now(), now(), now(), now(), now(), now(), 1, :sealed)
                        """)
                .param("id", id.value())
                .param("hash", spaces().hash(person.ins()))
                .param("state", state.name())
                .param("sealed", directory.seal(Spaces.place(id.value(), 1), person))
                .update();
    }
}
