package fr.monespacesante.identity;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Citizens and their credentials.
@Component
public final class Citizens {
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@+-]{6,100}");
    private static final String COLUMNS =
            "select citizen_id, space_id, password_hash, version, sealed from identity.citizen";

    private final JdbcClient database;
    private final Directory directory;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;

    Citizens(JdbcClient database, Directory directory, Passwords passwords, Ids ids, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /// Gives a person a login of her own. Refused with `MALFORMED` at `login`, `PASSWORD_TOO_WEAK` at
    /// `password`, `LOGIN_TAKEN` at `login`. A space that had credentials before (it was closed and comes back)
    /// gets new ones.
    public Outcome<Citizen> register(
            SpaceId space, String displayName, String login, Secret<String> password, Contact contact) {
        String clean = normalise(login);
        if (!LOGIN.matcher(clean).matches()) {
            return Outcome.refused(Problem.MALFORMED, "login");
        }
        return Passwords.check(password, clean).then(strong -> {
            database.sql("delete from identity.citizen where space_id = :space")
                    .param("space", space.value())
                    .update();
            UUID id = ids.next();
            int added = database.sql("""
                            insert into identity.citizen
                                   (citizen_id, space_id, login_hash, password_hash, password_changed_at, sealed)
                            values (:id, :space, :login, :password, :now, :sealed)
                            on conflict (login_hash) do nothing
                            """)
                    .param("id", id)
                    .param("space", space.value())
                    .param("login", hash(clean))
                    .param("password", passwords.hash(strong))
                    .param("now", now())
                    .param("sealed", directory.seal(place(id, 1), new Details(displayName, contact)))
                    .update();
            return added == 1
                    ? Outcome.done(new Citizen(new CitizenId(id), space, displayName, contact))
                    : Outcome.refused(Problem.LOGIN_TAKEN, "login");
        });
    }

    public Optional<Citizen> find(CitizenId id) {
        return credentials(id).map(Credentials::citizen);
    }

    /// The citizen whose space this is; empty before the activation.
    public Optional<Citizen> ofSpace(SpaceId space) {
        return database.sql(COLUMNS + " where space_id = :space")
                .param("space", space.value())
                .query(this::read)
                .optional()
                .map(Credentials::citizen);
    }

    Optional<Credentials> byLogin(String login) {
        return database.sql(COLUMNS + " where login_hash = :hash")
                .param("hash", hash(normalise(login)))
                .query(this::read)
                .optional();
    }

    Optional<Credentials> credentials(CitizenId id) {
        return database.sql(COLUMNS + " where citizen_id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    boolean hasPasskey(CitizenId id) {
        return database.sql("select exists (select 1 from identity.passkey where citizen_id = :id)")
                .param("id", id.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    void keepPassword(CitizenId id, Secret<String> password) {
        database.sql("""
                        update identity.citizen set password_hash = :hash, password_changed_at = :now
                         where citizen_id = :id
                        """)
                .param("hash", passwords.hash(password))
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /// Refused with `MALFORMED` or `LOGIN_TAKEN` at `login`.
    Outcome<CitizenId> keepLogin(CitizenId id, String login) {
        String clean = normalise(login);
        if (!LOGIN.matcher(clean).matches()) {
            return Outcome.refused(Problem.MALFORMED, "login");
        }
        int changed = database.sql("""
                        update identity.citizen set login_hash = :hash
                         where citizen_id = :id
                           and not exists (select 1 from identity.citizen
                                            where login_hash = :hash and citizen_id <> :id)
                        """)
                .param("hash", hash(clean))
                .param("id", id.value())
                .update();
        return changed == 1 ? Outcome.done(id) : Outcome.refused(Problem.LOGIN_TAKEN, "login");
    }

    void keepContact(Credentials before, Contact contact) {
        UUID id = before.citizen().id().value();
        long version = before.version() + 1;
        database.sql("""
                        update identity.citizen set version = :next, sealed = :sealed, contact_at = :now
                         where citizen_id = :id and version = :version
                        """)
                .param("now", now())
                .param("next", version)
                .param(
                        "sealed",
                        directory.seal(
                                place(id, version), new Details(before.citizen().displayName(), contact)))
                .param("id", id)
                .param("version", before.version())
                .update();
    }

    /// Capitals, accents' forms and spaces at the ends do not make another login.
    static String normalise(String login) {
        return Normalizer.normalize(login.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// Names a login where the login itself must not be written.
    String loginKey(String login) {
        return HexFormat.of().formatHex(hash(normalise(login)));
    }

    /// The same, of the login that belongs to a space; empty before the activation.
    Optional<String> loginKey(SpaceId space) {
        return database.sql("select encode(login_hash, 'hex') from identity.citizen where space_id = :space")
                .param("space", space.value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .optional();
    }

    private byte[] hash(String login) {
        return directory.fingerprint("identity.login", login);
    }

    private static Place place(UUID citizen, long version) {
        return new Place("identity.citizen", citizen, version);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Credentials read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("citizen_id", UUID.class);
        long version = row.getLong("version");
        Details details = directory.open(place(id, version), row.getBytes("sealed"), Details.class);
        SpaceId space = new SpaceId(row.getObject("space_id", UUID.class));
        return new Credentials(
                new Citizen(new CitizenId(id), space, details.displayName(), details.contact()),
                String.valueOf(row.getString("password_hash")),
                version);
    }

    record Credentials(Citizen citizen, String passwordHash, long version) {
        @Override
        public String toString() {
            return "Credentials[redacted]";
        }
    }

    /// What is sealed of a citizen.
    record Details(String displayName, Contact contact) {}
}
