package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Measures of protection of adults (REP-04), recorded by an agent on documents shown. The protected person
/// keeps their own login, with what is left to them; both see the measure on their pages. In the caller's
/// transaction.
@Component
public final class Measures {
    private final JdbcClient database;
    private final Spaces spaces;
    private final Mandates mandates;
    private final FamilyLetters letters;

    Measures(JdbcClient database, Spaces spaces, Mandates mandates, FamilyLetters letters) {
        this.database = database;
        this.spaces = spaces;
        this.mandates = mandates;
        this.letters = letters;
    }

    /// The measure that holds now.
    public Optional<Measure> of(SpaceId space, Instant now) {
        return database.sql("""
                        select s.measure, s.left_powers, s.left_until,
                               (select max(m.powers) from account.mandate m
                                 where m.space_id = s.space_id and m.kind = 'GUARDIAN' and m.source = 'AGENT'
                                   and m.powers = 'READ') as reads
                          from account.space s
                         where s.space_id = :space and s.measure is not null
                           and (s.left_until is null or s.left_until > :now)
                        """)
                .param("space", space.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Measures::read)
                .optional();
    }

    /// Records the measure with one who represents; said again with another guardian, both do. What is left to
    /// the person is of the measure: what was recorded last holds. Refused with `MINOR_NOT_ALONE` for a minor,
    /// `ONESELF`, `END_IN_THE_PAST`, `NOT_FOUND`.
    public Outcome<Measure> record(SpaceId id, Ins guardian, Measure measure, Instant now) {
        Optional<Space> space = spaces.find(id);
        if (space.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        } else if (space.get().person().isMinorAt(now)) {
            return Outcome.refused(Problem.MINOR_NOT_ALONE);
        } else if (space.get().person().ins().equals(guardian)) {
            return Outcome.refused(Problem.ONESELF, "guardian");
        } else if (measure.until().filter(end -> !end.isAfter(now)).isPresent()) {
            return Outcome.refused(Problem.END_IN_THE_PAST, "until");
        }
        mandates.give(
                id,
                guardian,
                new Mandate(Mandate.Kind.GUARDIAN, Set.of(), measure.until(), measure.guardian()),
                Mandate.Source.AGENT);
        write(id, measure);
        told(id, guardian, "une mesure de protection a été enregistrée.", "a measure of protection was recorded.");
        return Outcome.done(measure);
    }

    /// Ends it at once: nobody represents any more, and everything is the person's again.
    /// `TRANSITION_NOT_ALLOWED` when there is none.
    public Outcome<Measure> end(SpaceId id, Instant now) {
        Optional<Measure> measure = of(id, now);
        if (measure.isEmpty()) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        }
        database.sql("delete from account.mandate where space_id = :space and kind = 'GUARDIAN'")
                .param("space", id.value())
                .update();
        write(id, null);
        letters.tell(id, "la mesure de protection est levée.", "the measure of protection is lifted.");
        return Outcome.done(measure.get());
    }

    private void told(SpaceId id, Ins guardian, String french, String english) {
        letters.tell(id, french, english);
        spaces.find(guardian).ifPresent(one -> letters.tell(one.id(), french, english));
    }

    private void write(SpaceId id, @Nullable Measure measure) {
        database.sql("""
                        update account.space set measure = :kind, left_powers = :left, left_until = :until
                         where space_id = :space
                        """)
                .param("kind", measure == null ? null : measure.kind().name())
                .param("left", measure == null ? null : measure.left().name())
                .param(
                        "until",
                        measure == null
                                ? null
                                : measure.until()
                                        .map(end -> end.atOffset(ZoneOffset.UTC))
                                        .orElse(null),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("space", id.value())
                .update();
    }

    private static Measure read(ResultSet row, int number) throws SQLException {
        return new Measure(
                Measure.Kind.valueOf(row.getString("measure")),
                row.getString("reads") == null ? Powers.ALL : Powers.READ,
                Powers.valueOf(row.getString("left_powers")),
                Optional.ofNullable(row.getObject("left_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
