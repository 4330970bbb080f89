package fr.monespacesante.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The field's nomenclatures, read once from `nomenclatures/*.tsv`. Each file says in its first line where it is from.
///
/// Types of documents are those of JDV_J07-XdsTypeCode-CISIS (requirement DOC-01), classes those of TRE_A03.
public final class Nomenclatures {
    private static final Nomenclatures NATIONAL = new Nomenclatures();

    private final Map<String, DocumentType> types = new LinkedHashMap<>();
    private final Map<String, Code> classes = read("classes");
    private final Map<String, Code> facilityTypes = read("facility-types");
    private final Map<String, Code> practiceSettings = read("practice-settings");
    private final Map<String, Code> authorSpecialties = read("author-specialties");
    private final Map<String, Code> professions = read("professions");
    private final Map<String, String> formatByTemplate = new LinkedHashMap<>();

    private Nomenclatures() {
        for (String[] line : lines("document-types")) {
            types.put(line[0], new DocumentType(new Code(line[0], line[1], line[2]), line[3]));
        }
        for (String[] line : lines("template-formats")) {
            formatByTemplate.put(line[0], line[1]);
        }
    }

    /// The national nomenclatures, as shipped.
    public static Nomenclatures national() {
        return NATIONAL;
    }

    public Optional<DocumentType> type(String code) {
        return Optional.ofNullable(types.get(code));
    }

    public Collection<DocumentType> types() {
        return types.values();
    }

    public Optional<Code> documentClass(String code) {
        return Optional.ofNullable(classes.get(code));
    }

    public Collection<Code> documentClasses() {
        return classes.values();
    }

    public Optional<Code> facilityType(String code) {
        return Optional.ofNullable(facilityTypes.get(code));
    }

    public Optional<Code> practiceSetting(String code) {
        return Optional.ofNullable(practiceSettings.get(code));
    }

    public Optional<Code> authorSpecialty(String code) {
        return Optional.ofNullable(authorSpecialties.get(code));
    }

    /// A profession of TRE_G15 by its number, such as 10 for a doctor.
    public Optional<Code> profession(String code) {
        return Optional.ofNullable(professions.get(code));
    }

    public Collection<Code> professions() {
        return professions.values();
    }

    /// The XDS formatCode of a CDA template (ASS_A11).
    public Optional<String> formatOfTemplate(String templateOid) {
        return Optional.ofNullable(formatByTemplate.get(templateOid));
    }

    private static Map<String, Code> read(String name) {
        Map<String, Code> codes = new LinkedHashMap<>();
        for (String[] line : lines(name)) {
            codes.put(line[0], new Code(line[0], line[1], line[2]));
        }
        return codes;
    }

    private static List<String[]> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Nomenclatures.class.getResourceAsStream("/nomenclatures/" + name + ".tsv"),
                        "a nomenclature file is missing"),
                StandardCharsets.UTF_8))) {
            List<String[]> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.split("\t", -1));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
