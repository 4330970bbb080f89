package fr.monespacesante.sandbox.laboratory;

import fr.monespacesante.sandbox.examples.Professional;
import fr.monespacesante.sandbox.examples.Structure;
import fr.monespacesante.sandbox.laboratory.HeaderNode.NotReadable;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Author;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Coded;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Encounter;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Organisation;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Subject;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns a file into a document to send: from its header when it is a CDA, from the defaults when it is not.
public final class SourceReader {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern INS_FIRST = Pattern.compile("^(\\d{5}[0-9AB]{2}\\d{8})[ _.-].*");
    private static final String PROFESSIONALS = "1.2.250.1.71.4.2.1";
    private static final String STRUCTURES = "1.2.250.1.71.4.2.2";
    private static final String SPECIALTIES = "1.2.250.1.213.1.1.4.5";
    private static final String FACILITIES = "1.2.250.1.71.4.2.4";
    private static final String SETTINGS = "1.2.250.1.213.1.1.4.9";

    private final Nomenclature nomenclature = new Nomenclature();
    private final Defaults defaults;

    public SourceReader(Defaults defaults) {
        this.defaults = defaults;
    }

    /// What a file that is no CDA cannot say of itself.
    ///
    /// @param ins used when the file's name does not begin with one
    /// @param author who wrote it, in the place that keeps it
    /// @param title used instead of the file's name when given
    public record Defaults(
            @Nullable String ins,
            String authority,
            String typeCode,
            @Nullable String title,
            @Nullable LocalDate date,
            Professional author) {}

