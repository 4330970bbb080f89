package fr.monespacesante.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.messages.Mail;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The main job: a laboratory's report reaches a citizen's space, and the citizen is its master. A story for each
/// person it matters to, each with a citizen of its own.
@SuppressWarnings("NullAway.Init")
class MainJobJourneyTests {
    private static final String BIOLOGY = "biologie-2026-11-03.xml";
    private static final String CONSULTATION = "compte-rendu-consultation.pdf";
    private static final List<String> HEALTH_WORDS = List.of(
            "biolog",
            "laboratoire",
            "minimes",
            "analyse",
            "résultat",
            "compte rendu",
            "imagerie",
            "garonne",
            "hémoglobine",
            "fer ",
            "ordonnance",
            "consultation",
            "radio",
            "cardio");

    private static World world;
    private static Node service;

    @BeforeAll
    static void theCampaignInvitesEveryone() throws IOException {
        world = World.begin();
        service = world.start(Map.of());
        world.campaign("automne", World.people());
    }

    @AfterAll
    static void end() {
        world.close();
    }

    private static Holder activated(String usedName) throws IOException {
        return new Holder(world, service, World.person(usedName)).activates();
    }

    private static Example sends(Holder to, String certificate, String mode, String name) throws IOException {
        Example example = World.example(to.who(), name);
        world.send(service, certificate, mode, to.who(), example);
        return example;
    }

    @Nested
    class ACitizen {
        @Test
        @Requirement("ENR-01")
        @Requirement("ENR-02")
        @Requirement("ENR-08")
        @Requirement("DOC-01")
        @Requirement("DOC-05")
        @Requirement("NOT-01")
        @Requirement("NOT-03")
        @Requirement("AUT-01")
        void isInvitedActivatesHerSpaceAndReadsWhatLaboratoryAndHospitalSent() throws IOException {
            Holder claire = activated("MARTIN-DURAND");
            claire.logsOut();
            long before = world.mailsSoFar();

            Example biology = sends(claire, "laboratory.p12", "iti65", BIOLOGY);
            Example consultation = sends(claire, "laboratory-2.p12", "iti105", CONSULTATION);
            Example scanner = sends(claire, "hospital.p12", "iti65", "imagerie-scanner-niveau-1.xml");

            theMailSaysThatThereIsNewsAndNoMore(world.mail(claire.who(), World.NEWS, before));

            claire.logsIn();
            assertThat(claire.home()).contains("Nouveau document");
            assertThat(claire.documents()).containsOnlyKeys(biology.title(), consultation.title(), scanner.title());
            assertThat(claire.opens(biology.title()))
                    .contains("Hémoglobine", "12,0", "Laboratoire des Minimes")
                    .doesNotContain("<ClinicalDocument");
            assertThat(claire.opens(consultation.title())).contains("<iframe", "/contenu");
            assertThat(claire.opens(scanner.title())).contains("<iframe", "/corps");
            assertThat(claire.downloads(biology.title())).isEqualTo(biology.bytes());
            assertThat(claire.downloads(consultation.title())).isEqualTo(consultation.bytes());
            assertThat(claire.downloads(scanner.title())).isEqualTo(scanner.bytes());
        }

        private void theMailSaysThatThereIsNewsAndNoMore(Mail mail) {
            String all = (mail.subject() + "\n" + mail.text() + "\n" + mail.html()).toLowerCase(Locale.FRENCH);
            assertThat(all).doesNotContain(HEALTH_WORDS).doesNotContain("http", "href", "martin", "durand");
        }

        @Test
        @Requirement("DOC-08")
        void findsAWordThatStandsInsideADocumentWhateverItsAccentsAndCapitals() throws IOException {
            Holder amelie = activated("BARTHÉLEMY");
            Example biology = sends(amelie, "laboratory.p12", "iti65", BIOLOGY);
            Example consultation = sends(amelie, "laboratory-2.p12", "iti105", CONSULTATION);

            assertThat(amelie.finds("hematocrite")).containsExactly(biology.title());
            assertThat(amelie.finds("HÉMATOCRITE")).containsExactly(biology.title());
            assertThat(amelie.finds("ELECTROCARDIOGRAMME")).containsExactly(consultation.title());
            assertThat(amelie.finds("électrocardiogramme")).containsExactly(consultation.title());
            assertThat(amelie.finds("parapluie")).isEmpty();
        }
    }

