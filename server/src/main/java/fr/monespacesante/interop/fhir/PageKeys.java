package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Caller;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.vault.Damaged;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The keys of next pages: sealed, so that they show nothing (no INS in an address), open on any node, and are of use
/// to the caller who asked only.
final class PageKeys {
    private static final Place PLACE = new Place("fhir.page", new UUID(0, 0), 0);

    private final Directory directory;

    PageKeys(Directory directory) {
        this.directory = directory;
    }

    /// @param caller whose search it is
    /// @param after the last document of the page before
    record Key(String caller, Map<String, List<String>> parameters, UUID after) {}

    String seal(Caller caller, Map<String, List<String>> parameters, DocumentId after) {
        byte[] sealed = directory.seal(PLACE, new Key(name(caller), parameters, after.value()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Key open(Caller caller, String text) {
        try {
            Key key = directory.open(PLACE, Base64.getUrlDecoder().decode(text), Key.class);
            if (key.caller().equals(name(caller))) {
                return key;
            }
        } catch (Damaged | IllegalArgumentException e) {
            // not one of ours: said below, in the same words as a key of someone else's
        }
        throw new Refusal(Problem.MALFORMED, "_page");
    }

    private static String name(Caller caller) {
        return switch (caller) {
            case Caller.Professional professional -> professional.rpps().nationalId();
            case Caller.Software software -> "S" + software.structure();
            case Caller.Citizen citizen -> "C" + citizen.own();
            case Caller.Agent agent -> "A" + agent.id();
            case Caller.Correspondent correspondent -> "M" + correspondent.address();
            case Caller.Service service -> "T" + service.task();
        };
    }
}
