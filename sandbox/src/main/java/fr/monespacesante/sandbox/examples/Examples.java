package fr.monespacesante.sandbox.examples;

import fr.monespacesante.sandbox.examples.BiologyReport.Draw;
import fr.monespacesante.sandbox.examples.ClinicalDocument.Kind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// One document of each kind about a person.
///
/// The same person and run always give the same identifiers (so that sending twice is a repetition); another run gives
/// documents that no one has seen yet.
public final class Examples {
    private static final String STABLE = "examples";

    private Examples() {}

    public static List<Example> forPatient(Person patient) {
        return forPatient(patient, STABLE);
    }

    public static List<Example> forPatient(Person patient, String run) {
        List<Example> examples = new ArrayList<>();
        for (Draw draw : Draw.values()) {
            examples.add(biology(patient, draw, draw.day(), "biologie-" + draw.day() + ".xml", run));
        }
        examples.addAll(structured(patient, run));
        examples.addAll(plain(patient));
        return List.copyOf(examples);
    }

    /// A biology report drawn on the day given: for curves, and for loads of many different documents.
    public static Example biology(Person patient, LocalDate day, String run) {
        Draw draw = List.of(Draw.values()).get(Math.floorMod(day.getDayOfYear(), Draw.values().length));
        return biology(patient, draw, day, "biologie-" + day + ".xml", run);
    }

    /// The documents a service must refuse or survive, about Claire.
    public static List<Example> rubbish() {
        return Rubbish.about(Cast.CLAIRE, Cast.MARCEL);
    }

    /// A PDF of these lines: `# ` begins a heading, `---` a new page.
    public static byte[] paper(String title, List<String> lines) {
        return Papers.pdf(title, lines);
    }

    private static Example biology(Person patient, Draw draw, LocalDate day, String name, String run) {
        ClinicalDocument document = new ClinicalDocument(Kind.BIOLOGY, patient, Cast.BIOLOGIST, day, run);
        return cda(name, Kind.BIOLOGY, document.aroundBody(BiologyReport.body(draw, day)));
    }

    private static List<Example> structured(Person patient, String run) {
        String thorax = Base64.getEncoder()
                .encodeToString(Papers.pdf("Radiographie du thorax", imagingLines(patient, "Radiographie du thorax")));
        String scanner = Base64.getEncoder()
                .encodeToString(Papers.pdf("Scanner thoracique", imagingLines(patient, "Scanner thoracique")));
        return List.of(
                cda(
                        "imagerie-radio-thorax.xml",
                        Kind.IMAGING,
                        document(Kind.IMAGING, patient, Cast.RADIOLOGIST, 2026, 10, 6, run)
                                .around("imaging.xml", Map.of("attachment", thorax))),
                cda(
                        "imagerie-scanner-niveau-1.xml",
                        Kind.IMAGING_AS_PDF,
                        document(Kind.IMAGING_AS_PDF, patient, Cast.RADIOLOGIST, 2026, 10, 9, run)
                                .around("unstructured.xml", Map.of("attachment", scanner))),
                cda(
                        "ordonnance.xml",
                        Kind.PRESCRIPTION,
                        document(Kind.PRESCRIPTION, patient, Cast.DOCTOR, 2026, 10, 5, run)
                                .around("prescription.xml", Map.of())),
                cda(
                        "lettre-de-sortie.xml",
                        Kind.DISCHARGE,
                        document(Kind.DISCHARGE, patient, Cast.HOSPITALIST, 2026, 10, 12, run)
                                .around("discharge.xml", Map.of())),
                cda(
                        "vaccination-grippe.xml",
                        Kind.VACCINATION,
                        document(Kind.VACCINATION, patient, Cast.DOCTOR, 2026, 10, 20, run)
                                .around("vaccination.xml", Map.of())),
                cda(
                        "synthese.xml",
                        Kind.SYNTHESIS,
                        document(Kind.SYNTHESIS, patient, Cast.DOCTOR, 2026, 11, 5, run)
                                .around("synthesis.xml", Map.of())));
    }

