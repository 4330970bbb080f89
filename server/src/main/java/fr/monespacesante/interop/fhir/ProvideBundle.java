package fr.monespacesante.interop.fhir;

import fr.monespacesante.interop.fhir.PatientParameter.ByIns;
import fr.monespacesante.interop.fhir.Providing.Item;
import fr.monespacesante.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Resource;

/// A transaction of ITI-65, checked: one submission set, its documents, and the bytes of each.
///
/// @param entries in the order of the request, as the response answers them
record ProvideBundle(String submissionId, List<Item> documents, List<Entry> entries) {
    enum Kind {
        LIST,
        DOCUMENT,
        BINARY
    }

    /// @param document the number of the document that this entry is about; -1 for the submission set
    record Entry(Kind kind, int document) {}

    static ProvideBundle read(Bundle bundle, Body body) {
        if (bundle.getType() != BundleType.TRANSACTION) {
            throw new Refusal(Problem.MALFORMED, "Bundle.type", "Expected: transaction.");
        }
        return new Reading(bundle, body).read();
    }

    private static final class Reading {
        private final List<BundleEntryComponent> entries;
        private final Body body;
        private final Map<String, Integer> binaries = new HashMap<>();
        private final Map<Integer, Integer> documentOfEntry = new HashMap<>();
        private final Set<String> listed = new HashSet<>();
        private int list = -1;

        Reading(Bundle bundle, Body body) {
            this.entries = bundle.getEntry();
            this.body = body;
        }

        ProvideBundle read() {
            for (int i = 0; i < entries.size(); i++) {
                sort(i);
            }
            if (list < 0) {
                throw new Refusal(
                        Problem.REQUIRED_ELEMENT_MISSING, "Bundle.entry", "A submission set (List) is needed.");
            }
            ListResource set = (ListResource) entries.get(list).getResource();
            String submissionId = submissionId(set);
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).getResource() instanceof DocumentReference document) {
                    items.add(item(i, document, items.size()));
                }
            }
            if (items.isEmpty()) {
                throw new Refusal(Problem.REQUIRED_ELEMENT_MISSING, "Bundle.entry", "A DocumentReference is needed.");
            }
            checkSet(set, items.getFirst().read().subject());
            if (!binaries.isEmpty()) {
                int first = binaries.values().stream().min(Integer::compare).orElse(0);
                throw new Refusal(Problem.MALFORMED, path(first), "No DocumentReference has this Binary.");
            }
            List<Entry> answered = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                answered.add(new Entry(kind(entries.get(i).getResource()), documentOfEntry.getOrDefault(i, -1)));
            }
            return new ProvideBundle(submissionId, items, answered);
        }

        private void sort(int i) {
            BundleEntryComponent entry = entries.get(i);
            Resource resource = entry.getResource();
            if (entry.getRequest().getMethod() != HTTPVerb.POST) {
                throw new Refusal(Problem.MALFORMED, "Bundle.entry[" + i + "].request.method", "Expected: POST.");
            }
            switch (resource) {
                case ListResource set -> {
                    if (list >= 0) {
                        throw new Refusal(Problem.MALFORMED, path(i), "One submission set is expected.");
                    }
                    list = i;
                }
                case Binary binary -> binaries.put(fullUrl(i), i);
                case DocumentReference document -> {
                    // read once the Binaries are known
                }
                case null, default ->
                    throw new Refusal(Problem.MALFORMED, path(i), "Expected: List, DocumentReference, Binary.");
            }
        }

        private Item item(int i, DocumentReference document, int number) {
            Attachment attachment = document.getContentFirstRep().getAttachment();
            DocumentReader.Read read = new DocumentReader(path(i), document, true).read();
            Integer at = binaries.remove(String.valueOf(attachment.getUrl()));
            if (at == null || !(entries.get(at).getResource() instanceof Binary binary)) {
                throw new Refusal(
                        Problem.REQUIRED_ELEMENT_MISSING,
                        path(i) + ".content[0].attachment.url",
                        "No Binary of the Bundle has this fullUrl.");
            }
            if (!String.valueOf(binary.getContentType()).equals(attachment.getContentType())) {
                throw new Refusal(Problem.MIME_TYPE_MISMATCH, path(at) + ".contentType");
            }
            byte[] content = body.take(binary.getData())
                    .orElseThrow(() -> new Refusal(Problem.REQUIRED_ELEMENT_MISSING, path(at) + ".data"));
            if (!listed.contains(fullUrl(i))) {
                throw new Refusal(
                        Problem.REQUIRED_ELEMENT_MISSING,
                        path(list) + ".entry",
                        "The submission set does not name Bundle.entry[" + i + "].");
            }
            documentOfEntry.put(i, number);
            documentOfEntry.put(at, number);
            return new Item(path(i), path(at) + ".data", read, content);
        }

        private String submissionId(ListResource set) {
            String path = path(list);
            boolean submission =
                    set.getCode().getCoding().stream().anyMatch(coding -> "submissionset".equals(coding.getCode()));
            if (!submission) {
                throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, path + ".code");
            }
            if (set.getStatus() != ListResource.ListStatus.CURRENT) {
                throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, path + ".status");
            }
            if (set.getMode() != ListResource.ListMode.WORKING) {
                throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, path + ".mode");
            }
            need(set.hasSource(), path + ".source");
            need(set.hasDate(), path + ".date");
            set.getEntry()
                    .forEach(entry -> listed.add(String.valueOf(entry.getItem().getReference())));
            Identifier unique = set.getIdentifier().stream()
                    .filter(identifier ->
                            identifier.hasValue() && identifier.getUse() == Identifier.IdentifierUse.USUAL)
                    .findFirst()
                    .orElseGet(set::getIdentifierFirstRep);
            need(unique.hasValue(), path + ".identifier");
            return unique.getValue();
        }

        private void checkSet(ListResource set, ByIns subject) {
            ByIns named = new Participants(path(list), set).patient(set.getSubject(), "subject");
            if (!named.equals(subject)) {
                throw new Refusal(Problem.PATIENT_MISMATCH, path(list) + ".subject");
            }
        }

        private static void need(boolean present, String where) {
            if (!present) {
                throw new Refusal(Problem.REQUIRED_ELEMENT_MISSING, where);
            }
        }

        private String fullUrl(int i) {
            BundleEntryComponent entry = entries.get(i);
            need(entry.hasFullUrl(), "Bundle.entry[" + i + "].fullUrl");
            return entry.getFullUrl();
        }

        private static String path(int i) {
            return "Bundle.entry[" + i + "].resource";
        }

        private static Kind kind(Resource resource) {
            return switch (resource) {
                case ListResource set -> Kind.LIST;
                case Binary binary -> Kind.BINARY;
                default -> Kind.DOCUMENT;
            };
        }
    }
}
