package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.laboratory.SourceDocument;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Author;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Coded;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Subject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/// `IHE_XDM.ZIP`: documents with their XDS metadata (ebRIM, METADATA.XML) as one file (IHE XDM, ITI-32).
///
/// @param documents each with its bytes, about the same person
/// @param sent when the lot was made up
public record XdmPackage(List<Content> documents, Instant sent) {
    static final String FOLDER = "IHE_XDM/SUBSET01/";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final String PERSONS = "&1.2.250.1.71.4.2.1&ISO";
    private static final String STRUCTURES = "&1.2.250.1.71.4.2.2&ISO";
    private static final String SOURCE = "1.2.250.1.999.1.1.1";

    /// What METADATA.XML says of a document, and the document.
    @SuppressWarnings("ArrayRecordComponent") // the bytes of a file, never compared
    public record Content(SourceDocument about, byte[] bytes) {
        private String uri(int number) {
            String kind = about.name().replaceFirst(".*\\.", "").toUpperCase(java.util.Locale.ROOT);
            return "DOC%05d.%s".formatted(number, kind.length() > 3 ? kind.substring(0, 3) : kind);
        }
    }

    public XdmPackage {
        documents = List.copyOf(documents);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("a package holds at least one document");
        }
    }

    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "INDEX.HTM", index().getBytes(StandardCharsets.UTF_8));
            put(zip, "README.TXT", "Bac à sable : documents inventés.\r\n".getBytes(StandardCharsets.UTF_8));
            put(zip, FOLDER + "METADATA.XML", metadata());
            for (int i = 0; i < documents.size(); i++) {
                put(zip, FOLDER + documents.get(i).uri(i + 1), documents.get(i).bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private String index() {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < documents.size(); i++) {
            links.append("<li><a href=\"")
                    .append(FOLDER)
                    .append(documents.get(i).uri(i + 1))
                    .append("\">")
                    .append(org.springframework.web.util.HtmlUtils.htmlEscape(
                            documents.get(i).about().title(), "UTF-8"))
                    .append("</a></li>");
        }
        return "<!DOCTYPE html><html lang=\"fr\"><meta charset=\"utf-8\"><title>IHE_XDM</title><ul>" + links
                + "</ul></html>";
    }

    byte[] metadata() {
        try {
            Ebrim xml = new Ebrim();
            UUID lot = UUID.randomUUID();
            for (int i = 0; i < documents.size(); i++) {
                entry(xml, documents.get(i), i + 1);
            }
            submission(xml, lot);
            for (int i = 0; i < documents.size(); i++) {
                xml.member("SubmissionSet01", "Document%02d".formatted(i + 1));
            }
            return xml.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the metadata could not be written", e);
        }
    }

    private static void entry(Ebrim xml, Content content, int number) throws XMLStreamException {
        SourceDocument about = content.about();
        String id = "Document%02d".formatted(number);
        xml.startDocument(id, about.contentType());
        xml.slot("URI", content.uri(number));
        xml.slot("creationTime", time(about.created()));
        xml.slot("hash", sha1(content.bytes()));
        xml.slot("size", String.valueOf(content.bytes().length));
        xml.slot("languageCode", "fr-FR");
        if (!about.author().isDevice()) {
            xml.slot("legalAuthenticator", person(about.author()));
        }
        xml.slot("serviceStartTime", time(about.encounter().start()));
        OffsetDateTime end = about.encounter().end();
        if (end != null) {
            xml.slot("serviceStopTime", time(end));
        }
        Subject subject = about.subject();
        xml.slot("sourcePatientId", patient(subject));
        xml.slot("sourcePatientInfo", patientInfo(subject).toArray(String[]::new));
        xml.text("Name", about.title());
        author(xml, Ebrim.DOCUMENT_AUTHOR, id, about);
        xml.code(Ebrim.CLASS, id, about.category());
        xml.code(Ebrim.TYPE, id, about.type());
        xml.code(Ebrim.CONFIDENTIALITY, id, new Coded("2.16.840.1.113883.5.25", "N", "Normal"));
        xml.code(Ebrim.FORMAT, id, new Coded("1.3.6.1.4.1.19376.1.2.3", about.format(), about.format()));
        xml.code(Ebrim.FACILITY, id, about.encounter().facility());
        xml.code(Ebrim.PRACTICE, id, about.encounter().practice());
        xml.identifier(Ebrim.DOCUMENT_PATIENT, id, patient(subject), "XDSDocumentEntry.patientId");
        xml.identifier(Ebrim.DOCUMENT_UNIQUE, id, about.uniqueId(), "XDSDocumentEntry.uniqueId");
        xml.close();
    }

    private void submission(Ebrim xml, UUID lot) throws XMLStreamException {
        SourceDocument first = documents.getFirst().about();
        String id = "SubmissionSet01";
        xml.startSubmission(id);
        xml.slot("submissionTime", TIME.format(sent));
        xml.text("Name", first.title());
        author(xml, Ebrim.SUBMISSION_AUTHOR, id, first);
        xml.code(Ebrim.CONTENT_TYPE, id, new Coded("1.2.250.1.213.2.2", "07", "Consultation"));
        xml.identifier(Ebrim.SUBMISSION_PATIENT, id, patient(first.subject()), "XDSSubmissionSet.patientId");
        xml.identifier(
                Ebrim.SUBMISSION_UNIQUE,
                id,
                "2.25." + new BigInteger(lot.toString().replace("-", ""), 16),
                "XDSSubmissionSet.uniqueId");
        xml.identifier(Ebrim.SUBMISSION_SOURCE, id, SOURCE, "XDSSubmissionSet.sourceId");
        xml.close();
        xml.isSubmission(id);
    }

    private static void author(Ebrim xml, String scheme, String of, SourceDocument about) throws XMLStreamException {
        xml.startAuthor(scheme, of);
        xml.slot("authorPerson", person(about.author()));
        xml.slot(
                "authorInstitution",
                "%s^^^^^%s^IDNST^^^%s"
                        .formatted(
                                about.custodian().name(),
                                STRUCTURES,
                                about.custodian().id()));
        xml.slot(
                "authorSpecialty",
                "%s^%s^%s"
                        .formatted(
                                about.author().role().code(),
                                about.author().role().label(),
                                about.author().role().system()));
        xml.close();
    }

    private static String person(Author author) {
        return "%s^%s^%s^^^^^^%s^D^^^IDNPS".formatted(author.id(), author.family(), author.given(), PERSONS);
    }

    private static String patient(Subject subject) {
        return "%s^^^&%s&ISO^NH".formatted(subject.ins(), subject.authority());
    }

    private static List<String> patientInfo(Subject subject) {
        var birth = subject.birthDate();
        return List.of(
                "PID-5|%s^%s^^^^^L".formatted(subject.family(), subject.given()),
                "PID-7|" + (birth == null ? "" : DAY.format(birth)),
                "PID-8|" + subject.sex());
    }

    private static String time(OffsetDateTime time) {
        return TIME.format(time.toInstant());
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