    private static List<Example> plain(Person patient) {
        byte[] report = Papers.pdf("Compte rendu de consultation", consultationLines(patient));
        byte[] old = Papers.pdf("Ordonnance", prescriptionLines(patient));
        var sheet = Papers.picture(old, 0, 90);
        return List.of(
                new Example(
                        "compte-rendu-consultation.pdf",
                        "application/pdf",
                        "11488-4",
                        "Compte rendu de consultation de cardiologie",
                        report),
                new Example(
                        "ordonnance-photo.jpg",
                        "image/jpeg",
                        "57833-6",
                        "Photo d'une ancienne ordonnance",
                        Pictures.encoded(Pictures.photograph(sheet), "jpg")),
                new Example(
                        "ordonnance.png",
                        "image/png",
                        "57833-6",
                        "Ordonnance (image)",
                        Pictures.encoded(Papers.picture(old, 0, 72), "png")),
                new Example(
                        "courrier-numerise.tiff",
                        "image/tiff",
                        "11488-4",
                        "Courrier numérisé",
                        Pictures.encoded(Pictures.scan(Papers.picture(report, 0, 150)), "tiff")),
                new Example(
                        "note.txt",
                        "text/plain",
                        "11488-4",
                        "Note de suivi",
                        String.join("\n", noteLines(patient)).getBytes(StandardCharsets.UTF_8)),
                new Example("note.rtf", "text/rtf", "11488-4", "Note de suivi (RTF)", rtf(noteLines(patient))));
    }

    private static ClinicalDocument document(
            Kind kind, Person patient, Professional author, int year, int month, int day, String run) {
        return new ClinicalDocument(kind, patient, author, LocalDate.of(year, month, day), run);
    }

    private static Example cda(String name, Kind kind, byte[] bytes) {
        return new Example(name, Example.CDA, kind.code(), kind.title(), bytes);
    }

    private static List<String> imagingLines(Person patient, String title) {
        return List.of(
                "# " + title,
                "Centre hospitalier de la Garonne - Service d'imagerie",
                "Patient : " + patient.displayName(),
                "",
                "Indication : toux qui dure, fièvre.",
                "Résultat : opacité alvéolaire de la base droite, de 22 mm, avec bronchogramme aérique.",
                "Pas d'épanchement pleural. Médiastin en place.",
                "",
                "Conclusion : aspect de pneumopathie de la base droite.",
                "Contrôle conseillé dans six semaines.",
                "",
                "Dr Sophie MARCHAND, radiologue");
    }

    private static List<String> consultationLines(Person patient) {
        return List.of(
                "# Compte rendu de consultation",
                "Cardiologie - Centre hospitalier de la Garonne",
                "Patient : " + patient.displayName(),
                "",
                "# Motif",
                "Palpitations à l'effort depuis l'été, sans douleur ni perte de connaissance.",
                "",
                "# Examen",
                "Pression artérielle 128/76 mmHg, fréquence cardiaque 68 par minute, rythme régulier.",
                "Bruits du coeur sans souffle. Pas d'oedème des membres inférieurs.",
                "---",
                "# Électrocardiogramme",
                "Rythme sinusal, conduction normale, pas de trouble de la repolarisation.",
                "",
                "# Échographie",
                "Fraction d'éjection du ventricule gauche à 63 %. Valves sans anomalie.",
                "---",
                "# Conclusion",
                "Extrasystoles bénignes, en rapport avec la carence en fer connue.",
                "Pas de traitement cardiologique. Holter de 24 heures proposé si la gêne persiste.",
                "Prochain rendez-vous dans un an.");
    }

    private static List<String> prescriptionLines(Person patient) {
        return List.of(
                "Cabinet médical des Tilleuls",
                "Dr Antoine LEFÈVRE, médecine générale",
                "rue des Tilleuls, 31000 Toulouse",
                "",
                "# ORDONNANCE",
                "Toulouse, le 14 janvier 2019",
                patient.displayName(),
                "",
                "",
                "Salbutamol 100 microgrammes, suspension pour inhalation",
                "     2 bouffées en cas de gêne, au plus 8 par jour",
                "",
                "Cétirizine 10 mg, comprimé",
                "     1 comprimé le soir, pendant 1 mois",
                "",
                "",
                "",
                "                                                       Dr A. Lefèvre");
    }

    private static List<String> noteLines(Person patient) {
        return List.of(
                "Note de suivi",
                "Patient : " + patient.displayName(),
                "",
                "Appel du 21 octobre 2026 : va bien, plus de toux, bonne tolérance du fer.",
                "Éducation : quand reconsulter, conseils pour l'hiver.");
    }

    /// RTF is ASCII: every other character is written as its number.
    private static byte[] rtf(List<String> lines) {
        StringBuilder text = new StringBuilder("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Helvetica;}}\\f0\\fs22\n");
        for (String line : lines) {
            line.codePoints().forEach(c -> {
                if (c < 128) {
                    text.append(c == '\\' || c == '{' || c == '}' ? "\\" : "").appendCodePoint(c);
                } else {
                    text.append("\\u").append(c).append('?');
                }
            });
            text.append("\\par\n");
        }
        return text.append('}').toString().getBytes(StandardCharsets.US_ASCII);
    }
}