    /// @throws NotReadable when the file cannot be sent as it is
    public SourceDocument read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        LocalDate day = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), PARIS);
        return read(new Source(name, Files.size(file), day, () -> Files.newInputStream(file)));
    }

    /// The same for a document that is already in memory.
    public SourceDocument read(String name, byte[] content, LocalDate day) throws IOException {
        return read(new Source(name, content.length, day, () -> new ByteArrayInputStream(content)));
    }

    private SourceDocument read(Source source) throws IOException {
        byte[] sha1 = sha1(source);
        if (!contentType(source.name()).equals("text/xml")) {
            return fromDefaults(source, sha1);
        }
        try (InputStream in = new BufferedInputStream(source.content().open())) {
            return fromHeader(source, HeaderNode.read(in), sha1);
        }
    }

    private record Source(String name, long size, LocalDate day, Content content) {}

    private interface Content {
        InputStream open() throws IOException;
    }

    private SourceDocument fromHeader(Source source, HeaderNode cda, byte[] sha1) {
        HeaderNode code = cda.first("code").orElseThrow(() -> new NotReadable("no document type"));
        String root = cda.attribute("id", "root");
        String extension = cda.attribute("id", "extension");
        OffsetDateTime created =
                time(cda.attribute("effectiveTime", "value")).orElseThrow(() -> new NotReadable("no creation time"));
        Coded type =
                nomenclature.type(code.attribute("code"), code.attribute("codeSystem"), code.attribute("displayName"));
        List<String> templates =
                cda.all("templateId").stream().map(t -> t.attribute("root")).toList();
        return new SourceDocument(
                source.name(),
                "text/xml",
                source.size(),
                Base64.getEncoder().encodeToString(sha1),
                extension.isEmpty() ? root : root + "^" + extension,
                type,
                nomenclature.category(type.code()),
                nomenclature.format(templates),
                cda.text("title").isEmpty() ? type.label() : cda.text("title"),
                created,
                subject(cda),
                author(cda),
                custodian(cda),
                encounter(cda, created));
    }

    private static Subject subject(HeaderNode cda) {
        HeaderNode role = cda.first("recordTarget/patientRole").orElseThrow(() -> new NotReadable("no patient"));
        HeaderNode id = role.all("id").stream()
                .filter(i -> i.attribute("root").startsWith("1.2.250.1.213.1.4."))
                .findFirst()
                .orElseThrow(() -> new NotReadable("the patient has no INS"));
        String sex = role.attribute("patient/administrativeGenderCode", "code");
        return new Subject(
                id.attribute("root"),
                id.attribute("extension"),
                named(role, "family", "BR"),
                named(role, "given", "BR"),
                sex,
                time(role.attribute("patient/birthTime", "value"))
                        .map(OffsetDateTime::toLocalDate)
                        .orElse(null));
    }

    private static String named(HeaderNode role, String part, String qualifier) {
        List<HeaderNode> names = role.all("patient/name/" + part);
        return names.stream()
                .filter(n -> n.attribute("qualifier").equals(qualifier))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(HeaderNode::text)
                .orElse("");
    }

    private static Author author(HeaderNode cda) {
        HeaderNode author = cda.first("author/assignedAuthor").orElseThrow(() -> new NotReadable("no author"));
        return new Author(
                author.attribute("id", "root"),
                author.attribute("id", "extension"),
                new Coded(
                        author.attribute("code", "codeSystem"),
                        author.attribute("code", "code"),
                        author.attribute("code", "displayName")),
                author.text("assignedPerson/name/family"),
                author.first("assignedPerson").isPresent()
                        ? author.text("assignedPerson/name/given")
                        : author.text("assignedAuthoringDevice/softwareName"));
    }

    private static Organisation custodian(HeaderNode cda) {
        HeaderNode keeper = cda.first("custodian/assignedCustodian/representedCustodianOrganization")
                .orElseThrow(() -> new NotReadable("no custodian"));
        return new Organisation(
                keeper.attribute("id", "root"), keeper.attribute("id", "extension"), keeper.text("name"));
    }

    private static Encounter encounter(HeaderNode cda, OffsetDateTime created) {
        String act = "documentationOf/serviceEvent";
        Optional<OffsetDateTime> start = time(cda.attribute(act + "/effectiveTime/low", "value"))
                .or(() -> time(cda.attribute(act + "/effectiveTime", "value")))
                .or(() -> time(cda.attribute("componentOf/encompassingEncounter/effectiveTime/low", "value")));
        Optional<OffsetDateTime> end = time(cda.attribute(act + "/effectiveTime/high", "value"));
        String performer = act + "/performer/assignedEntity/representedOrganization/standardIndustryClassCode";
        HeaderNode facility = cda.first("componentOf/encompassingEncounter/location/healthCareFacility/code")
                .orElseThrow(() -> new NotReadable("no kind of facility"));
        Coded practice =
                cda.first(performer).map(SourceReader::coded).orElse(new Coded(SETTINGS, "AMBULATOIRE", "Ambulatoire"));
        return new Encounter(start.orElse(created), end.orElse(null), coded(facility), practice);
    }

    private static Coded coded(HeaderNode node) {
        return new Coded(node.attribute("codeSystem"), node.attribute("code"), node.attribute("displayName"));
    }

    private SourceDocument fromDefaults(Source source, byte[] sha1) {
        String name = source.name();
        var named = INS_FIRST.matcher(name);
        String ins = named.matches() ? named.group(1) : defaults.ins();
        if (ins == null) {
            throw new NotReadable("whom is it about? give --ins or begin the file's name with the INS");
        }
        LocalDate day = defaults.date() == null ? source.day() : defaults.date();
        OffsetDateTime created = day.atTime(12, 0).atZone(PARIS).toOffsetDateTime();
        Coded type = nomenclature.type(defaults.typeCode(), "", defaults.typeCode());
        Professional author = defaults.author();
        Structure place = author.structure();
        return new SourceDocument(
                name,
                contentType(name),
                source.size(),
                Base64.getEncoder().encodeToString(sha1),
                oid(sha1, ins),
                type,
                nomenclature.category(type.code()),
                Nomenclature.UNSTRUCTURED,
                defaults.title() == null ? titleOf(name, named.matches()) : defaults.title(),
                created,
                new Subject(defaults.authority(), ins, "", "", "", null),
                new Author(
                        PROFESSIONALS,
                        author.nationalId(),
                        new Coded(SPECIALTIES, author.role(), author.roleLabel()),
                        author.family(),
                        author.given()),
                new Organisation(STRUCTURES, place.id(), place.name()),
                new Encounter(
                        created,
                        null,
                        new Coded(FACILITIES, place.facility(), place.facilityLabel()),
                        new Coded(SETTINGS, place.practice(), place.practiceLabel())));
    }

    private static String titleOf(String name, boolean insFirst) {
        String bare = insFirst ? name.substring(16) : name;
        int dot = bare.lastIndexOf('.');
        return (dot > 0 ? bare.substring(0, dot) : bare).replace('_', ' ').replace('-', ' ');
    }

    private static String contentType(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "xml" -> "text/xml";
            case "pdf" -> "application/pdf";
            case "jpg", "jpeg" -> "image/jpeg";
            case "png" -> "image/png";
            case "tif", "tiff" -> "image/tiff";
            case "txt" -> "text/plain";
            case "rtf" -> "text/rtf";
            default -> "application/octet-stream";
        };
    }

    /// A point in time as HL7 writes it, from a bare year to seconds with an offset; without one it is Paris time.
    static Optional<OffsetDateTime> time(String hl7) {
        String digits = hl7.replaceFirst("[+-]\\d{4}$", "").replaceFirst("\\.\\d+$", "");
        String full = digits + "00000101000000".substring(Math.min(digits.length(), 14));
        try {
            LocalDateTime local = LocalDateTime.parse(full, DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT));
            boolean offset = hl7.matches(".*[+-]\\d{4}$");
            return Optional.of(
                    offset
                            ? local.atOffset(ZoneOffset.of(hl7.substring(hl7.length() - 5)))
                            : local.atZone(PARIS).toOffsetDateTime());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The same file about the same person is the same document, however often it is sent.
    private static String oid(byte[] sha1, String ins) {
        String seed = Base64.getEncoder().encodeToString(sha1) + "|" + ins;
        UUID uuid = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }

    private static byte[] sha1(Source source) throws IOException {
        try (InputStream in = source.content().open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
