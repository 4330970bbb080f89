package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People as the health insurance announced them.
@Component
final class InsuredPeople {
    private static final String COLUMNS = """
            select s.space_id, s.state, s.version, s.sealed, i.version as details_version, i.sealed as details
              from account.space s join account.insured i using (space_id)
            """;

    private final JdbcClient database;
    private final Directory directory;
    private final Spaces spaces;

    InsuredPeople(JdbcClient database, Directory directory, Spaces spaces) {
        this.database = database;
        this.directory = directory;
        this.spaces = spaces;
    }

    record Known(UUID space, SpaceState state, Insured insured) {
        /// Compared in a time that tells nothing. Of a person whose data was erased no serial is known, and none fits.
        boolean hasSerial(String typed) {
            return !insured.details().vitaleSerial().isEmpty()
                    && MessageDigest.isEqual(
                            insured.details().vitaleSerial().getBytes(StandardCharsets.UTF_8),
                            typed.replaceAll("\\D", "").getBytes(StandardCharsets.UTF_8));
        }
    }

    Optional<Known> find(SpaceId space) {
        return database.sql(COLUMNS + " where s.space_id = :space")
                .param("space", space.value())
                .query((row, number) -> sealed(row))
                .optional()
                .map(this::known);
    }

    Optional<Known> find(Ins ins) {
        return database.sql(COLUMNS + " where s.ins_hash = :hash")
                .param("hash", spaces.hash(ins))
                .query((row, number) -> sealed(row))
                .optional()
                .map(this::known);
    }

    /// Those of them who are known, opened on all processors.
    List<Known> find(List<UUID> ids) {
        return database
                .sql(COLUMNS + " where s.space_id = any (:ids) order by s.space_id")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> sealed(row))
                .list()
                .parallelStream()
                .map(this::known)
                .toList();
    }

    /// Those of them who are known.
    List<Known> findAll(List<Ins> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : database
                        .sql(COLUMNS + " where s.ins_hash = any (:hashes)")
                        .param("hashes", numbers.stream().map(spaces::hash).toArray(byte[][]::new))
                        .query((row, number) -> sealed(row))
                        .list()
                        .parallelStream()
                        .map(this::known)
                        .toList();
    }

    static Place place(UUID space, long version) {
        return new Place("account.insured", space, version);
    }

    private record Sealed(
            UUID space, SpaceState state, long version, byte[] person, long detailsVersion, byte[] details) {}

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                row.getObject("space_id", UUID.class),
                SpaceState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getBytes("sealed"),
                row.getLong("details_version"),
                row.getBytes("details"));
    }

    private Known known(Sealed row) {
        Person person = directory.open(Spaces.place(row.space(), row.version()), row.person(), Person.class);
        Insured.Details details =
                directory.open(place(row.space(), row.detailsVersion()), row.details(), Insured.Details.class);
        return new Known(row.space(), row.state(), new Insured(person, details));
    }
}
