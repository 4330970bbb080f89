package fr.monespacesante.mail;

import fr.monespacesante.content.XmlElement;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.XdmPackage.Author;
import fr.monespacesante.mail.XdmPackage.Document;
import fr.monespacesante.mail.XdmPackage.Patient;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One `METADATA.XML`: the registry objects (ebRIM) of a submission, as IHE ITI TF-3 4.2 writes documents down.
final class XdmMetadata {
    private static final String RIM = "{urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0}";

    private static final String AUTHOR = "urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d";
    private static final String CLASS = "urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a";
    private static final String CONFIDENTIALITY = "urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f";
    private static final String EVENT = "urn:uuid:2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4";
    private static final String FORMAT = "urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d";
    private static final String FACILITY = "urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1";
    private static final String PRACTICE = "urn:uuid:cccf5598-8b07-4b77-a05e-ae952c785ead";
    private static final String TYPE = "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983";
    private static final String UNIQUE_ID = "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab";
    private static final String PATIENT_ID = "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427";
    private static final String REPLACES = "urn:ihe:iti:2007:AssociationType:RPLC";

    private final List<XmlElement> objects = new ArrayList<>();
    private final Map<String, String> uniqueIds = new HashMap<>();
    private final Map<String, List<String>> replaced = new HashMap<>();
    private final String folder;
    private final Map<String, byte[]> files;
    private final int before;

    /// @param folder of this file, with its `/`: the documents lie beside it
    /// @param before how many documents came before: refusals count through all of them
    XdmMetadata(XmlElement root, String folder, Map<String, byte[]> files, int before) {
        this.folder = folder;
        this.files = files;
        this.before = before;
        root.walk(element -> {
            if (element.name().equals(RIM + "ExtrinsicObject")) {
                objects.add(element);
                uniqueIds.put(element.attribute("id"), identifier(element, UNIQUE_ID));
            } else if (element.name().equals(RIM + "Association")
                    && element.attribute("associationType").equals(REPLACES)) {
                replaced.computeIfAbsent(element.attribute("sourceObject"), _ -> new ArrayList<>())
                        .add(element.attribute("targetObject"));
            }
        });
    }

    Outcome<List<Document>> documents() {
        List<Document> documents = new ArrayList<>();
        for (XmlElement object : objects) {
            String where = "document[" + (before + documents.size()) + "].";
            switch (document(object)) {
                case Outcome.Done<Document>(Document document) -> documents.add(document);
                case Outcome.Refused<Document>(Problem problem, String element) -> {
                    return Outcome.refused(problem, where + element);
                }
            }
        }
        return Outcome.done(documents);
    }

