package fr.monespacesante.account;

import fr.monespacesante.identity.Contact;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Asks relatives to help, and ends it (REP-05). Every method runs in the caller's transaction, which a refusal must
/// undo. The row of the space is held while its caregivers are counted, so that two who ask at once do not make four;
/// the row of the one who accepts as well.
@Component
public final class Caregivers {
    private static final Period ANSWER_WITHIN = Period.ofDays(14);
    private static final Duration NOTICE_BEFORE_END = Duration.ofDays(15);
    private static final int LONGEST_NAME = 100;

    private final CaregiverRows rows;
    private final Spaces spaces;
    private final Mandates mandates;
    private final CaregiverLetters letters;
    private final Invitations.CodeSource codes;
    private final Ids ids;

    Caregivers(
            CaregiverRows rows,
            Spaces spaces,
            Mandates mandates,
            CaregiverLetters letters,
            Invitations.CodeSource codes,
            Ids ids) {
        this.rows = rows;
        this.spaces = spaces;
        this.mandates = mandates;
        this.letters = letters;
        this.codes = codes;
        this.ids = ids;
    }

    /// What the holder asks of somebody.
    ///
    /// @param name as the holder calls them
    /// @param lastDay in France; a year from today at most, and for a child the eve of the eighteenth birthday
    public record Asked(String name, String email, Set<Mandate.Scope> scopes, LocalDate lastDay) {
        public Asked {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public String toString() {
            return "Asked[redacted]";
        }
    }

    /// What somebody is asked, for the page on which they answer.
    ///
    /// @param givenName of the one who would be helped
    public record Offer(SpaceId space, String givenName, Caregiver caregiver) {
        @Override
        public String toString() {
            return "Offer[redacted]";
        }
    }

    /// Those who help, those asked, and those who did, the latest first.
    public List<Caregiver> of(SpaceId space, Instant now) {
        return rows.of(space).stream().map(row -> row.caregiver(now)).toList();
    }

