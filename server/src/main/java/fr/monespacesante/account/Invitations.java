package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.identity.Guard;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Invites people with a provisional code (ENR-02): by e-mail where one is known, else by post; for a
/// minor, through
/// the legal representatives (ENR-03). The code itself is in the letter alone, and nowhere once that has left.
@Component
public class Invitations {
    private static final Duration USEFUL = Duration.ofDays(14);

    private final JdbcTemplate database;
    private final InsuredPeople people;
    private final Outbox outbox;
    private final Throttle throttle;
    private final InvitationLetters letters;
    private final CodeSource codes;
    private final Clock clock;

    Invitations(
            JdbcTemplate database,
            InsuredPeople people,
            Outbox outbox,
            Throttle throttle,
            InvitationLetters letters,
            CodeSource codes,
            Clock clock) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.throttle = throttle;
        this.letters = letters;
        this.codes = codes;
        this.clock = clock;
    }

    /// A new code for a person whose code has expired or is lost (ENR-08). Always the same answer, sent or
    /// not, unless
    /// it was asked for too often.
    @Transactional
    public Outcome<Boolean> renew(String ins, String vitaleSerial, String address) {
        Optional<Duration> slow = throttle.enter(Guard.ACTIVATION_ADDRESS, address);
        if (slow.isEmpty()) {
            slow = throttle.enter(Guard.ACTIVATION_INS, Activation.key(ins));
        }
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        Ins.parse(ins)
                .flatMap(people::find)
                .filter(known -> known.hasSerial(vitaleSerial))
                .filter(known ->
                        SpaceLife.after(known.state(), SpaceLife.Event.ACTIVATE).isPresent())
                .ifPresent(known -> invite(List.of(new Invited(known.space(), known.insured()))));
        return Outcome.done(true);
    }

    /// A new code for a person whom the support has identified (SUP-01); it goes where the invitation went. Refused
    /// with `TRANSITION_NOT_ALLOWED` where there is nothing to activate, with `TOO_MANY_ATTEMPTS` and the seconds.
    @Transactional
    public Outcome<Boolean> renew(SpaceId space) {
        Optional<InsuredPeople.Known> known = people.find(space)
                .filter(one ->
                        SpaceLife.after(one.state(), SpaceLife.Event.ACTIVATE).isPresent());
        if (known.isEmpty()) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        }
        Optional<Duration> slow = throttle.enter(Guard.CODE_SENDING, space.toString());
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        invite(List.of(new Invited(known.get().space(), known.get().insured())));
        return Outcome.done(true);
    }

    /// One to invite.
    record Invited(UUID space, Insured insured) {}

    /// Makes the codes and hands over the letters, in the caller's transaction. A code replaces the one before.
    void invite(List<Invited> invited) {
        Instant now = clock.instant();
        Instant expires = codes.expiry(now);
        List<Object[]> rows = new ArrayList<>();
        List<Letter> out = new ArrayList<>();
        for (Invited one : invited) {
            ProvisionalCode code = codes.next();
            rows.add(new Object[] {
                one.space(), codes.hash(one.space(), code.text()), Timestamp.from(now), Timestamp.from(expires)
            });
            List<Insured> guardians = letters.isMinor(one.insured(), now)
                    ? one.insured().details().guardians().stream()
                            .flatMap(ins -> Ins.parse(ins).flatMap(people::find).stream())
                            .map(InsuredPeople.Known::insured)
                            .toList()
                    : List.of();
            out.addAll(letters.of(one.insured(), guardians, code, expires));
        }
        database.batchUpdate("""
                insert into account.invitation (space_id, code_hash, sent_at, expires_at) values (?, ?, ?, ?)
                on conflict (space_id) do update
                   set code_hash = excluded.code_hash, sent_at = excluded.sent_at,
                       expires_at = excluded.expires_at, used_at = null
                """, rows);
        outbox.hand(out, Letter.Urgency.CAMPAIGN, USEFUL);
    }

    /// Where codes come from and how they are kept.
    @Component
    static final class CodeSource {
        private final SecureRandom random;
        private final Directory directory;
        private final AccountProperties properties;

        CodeSource(SecureRandom random, Directory directory, AccountProperties properties) {
            this.random = random;
            this.directory = directory;
            this.properties = properties;
        }

        ProvisionalCode next() {
            return ProvisionalCode.next(random);
        }

        Instant expiry(Instant sent) {
            return Deadlines.after(sent, properties.codeValidity());
        }

        byte[] hash(UUID space, String typed) {
            return directory.fingerprint("account.invitation", space + "|" + ProvisionalCode.normalise(typed));
        }
    }
}
