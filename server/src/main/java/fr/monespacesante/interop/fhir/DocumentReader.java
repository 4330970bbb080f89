package fr.monespacesante.interop.fhir;

import fr.monespacesante.interop.fhir.PatientParameter.ByIns;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentType;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentEntry.Author;
import fr.monespacesante.record.NewDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContextComponent;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceRelatesToComponent;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/// Checks a DocumentReference against the PDSm profiles and makes the domain's record of it. Each refusal names the
/// element.
///
/// @param path where the resource stands, such as `Bundle.entry[1].resource`
/// @param comprehensive false for the simplified publication, which asks for less
record DocumentReader(String path, DocumentReference resource, boolean comprehensive) {
    private static final Pattern UNIQUE_ID = Pattern.compile("urn:oid:[0-2](\\.(0|[1-9]\\d*))+(\\^[\\x21-\\x7e]{1,64})?"
            + "|urn:uuid:[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String ANY_FORMAT_SYSTEM = "1.3.6.1.4.1.19376.1.2.3";
    private static final String ANY_FORMAT = "urn:ihe:iti:xds:2017:mimeTypeSufficient";
    private static final int LONGEST_TITLE = 500;

    /// Replaces another document, named by the id of this server or by its masterIdentifier.
    sealed interface Replaced {
        record ById(FhirIds.Located id) implements Replaced {}

        record ByUniqueId(String uniqueId) implements Replaced {}
    }

    /// @param replaced what `relatesTo` names; the record learns it inside the space
    record Read(NewDocument document, ByIns subject, Optional<Replaced> replaced) {}

    Read read() {
        if (resource.getStatus() != DocumentReferenceStatus.CURRENT) {
            throw wrong(Problem.CODE_NOT_IN_VALUE_SET, "status");
        }
        if (extension(DocumentReferenceJson.IS_DELETED) || extension(DocumentReferenceJson.IS_ARCHIVED)) {
            throw wrong(Problem.CODE_NOT_IN_VALUE_SET, "extension");
        }
        Participants people = new Participants(path, resource);
        ByIns subject = people.patient(resource.getSubject(), "subject");
        sameSource(people, subject);
        DocumentType type = type();
        category(type);
        Attachment attachment = attachment();
        DocumentReferenceContextComponent context = resource.getContext();
        NewDocument document = new NewDocument(
                uniqueId(),
                type.code(),
                title(attachment),
                resource.hasDescription() ? resource.getDescription() : null,
                created(attachment),
                authors(people),
                resource.hasAuthenticator() ? people.author(resource.getAuthenticator(), "authenticator") : null,
                custodian(people),
                attachment.getContentType(),
                format(),
                attachment.hasLanguage() ? attachment.getLanguage() : "fr-FR",
                confidentiality(),
                marks(),
                context(context),
                Optional.ofNullable(attachment.getHash())
                        .map(hash -> Base64.getEncoder().encodeToString(hash)),
                attachment.hasSize() ? Optional.of((long) attachment.getSize()) : Optional.empty(),
                Optional.empty());
        return new Read(document, subject, replaced());
    }

    private Refusal wrong(Problem problem, String element) {
        return new Refusal(problem, path + "." + element);
    }

    private void need(boolean present, String element) {
        if (!present) {
            throw wrong(Problem.REQUIRED_ELEMENT_MISSING, element);
        }
    }

    private boolean extension(String url) {
        Extension extension = resource.getExtensionByUrl(url);
        return extension != null && "true".equals(extension.getValue().primitiveValue());
    }

    private String uniqueId() {
        need(resource.hasMasterIdentifier() && resource.getMasterIdentifier().hasValue(), "masterIdentifier");
        Identifier identifier = resource.getMasterIdentifier();
        boolean uri = !identifier.hasSystem() || identifier.getSystem().equals(Json.URI);
        if (!uri || !UNIQUE_ID.matcher(identifier.getValue()).matches()) {
            throw wrong(Problem.MALFORMED, "masterIdentifier");
        }
        return identifier.getValue();
    }

    private DocumentType type() {
        need(resource.hasType(), "type");
        List<Coding> codings = resource.getType().getCoding();
        for (int i = 0; i < codings.size(); i++) {
            Coding coding = codings.get(i);
            Optional<DocumentType> type = Nomenclatures.national().type(String.valueOf(coding.getCode()));
            if (type.isPresent()) {
                system(coding, type.get().code(), "type.coding[" + i + "].system");
                return type.get();
            }
        }
        throw wrong(Problem.TYPE_CODE_UNKNOWN, "type.coding[0].code");
    }

    private void system(Coding coding, Code code, String element) {
        if (!coding.hasSystem() || !Tokens.isSystem(coding.getSystem(), code.system())) {
            throw wrong(Problem.CODE_NOT_IN_VALUE_SET, element);
        }
    }

    private void category(DocumentType type) {
        if (!resource.hasCategory()) {
            need(!comprehensive, "category");
            return;
        }
        Coding coding = resource.getCategoryFirstRep().getCodingFirstRep();
        Optional<Code> known = Nomenclatures.national().documentClass(String.valueOf(coding.getCode()));
        if (resource.getCategory().size() > 1 || known.isEmpty()) {
            throw wrong(Problem.CODE_NOT_IN_VALUE_SET, "category");
        }
        system(coding, known.get(), "category[0].coding[0].system");
        if (!known.get().code().equals(type.classCode())) {
            throw new Refusal(
                    Problem.CODE_NOT_IN_VALUE_SET,
                    path + ".category[0].coding[0].code",
                    "The class of this type is " + type.classCode() + ".");
        }
    }

    private void sameSource(Participants people, ByIns subject) {
        Reference source = resource.getContext().getSourcePatientInfo();
        if (source.isEmpty()) {
            return;
        }
        ByIns named = people.patient(source, "context.sourcePatientInfo");
        if (!named.equals(subject)) {
            throw wrong(Problem.PATIENT_MISMATCH, "context.sourcePatientInfo");
        }
    }

    private Attachment attachment() {
        need(resource.hasContent(), "content");
        if (resource.getContent().size() != 1) {
            throw wrong(Problem.MALFORMED, "content");
        }
        Attachment attachment = resource.getContentFirstRep().getAttachment();
        need(attachment.hasContentType(), "content[0].attachment.contentType");
        need(attachment.hasTitle(), "content[0].attachment.title");
        if (comprehensive) {
            need(attachment.hasUrl(), "content[0].attachment.url");
            need(attachment.hasSize(), "content[0].attachment.size");
            need(attachment.hasHash(), "content[0].attachment.hash");
        } else {
            need(attachment.hasData(), "content[0].attachment.data");
            if (attachment.hasUrl()) {
                throw wrong(Problem.MALFORMED, "content[0].attachment.url");
            }
        }
        return attachment;
    }

    private String title(Attachment attachment) {
        if (attachment.getTitle().isBlank() || attachment.getTitle().length() > LONGEST_TITLE) {
            throw wrong(Problem.MALFORMED, "content[0].attachment.title");
        }
        return attachment.getTitle().strip();
    }

    private Instant created(Attachment attachment) {
        if (!resource.hasDate() && !comprehensive && attachment.hasCreation()) {
            return attachment.getCreation().toInstant();
        }
        need(resource.hasDate(), "date");
        return resource.getDate().toInstant();
    }

    private List<Author> authors(Participants people) {
        need(resource.hasAuthor(), "author");
        List<Author> authors = new ArrayList<>();
        for (int i = 0; i < resource.getAuthor().size(); i++) {
            authors.add(people.author(resource.getAuthor().get(i), "author[" + i + "]"));
        }
        return authors;
    }

    private DocumentEntry.@Nullable Organisation custodian(Participants people) {
        need(resource.hasCustodian() || !comprehensive, "custodian");
        return resource.hasCustodian() ? people.organisation(resource.getCustodian(), "custodian") : null;
    }

    private Code format() {
        Coding format = resource.getContentFirstRep().getFormat();
        if (format.hasCode()) {
            return new Code(
                    format.getCode(),
                    format.hasSystem() ? oid(format.getSystem()) : ANY_FORMAT_SYSTEM,
                    format.hasDisplay() ? format.getDisplay() : "");
        }
        need(!comprehensive, "content[0].format");
        return new Code(ANY_FORMAT, ANY_FORMAT_SYSTEM, "");
    }

    private static String oid(String system) {
        return switch (system) {
            case "http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode" -> ANY_FORMAT_SYSTEM;
            case "http://loinc.org" -> "2.16.840.1.113883.6.1";
            case "http://snomed.info/sct" -> "2.16.840.1.113883.6.96";
            default -> system.replaceFirst("^urn:oid:", "");
        };
    }

    private String confidentiality() {
        List<String> found = new ArrayList<>();
        List<CodeableConcept> labels = resource.getSecurityLabel();
        for (int i = 0; i < labels.size(); i++) {
            Coding coding = labels.get(i).getCodingFirstRep();
            String code = String.valueOf(coding.getCode());
            if (Mark.ofCode(code).isPresent()) {
                continue;
            }
            boolean known = Set.of("N", "R", "V").contains(code)
                    && (DocumentReferenceJson.CONFIDENTIALITY.equals(coding.getSystem())
                            || "urn:oid:2.16.840.1.113883.5.25".equals(coding.getSystem()));
            if (!known || !found.isEmpty()) {
                throw wrong(Problem.CODE_NOT_IN_VALUE_SET, "securityLabel[" + i + "]");
            }
            found.add(code);
        }
        return found.isEmpty() ? "N" : found.getFirst();
    }

    private Set<Mark> marks() {
        Set<Mark> marks = new HashSet<>();
        List<CodeableConcept> labels = resource.getSecurityLabel();
        for (int i = 0; i < labels.size(); i++) {
            Coding coding = labels.get(i).getCodingFirstRep();
            Optional<Mark> mark = Mark.ofCode(String.valueOf(coding.getCode()));
            if (mark.isPresent()) {
                if (!coding.hasSystem() || !Tokens.isSystem(coding.getSystem(), Mark.SYSTEM)) {
                    throw wrong(Problem.CODE_NOT_IN_VALUE_SET, "securityLabel[" + i + "].coding[0].system");
                }
                marks.add(mark.get());
            }
        }
        return marks;
    }

    private DocumentEntry.Context context(DocumentReferenceContextComponent context) {
        need(!comprehensive || context.getPeriod().hasStart(), "context.period.start");
        need(!comprehensive || context.hasFacilityType(), "context.facilityType");
        need(!comprehensive || context.hasPracticeSetting(), "context.practiceSetting");
        List<Code> events = new ArrayList<>();
        for (CodeableConcept event : context.getEvent()) {
            Coding coding = event.getCodingFirstRep();
            events.add(new Code(
                    String.valueOf(coding.getCode()),
                    coding.hasSystem() ? oid(coding.getSystem()) : "",
                    coding.hasDisplay() ? coding.getDisplay() : ""));
        }
        List<DocumentEntry.Reference> related = new ArrayList<>();
        for (Reference reference : context.getRelated()) {
            if (reference.hasIdentifier() && reference.getIdentifier().hasValue()) {
                Identifier identifier = reference.getIdentifier();
                related.add(new DocumentEntry.Reference(
                        identifier.getValue(),
                        identifier.getSystem(),
                        identifier.getType().getCodingFirstRep().getCode()));
            }
        }
        return new DocumentEntry.Context(
                instant(context.getPeriod().getStart()),
                instant(context.getPeriod().getEnd()),
                known(context.getFacilityType(), "context.facilityType", true),
                known(context.getPracticeSetting(), "context.practiceSetting", false),
                events,
                related);
    }

    private @Nullable Code known(CodeableConcept concept, String element, boolean facility) {
        if (concept.isEmpty()) {
            return null;
        }
        Coding coding = concept.getCodingFirstRep();
        String code = String.valueOf(coding.getCode());
        Optional<Code> known = facility
                ? Nomenclatures.national().facilityType(code)
                : Nomenclatures.national().practiceSetting(code);
        if (known.isEmpty()) {
            throw wrong(Problem.CODE_NOT_IN_VALUE_SET, element + ".coding[0].code");
        }
        system(coding, known.get(), element + ".coding[0].system");
        return known.get();
    }

    private Optional<Replaced> replaced() {
        if (!resource.hasRelatesTo()) {
            return Optional.empty();
        }
        DocumentReferenceRelatesToComponent relation = resource.getRelatesToFirstRep();
        if (resource.getRelatesTo().size() > 1 || relation.getCode() != DocumentRelationshipType.REPLACES) {
            throw wrong(Problem.CODE_NOT_IN_VALUE_SET, "relatesTo[0].code");
        }
        Reference target = relation.getTarget();
        if (target.hasReference()) {
            String reference = target.getReference();
            return Optional.of(FhirIds.parse(reference.substring(reference.lastIndexOf('/') + 1))
                    .<Replaced>map(Replaced.ById::new)
                    .orElseThrow(() -> wrong(Problem.REPLACED_DOCUMENT_UNKNOWN, "relatesTo[0].target")));
        }
        need(target.getIdentifier().hasValue(), "relatesTo[0].target");
        return Optional.of(new Replaced.ByUniqueId(target.getIdentifier().getValue()));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
