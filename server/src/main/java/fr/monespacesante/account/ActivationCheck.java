package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
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
    private final Clock clock;

    ActivationCheck(JdbcClient database, InsuredPeople people, Invitations.CodeSource codes, Clock clock) {
        this.database = database;
        this.people = people;
        this.codes = codes;
        this.clock = clock;
    }

    Outcome<InsuredPeople.Known> check(String ins, String vitaleSerial, String code) {
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
        if (invitation.get().used()
                || SpaceLife.after(known.get().state(), SpaceLife.Event.ACTIVATE)
                        .isEmpty()) {
            return Outcome.refused(Problem.CODE_USED, "code");
        }
        return invitation.get().late() ? Outcome.refused(Problem.CODE_EXPIRED, "code") : Outcome.done(known.get());
    }

    private Invitation invitation(ResultSet row, byte[] typed) throws SQLException {
        return new Invitation(
                MessageDigest.isEqual(row.getBytes("code_hash"), typed),
                !row.getObject("expires_at", OffsetDateTime.class).toInstant().isAfter(clock.instant()),
                row.getObject("used_at", OffsetDateTime.class) != null);
    }

    private record Invitation(boolean right, boolean late, boolean used) {}
}
