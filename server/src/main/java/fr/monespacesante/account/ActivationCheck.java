package fr.monespacesante.account;

import fr.monespacesante.identity.Citizens;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks INS, card and provisional code together: a stranger does not learn which of them was wrong, nor
/// whether a
/// person is known.
@Component
final class ActivationCheck {
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient database;
    private final InsuredPeople people;
    private final Invitations.CodeSource codes;
    private final Citizens citizens;
    private final Clock clock;

    ActivationCheck(
            JdbcClient database, InsuredPeople people, Invitations.CodeSource codes, Citizens citizens, Clock clock) {
        this.citizens = citizens;
        this.database = database;
        this.people = people;
        this.codes = codes;
        this.clock = clock;
    }

    /// The three go together.
    ///
    /// @param late the code has run out
    /// @param used the code has been used
    record Proven(InsuredPeople.Known known, boolean late, boolean used) {}

    /// Whether somebody may activate with these three.
    Outcome<InsuredPeople.Known> check(String ins, String vitaleSerial, String code) {
        return prove(ins, vitaleSerial, code).then(proven -> {
            if (proven.used() || !waits(proven.known())) {
                return Outcome.refused(Problem.CODE_USED, "code");
            }
            return proven.late() ? Outcome.refused(Problem.CODE_EXPIRED, "code") : Outcome.done(proven.known());
        });
    }

    /// Refused with `CODE_WRONG` whichever is wrong.
    Outcome<Proven> prove(String ins, String vitaleSerial, String code) {
        Optional<InsuredPeople.Known> known = Ins.parse(ins).flatMap(people::find);
        UUID space = known.map(InsuredPeople.Known::space).orElse(NOBODY);
        byte[] typed = codes.hash(space, code);
        Optional<Invitation> invitation = database.sql("""
                        select code_hash, expires_at, used_at from account.invitation where space_id = :space
                        """)
                .param("space", space)
                .query((row, number) -> invitation(row, typed))
                .optional();
        if (known.isEmpty()
                || !known.get().hasSerial(vitaleSerial)
                || invitation.isEmpty()
                || !invitation.get().right()) {
            return Outcome.refused(Problem.CODE_WRONG, "code");
        }
        return Outcome.done(new Proven(
                known.get(), invitation.get().late(), invitation.get().used()));
    }

    /// Nobody has come in yet, or who represented the person has, and the login is still to be made.
    boolean waits(InsuredPeople.Known known) {
        return SpaceLife.after(known.state(), SpaceLife.Event.ACTIVATE).isPresent()
                || (SpaceLife.after(known.state(), SpaceLife.Event.TAKE_OVER).isPresent()
                        && citizens.ofSpace(new SpaceId(known.space())).isEmpty());
    }

    private Invitation invitation(ResultSet row, byte[] typed) throws SQLException {
        return new Invitation(
                MessageDigest.isEqual(row.getBytes("code_hash"), typed),
                !row.getObject("expires_at", OffsetDateTime.class).toInstant().isAfter(clock.instant()),
                row.getObject("used_at", OffsetDateTime.class) != null);
    }

    private record Invitation(boolean right, boolean late, boolean used) {}
}
