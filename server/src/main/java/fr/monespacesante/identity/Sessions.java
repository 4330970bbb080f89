package fr.monespacesante.identity;

import fr.monespacesante.vault.Directory;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// The sessions of a citizen, which she sees and can end (AUT-07).
@Component
public final class Sessions {
    /// Begins what a session with a counsellor says of its device; the counsellor follows.
    public static final String ASSISTED = "assisted|";

    static final String DEVICE = "mes.device";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Directory directory;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, Directory directory) {
        this.sessions = sessions;
        this.directory = directory;
    }

    /// One session.
    ///
    /// @param handle names it on a page; it is not the session's id
    /// @param device what the browser says it is
    public record Open(String handle, Instant since, Instant lastSeen, String device, boolean current) {}

    /// The latest used first.
    ///
    /// @param currentId id of the session that asks (`HttpSession.getId`)
    public List<Open> of(CitizenId citizen, String currentId) {
        return sessions.findByPrincipalName(citizen.toString()).values().stream()
                .map(session -> new Open(
                        handle(session.getId()),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getAttributeOrDefault(DEVICE, ""),
                        session.getId().equals(currentId)))
                .sorted(Comparator.comparing(Open::lastSeen).reversed())
                .toList();
    }

    /// Ends one of the citizen's own sessions; a handle of someone else's ends nothing.
    public void end(CitizenId citizen, String handle) {
        endWhere(citizen, id -> handle(id).equals(handle));
    }

    public void endOthers(CitizenId citizen, String currentId) {
        endWhere(citizen, id -> !id.equals(currentId));
    }

    /// When the space is closed.
    public void endAll(CitizenId citizen) {
        endWhere(citizen, id -> true);
    }

    private void endWhere(CitizenId citizen, Predicate<String> which) {
        sessions.findByPrincipalName(citizen.toString()).keySet().stream()
                .filter(which)
                .forEach(sessions::deleteById);
    }

    private String handle(String id) {
        return HexFormat.of().formatHex(directory.fingerprint("identity.session", id), 0, 8);
    }
}
