package fr.monespacesante.bench;

import ca.uhn.fhir.context.FhirContext;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Examples;
import fr.monespacesante.sandbox.examples.Person;
import fr.monespacesante.sandbox.laboratory.ProvideBundle;
import fr.monespacesante.sandbox.laboratory.SourceDocument;
import fr.monespacesante.sandbox.laboratory.SourceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.ListResource;

/// Bodies of ITI-65, written once by the sandbox's laboratory and then only filled in: the person, the identifiers,
/// the hash, the document.
final class Deposit {
    static final int PDF_SIZE = 100 * 1024;
    static final int CDA_SIZE = 136 * 1024;
    private static final int SMALL_PDF = 2_000;
    private static final int DIFFERENT = 64;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final SourceReader READER = new SourceReader(new SourceReader.Defaults(
            "@INS@", Patient.AUTHORITY, "11502-2", "Compte rendu du banc de mesure", DAY, Cast.BIOLOGIST));

    private final Template bundle;
    private final List<Encoded> documents;
    private final int count;

    private record Encoded(byte[] hash, byte[] data) {}

    private Deposit(Template bundle, List<Encoded> documents, int count) {
        this.bundle = bundle;
        this.documents = documents;
        this.count = count;
    }

    /// One PDF of 100 KB, one of 64 different ones.
    static Deposit pdf() throws IOException {
        return pdfs(1, PDF_SIZE);
    }

    /// Several small PDFs in one submission: for filling spaces whose lists are measured, not their documents.
    static Deposit small(int count) throws IOException {
        return pdfs(count, SMALL_PDF);
    }

    private static Deposit pdfs(int count, int size) throws IOException {
        Random chance = new Random(65);
        List<Encoded> documents = new ArrayList<>();
        for (int i = 0; i < DIFFERENT; i++) {
            documents.add(encoded(Pdf.random(size, chance)));
        }
        SourceDocument source = READER.read("rapport.pdf", new byte[size], DAY);
        return new Deposit(template(source, count), documents, count);
    }

    byte[] body(Patient patient, RandomGenerator chance) {
        Map<String, byte[]> values = new HashMap<>();
        values.put("INS", Template.ascii(patient.ins()));
        UUID lot = new UUID(chance.nextLong(), chance.nextLong());
        values.put("LOT", Template.ascii(lot.toString()));
        values.put("OID", oid(chance));
        for (int i = 0; i < count; i++) {
            Encoded document = documents.get(chance.nextInt(documents.size()));
            values.put("UID" + i, oid(chance));
            values.put("HASH" + i, document.hash());
            values.put("DATA" + i, document.data());
        }
        return bundle.fill(values);
    }

    /// CDAs cannot be shared: each names its patient and itself.
    static final class OfCda {
        private final Template bundle;
        private final Template cda;

        OfCda() throws IOException {
            Person person = new Person(
                    Patient.AUTHORITY,
                    "@INS@",
                    Patient.FAMILY,
                    Patient.FAMILY,
                    List.of("ANNE"),
                    Person.Sex.F,
                    LocalDate.parse(Patient.BIRTH_DATE),
                    "31555",
                    "TOULOUSE");
            byte[] example = Examples.biology(person, DAY, "bench").bytes();
            SourceDocument source = READER.read("biologie.xml", example, DAY);
            String text = new String(example, StandardCharsets.UTF_8).replace(source.uniqueId(), "@UID0@");
            this.cda = new Template(padded(text));
            int size = cda.fill(Map.of("INS", new byte[15], "UID0", oid(new Random(1)))).length;
            this.bundle = template(resized(source, size), 1);
        }

        byte[] body(Patient patient, RandomGenerator chance) {
            Map<String, byte[]> values = new HashMap<>();
            values.put("INS", Template.ascii(patient.ins()));
            values.put("UID0", oid(chance));
            Encoded document = encoded(cda.fill(values));
            values.put("HASH0", document.hash());
            values.put("DATA0", document.data());
            values.put("LOT", Template.ascii(new UUID(chance.nextLong(), chance.nextLong()).toString()));
            values.put("OID", oid(chance));
            return bundle.fill(values);
        }

