package fr.monespacesante.identity;

import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Rpps;
import java.util.List;
import java.util.Optional;

/// One line of the public extraction of the national directory, read by the names of its columns.
sealed interface DirectoryLine {
    record Good(Professional professional) implements DirectoryLine {}

    /// @param reason never holds what the line says
    record Bad(String reason) implements DirectoryLine {}

    /// Where the columns that count stand in this file.
    record Columns(int kind, int number, int civility, int family, int given, Work work) {}

    record Work(int profession, int speciality, int finess, int structure, int city) {}

    /// Empty when the header lacks a column.
    static Optional<Columns> columns(String header) {
        List<String> names = List.of(header.replace("\uFEFF", "").split("\\|", -1)).stream()
                .map(name -> name.strip().replace('’', '\''))
                .toList();
        Work work = new Work(
                names.indexOf("Code profession"),
                names.indexOf("Code savoir-faire"),
                names.indexOf("Numéro FINESS site"),
                names.indexOf("Raison sociale site"),
                names.indexOf("Libellé commune (coord. structure)"));
        Columns columns = new Columns(
                names.indexOf("Type d'identifiant PP"),
                names.indexOf("Identifiant PP"),
                names.indexOf("Code civilité d'exercice"),
                names.indexOf("Nom d'exercice"),
                names.indexOf("Prénom d'exercice"),
                work);
        boolean whole = List.of(
                        columns.kind(),
                        columns.number(),
                        columns.civility(),
                        columns.family(),
                        columns.given(),
                        work.profession(),
                        work.speciality(),
                        work.finess(),
                        work.structure(),
                        work.city())
                .stream()
                .allMatch(place -> place >= 0);
        return whole ? Optional.of(columns) : Optional.empty();
    }

    static DirectoryLine read(String line, Columns columns) {
        List<String> cells = List.of(line.split("\\|", -1));
        Work work = columns.work();
        if (!cell(cells, columns.kind()).equals("8")) {
            return new Bad("the number is not an RPPS");
        }
        Optional<Rpps> rpps = Rpps.parse(cell(cells, columns.number()));
        if (rpps.isEmpty()) {
            return new Bad("an RPPS has 11 digits");
        }
        String family = cell(cells, columns.family());
        if (family.isEmpty() || cells.size() <= work.city()) {
            return new Bad("the line is cut short or has no name");
        }
        String profession = cell(cells, work.profession());
        if (Nomenclatures.national().profession(profession).isEmpty()) {
            return new Bad("the profession is not in TRE_G15");
        }
        String finess = cell(cells, work.finess());
        return new Good(new Professional(
                rpps.get(),
                cell(cells, columns.civility()),
                family,
                cell(cells, columns.given()),
                profession,
                cell(cells, work.speciality()),
                finess.isEmpty() ? "" : "1" + finess,
                cell(cells, work.structure()),
                cell(cells, work.city())));
    }

    private static String cell(List<String> cells, int place) {
        String text = place < cells.size() ? cells.get(place).strip() : "";
        return text.substring(0, Math.min(text.length(), 200));
    }
}