    private Outcome<Document> document(XmlElement object) {
        String uniqueId = identifier(object, UNIQUE_ID);
        if (uniqueId.isEmpty() || uniqueId.length() > 256) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "uniqueId");
        }
        String uri = uri(object);
        Optional<byte[]> found = file(uri);
        if (uri.isEmpty() || found.isEmpty()) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "URI");
        }
        byte[] bytes = found.get();
        String size = slot(object, "size");
        if (!size.isEmpty() && !size.equals(String.valueOf(bytes.length))) {
            return Outcome.refused(Problem.SIZE_MISMATCH, "size");
        }
        String sha1 = sha1(bytes);
        String hash = slot(object, "hash").toLowerCase(Locale.ROOT);
        if (!hash.isEmpty() && !hash.equals(sha1)) {
            return Outcome.refused(Problem.HASH_MISMATCH, "hash");
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        String confidentiality = "N";
        for (Code code : codes(object, CONFIDENTIALITY)) {
            Optional<Mark> mark = mark(code.code());
            mark.ifPresent(marks::add);
            if (mark.isEmpty() && Set.of("N", "R", "V").contains(code.code())) {
                confidentiality = code.code();
            }
        }
        return Outcome.done(new Document(
                uniqueId,
                code(object, TYPE),
                code(object, CLASS),
                localized(object, "Name"),
                localized(object, "Description"),
                time(slot(object, "creationTime")),
                authors(object),
                Optional.of(slot(object, "legalAuthenticator"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> person(text, "", "", "")),
                code(object, FORMAT),
                confidentiality,
                marks,
                slot(object, "languageCode"),
                object.attribute("mimeType"),
                sha1,
                patient(object),
                time(slot(object, "serviceStartTime")),
                time(slot(object, "serviceStopTime")),
                code(object, FACILITY),
                code(object, PRACTICE),
                codes(object, EVENT),
                slots(object, "urn:ihe:iti:xds:2013:referenceIdList"),
                replaced.getOrDefault(object.attribute("id"), List.of()).stream()
                        .map(target -> uniqueIds.getOrDefault(target, target))
                        .toList(),
                uri,
                bytes));
    }

    /// The spelling of the HL7 v2 messages is met in mail too.
    private static Optional<Mark> mark(String code) {
        return code.equals("INVISIBLE_REP_LEGAUX")
                ? Optional.of(Mark.INVISIBLE_REPRESENTANTS_LEGAUX)
                : Mark.ofCode(code);
    }

    /// A long one is cut in pieces with their numbers: `1|SUBSET01/D`, `2|OC0001.XML`.
    private static String uri(XmlElement object) {
        List<String> pieces = slots(object, "URI");
        if (pieces.size() <= 1) {
            return pieces.isEmpty() ? "" : pieces.getFirst().replaceFirst("^1\\|", "");
        }
        return pieces.stream()
                .sorted(java.util.Comparator.comparing(piece -> piece.replaceFirst("\\|.*", "")))
                .map(piece -> piece.substring(piece.indexOf('|') + 1))
                .reduce("", String::concat);
    }

    /// Only what was unpacked can be found: the name leads nowhere else.
    private Optional<byte[]> file(String uri) {
        String wanted = folder + uri.replace('\\', '/').replaceFirst("^\\./", "");
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<Author> authors(XmlElement object) {
        List<Author> authors = new ArrayList<>();
        for (XmlElement classification : classifications(object, AUTHOR)) {
            List<String> institutions = slots(classification, "authorInstitution");
            List<String> persons = slots(classification, "authorPerson");
            authors.add(person(
                    persons.isEmpty() ? "" : persons.getFirst(),
                    slot(classification, "authorRole"),
                    slot(classification, "authorSpecialty"),
                    institutions.isEmpty() ? "" : institutions.getFirst()));
        }
        return authors;
    }

    /// @param xcn, xon HL7 v2 fields: parts between `^`, parts of parts between `&`
    private static Author person(String xcn, String role, String speciality, String xon) {
        return new Author(
                part(xcn, 0),
                part(xcn, 1),
                part(xcn, 2),
                coded(role).label(),
                coded(speciality),
                part(xon, 9),
                part(xon, 0));
    }

    /// `code^label^system`, or words alone.
    private static Code coded(String text) {
        return text.contains("^") ? new Code(part(text, 0), part(text, 2), part(text, 1)) : new Code(text, "", text);
    }

    private static Patient patient(XmlElement object) {
        String source = slot(object, "sourcePatientId");
        String registered = identifier(object, PATIENT_ID);
        String cx = national(source) || registered.isEmpty() ? source : registered;
        String family = "";
        Optional<LocalDate> birthDate = Optional.empty();
        String sex = "";
        for (String info : slots(object, "sourcePatientInfo")) {
            String value = info.substring(info.indexOf('|') + 1);
            if (info.startsWith("PID-3|") && !national(cx) && national(value)) {
                cx = value;
            } else if (info.startsWith("PID-5|")
                    && (family.isEmpty() || part(value, 6).equals("L"))) {
                family = part(value, 0);
            } else if (info.startsWith("PID-7|")) {
                birthDate = time(value).map(when -> LocalDate.ofInstant(when, ZoneOffset.UTC));
            } else if (info.startsWith("PID-8|")) {
                sex = part(value, 0);
            }
        }
        return new Patient(national(cx), Ins.parse(part(cx, 0)), InsAuthority.ofOid(oid(cx)), family, birthDate, sex);
    }

    private static boolean national(String cx) {
        return InsAuthority.ofOid(oid(cx)).isPresent();
    }

    private static String oid(String cx) {
        String[] authority = part(cx, 3).split("&", -1);
        return authority.length > 1 ? authority[1] : "";
    }

    private static String part(String field, int index) {
        String[] parts = field.split("\\^", -1);
        return index < parts.length ? Words.plain(parts[index]) : "";
    }

    /// YYYY to YYYYMMDDhhmmss, in UTC.
    private static Optional<Instant> time(String text) {
        String digits = text.replaceFirst("[+-]\\d{4}$", "").replaceFirst("\\..*", "");
        if (!digits.matches("\\d{4}(\\d{2}){0,5}")) {
            return Optional.empty();
        }
        String full = digits + "00000101000000".substring(digits.length());
        try {
            LocalDateTime time = LocalDateTime.of(
                    Integer.parseInt(full.substring(0, 4)),
                    Integer.parseInt(full.substring(4, 6)),
                    Integer.parseInt(full.substring(6, 8)),
                    Integer.parseInt(full.substring(8, 10)),
                    Integer.parseInt(full.substring(10, 12)),
                    Integer.parseInt(full.substring(12, 14)));
            return Optional.of(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static List<XmlElement> classifications(XmlElement object, String scheme) {
        return object.all(RIM + "Classification").stream()
                .filter(one -> one.attribute("classificationScheme").equals(scheme))
                .toList();
    }

    private static List<Code> codes(XmlElement object, String scheme) {
        return classifications(object, scheme).stream()
                .map(one -> new Code(
                        one.attribute("nodeRepresentation"), slot(one, "codingScheme"), localized(one, "Name")))
                .toList();
    }

    private static Code code(XmlElement object, String scheme) {
        List<Code> codes = codes(object, scheme);
        return codes.isEmpty() ? new Code("", "", "") : codes.getFirst();
    }

    private static String identifier(XmlElement object, String scheme) {
        return object.all(RIM + "ExternalIdentifier").stream()
                .filter(one -> one.attribute("identificationScheme").equals(scheme))
                .map(one -> Words.plain(one.attribute("value")))
                .findFirst()
                .orElse("");
    }

    private static String localized(XmlElement element, String name) {
        return Words.plain(element.at(RIM + name, RIM + "LocalizedString").attribute("value"));
    }

    private static String slot(XmlElement element, String name) {
        List<String> values = slots(element, name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static List<String> slots(XmlElement element, String name) {
        return element.all(RIM + "Slot").stream()
                .filter(slot -> slot.attribute("name").equals(name))
                .flatMap(slot -> slot.at(RIM + "ValueList").all(RIM + "Value").stream())
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-1", e);
        }
    }
}