        /// Grows the first narrative with lines of invented figures, as long tables of results do.
        private static String padded(String text) {
            int at = text.indexOf("</text>");
            if (at < 0) {
                throw new IllegalStateException("the example has no narrative");
            }
            Random chance = new Random(136);
            String[] words = {
                "sodium",
                "potassium",
                "ferritine",
                "glycémie",
                "cholestérol",
                "créatinine",
                "calcium",
                "magnésium",
                "contrôle",
                "conforme",
                "prélèvement",
                "sérum",
                "valeur",
                "référence",
                "antériorité"
            };
            StringBuilder more = new StringBuilder("<list>");
            while (text.length() + more.length() < CDA_SIZE) {
                more.append("<item>");
                for (int i = 0; i < 8; i++) {
                    more.append(words[chance.nextInt(words.length)]).append(' ');
                }
                more.append(String.format(Locale.ROOT, "%.2f mmol/L</item>%n", chance.nextDouble() * 100));
            }
            return text.substring(0, at) + more + "</list>" + text.substring(at);
        }
    }

    private static Template template(SourceDocument source, int count) {
        Bundle all = ProvideBundle.of(source, new byte[] {1}, Instant.parse("2026-11-03T10:00:00Z"));
        ListResource set = (ListResource) all.getEntryFirstRep().getResource();
        set.getIdentifier().get(0).setValue("urn:uuid:@LOT@");
        set.getIdentifier().get(1).setValue("urn:oid:@OID@");
        for (int i = 1; i < count; i++) {
            Bundle another = ProvideBundle.of(source, new byte[] {1}, Instant.parse("2026-11-03T10:00:00Z"));
            for (BundleEntryComponent entry : another.getEntry()) {
                if (entry.getResource() instanceof DocumentReference) {
                    set.addEntry().getItem().setReference(entry.getFullUrl());
                }
                if (!(entry.getResource() instanceof ListResource)) {
                    all.addEntry(entry);
                }
            }
        }
        int references = 0;
        int binaries = 0;
        Map<String, String> gaps = new HashMap<>();
        for (BundleEntryComponent entry : all.getEntry()) {
            switch (entry.getResource()) {
                case DocumentReference reference -> {
                    byte[] mark = sha1("hash " + references);
                    gaps.put(Base64.getEncoder().encodeToString(mark), "@HASH" + references + "@");
                    reference.getContentFirstRep().getAttachment().setHash(mark);
                    reference.getMasterIdentifier().setValue("urn:oid:@UID" + references + "@");
                    references++;
                }
                case Binary binary -> {
                    byte[] mark = sha1("data " + binaries);
                    gaps.put(Base64.getEncoder().encodeToString(mark), "@DATA" + binaries + "@");
                    binary.setData(mark);
                    binaries++;
                }
                default -> {}
            }
        }
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(all);
        for (Map.Entry<String, String> gap : gaps.entrySet()) {
            json = json.replace(gap.getKey(), gap.getValue());
        }
        return new Template(json);
    }

    private static SourceDocument resized(SourceDocument source, int size) {
        return new SourceDocument(
                source.name(),
                source.contentType(),
                size,
                source.sha1(),
                source.uniqueId(),
                source.type(),
                source.category(),
                source.format(),
                source.title(),
                source.created(),
                source.subject(),
                source.author(),
                source.custodian(),
                source.encounter());
    }

    /// A new object identifier, always of the same length.
    private static byte[] oid(RandomGenerator chance) {
        return Template.ascii("2.25.1%018d%018d"
                .formatted(chance.nextLong(1_000_000_000_000_000_000L), chance.nextLong(1_000_000_000_000_000_000L)));
    }

    private static Encoded encoded(byte[] document) {
        return new Encoded(
                Base64.getEncoder().encode(digest(document)),
                Base64.getEncoder().encode(document));
    }

    private static byte[] sha1(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