    /// Sends an invitation with a code that works once. Refused with `TOO_MANY_CAREGIVERS` beside three,
    /// `REQUIRED_ELEMENT_MISSING` or `MALFORMED` at a field, `END_IN_THE_PAST`, `END_TOO_FAR`, and
    /// `TRANSITION_NOT_ALLOWED` for a space in which nobody may act for its holder.
    public Outcome<Caregiver> invite(SpaceId space, Asked asked, Instant now) {
        rows.hold(space);
        Optional<Space> found = spaces.find(space);
        if (found.isEmpty() || found.get().standing().concealed()) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        }
        Optional<Problem> wrong = wrongEnd(found.get().person(), asked.lastDay(), now);
        Optional<String> email = Contact.parseEmail(asked.email());
        if (asked.name().isBlank() || asked.name().length() > LONGEST_NAME) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "nom");
        } else if (email.isEmpty()) {
            return Outcome.refused(Problem.MALFORMED, "email");
        } else if (asked.scopes().isEmpty()) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "portee");
        } else if (wrong.isPresent()) {
            return Outcome.refused(wrong.get(), "duree");
        } else if (of(space, now).stream().filter(Caregiver::counts).count() >= Caregiver.MOST) {
            return Outcome.refused(Problem.TOO_MANY_CAREGIVERS);
        }
        ProvisionalCode code = codes.next();
        CaregiverRows.Details details = new CaregiverRows.Details(asked.name().strip(), email.get());
        Caregiver invited = new Caregiver(
                ids.next(),
                Caregiver.State.INVITED,
                details.name(),
                Optional.empty(),
                asked.scopes(),
                end(asked.lastDay()),
                Deadlines.after(now, ANSWER_WITHIN),
                now,
                1);
        rows.add(space, invited, details, code);
        letters.invitation(invited, details.email(), code);
        letters.toHolder(found.get(), invited, CaregiverLetters.News.ASKED, now);
        return Outcome.done(invited);
    }

    /// What this code offers to this person, before they answer. Refused with `CODE_WRONG` for a code that never
    /// was, `CODE_USED`, `CODE_EXPIRED`, `INVITATION_WITHDRAWN`; and, to somebody who could not accept, with
    /// `ONESELF`, `ALREADY_ACTS` or `MINOR_NOT_ALONE`.
    public Outcome<Offer> offer(String code, SpaceId by, Instant now) {
        return found(code, by, now).map(Found::offer);
    }

    /// Somebody accepts in their own name; from now on the door knows them. Refused as `offer` does, and with
    /// `TOO_MANY_HELPED` beside five.
    public Outcome<Offer> accept(String code, SpaceId by, Instant now) {
        rows.find(code).ifPresent(row -> rows.hold(row.space(), by));
        return found(code, by, now).then(found -> {
            long helped = mandates.of(by).stream()
                    .filter(one -> one.mandate().kind() == Mandate.Kind.CAREGIVER)
                    .filter(one -> one.mandate().holdsAt(now))
                    .count();
            if (helped >= Caregiver.MOST_HELPED) {
                return Outcome.refused(Problem.TOO_MANY_HELPED);
            }
            CaregiverRows.Row row = found.row();
            if (!rows.move(row, Caregiver.State.ACTIVE, by, now)) {
                return Outcome.refused(Problem.CODE_USED);
            }
            give(row.space(), found.me(), row.caregiver(now));
            letters.toBoth(
                    found.space(),
                    row.caregiver(now).as(found.me().person()),
                    found.me(),
                    CaregiverLetters.News.ACCEPTED,
                    now);
            return Outcome.done(found.offer());
        });
    }

    /// Somebody says no; refused as `offer` does.
    public Outcome<Offer> decline(String code, SpaceId by, Instant now) {
        return found(code, by, now).then(found -> {
            if (!rows.move(found.row(), Caregiver.State.DECLINED, null, now)) {
                return Outcome.refused(Problem.CODE_USED);
            }
            letters.toHolder(found.space(), found.row().caregiver(now), CaregiverLetters.News.DECLINED, now);
            return Outcome.done(found.offer());
        });
    }

    /// Other scopes, or another end: a renewal too. Refused with `VERSION_MISMATCH` when somebody else changed it
    /// meanwhile, `TRANSITION_NOT_ALLOWED` once it is over, and as `invite` does.
    public Outcome<Caregiver> change(
            SpaceId space, UUID id, Set<Mandate.Scope> scopes, LocalDate lastDay, long version, Instant now) {
        Optional<CaregiverRows.Row> row = rows.find(space, id);
        Optional<Space> holder = spaces.find(space);
        if (row.isEmpty() || holder.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        Caregiver before = row.get().caregiver(now);
        Optional<Problem> wrong = wrongEnd(holder.get().person(), lastDay, now);
        if (!before.counts()) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        } else if (scopes.isEmpty()) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "portee");
        } else if (wrong.isPresent()) {
            return Outcome.refused(wrong.get(), "duree");
        } else if (before.version() != version || !rows.change(row.get(), scopes, end(lastDay))) {
            return Outcome.refused(Problem.VERSION_MISMATCH);
        }
        Caregiver after = before.with(scopes, end(lastDay));
        after.who().flatMap(spaces::find).ifPresent(me -> {
            give(space, me, after);
            letters.toBoth(holder.get(), after, me, CaregiverLetters.News.CHANGED, now);
        });
        return Outcome.done(after);
    }

    /// The holder ends it at once, or takes the invitation back; `TRANSITION_NOT_ALLOWED` when it is over already.
    public Outcome<Caregiver> end(SpaceId space, UUID id, Instant now) {
        Optional<CaregiverRows.Row> row = rows.find(space, id);
        Optional<Space> holder = spaces.find(space);
        if (row.isEmpty() || holder.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        Caregiver before = row.get().caregiver(now);
        Caregiver.State to =
                before.state() == Caregiver.State.ACTIVE ? Caregiver.State.ENDED : Caregiver.State.WITHDRAWN;
        if (!before.counts() || !rows.move(row.get(), to, before.who().orElse(null), now)) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        }
        Optional<Space> me = before.who().flatMap(spaces::find);
        if (me.isPresent()) {
            rows.takeBack(space, me.get().id());
            letters.toBoth(holder.get(), before, me.get(), CaregiverLetters.News.ENDED, now);
        } else {
            letters.toHolder(holder.get(), before, CaregiverLetters.News.WITHDRAWN, now);
            letters.withdrawn(row.get().details().email());
        }
        return Outcome.done(before);
    }

    /// The caregiver steps down; `NOT_FOUND` for who helps nobody there.
    public Outcome<Caregiver> leave(SpaceId space, SpaceId by, Instant now) {
        Optional<CaregiverRows.Row> row = rows.active(space, by);
        Optional<Space> holder = spaces.find(space);
        Optional<Space> me = spaces.find(by);
        if (row.isEmpty() || holder.isEmpty() || me.isEmpty() || !rows.move(row.get(), Caregiver.State.LEFT, by, now)) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        rows.takeBack(space, by);
        letters.toBoth(holder.get(), row.get().caregiver(now), me.get(), CaregiverLetters.News.LEFT, now);
        return Outcome.done(row.get().caregiver(now));
    }

    /// Tells of ends that come near and closes what is over, so many at once; true while there is more. For the job.
    boolean dates(Instant now, int atMost) {
        List<CaregiverRows.Row> ending = rows.ending(now, now.plus(NOTICE_BEFORE_END), atMost);
        for (CaregiverRows.Row row : ending) {
            Caregiver caregiver = row.caregiver(now);
            boolean over = caregiver.state() == Caregiver.State.OVER;
            boolean mine = over
                    ? rows.move(row, Caregiver.State.OVER, caregiver.who().orElse(null), now)
                    : rows.warned(row, now);
            Optional<Space> holder = spaces.find(row.space());
            Optional<Space> me = caregiver.who().flatMap(spaces::find);
            if (mine && holder.isPresent() && me.isPresent()) {
                if (over) {
                    rows.takeBack(row.space(), me.get().id());
                }
                letters.toBoth(
                        holder.get(),
                        caregiver,
                        me.get(),
                        over ? CaregiverLetters.News.OVER : CaregiverLetters.News.ENDS_SOON,
                        now);
            }
        }
        return ending.size() == atMost;
    }

    private record Found(CaregiverRows.Row row, Space space, Space me, Offer offer) {}

    private Outcome<Found> found(String code, SpaceId by, Instant now) {
        Optional<CaregiverRows.Row> row = rows.find(code);
        Optional<Space> space = row.flatMap(one -> spaces.find(one.space()));
        Optional<Space> me = spaces.find(by);
        if (row.isEmpty() || space.isEmpty() || me.isEmpty()) {
            return Outcome.refused(Problem.CODE_WRONG, "code");
        }
        Caregiver caregiver = row.get().caregiver(now);
        Optional<Problem> no = answered(caregiver, now).or(() -> unfit(space.get(), me.get(), now));
        return no.isPresent()
                ? Outcome.refused(no.get(), "code")
                : Outcome.done(new Found(
                        row.get(),
                        space.get(),
                        me.get(),
                        new Offer(space.get().id(), space.get().person().usedGivenName(), caregiver)));
    }

    private static Optional<Problem> answered(Caregiver caregiver, Instant now) {
        return switch (caregiver.state()) {
            case INVITED -> now.isBefore(caregiver.until()) ? Optional.empty() : Optional.of(Problem.CODE_EXPIRED);
            case LAPSED -> Optional.of(Problem.CODE_EXPIRED);
            case WITHDRAWN -> Optional.of(Problem.INVITATION_WITHDRAWN);
            case ACTIVE, DECLINED, ENDED, LEFT, OVER -> Optional.of(Problem.CODE_USED);
        };
    }

    private Optional<Problem> unfit(Space space, Space me, Instant now) {
        if (space.id().equals(me.id())) {
            return Optional.of(Problem.ONESELF);
        } else if (me.person().isMinorAt(now)) {
            return Optional.of(Problem.MINOR_NOT_ALONE);
        } else if (space.standing().concealed() || space.state() != SpaceState.ACTIVATED) {
            return Optional.of(Problem.INVITATION_WITHDRAWN);
        }
        return mandates.find(space.id(), me.id())
                .filter(mandate -> mandate.holdsAt(now))
                .map(mandate -> Problem.ALREADY_ACTS);
    }

    private void give(SpaceId space, Space me, Caregiver caregiver) {
        Mandate mandate =
                new Mandate(Mandate.Kind.CAREGIVER, caregiver.scopes(), Optional.of(caregiver.until()), Powers.ALL);
        mandates.give(space, me.person().ins(), mandate, Mandate.Source.HOLDER);
    }

    private static Optional<Problem> wrongEnd(Person holder, LocalDate lastDay, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Deadlines.FRANCE);
        if (lastDay.isBefore(today)) {
            return Optional.of(Problem.END_IN_THE_PAST);
        }
        boolean grown = holder.isMinorAt(now) && !lastDay.isBefore(holder.reaches(Person.MAJORITY));
        return grown || lastDay.isAfter(today.plusYears(Caregiver.LONGEST_YEARS))
                ? Optional.of(Problem.END_TOO_FAR)
                : Optional.empty();
    }

    private static Instant end(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(Deadlines.FRANCE).toInstant();
    }
}
