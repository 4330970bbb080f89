package fr.monespacesante.record;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Oracle;
import fr.monespacesante.access.Situations;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.SpaceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Documents of every trait that the oracle tells apart, put into a space.
public final class OracleDocuments {
    public static final String DOCTOR = "10001234567";
    public static final String NURSE = "10007654321";
    private static final String OTHER = "10003334445";

    private final Doors doors;
    private final Deposits deposits;
    private final Documents documents;

    public OracleDocuments(Doors doors, Deposits deposits, Documents documents) {
        this.doors = doors;
        this.deposits = deposits;
        this.documents = documents;
    }

    /// A document, and what the tables ask of it but for who looks.
    public record Known(DocumentId id, UUID series, String author, Map<String, String> traits) {
        /// @param ruled the one document that the situation's `rule` is about
        public boolean seen(Oracle seeing, Map<String, String> situation, String right, String rpps, Known ruled) {
            Map<String, String> all = new HashMap<>(situation);
            all.putAll(traits);
            all.put("in", right);
            all.put("author", author.equals(rpps) ? "yes" : "no");
            all.put("rule", equals(ruled) ? situation.getOrDefault("rule", "none") : "none");
            return seeing.answer(all).equals("yes");
        }
    }

    /// Two types, three authors, hidden or not, announced or not.
    public List<Known> deposit(SpaceId space) {
        List<Known> all = new ArrayList<>();
        for (String type : List.of("11502-2", "ATTEST-RESID")) {
            for (String author : List.of(DOCTOR, NURSE, OTHER)) {
                for (boolean hidden : List.of(false, true)) {
                    for (boolean announced : List.of(true, false)) {
                        all.add(deposit(space, type, author, hidden, announced));
                    }
                }
            }
        }
        return all;
    }

    private Known deposit(SpaceId space, String type, String author, boolean hidden, boolean announced) {
        Set<Mark> marks = new HashSet<>();
        if (hidden) {
            marks.add(Mark.MASQUE_PS);
        }
        if (!announced) {
            marks.add(Mark.INVISIBLE_PATIENT);
        }
        NewDocument wanted = new NewDocument(
                "urn:uuid:" + UUID.randomUUID(),
                new Code(type, "2.16.840.1.113883.6.1", ""),
                "Un document",
                null,
                Instant.now(),
                List.of(),
                null,
                null,
                "text/plain",
                new Code("urn:ihe:iti:xds-sd:text:2008", "1.3.6.1.4.1.19376.1.2.3", ""),
                "fr-FR",
                "N",
                marks,
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Caller.Professional by = Situations.professional(
                new Rpps(author), author.equals(NURSE) ? "60" : "10", new Caller.Purpose.Care());
        Outcome<DocumentEntry> kept = deposits.prepare(wanted, "Un texte".getBytes(StandardCharsets.UTF_8))
                .then(ready -> doors.enter(
                        by,
                        space,
                        new Act.DepositDocuments(Set.of(), marks),
                        visit -> documents
                                .deposit(
                                        visit,
                                        new Documents.Submission("urn:uuid:" + UUID.randomUUID(), List.of(ready)))
                                .map(deposited -> deposited.getFirst().entry())));
        if (!(kept instanceof Outcome.Done<DocumentEntry>(DocumentEntry entry))) {
            throw new AssertionError(kept.toString());
        }
        return new Known(
                entry.id(),
                entry.series(),
                author,
                Map.of("type", type, "hidden", hidden ? "yes" : "no", "announced", announced ? "yes" : "no"));
    }
}
