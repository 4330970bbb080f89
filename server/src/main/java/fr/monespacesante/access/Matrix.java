package fr.monespacesante.access;

import fr.monespacesante.kernel.Nomenclatures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which profession may consult which type of document (matrice d'habilitation, ACC-02). It limits consulting, not
/// feeding, and never an author's own documents.
public final class Matrix {
    private final Map<String, Set<String>> consultable;
    private final String source;

    private Matrix(Map<String, Set<String>> consultable, String source) {
        this.consultable = consultable;
        this.source = source;
    }

    public boolean mayConsult(String profession, String typeCode) {
        return consultable.getOrDefault(profession, Set.of()).contains(typeCode);
    }

    /// True when the matrix has a line for this profession: others never enter a space.
    public boolean knows(String profession) {
        return consultable.containsKey(profession);
    }

    /// Every profession with a line, by code.
    public List<String> professions() {
        return consultable.keySet().stream().sorted().toList();
    }

    /// Where this matrix comes from, for the operator and for the page that explains it.
    public String source() {
        return source;
    }

    /// The shipped default. It is partial: the official table cell by cell was not available; see the file.
    public static Matrix partialDefault() {
        try (InputStream in = Matrix.class.getResourceAsStream("/matrix/partial-default.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the default matrix is missing");
            }
            return readRules(in);
        } catch (IOException e) {
            throw new IllegalStateException("the default matrix cannot be read", e);
        }
    }

    /// Lines of: profession, `all`/`class:NN`/typeCode, `yes`/`no`, source. Later lines win over earlier ones.
    static Matrix readRules(InputStream in) throws IOException {
        Map<String, Set<String>> consultable = new HashMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            Set<String> types = consultable.computeIfAbsent(cells[0], profession -> new HashSet<>());
            Set<String> meant = typesMeantBy(cells[1]);
            if (cells[2].equals("yes")) {
                types.addAll(meant);
            } else {
                types.removeAll(meant);
            }
        }
        return new Matrix(consultable, "partial default");
    }

    private static Set<String> typesMeantBy(String cell) {
        Set<String> meant = new HashSet<>();
        Nomenclatures.national().types().forEach(type -> {
            if (cell.equals("all")
                    || cell.equals("class:" + type.classCode())
                    || cell.equals(type.code().code())) {
                meant.add(type.code().code());
            }
        });
        if (meant.isEmpty()) {
            throw new IllegalStateException("the matrix names an unknown document type: " + cell);
        }
        return meant;
    }

    /// Reads the official shape: one or more pages of the JSON:API of the public matrix
    /// (`node/matrice_professionnel_document` with its references included in place).
    ///
    /// @throws IOException when a page has another shape, naming the entry
    public static Matrix readOfficial(Iterable<InputStream> pages) throws IOException {
        Map<String, Set<String>> consultable = new HashMap<>();
        JsonMapper json = new JsonMapper();
        for (InputStream page : pages) {
            JsonNode data = json.readTree(page).path("data");
            if (!data.isArray()) {
                throw new IOException("a page of the matrix has no array named data");
            }
            for (int i = 0; i < data.size(); i++) {
                JsonNode cell = data.get(i);
                JsonNode profession = cell.path("field_code_profession").path("field_code_profession");
                JsonNode type = cell.path("field_type_de_document").path("field_code_loinc");
                JsonNode consult = cell.path("field_consultation_document");
                if (profession.isMissingNode() || !type.isString() || !consult.isBoolean()) {
                    throw new IOException("entry " + i + " of the matrix lacks its profession, type or answer");
                }
                Set<String> types = consultable.computeIfAbsent(profession.asString(), unknown -> new HashSet<>());
                if (consult.asBoolean()) {
                    types.add(type.asString());
                }
            }
        }
        return new Matrix(consultable, "official");
    }
}