    @Nested
    class ADoctor {
        @Test
        @Requirement("ACC-01")
        @Requirement("TRC-01")
        @Requirement("TRC-02")
        @Requirement("NOT-04")
        void whoDeclaresConsentFindsTheReportAndTheCitizenSeesAndIsTold() throws Exception {
            Holder marcel = activated("BESSON");
            Example biology = sends(marcel, "laboratory.p12", "iti65", BIOLOGY);
            Doctor doctor = new Doctor(world, service, Doctor.LEFEVRE);
            assertThat(doctor.searches(marcel.who()).status()).isEqualTo(403);

            doctor.declaresConsent(marcel.who());
            List<DocumentReference> found = doctor.finds(marcel.who());
            assertThat(found).hasSize(1);
            assertThat(doctor.fetches(found.getFirst())).isEqualTo(biology.bytes());

            assertThat(marcel.history())
                    .contains("Dr Antoine LEFÈVRE", "A ouvert un document", "A déclaré avoir votre accord", "Refusé")
                    .contains(biology.title());
            assertThat(marcel.notices())
                    .contains("Un professionnel a consulté votre espace")
                    .contains("Un professionnel déclare avoir votre accord");
            assertThat(marcel.rights()).contains("Dr Antoine LEFÈVRE");
        }

        @Test
        @Requirement("DOC-02")
        @Requirement("DOC-06")
        @Requirement("ACC-08")
        void cannotTellAHiddenDocumentFromOneThatNeverWas() throws Exception {
            Holder lina = activated("KADRI");
            sends(lina, "laboratory.p12", "iti65", BIOLOGY);
            Doctor doctor = new Doctor(world, service, Doctor.LEFEVRE);
            doctor.declaresConsent(lina.who());
            Doctor.Answer before = doctor.searches(lina.who());
            Doctor.Answer counted = doctor.gets(search(lina.who()) + "&_summary=count");
            String visible = doctor.finds(lina.who()).getFirst().getIdPart();

            byte[] photo = World.example(lina.who(), "ordonnance-photo.jpg").bytes();
            Map<String, byte[]> photos = new LinkedHashMap<>();
            photos.put("IMG_1.jpg", photo);
            photos.put("IMG_2.jpg", photo);
            String address = lina.adds("Ancienne ordonnance", "DOCPAT02", photos);
            assertThat(new String(lina.downloads("Ancienne ordonnance"), 0, 5, StandardCharsets.ISO_8859_1))
                    .isEqualTo("%PDF-");
            assertThat(doctor.finds(lina.who())).hasSize(2);
            lina.hides("Ancienne ordonnance");

            assertThat(doctor.searches(lina.who())).isEqualTo(before);
            assertThat(doctor.gets(search(lina.who()) + "&_summary=count")).isEqualTo(counted);
            assertThat(doctor.finds(lina.who())).hasSize(1);
            String hidden = sibling(visible, UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
            String never = sibling(visible, UUID.randomUUID());
            for (String what : List.of("/DocumentReference/%s", "/Binary/%s", "/DocumentReference/%s/_history")) {
                Doctor.Answer ofHidden = doctor.gets(what.formatted(hidden));
                assertThat(ofHidden.status()).as(what).isEqualTo(404);
                assertThat(ofHidden).as(what).isEqualTo(doctor.gets(what.formatted(never)));
            }
            assertThat(doctor.gets(lists(lina.who())).body()).doesNotContain(hidden);
            assertThat(lina.documents()).containsKey("Ancienne ordonnance");
        }

        @Test
        @Requirement("ACC-03")
        void whoIsBlockedIsRefusedEverywhere() throws Exception {
            Holder adrien = activated("ALARCÓN");
            sends(adrien, "laboratory.p12", "iti65", BIOLOGY);
            Doctor doctor = new Doctor(world, service, Doctor.LEFEVRE);
            doctor.declaresConsent(adrien.who());
            String id = doctor.finds(adrien.who()).getFirst().getIdPart();

            adrien.blocks(Doctor.LEFEVRE, "Dr Antoine LEFÈVRE");

            for (String path : List.of(
                    search(adrien.who()),
                    "/DocumentReference/" + id,
                    "/DocumentReference/" + id + "/_history",
                    "/Binary/" + id,
                    lists(adrien.who()),
                    "/Consent?patient.identifier=urn:oid:1.2.250.1.213.1.4.10%7C"
                            + adrien.who().ins(),
                    "/Patient?identifier=urn:oid:1.2.250.1.213.1.4.10%7C"
                            + adrien.who().ins())) {
                Doctor.Answer answer = doctor.gets(path);
                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.body()).as(path).doesNotContain("loqu", "lock");
            }
            assertThat(doctor.posts("/Consent", Doctor.consent(adrien.who())).status())
                    .isEqualTo(403);
            assertThat(adrien.history()).contains("Refusé");
        }

        private static String search(Someone patient) {
            return "/DocumentReference?patient.identifier=urn:oid:1.2.250.1.213.1.4.10%7C" + patient.ins();
        }

        private static String lists(Someone patient) {
            return "/List?patient.identifier=urn:oid:1.2.250.1.213.1.4.10%7C" + patient.ins();
        }

        /// The id that another document of the same space has: the space's half, then the document's.
        private static String sibling(String id, UUID document) {
            BigInteger space = new BigInteger(id, 36).shiftRight(128);
            BigInteger own = new BigInteger(document.toString().replace("-", ""), 16);
            return space.shiftLeft(128).or(own).toString(36);
        }
    }
}
