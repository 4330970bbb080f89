package fr.monespacesante.interop.feeds;

import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentEntry.Source;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.record.Prepared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One line of a manifest: a document, whose it is, and what is known of it. docs/migration.md has the
/// format.
///
/// @param path of the file within the folder of the batch
/// @param sha256 of the file, in hexadecimal
/// @param deposited when it was put into the earlier DMP
/// @param deprecated true for a version that was replaced
/// @param replaces the uniqueId of the document that this one replaced
record ManifestLine(
        Patient patient,
        String path,
        String sha256,
        String uniqueId,
        String typeCode,
        String title,
        @Nullable String description,
        Instant created,
        Instant deposited,
        String mimeType,
        @Nullable CodeLine format,
        @Nullable String confidentiality,
        @Nullable List<String> marks,
        boolean archived,
        boolean deprecated,
        @Nullable String replaces,
        @Nullable List<AuthorLine> authors,
        SourceLine source) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final Code ANY_FORMAT =
            new Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", "1.3.6.1.4.1.19376.1.2.3", "mimeType Sufficient");

    record Patient(
            String ins,
            String authority,
            String birthFamilyName,
            List<String> birthGivenNames,
            @Nullable String usedFamilyName,
            @Nullable String usedGivenName,
            String sex,
            LocalDate birthDate,
            String birthPlaceCog,
            @Nullable String department) {}

    record CodeLine(String code, String system, @Nullable String label) {
        Code known() {
            return new Code(code, system, label == null ? "" : label);
        }
    }

    record OrganisationLine(@Nullable String id, String name) {}

    record AuthorLine(
            @Nullable String id,
            @Nullable String family,
            @Nullable String given,
            @Nullable CodeLine speciality,
            @Nullable OrganisationLine organisation,
            boolean patient) {}

    record SourceLine(
            String kind,
            @Nullable String id,
            @Nullable String name,
            @Nullable String structureId,
            @Nullable String structureName) {}

    /// Why a line cannot be read: a code, and the field; never what the field held.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String field) {
            super(field, null, false, false);
        }

        String field() {
            return String.valueOf(getMessage());
        }
    }

    static ManifestLine read(String text) throws Unreadable {
        ManifestLine line;
        try {
            line = JSON.readValue(text, ManifestLine.class);
        } catch (JacksonException e) {
            throw new Unreadable(field(e));
        }
        if (line == null) {
            throw new Unreadable("");
        }
        line.check();
        return line;
    }

    private static String field(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            String name = reference.getPropertyName();
            // only names of ours: an unknown one could hold anything
            path.append(path.isEmpty() ? "" : ".")
                    .append(name != null && name.matches("[A-Za-z0-9]{1,30}") ? name : "");
        }
        return path.toString();
    }

    @SuppressWarnings("NullableProblems")
    private void check() throws Unreadable {
        Object[][] needed = {
            {"patient", patient},
            {"path", path},
            {"sha256", sha256},
            {"uniqueId", uniqueId},
            {"typeCode", typeCode},
            {"title", title},
            {"created", created},
            {"deposited", deposited},
            {"mimeType", mimeType},
            {"source", source}
        };
        for (Object[] one : needed) {
            if (one[1] == null || (one[1] instanceof String text && text.isBlank())) {
                throw new Unreadable(one[0].toString());
            }
        }
        if (!sha256.matches("[0-9a-fA-F]{64}")) {
            throw new Unreadable("sha256");
        }
        person();
        marked();
        from();
    }

    /// Whose document it is.
    @SuppressWarnings("NullableProblems")
    Person person() throws Unreadable {
        if (patient.ins() == null || patient.authority() == null || patient.sex() == null) {
            throw new Unreadable("patient");
        }
        Optional<Ins> ins = Ins.parse(patient.ins());
        Optional<InsAuthority> authority = InsAuthority.ofOid(patient.authority());
        Optional<Sex> sex = Sex.ofLetter(patient.sex());
        if (ins.isEmpty()) {
            throw new Unreadable("patient.ins");
        }
        if (authority.isEmpty()) {
            throw new Unreadable("patient.authority");
        }
        if (sex.isEmpty()) {
            throw new Unreadable("patient.sex");
        }
        if (patient.birthDate() == null
                || patient.birthPlaceCog() == null
                || patient.birthFamilyName() == null
                || patient.birthGivenNames() == null) {
            throw new Unreadable("patient");
        }
        try {
            return new Person(
                    ins.get(),
                    authority.get(),
                    patient.birthFamilyName(),
                    patient.birthGivenNames(),
                    or(patient.usedFamilyName(), patient.birthFamilyName()),
                    or(
                            patient.usedGivenName(),
                            patient.birthGivenNames().isEmpty()
                                    ? ""
                                    : patient.birthGivenNames().getFirst()),
                    sex.get(),
                    patient.birthDate(),
                    patient.birthPlaceCog());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Unreadable("patient");
        }
    }

    String department() {
        String department = patient.department();
        return department != null && department.matches("\\d\\d|2[AB]|9[78]\\d") ? department : "--";
    }

    private Set<Mark> marked() throws Unreadable {
        Set<Mark> all = new HashSet<>();
        for (String code : marks == null ? List.<String>of() : marks) {
            all.add(Mark.ofCode(String.valueOf(code)).orElseThrow(() -> new Unreadable("marks")));
        }
        return all;
    }

    private Source from() throws Unreadable {
        try {
            return new Source(
                    Source.Kind.valueOf(String.valueOf(source.kind()).toUpperCase(Locale.ROOT)),
                    or(source.id(), ""),
                    or(source.name(), ""),
                    source.structureId(),
                    source.structureName(),
                    "DMP");
        } catch (IllegalArgumentException e) {
            throw new Unreadable("source.kind");
        }
    }

    NewDocument document() throws Unreadable {
        return new NewDocument(
                uniqueId,
                new Code(typeCode, "", ""),
                title,
                description,
                created,
                (authors == null ? List.<AuthorLine>of() : authors)
                        .stream().map(ManifestLine::author).toList(),
                null,
                null,
                mimeType,
                format == null ? ANY_FORMAT : format.known(),
                "fr-FR",
                or(confidentiality, "N"),
                marked(),
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// @param current true when its replacement comes with this batch, and will say so itself
    Prepared.Earlier earlier(boolean current) throws Unreadable {
        return new Prepared.Earlier(deposited, archived, deprecated && !current, from());
    }

    private static DocumentEntry.Author author(AuthorLine line) {
        OrganisationLine organisation = line.organisation();
        return new DocumentEntry.Author(
                line.id(),
                or(line.family(), ""),
                or(line.given(), ""),
                line.speciality() == null ? null : line.speciality().known(),
                organisation == null ? null : new DocumentEntry.Organisation(organisation.id(), organisation.name()),
                line.patient());
    }

    private static String or(@Nullable String text, String other) {
        return text == null || text.isBlank() ? other : text;
    }
}
