package fr.monespacesante.account;

import fr.monespacesante.identity.Contact;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The activations under way: one row each, sealed, for an hour.
@Component
class Activations {
    private static final Duration LIFE = Duration.ofHours(1);

    private final JdbcClient database;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    Activations(JdbcClient database, Directory directory, Ids ids, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /// What is sealed of an activation.
    record State(
            String displayName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Contact contact,
            @Nullable UUID code,
            @Nullable String terms) {
        State with(Contact chosen, UUID sent) {
            return new State(displayName, chosen.email(), chosen.phone(), chosen, sent, terms);
        }

        State accepting(String version) {
            return new State(displayName, email, phone, contact, code, version);
        }

        @Override
        public String toString() {
            return "State[redacted]";
        }
    }

    record Row(UUID id, UUID space, ActivationStep step, long version, State state) {
        Activation.Progress progress() {
            Contact contact = state.contact();
            return new Activation.Progress(
                    step, state.displayName(), state.email(), state.phone(), contact == null ? "" : contact.hint());
        }
    }

    ActivationId begin(UUID space, String displayName, @Nullable String email, @Nullable String phone) {
        UUID id = ids.next();
        database.sql("""
                        insert into account.activation (activation_id, space_id, step, expires_at, sealed)
                        values (:id, :space, 'CONTACT', :expires, :sealed)
                        """)
                .param("id", id)
                .param("space", space)
                .param("expires", at(clock.instant().plus(LIFE)))
                .param("sealed", directory.seal(place(id, 1), new State(displayName, email, phone, null, null, null)))
                .update();
        return new ActivationId(id);
    }

    Optional<Row> find(ActivationId id) {
        return database.sql("""
                        select activation_id, space_id, step, version, sealed from account.activation
                         where activation_id = :id and expires_at > :now and step <> 'DONE'
                        """)
                .param("id", id.value())
                .param("now", at(clock.instant()))
                .query(this::read)
                .optional();
    }

    /// Refused with `TRANSITION_NOT_ALLOWED` when another request was quicker.
    Outcome<Row> move(Row row, ActivationStep to, State state) {
        long version = row.version() + 1;
        int moved = database.sql("""
                        update account.activation set step = :step, version = :next, sealed = :sealed
                         where activation_id = :id and version = :version
                        """)
                .param("step", to.name())
                .param("next", version)
                .param("sealed", directory.seal(place(row.id(), version), state))
                .param("id", row.id())
                .param("version", row.version())
                .update();
        return moved == 1
                ? Outcome.done(new Row(row.id(), row.space(), to, version, state))
                : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
    }

    /// The activation is over: its code is used, the terms are noted with the space, and nothing else of it
    /// is kept.
    void finish(Row row) {
        database.sql("delete from account.activation where space_id = :space")
                .param("space", row.space())
                .update();
        database.sql("update account.invitation set used_at = :now where space_id = :space")
                .param("now", at(clock.instant()))
                .param("space", row.space())
                .update();
        database.sql("update account.space set terms_version = :terms, terms_at = :now where space_id = :space")
                .param("terms", row.state().terms())
                .param("now", at(clock.instant()))
                .param("space", row.space())
                .update();
    }

    @Scheduled(fixedDelay = 600_000)
    void forgetOld() {
        database.sql("delete from account.activation where expires_at < :now")
                .param("now", at(clock.instant()))
                .update();
    }

    private static Place place(UUID activation, long version) {
        return new Place("account.activation", activation, version);
    }

    private Row read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("activation_id", UUID.class);
        long version = row.getLong("version");
        return new Row(
                id,
                row.getObject("space_id", UUID.class),
                ActivationStep.valueOf(row.getString("step")),
                version,
                directory.open(place(id, version), row.getBytes("sealed"), State.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
