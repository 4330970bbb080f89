package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.identity.LoginRemoval;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A teenager's own way in, beside the parents' (REP-06): from the age of 13 a parent lets it happen, the
/// teenager makes a login with a code of their own, and a parent may end it. It lasts until the eighteenth
/// birthday, when it becomes the way in of an adult. In the caller's transaction, which a refusal must undo.
@Component
public final class OwnAccess {
    /// From this birthday on.
    public static final int FROM_AGE = 13;

    private final JdbcClient database;
    private final Spaces spaces;
    private final OwnCodes codes;
    private final Citizens citizens;
    private final LoginRemoval logins;
    private final FamilyLetters letters;
    private final AccountProperties properties;

    OwnAccess(
            JdbcClient database,
            Spaces spaces,
            OwnCodes codes,
            Citizens citizens,
            LoginRemoval logins,
            FamilyLetters letters,
            AccountProperties properties) {
        this.database = database;
        this.spaces = spaces;
        this.codes = codes;
        this.citizens = citizens;
        this.logins = logins;
        this.letters = letters;
        this.properties = properties;
    }

    /// Where a minor stands with it.
    public enum State {
        /// Too young, or grown up.
        NOT_FOR_THIS_AGE,
        OFF,
        /// The code is on its way, the login not yet made.
        INVITED,
        ON
    }

    public State of(Space space, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Deadlines.FRANCE);
        if (!space.person().isMinorAt(now) || today.isBefore(space.person().reaches(FROM_AGE))) {
            return State.NOT_FOR_THIS_AGE;
        } else if (!space.standing().ownAccess()) {
            return State.OFF;
        }
        return citizens.ofSpace(space.id()).isPresent() ? State.ON : State.INVITED;
    }

    /// Lets the teenager in and sends a code to their own address; again, a new code in the place of the one
    /// before. Refused with `MINOR_NOT_ALONE` before the age, `MALFORMED` at `email`, `TRANSITION_NOT_ALLOWED`
    /// when there is a login already.
    public Outcome<State> give(SpaceId id, String email, Instant now) {
        Optional<Space> space = spaces.find(id);
        Optional<String> to = Contact.parseEmail(email);
        if (space.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        State state = of(space.get(), now);
        if (state == State.NOT_FOR_THIS_AGE) {
            return Outcome.refused(Problem.MINOR_NOT_ALONE);
        } else if (state == State.ON) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        } else if (to.isEmpty()) {
            return Outcome.refused(Problem.MALFORMED, "email");
        }
        database.sql("update account.space set own_access_at = :now where space_id = :space")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("space", id.value())
                .update();
        ProvisionalCode code = codes.replace(id, now);
        letters.hand(List.of(new Letter.Email(to.get(), "Ton espace santé / Your health space", text(code))));
        if (state == State.OFF) {
            letters.tellWhoDecides(
                    space.get(),
                    now,
                    "un enfant que vous représentez peut maintenant créer son propre accès à son espace.",
                    "a child whom you represent may now make a login of their own.");
        }
        return Outcome.done(State.INVITED);
    }

    /// Ends it at once, with the teenager's sessions; `TRANSITION_NOT_ALLOWED` when the other parent was quicker.
    public Outcome<State> end(SpaceId id, Instant now) {
        Optional<Space> space = spaces.find(id);
        int ended = database.sql("""
                        update account.space set own_access_at = null
                         where space_id = :space and own_access_at is not null
                        """).param("space", id.value()).update();
        if (space.isEmpty() || ended == 0 || !space.get().person().isMinorAt(now)) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        }
        Optional<Citizen> teenager = citizens.ofSpace(id);
        if (teenager.isPresent()) {
            letters.tell(
                    id,
                    "ton accès personnel est arrêté par un de tes représentants légaux.",
                    "your own access was ended by one of your legal representatives.");
            logins.remove(id);
        }
        codes.spend(id, now);
        letters.tellWhoDecides(
                space.get(),
                now,
                "l’accès personnel d’un enfant que vous représentez est arrêté.",
                "the own access of a child whom you represent is ended.");
        return Outcome.done(State.OFF);
    }

    private String text(ProvisionalCode code) {
        return """
                Bonjour,

                Un de tes parents te donne un accès personnel à ton espace santé. Pour le créer, va sur
                %s/activation
                avec ton numéro de sécurité sociale, la carte Vitale où tu figures et ce code :

                    %s

                Ne le donne à personne. Une question ? Appelle le 3422.
                --

                Hello,

                One of your parents gives you your own access to your health space. To make it, go to the page above
                with your social security number, the Vitale card that names you and this code. Give it to nobody.
                """.formatted(properties.publicUrl(), code.text());
    }
}
