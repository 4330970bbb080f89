package fr.monespacesante.sandbox.examples;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A CDA R2 document in the making: the national header around one body.
///
/// @param kind the model it follows (its templates, its type)
/// @param run makes the identifiers: the same run gives the same documents again, another run gives new ones
record ClinicalDocument(Kind kind, Person patient, Professional author, LocalDate day, String run) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String LOINC = "2.16.840.1.113883.6.1";

    /// The models of the national specification that the examples follow.
    enum Kind {
        BIOLOGY(
                "11502-2",
                LOINC,
                "CR d'examens biologiques",
                "Compte rendu d'examens biologiques",
                "1.3.6.1.4.1.19376.1.3.3",
                "1.2.250.1.213.1.1.1.55"),
        IMAGING(
                "18748-4",
                LOINC,
                "CR d'imagerie médicale",
                "Radiographie du thorax",
                "1.2.840.10008.9.1",
                "1.2.250.1.213.1.1.1.45"),
        IMAGING_AS_PDF("18748-4", LOINC, "CR d'imagerie médicale", "Scanner thoracique", "1.3.6.1.4.1.19376.1.2.20"),
        PRESCRIPTION(
                "57833-6",
                LOINC,
                "Prescription de produits de santé",
                "Ordonnance de médicaments",
                "1.3.6.1.4.1.19376.1.9.1.1.1",
                "1.2.250.1.213.1.1.1.39"),
        DISCHARGE(
                "11490-0",
                LOINC,
                "Lettre de liaison à la sortie d'un établissement de soins",
                "Lettre de liaison à la sortie de l'établissement",
                "1.2.250.1.213.1.1.1.29"),
        VACCINATION(
                "87273-9",
                LOINC,
                "Note de vaccination",
                "Note de vaccination contre la grippe",
                "1.2.250.1.213.1.1.1.46"),
        SYNTHESIS(
                "SYNTH", "1.2.250.1.213.1.1.4.12", "Synthèse", "Volet de synthèse médicale", "1.2.250.1.213.1.1.1.13");

        private final String code;
        private final String system;
        private final String label;
        private final String title;
        private final String templates;

        Kind(String code, String system, String label, String title, String... templates) {
            this.code = code;
            this.system = system;
            this.label = label;
            this.title = title;
            this.templates = String.join(" ", templates);
        }

        String code() {
            return code;
        }

        String title() {
            return title;
        }
    }

    /// The whole document around the named body template; `more` fills what only this body asks for.
    byte[] around(String bodyTemplate, Map<String, String> more) {
        Map<String, String> values = values();
        values.putAll(more);
        return aroundBody(Template.named(bodyTemplate).fill(values));
    }

    /// The whole document around a body that is already XML.
    byte[] aroundBody(String body) {
        Map<String, String> values = values();
        values.put("body", body);
        return Template.named("header.xml").fill(values).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> values() {
        ZonedDateTime start = day.atTime(9, 10).atZone(PARIS);
        ZonedDateTime end = start.plusMinutes(35);
        Structure structure = author.structure();
        boolean stay = structure.practice().equals("ETABLISSEMENT");
        Map<String, String> values = new HashMap<>();
        values.put("templates", templates());
        values.put("document.id", oid("document"));
        values.put("document.set", oid("set"));
        values.put("encounter.id", oid("encounter"));
        values.put("entry.1", uuid("entry-1").toString().toUpperCase(Locale.ROOT));
        values.put("entry.2", uuid("entry-2").toString().toUpperCase(Locale.ROOT));
        values.put("entry.3", uuid("entry-3").toString().toUpperCase(Locale.ROOT));
        values.put("type.code", kind.code);
        values.put("type.system", kind.system);
        values.put("type.systemName", kind.system.equals(LOINC) ? "LOINC" : "TRE_A05-TypeDocComplementaire");
        values.put("type.label", kind.label);
        values.put("title", kind.title);
        values.put("time", TIME.format(end.plusHours(7)));
        values.put("date", DateTimeFormatter.BASIC_ISO_DATE.format(day));
        values.put("day", DAY.format(day));
        values.put("patient.root", patient.authority());
        values.put("patient.ins", patient.ins());
        values.put("patient.birthName", patient.birthName());
        values.put("patient.usedName", patient.usedName());
        values.put("patient.givenNames", patient.allGivenNames());
        values.put("patient.firstName", patient.firstName());
        values.put("patient.sex", patient.sex().name());
        values.put("patient.sexLabel", patient.sex().label());
        values.put("patient.birthDate", DateTimeFormatter.BASIC_ISO_DATE.format(patient.birthDate()));
        values.put("patient.birthplace", patient.birthplace());
        values.put("patient.birthCity", patient.birthCity());
        values.put("patient.postalCode", "31000");
        values.put("patient.city", "TOULOUSE");
        values.put("author.id", author.nationalId());
        values.put("author.role", author.role());
        values.put("author.roleLabel", author.roleLabel());
        values.put("author.name", author.displayName());
        values.put("structure.id", structure.id());
        values.put("structure.name", structure.name());
        values.put("structure.facility", structure.facility());
        values.put("structure.facilityLabel", structure.facilityLabel());
        values.put("structure.practice", structure.practice());
        values.put("structure.practiceLabel", structure.practiceLabel());
        values.put("act.code", kind.code);
        values.put("act.label", kind.label);
        values.put("act.system", kind.system);
        values.put("act.start", TIME.format(start));
        values.put("act.end", TIME.format(end));
        values.put("encounter.code", stay ? "IMP" : "AMB");
        values.put("encounter.label", stay ? "Hospitalisation" : "Ambulatoire (hors établissement)");
        values.put("address", address(structure));
        values.put("person", person(author));
        values.put("organization", organization(structure));
        return values;
    }

    private String templates() {
        return Arrays.stream(kind.templates.split(" ", -1))
                .map("  <templateId root=\"%s\"/>"::formatted)
                .collect(Collectors.joining("\n"));
    }

    private static String address(Structure structure) {
        return """
              <addr>
                <streetName>%s</streetName>
                <postalCode>%s</postalCode>
                <city>%s</city>
              </addr>
              <telecom value="tel:+33561000000" use="WP"/>""".formatted(Template.escaped(structure.street()), structure.postalCode(), structure.city());
    }

    private static String person(Professional author) {
        String suffix = author.suffix().isEmpty() ? "" : "<suffix>" + author.suffix() + "</suffix>";
        return """
              <assignedPerson>
                <name>
                  <given>%s</given>
                  <family>%s</family>
                  %s
                </name>
              </assignedPerson>""".formatted(Template.escaped(author.given()), Template.escaped(author.family()), suffix);
    }

    private static String organization(Structure structure) {
        return """
                <id root="1.2.250.1.71.4.2.2" extension="%s"/>
                <name>%s</name>
                <telecom value="tel:+33561000000" use="WP"/>
                <addr>
                  <streetName>%s</streetName>
                  <postalCode>%s</postalCode>
                  <city>%s</city>
                </addr>""".formatted(
                        structure.id(),
                        Template.escaped(structure.name()),
                        Template.escaped(structure.street()),
                        structure.postalCode(),
                        structure.city());
    }

    private UUID uuid(String what) {
        String seed = String.join("|", run, patient.ins(), kind.name(), day.toString(), what);
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    /// An object identifier that nobody had to hand out: the arc 2.25 followed by a UUID as a number.
    private String oid(String what) {
        UUID uuid = uuid(what);
        BigInteger number = new BigInteger(uuid.toString().replace("-", ""), 16);
        return "2.25." + number;
    }
}
