package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// A FHIRPath patch of a DocumentReference, as PDSm allows it: status, securityLabel, isArchived, isDeleted (DOC-11).
/// It is read before the document is known, and applied to the document's marks inside its space.
///
/// @param labels changes of the security labels, in order
record PatchReader(
        Optional<Boolean> superseded, Optional<Boolean> archived, boolean deleted, List<LabelChange> labels) {
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern INDEX = Pattern.compile("securityLabel\\[(\\d+)]");

    /// @param removed what goes: a code, or the number of a label; empty for nothing
    /// @param added what comes; null for nothing
    record LabelChange(
            Optional<String> removed, boolean all, @Nullable String added) {}

    static PatchReader read(Parameters parameters) {
        Optional<Boolean> superseded = Optional.empty();
        Optional<Boolean> archived = Optional.empty();
        boolean deleted = false;
        List<LabelChange> labels = new ArrayList<>();
        List<ParametersParameterComponent> operations = parameters.getParameter();
        if (operations.isEmpty()) {
            throw new Refusal(Problem.MALFORMED, "Parameters.parameter");
        }
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = Operation.of(operations.get(i), "Parameters.parameter[" + i + "]");
            switch (operation.target()) {
                case "status" -> superseded = Optional.of(status(operation));
                case "securityLabel" -> labels.add(label(operation));
                case DocumentReferenceJson.IS_ARCHIVED -> archived = Optional.of(flag(operation));
                case DocumentReferenceJson.IS_DELETED -> {
                    if (!flag(operation)) {
                        throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, operation.where(), "Deleting is final.");
                    }
                    deleted = true;
                }
                default -> throw new Refusal(Problem.CHANGE_NOT_ALLOWED, operation.where());
            }
        }
        return new PatchReader(superseded, archived, deleted, labels);
    }

    Change change(DocumentEntry entry, Optional<Long> expectedVersion) {
        Set<Mark> marks = new HashSet<>(entry.marks());
        List<String> confidentiality = new ArrayList<>(List.of(entry.confidentiality()));
        for (LabelChange label : labels) {
            label.removed().ifPresent(removed -> remove(named(entry, removed), marks, confidentiality));
            if (label.all()) {
                marks.clear();
                confidentiality.clear();
            }
            String added = label.added();
            if (added != null) {
                Mark.ofCode(added).ifPresentOrElse(marks::add, () -> confidentiality.add(added));
            }
        }
        if (confidentiality.size() != 1) {
            throw new Refusal(
                    Problem.CODE_NOT_IN_VALUE_SET, "DocumentReference.securityLabel", "Exactly one of N, R, V.");
        }
        return new Change(
                expectedVersion,
                superseded,
                archived,
                labels.isEmpty() ? Optional.empty() : Optional.of(marks),
                confidentiality.getFirst().equals(entry.confidentiality())
                        ? Optional.empty()
                        : Optional.of(confidentiality.getFirst()));
    }

    private static void remove(String code, Set<Mark> marks, List<String> confidentiality) {
        boolean there = Mark.ofCode(code).map(marks::remove).orElseGet(() -> confidentiality.remove(code));
        if (!there) {
            throw new Refusal(Problem.MALFORMED, "DocumentReference.securityLabel", "There is no such label.");
        }
    }

    /// A label by its code, or by its number in the order this server writes them.
    private static String named(DocumentEntry entry, String removed) {
        if (!removed.matches("\\d{1,4}")) {
            return removed;
        }
        List<String> all = new ArrayList<>(List.of(entry.confidentiality()));
        for (Mark mark : Mark.values()) {
            if (entry.marks().contains(mark)) {
                all.add(mark.name());
            }
        }
        int index = Integer.parseInt(removed);
        return index < all.size() ? all.get(index) : "?";
    }

    private static boolean status(Operation operation) {
        String code = operation.value() == null
                ? ""
                : String.valueOf(operation.value().primitiveValue());
        return switch (code) {
            case "superseded" -> true;
            case "current" -> false;
            default -> throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, operation.where());
        };
    }

    private static boolean flag(Operation operation) {
        Type value = operation.value();
        if (operation.kind().equals("delete")) {
            return false;
        }
        String text = value instanceof Extension extension
                ? String.valueOf(extension.getValue().primitiveValue())
                : value == null ? "" : String.valueOf(value.primitiveValue());
        if (!text.equals("true") && !text.equals("false")) {
            throw new Refusal(Problem.MALFORMED, operation.where());
        }
        return text.equals("true");
    }

    private static LabelChange label(Operation operation) {
        String added = null;
        if (!operation.kind().equals("delete")) {
            added = labelCode(operation);
        }
        if (operation.kind().equals("add") || operation.kind().equals("insert")) {
            return new LabelChange(Optional.empty(), false, added);
        }
        List<String> quoted = new ArrayList<>();
        Matcher codes = QUOTED.matcher(operation.path());
        while (codes.find()) {
            String code = codes.group(1);
            if (Mark.ofCode(code).isPresent() || Set.of("N", "R", "V").contains(code)) {
                quoted.add(code);
            }
        }
        Matcher index = INDEX.matcher(operation.path());
        if (quoted.size() == 1) {
            return new LabelChange(Optional.of(quoted.getFirst()), false, added);
        }
        if (index.find()) {
            return new LabelChange(Optional.of(index.group(1)), false, added);
        }
        if (operation.path().equals("DocumentReference.securityLabel") && added != null) {
            return new LabelChange(Optional.empty(), true, added);
        }
        throw new Refusal(Problem.MALFORMED, operation.where(), "Name the label by its code or its number.");
    }

    private static String labelCode(Operation operation) {
        Coding coding = operation.value() instanceof CodeableConcept concept
                ? concept.getCodingFirstRep()
                : operation.value() instanceof Coding one ? one : new Coding();
        String code = String.valueOf(coding.getCode());
        boolean mark =
                Mark.ofCode(code).isPresent() && coding.hasSystem() && Tokens.isSystem(coding.getSystem(), Mark.SYSTEM);
        boolean level = Set.of("N", "R", "V").contains(code)
                && DocumentReferenceJson.CONFIDENTIALITY.equals(coding.getSystem());
        if (!mark && !level) {
            throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, operation.where());
        }
        return code;
    }

    /// One operation.
    ///
    /// @param target the element, or the URL of the extension, that it changes
    private record Operation(
            String kind,
            String path,
            String target,
            @Nullable Type value,
            String where) {
        static Operation of(ParametersParameterComponent parameter, String where) {
            String kind = "";
            String path = "";
            String name = "";
            Type value = null;
            String url = "";
            if (!"operation".equals(parameter.getName())) {
                throw new Refusal(Problem.MALFORMED, where + ".name");
            }
            for (ParametersParameterComponent part : parameter.getPart()) {
                switch (part.getName()) {
                    case "type" -> kind = String.valueOf(part.getValue().primitiveValue());
                    case "path" -> path = String.valueOf(part.getValue().primitiveValue());
                    case "name" -> name = String.valueOf(part.getValue().primitiveValue());
                    case "value" -> {
                        value = part.getValue();
                        // an extension has no type of value of its own in a patch: its parts stand here
                        for (ParametersParameterComponent inner : part.getPart()) {
                            if ("url".equals(inner.getName())) {
                                url = String.valueOf(inner.getValue().primitiveValue());
                            } else {
                                value = inner.getValue();
                            }
                        }
                    }
                    default -> {
                        // index, source, destination: where among its like a label stands means nothing
                    }
                }
            }
            if (!Set.of("add", "insert", "replace", "delete").contains(kind)) {
                throw new Refusal(Problem.MALFORMED, where + ".part", "Types: add, insert, replace, delete.");
            }
            if (value instanceof Extension extension) {
                url = extension.getUrl();
            }
            return new Operation(kind, path, target(path, name, url), value, where);
        }

        private static String target(String path, String name, String url) {
            for (String known : List.of(DocumentReferenceJson.IS_ARCHIVED, DocumentReferenceJson.IS_DELETED)) {
                if (path.contains(known) || url.equals(known)) {
                    return known;
                }
            }
            if (path.equals("DocumentReference")) {
                return name;
            }
            String after = path.startsWith("DocumentReference.") ? path.substring("DocumentReference.".length()) : "";
            if (after.equals("status")) {
                return after;
            }
            return after.startsWith("securityLabel") ? "securityLabel" : after;
        }
    }
}
