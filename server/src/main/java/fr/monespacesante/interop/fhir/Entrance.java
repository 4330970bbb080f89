package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Caller;
import fr.monespacesante.interop.DepositGate;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.vault.Damaged;
import fr.monespacesante.vault.SpaceKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpRequestHandler;

/// Every request under `/fhir`: who asks was settled before (`FhirSecurity`); this names what is asked, has it done,
/// and answers, refusals and faults included.
final class Entrance implements HttpRequestHandler {
    static final String PATH = "/fhir";

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
    private static final Set<String> TYPES = Set.of("DocumentReference", "Binary", "List", "Patient", "Consent");

    private final Interactions interactions;
    private final Bodies bodies;
    private final DepositGate gate;
    private final Answers answers;

    Entrance(Interactions interactions, Bodies bodies, DepositGate gate, Answers answers) {
        this.interactions = interactions;
        this.bodies = bodies;
        this.gate = gate;
        this.answers = answers;
    }

    /// What can be asked, by subject.
    record Interactions(
            Providing providing,
            Finding finding,
            Changing changing,
            SubmissionSets sets,
            Patients patients,
            Agreements agreements) {}

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Call call = Call.of(request, CallerFilter.caller(request));
            answers.send(call, answer(call), response);
        } catch (Refusal refusal) {
            answers.refuse(request, response, refusal);
        } catch (SpaceKey.DamagedStream | Damaged | NoSuchFileException damaged) {
            LOG.error("a stored document is damaged or gone");
            brokenOff(response);
            answers.refuse(request, response, new Refusal(Problem.DOCUMENT_DAMAGED, ""));
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException away) {
            LOG.warn("the database is not there: {}", away.getClass().getSimpleName());
            answers.refuse(request, response, new Refusal(Problem.UNAVAILABLE, ""));
        } catch (UncheckedIOException full) {
            LOG.error("the store does not take or give documents: {}", origin(full));
            brokenOff(response);
            answers.refuse(request, response, new Refusal(Problem.UNAVAILABLE, ""));
        } catch (RuntimeException bug) {
            LOG.error("a request failed: {}", origin(bug));
            brokenOff(response);
            response.resetBuffer();
            response.setStatus(500);
        }
    }

    private Answer answer(Call call) throws IOException {
        List<String> path = call.path();
        String method = call.request().getMethod().equals("HEAD")
                ? "GET"
                : call.request().getMethod();
        if (path.isEmpty()) {
            if (method.equals("POST")) {
                return deposit(call, "Bundle");
            }
            throw notOffered();
        }
        if (path.size() == 1 && path.getFirst().equals("metadata") && method.equals("GET")) {
            return Capabilities.answer(call);
        }
        if (!TYPES.contains(path.getFirst())) {
            throw new Refusal(Problem.NOT_FOUND, "", "There is no such type of resource here.");
        }
        boolean search = (path.size() == 1 && method.equals("GET"))
                || (path.size() == 2 && path.get(1).equals("_search") && method.equals("POST"));
        if (search) {
            return search(call);
        }
        return switch (path.getFirst()) {
            case "DocumentReference" -> document(call, method);
            case "Binary" -> {
                if (path.size() == 2 && method.equals("GET")) {
                    yield interactions.finding().fetch(call, path.get(1));
                }
                throw notOffered();
            }
            case "Patient" -> {
                if (path.size() == 2 && method.equals("GET")) {
                    yield interactions.patients().read(call, path.get(1));
                }
                throw notOffered();
            }
            case "Consent" -> {
                if (path.size() == 1 && method.equals("POST")) {
                    yield interactions.agreements().declare(call, bodies.read(call.request(), "Consent"));
                }
                throw notOffered();
            }
            default -> throw notOffered();
        };
    }

    private Answer search(Call call) {
        return switch (call.path().getFirst()) {
            case "DocumentReference" -> interactions.finding().search(call);
            case "List" -> interactions.sets().search(call);
            case "Patient" -> interactions.patients().search(call);
            case "Consent" -> interactions.agreements().search(call);
            default -> throw notOffered();
        };
    }

    private Answer document(Call call, String method) throws IOException {
        List<String> path = call.path();
        boolean history = path.size() >= 3 && path.get(2).equals("_history");
        if (method.equals("GET") && path.size() == 2) {
            call.allow(Set.of());
            return interactions.finding().read(call, path.get(1));
        }
        if (method.equals("GET") && path.size() == 3 && history) {
            call.allow(Set.of());
            return interactions.finding().history(call, path.get(1));
        }
        if (method.equals("GET") && path.size() == 4 && history) {
            call.allow(Set.of());
            return interactions.finding().version(call, path.get(1), path.get(3));
        }
        if (method.equals("POST") && path.size() == 1) {
            return deposit(call, "DocumentReference");
        }
        if (method.equals("PATCH") && path.size() <= 2) {
            Changing.refuseOtherPatches(String.valueOf(call.request().getContentType()));
            Body body = bodies.read(call.request(), "Parameters");
            return path.size() == 1
                    ? interactions.changing().byIdentifier(call, body)
                    : interactions.changing().byId(call, path.get(1), body);
        }
        throw notOffered();
    }

    private Answer deposit(Call call, String root) throws IOException {
        if (!gate.enter()) {
            throw new Refusal(Problem.BUSY, "");
        }
        try {
            Body body = bodies.read(call.request(), root);
            return root.equals("Bundle")
                    ? interactions.providing().transaction(call, body)
                    : interactions.providing().publish(call, body);
        } finally {
            gate.leave();
        }
    }

    private static Refusal notOffered() {
        return new Refusal(Problem.CHANGE_NOT_ALLOWED, "", "This interaction is not offered.");
    }

    /// What has begun cannot become another answer: it ends short, which its length or its end shows.
    private static void brokenOff(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer was broken off");
        }
    }

    /// Where it happened, and no message: messages may repeat what was sent.
    private static String origin(Throwable bug) {
        Throwable root = bug;
        for (int i = 0; i < 10 && root.getCause() != null; i++) {
            root = root.getCause();
        }
        String frames = Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("fr.monespacesante"))
                .limit(4)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        return bug.getClass().getSimpleName() + "/" + root.getClass().getSimpleName() + " at " + frames;
    }

    /// For requests that need nobody: the statement of what this server can do.
    static boolean isOpen(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + PATH + "/metadata");
    }

    /// Who asks for what is open to all: nobody in particular.
    static final Caller NOBODY = new Caller.Agent("", "", Set.of(), "FHIR");
}
