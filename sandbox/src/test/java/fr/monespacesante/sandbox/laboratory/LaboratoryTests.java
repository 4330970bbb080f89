package fr.monespacesante.sandbox.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryTests {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<Duration> pauses = new ArrayList<>();
    private FakeService service;
    private Path certificate;
    private Path authority;
    private Path night;

    @BeforeEach
    void open() throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        service = new FakeService(certificates.server());
        certificate = certificates.clientFile();
        authority = certificates.authorityFile();
        night = Files.createDirectory(folder.resolve("night"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aNightsReportsAllArrive() throws Exception {
        for (Example example : Examples.forPatient(Cast.CLAIRE)) {
            if (example.isCda()) {
                Files.write(night.resolve(example.name()), example.bytes());
            }
        }
        for (int i = 0; i < 60; i++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(i);
            Files.write(
                    night.resolve("load-" + i + ".xml"),
                    Examples.biology(Cast.MARCEL, day, "night").bytes());
        }
        assertThat(send("--clients", "8")).as(output()).isZero();
        assertThat(service.received).hasSize(69);
        assertThat(output()).contains("69 sent, 0 already there, 0 refused");
    }

    @Test
    void sendingAgainFindsTheDocumentsAlreadyThere() throws Exception {
        write(Examples.biology(Cast.CLAIRE, LocalDate.of(2026, 3, 12), "x"));
        assertThat(send()).isZero();
        assertThat(send()).isZero();
        assertThat(output()).contains("0 sent, 1 already there, 0 refused");
    }

    @Test
    void aServiceThatAsksToWaitIsAskedAgainAfterThatTime() throws Exception {
        write(Examples.biology(Cast.CLAIRE, LocalDate.of(2026, 3, 12), "x"));
        service.laters.set(3);
        assertThat(send()).as(output()).isZero();
        assertThat(pauses).hasSize(3).containsOnly(Duration.ofSeconds(7));
        assertThat(service.received).hasSize(1);
    }

    @Test
    void aServiceThatNeverAnswersIsGivenUp() throws Exception {
        write(Examples.biology(Cast.CLAIRE, LocalDate.of(2026, 3, 12), "x"));
        service.laters.set(1000);
        assertThat(send()).isEqualTo(1);
        assertThat(pauses).hasSize(7);
        assertThat(output()).contains("refused 503");
    }

    @Test
    void aRefusalIsSaidInTheServicesOwnWords() throws Exception {
        write(Examples.biology(Cast.CLAIRE, LocalDate.of(2026, 3, 12), "x"));
        service.refuses = true;
        assertThat(send()).isEqualTo(1);
        assertThat(output())
                .contains(
                        "refused 422",
                        "the type is not known (DocumentReference.type)",
                        "0 sent, 0 already there, 1 refused");
    }

    @Test
    void aPdfIsSentByEitherWayAndArrivesWhole() throws Exception {
        byte[] large = new byte[1_000_003]; // no multiple of the pieces it is read in
        new Random(1).nextBytes(large);
        Files.write(night.resolve(Cast.CLAIRE.ins() + "_Hémogramme.pdf"), large);
        assertThat(send("--mode", "iti105", "--date", "2026-02-03"))
                .as(output())
                .isZero();
        DocumentReference card = (DocumentReference) service.received.remove();
        assertThat(card.getContentFirstRep().getAttachment().getData()).isEqualTo(large);
        assertThat(card.getContentFirstRep().getAttachment().getTitle()).isEqualTo("Hémogramme");
        assertThat(card.getContentFirstRep().getAttachment().hasUrl()).isFalse();
        assertThat(card.getSubject().getIdentifier().getValue()).isEqualTo(Cast.CLAIRE.ins());
        assertThat(card.getDateElement().getValueAsString()).startsWith("2026-02-03T12:00:00");
        assertThat(send("--mode", "iti65", "--title", "Bilan")).isZero();
        Bundle bundle = (Bundle) service.received.remove();
        assertThat(((Binary) bundle.getEntry().get(2).getResource()).getData()).isEqualTo(large);
    }

    @Test
    void whatCannotBeReadIsNotSent() throws Exception {
        for (Example example : Examples.rubbish()) {
            if (example.name().endsWith("entity.xml")
                    || example.name().endsWith("bomb.xml")
                    || example.name().startsWith("not-cda")
                    || example.name().startsWith("without-ins")) {
                Files.write(night.resolve(example.name()), example.bytes());
            }
        }
        Files.write(night.resolve("whose.pdf"), new byte[] {1});
        assertThat(send()).isEqualTo(1);
        assertThat(service.received).isEmpty();
        assertThat(output())
                .contains(
                        "a DOCTYPE has no place in a CDA",
                        "not a CDA",
                        "the patient has no INS",
                        "whom is it about?",
                        "0 sent, 0 already there, 5 refused");
    }

    @Test
    void aServiceOfAnotherAuthorityIsNotBelieved() throws Exception {
        write(Examples.biology(Cast.CLAIRE, LocalDate.of(2026, 3, 12), "x"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        authority = new TestCertificates(elsewhere).authorityFile();
        assertThat(send()).isEqualTo(1);
        assertThat(service.received).isEmpty();
    }

    @Test
    void aMistakeAtTheKeyboardGetsTheUsage() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertThat(Laboratory.run(List.of("--to", "https://localhost/fhir"), out))
                .isEqualTo(2);
        assertThat(Laboratory.run(List.of("--colour", "red", "x"), out)).isEqualTo(2);
        assertThat(output()).contains("nothing to send", "unknown option --colour", "usage: send");
    }

    private void write(Example example) throws Exception {
        Files.write(night.resolve(example.name()), example.bytes());
    }

    private int send(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--to", service.address(), "--certificate", certificate.toString(), "--trust", authority.toString()));
        arguments.addAll(List.of(more));
        arguments.add(night.toString());
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Laboratory.run(arguments, out, NOON, pauses::add);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
