package fr.monespacesante.portal.space;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// How the citizen's pages go through the door. A session remembers, for each kind of list, that it has left its trace:
/// a holder's own browsing is traced once for each list and session, and every document each time.
@Component
public class OwnSpace {
    /// Under this name the session keeps how many notices were unread when a page last looked.
    public static final String UNREAD = "mes.unread";

    private static final String BROWSED = "mes.browsed.";
    private static final String CHANNEL = "PORTAL";

    private final Doors doors;

    OwnSpace(Doors doors) {
        this.doors = doors;
    }

    public <R> Outcome<R> enter(
            HttpServletRequest request, CitizenSession who, Act act, Function<Visit, Outcome<R>> body) {
        HttpSession session = request.getSession();
        String mark = BROWSED + act.code();
        boolean browsing = session.getAttribute(mark) != null;
        Outcome<R> outcome = doors.enter(
                new Caller.Citizen(who.space(), who.displayName(), browsing, CHANNEL), who.space(), act, body);
        if (!browsing && !act.writes() && act.subject().isEmpty() && outcome instanceof Outcome.Done<R>) {
            session.setAttribute(mark, true);
        }
        return outcome;
    }
}
