package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.kernel.SpaceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The eighteenth birthday (REP-03). The door ends the representation by itself at midnight; these jobs write
/// that end into the mandates, and invite the young adult once, with a code to their own address. Several nodes
/// may run them, and what a crash interrupts is done by the next.
@Component
final class ComingOfAge {
    private static final Logger LOG = LoggerFactory.getLogger(ComingOfAge.class);
    private static final int BATCH = 500;

    private final JdbcClient database;
    private final Spaces spaces;
    private final Citizens citizens;
    private final YoungAdults invitations;
    private final Activation.After after;
    private final Clock clock;

    ComingOfAge(
            JdbcClient database,
            Spaces spaces,
            Citizens citizens,
            YoungAdults invitations,
            Activation.After after,
            Clock clock) {
        this.database = database;
        this.spaces = spaces;
        this.citizens = citizens;
        this.invitations = invitations;
        this.after = after;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000)
    void run() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(after.transactions().execute(_ -> dates()));
        }
        more = true;
        while (more) {
            more = Boolean.TRUE.equals(after.transactions().execute(_ -> next()));
        }
    }

    /// Writes the ends of so many mandates that have none yet; true while there may be more.
    private boolean dates() {
        List<UUID> minors = database.sql("""
                        select space_id from account.mandate
                         where kind = 'LEGAL_REPRESENTATIVE' and until is null
                         order by space_id limit :most for update skip locked
                        """)
                .param("most", BATCH)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        for (UUID minor : minors.stream().distinct().toList()) {
            Instant end = spaces.find(new SpaceId(minor))
                    .map(space -> space.person()
                            .reaches(Person.MAJORITY)
                            .atStartOfDay(Deadlines.FRANCE)
                            .toInstant())
                    .orElse(Instant.EPOCH);
            database.sql("""
                            update account.mandate set until = :end
                             where space_id = :space and kind = 'LEGAL_REPRESENTATIVE' and until is null
                            """)
                    .param("end", end.atOffset(ZoneOffset.UTC))
                    .param("space", minor)
                    .update();
        }
        return minors.size() == BATCH;
    }

    /// One young adult; false when there is none left.
    private boolean next() {
        Instant now = clock.instant();
        Optional<UUID> found = database.sql("""
                        select space_id from account.mandate
                         where kind = 'LEGAL_REPRESENTATIVE' and until <= :now and told_at is null
                         order by until limit 1 for update skip locked
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
        if (found.isEmpty()) {
            return false;
        }
        int told = database.sql("""
                        update account.mandate set told_at = :now
                         where space_id = :space and kind = 'LEGAL_REPRESENTATIVE' and told_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("space", found.get())
                .update();
        Optional<Space> space = spaces.find(new SpaceId(found.get()));
        if (told > 0 && space.isPresent() && cameOfAge(space.get().person(), now)) {
            invitations.invite(space.get(), citizens.ofSpace(space.get().id()), now);
            after.events().publishEvent(new CameOfAge(space.get().id(), now));
            LOG.info("a young adult came of age");
        }
        return true;
    }

    /// Within the year: whoever is announced with representatives as an adult is no young adult.
    private static boolean cameOfAge(Person person, Instant now) {
        return !person.isMinorAt(now)
                && LocalDate.ofInstant(now, Deadlines.FRANCE)
                        .isBefore(person.reaches(Person.MAJORITY).plusYears(1));
    }

    /// What a young adult is sent.
    @Component
    static final class YoungAdults {
        private final InsuredPeople people;
        private final OwnCodes codes;
        private final FamilyLetters letters;
        private final AccountProperties properties;

        YoungAdults(InsuredPeople people, OwnCodes codes, FamilyLetters letters, AccountProperties properties) {
            this.people = people;
            this.codes = codes;
            this.letters = letters;
            this.properties = properties;
        }

        /// Who has a login already is told that nobody else has; the others get a code, by post where the only
        /// e-mail address known is a parent's.
        void invite(Space space, Optional<fr.monespacesante.identity.Citizen> login, Instant now) {
            if (login.isPresent()) {
                letters.tell(
                        space.id(),
                        "vous avez 18 ans : votre espace n’est plus géré que par vous.",
                        "you are 18: nobody but you manages your space any more.");
                return;
            }
            Optional<Insured> insured = people.find(space.person().ins()).map(InsuredPeople.Known::insured);
            if (insured.isEmpty() || !waits(space.state())) {
                return;
            }
            String text = text(codes.replace(space.id(), now));
            Insured to = insured.get();
            String email = to.details().email();
            letters.hand(List.of(
                    email == null || isParents(email, to)
                            ? new Letter.Post(InvitationLetters.addressBlock(to), text)
                            : new Letter.Email(
                                    email, "Votre espace santé est à vous / Your health space is yours", text)));
        }

        private static boolean waits(SpaceState state) {
            return state == SpaceState.ACTIVATED || state == SpaceState.OPEN || state == SpaceState.NOTIFIED;
        }

        private boolean isParents(String email, Insured young) {
            return young.details().guardians().stream()
                    .flatMap(ins -> fr.monespacesante.kernel.Ins.parse(ins).flatMap(people::find).stream())
                    .anyMatch(parent -> email.equals(parent.insured().details().email()));
        }

        private String text(ProvisionalCode code) {
            return """
                    Bonjour,

                    Vous avez 18 ans : vos représentants légaux n’ont plus accès à votre espace santé. Il est à vous,
                    avec tout son historique. Pour créer vos identifiants, rendez-vous sur
                    %s/activation
                    avec votre carte Vitale et ce code provisoire :

                        %s

                    --

                    Hello,

                    You are 18: your legal representatives have no access to your health space any more. It is yours,
                    with its whole history. To make your login, go to the page above with your Vitale card and this code.
                    """.formatted(properties.publicUrl(), code.text());
        }
    }
}
