package fr.monespacesante.portal.space;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.portal.Whose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How the citizen's pages go through the door: into the space of the person whom the session has chosen, one's own to
/// begin with (REP-01). The door decides; here is only whose door it is.
///
/// A session remembers, for each kind of list, that it has left its trace: a holder's own browsing is traced once for
/// each list and session, and every document each time.
@Component
public class OwnSpace {
    /// Under this name the session keeps how many notices were unread when a page last looked.
    public static final String UNREAD = "mes.unread";
    /// And so for exchanges.
    public static final String UNREAD_MESSAGES = "mes.unread.messages";

    /// The field of every form that says for whom the page was made.
    public static final String FOR = "pour";

    /// Under this name the session keeps the code of an invitation until it is answered.
    public static final String INVITATION = WebSignIn.KEPT + "invitation";
    /// Where it is answered.
    public static final String INVITATION_PAGE = "/espace/personnes/invitation";

    private static final String INVITED = WebSignIn.KEPT + "invited";
    private static final String BROWSED = "mes.browsed.";
    private static final String ACTING = "mes.acting";
    private static final String PEOPLE = "mes.people";
    private static final String CHANNEL = "PORTAL";

    private final Doors doors;
    private final Mandates mandates;
    private final Clock clock;

    OwnSpace(Doors doors, Mandates mandates, Clock clock) {
        this.doors = doors;
        this.mandates = mandates;
        this.clock = clock;
    }

    /// Somebody for whom this session may act.
    ///
    /// @param scopes of who only helps; null for who may do all that the person may
    private record Somebody(
            SpaceId space, String name, @Nullable Set<Mandate.Scope> scopes) implements Serializable {
        Somebody(SpaceId space, String name) {
            this(space, name, null);
        }
    }

    /// Enters the space that the session has chosen.
    public <R> Outcome<R> enter(
            HttpServletRequest request, CitizenSession who, Act act, Function<Visit, Outcome<R>> body) {
        HttpSession session = request.getSession();
        SpaceId space = space(request, who);
        String mark = BROWSED + act.code();
        boolean browsing = who.assistance() == null && session.getAttribute(mark) != null;
        Outcome<R> outcome = doors.enter(caller(who, browsing), space, act, body);
        if (!space.equals(who.space())
                && act.subject().isEmpty()
                && outcome instanceof Outcome.Refused<R>(Problem problem, String _)
                && problem == Problem.NOT_FOUND
                && stranger(who, space)) {
            comeBack(request);
        }
        if (!browsing && !act.writes() && act.subject().isEmpty() && outcome instanceof Outcome.Done<R>) {
            session.setAttribute(mark, true);
        }
        return outcome;
    }

    /// Who this is at the door, and who sits beside them.
    public static Caller caller(CitizenSession who, boolean browsing) {
        return new Caller.Citizen(who.space(), who.displayName(), browsing, CHANNEL, who.assistant());
    }

    /// The space that the pages show.
    public SpaceId space(HttpServletRequest request, CitizenSession who) {
        return acting(request).map(Somebody::space).orElse(who.space());
    }

    /// Whose space the pages show, as they are called.
    public String name(HttpServletRequest request, CitizenSession who) {
        return acting(request).map(Somebody::name).orElse(who.displayName());
    }

    /// Whether a page offers something to who may only do some things; whether it is done is for the door to say.
    public boolean may(HttpServletRequest request, CitizenSession who, Mandate.Scope scope) {
        return acting(request)
                .map(one -> one.scopes() == null || one.scopes().contains(scope))
                .orElse(true);
    }

    /// Everybody whose space this session may show, oneself first; nobody when there is only oneself. Asked once a
    /// session, and again on the page of people: whether a mandate still holds is for the door to say.
    public List<Whose> people(HttpServletRequest request, CitizenSession who) {
        List<Somebody> others = others(request, who);
        if (others.isEmpty()) {
            return List.of();
        }
        SpaceId current = space(request, who);
        return Stream.concat(Stream.of(new Somebody(who.space(), who.displayName())), others.stream())
                .map(one -> new Whose(
                        one.space().toString(),
                        one.name(),
                        one.space().equals(who.space()),
                        one.space().equals(current)))
                .toList();
    }

    /// Keeps the code of an invitation for whoever signs in next.
    public static void invite(HttpServletRequest request, String code) {
        HttpSession session = request.getSession();
        session.setAttribute(INVITATION, code.substring(0, Math.min(code.length(), 40)));
        session.setAttribute(INVITED, true);
    }

    /// True once after somebody came by an invitation's link.
    boolean invited(HttpServletRequest request) {
        HttpSession session = request.getSession();
        boolean invited = session.getAttribute(INVITED) != null;
        session.removeAttribute(INVITED);
        return invited;
    }

    /// Asks anew for whom this session may act.
    public void refresh(HttpServletRequest request) {
        request.getSession().removeAttribute(PEOPLE);
    }

    /// The pages show one's own space again.
    public void comeBack(HttpServletRequest request) {
        refresh(request);
        leave(request.getSession());
    }

    /// From now on the pages show this person's space; false for somebody one has no mandate for.
    boolean choose(HttpServletRequest request, CitizenSession who, String id) {
        HttpSession session = request.getSession();
        if (id.equals(who.space().toString())) {
            leave(session);
            return true;
        }
        refresh(request);
        Optional<Somebody> chosen = others(request, who).stream()
                .filter(one -> one.space().toString().equals(id))
                .findFirst();
        chosen.ifPresent(one -> {
            leave(session);
            session.setAttribute(ACTING, one);
        });
        return chosen.isPresent();
    }

    /// Whether nothing lets this person act there any more.
    private boolean stranger(CitizenSession who, SpaceId space) {
        Instant now = clock.instant();
        return mandates.of(who.space()).stream()
                .noneMatch(one -> one.space().id().equals(space) && one.holdsAt(now));
    }

    /// The pages show one's own space again: the one they showed is closed.
    public void backToOneself(HttpServletRequest request) {
        leave(request.getSession());
        refresh(request);
    }

    private static void leave(HttpSession session) {
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(BROWSED) || name.startsWith(UNREAD) || name.equals(ACTING))
                .forEach(session::removeAttribute);
    }

    private List<Somebody> others(HttpServletRequest request, CitizenSession who) {
        HttpSession session = request.getSession();
        if (session.getAttribute(PEOPLE) instanceof List<?> known) {
            return known.stream().map(Somebody.class::cast).toList();
        }
        Instant now = clock.instant();
        List<Somebody> others = mandates.of(who.space()).stream()
                .filter(one -> one.holdsAt(now) && one.space().state() == SpaceState.ACTIVATED)
                .map(one -> new Somebody(
                        one.space().id(),
                        one.space().person().displayName(),
                        one.mandate().kind() == Mandate.Kind.CAREGIVER
                                ? new HashSet<>(one.mandate().scopes())
                                : null))
                .toList();
        session.setAttribute(PEOPLE, new ArrayList<>(others));
        return others;
    }

    private static Optional<Somebody> acting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACTING) instanceof Somebody somebody
                ? Optional.of(somebody)
                : Optional.empty();
    }

    /// Was the page that sends this form made for the person whose space is shown now?
    boolean madeForCurrent(HttpServletRequest request, CitizenSession who) {
        return others(request, who).isEmpty() || space(request, who).toString().equals(request.getParameter(FOR));
    }
}
