package fr.monespacesante.messaging;

import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentType;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.XdmPackage;
import fr.monespacesante.record.DocumentEntry.Author;
import fr.monespacesante.record.DocumentEntry.Context;
import fr.monespacesante.record.DocumentEntry.Organisation;
import fr.monespacesante.record.DocumentEntry.Reference;
import fr.monespacesante.record.NewDocument;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an attachment is called once it is a document: its metadata, and where it came from.
final class SavedDocument {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final Code PLAIN_FORMAT =
            new Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", "1.3.6.1.4.1.19376.1.2.3", "mimeType Sufficient");

    private SavedDocument() {}

    /// As its metadata say.
    static NewDocument of(XdmPackage.Document document, Conversations.Opened opened) {
        Message message = opened.message();
        List<Author> authors = new ArrayList<>();
        document.authors().forEach(one -> author(one).ifPresent(authors::add));
        if (authors.isEmpty()) {
            authors.add(correspondent(message));
        }
        return new NewDocument(
                urn(document.uniqueId()),
                document.type(),
                title(document),
                source(document.comments(), message),
                document.created().orElse(message.at()),
                authors,
                document.legalAuthenticator().flatMap(SavedDocument::author).orElse(null),
                null,
                document.mimeType(),
                document.format().code().isEmpty() ? PLAIN_FORMAT : document.format(),
                document.language().isEmpty() ? "fr-FR" : document.language(),
                document.confidentiality(),
                marks(document.marks(), opened.alone()),
                new Context(
                        document.start().orElse(null),
                        document.end().orElse(null),
                        given(document.facilityType()),
                        given(document.practiceSetting()),
                        document.events(),
                        document.references().stream()
                                .map(SavedDocument::reference)
                                .toList()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// As the citizen says. The same attachment is the same document, however often it is saved.
    static NewDocument of(
            SavedAttachments.Wanted wanted, Attachment attachment, Conversations.Opened opened, int index, int part) {
        Message message = opened.message();
        Code type = Nomenclatures.national()
                .type(wanted.typeCode())
                .map(DocumentType::code)
                .orElseGet(() -> new Code(wanted.typeCode(), "", ""));
        String title =
                wanted.title().isBlank() ? attachment.name() : wanted.title().strip();
        Set<Mark> asked = wanted.hide() ? Set.of(Mark.MASQUE_PS) : Set.of();
        return new NewDocument(
                oid(message.id() + "/" + index + "/" + part),
                type,
                title,
                source("", message),
                instant(wanted.date()),
                List.of(correspondent(message)),
                null,
                null,
                attachment.mimeType(),
                PLAIN_FORMAT,
                "fr-FR",
                "N",
                marks(asked, opened.alone()),
                Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static String submission(Message message, int index) {
        return oid(message.id() + "/" + index);
    }

    /// As FHIR and this record write an OID.
    static String urn(String uniqueId) {
        return uniqueId.startsWith("urn:") ? uniqueId : "urn:oid:" + uniqueId;
    }

    static String title(XdmPackage.Document document) {
        if (!document.title().isBlank()) {
            return document.title();
        }
        String label = Nomenclatures.national()
                .type(document.type().code())
                .map(type -> type.code().label())
                .orElse(document.type().label());
        return label.isBlank() ? document.uri() : label;
    }

    /// Empty when it is none of the national ones.
    static String typeCode(XdmPackage.Document document) {
        return Nomenclatures.national()
                .type(document.type().code())
                .map(type -> type.code().code())
                .orElse("");
    }

    static String author(XdmPackage.Document document) {
        return document.authors().stream()
                .flatMap(one -> author(one).stream())
                .findFirst()
                .map(Author::displayName)
                .orElse("");
    }

    static String fileName(XdmPackage.Document document) {
        String ending = switch (document.mimeType()) {
            case "application/pdf" -> ".pdf";
            case "text/xml" -> ".xml";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/tiff" -> ".tif";
            case "text/plain" -> ".txt";
            case "text/rtf", "application/rtf" -> ".rtf";
            default -> "";
        };
        return title(document).replaceAll("[^\\p{L}\\p{N} ._-]", "_").strip() + ending;
    }

    /// A document out of an exchange that representatives do not read is kept from them too.
    private static Set<Mark> marks(Set<Mark> own, boolean alone) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(own);
        if (alone) {
            marks.add(Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        }
        return marks;
    }

    private static Optional<Author> author(XdmPackage.Author one) {
        boolean nobody = one.family().isEmpty() && one.given().isEmpty();
        if (nobody && one.institutionName().isEmpty()) {
            return Optional.empty();
        }
        Organisation organisation = one.institutionName().isEmpty()
                        && one.institutionId().isEmpty()
                ? null
                : new Organisation(one.institutionId().isEmpty() ? null : one.institutionId(), one.institutionName());
        return Optional.of(new Author(
                one.id().isEmpty() || nobody ? null : one.id(),
                one.family(),
                one.given(),
                given(one.speciality()),
                organisation,
                false));
    }

    /// By name alone: an address proves no number.
    private static Author correspondent(Message message) {
        Correspondent from = message.from();
        return new Author(null, from.display(), "", null, null, false);
    }

    private static String source(String comments, Message message) {
        String said = "Reçu par messagerie sécurisée de " + message.from().display() + " ("
                + message.from().address() + ") le "
                + DAY.format(message.at().atZone(PARIS)) + ".";
        return comments.isBlank() ? said : comments + "\n" + said;
    }

    /// `value^^^&system&ISO^type`
    private static Reference reference(String text) {
        String[] parts = text.split("\\^", -1);
        String[] system = parts.length > 3 ? parts[3].split("&", -1) : new String[0];
        return new Reference(
                parts[0],
                system.length > 1 && !system[1].isEmpty() ? system[1] : null,
                parts.length > 4 && !parts[4].isEmpty() ? parts[4] : null);
    }

    private static @Nullable Code given(Code code) {
        return code.code().isEmpty() ? null : code;
    }

    private static Instant instant(LocalDate date) {
        return date.atStartOfDay(PARIS).toInstant();
    }

    private static String oid(String seed) {
        UUID id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        return "urn:oid:2.25." + new BigInteger(id.toString().replace("-", ""), 16);
    }
}
