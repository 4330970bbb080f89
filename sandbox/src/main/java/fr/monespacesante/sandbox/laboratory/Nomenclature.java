package fr.monespacesante.sandbox.laboratory;

import fr.monespacesante.sandbox.laboratory.SourceDocument.Coded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The national lists that turn a type into its class and a CDA template into its format (the service's own files).
final class Nomenclature {
    static final String UNSTRUCTURED = "urn:ihe:iti:xds:2017:mimeTypeSufficient";
    private static final String TYPES_BESIDE_LOINC = "1.2.250.1.213.1.1.4.12";
    private static final String WRAPPED = "1.3.6.1.4.1.19376.1.2.20";
    private static final String WRAPPED_PDF = "urn:ihe:iti:xds-sd:pdf:2008";

    private final Map<String, String[]> types = read("document-types.tsv");
    private final Map<String, String[]> classes = read("classes.tsv");
    private final Map<String, String[]> formats = read("template-formats.tsv");

    /// The type as the list knows it; an unknown one goes out as it is, and it is for the service to refuse it.
    Coded type(String code, String system, String label) {
        String[] row = types.get(code);
        if (row != null) {
            return new Coded(row[1], code, row[2]);
        }
        return new Coded(system.isEmpty() ? TYPES_BESIDE_LOINC : system, code, label);
    }

    Coded category(String typeCode) {
        String[] row = types.get(typeCode);
        String code = row == null || row.length < 4 || row[3].isBlank() || row[3].equals("?") ? "10" : row[3];
        String[] category = classes.get(code);
        return new Coded("1.2.250.1.213.1.1.4.1", code, category == null ? code : category[2]);
    }

    String format(List<String> templates) {
        if (templates.contains(WRAPPED)) {
            return WRAPPED_PDF;
        }
        for (String template : templates) {
            String[] row = formats.get(template);
            if (row != null) {
                return row[1];
            }
        }
        return UNSTRUCTURED;
    }

    private static Map<String, String[]> read(String name) {
        try (InputStream in = Nomenclature.class.getResourceAsStream("/nomenclatures/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no nomenclature " + name);
            }
            Map<String, String[]> rows = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> rows.put(cells[0], cells));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
