package fr.monespacesante.portal.pro;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.kernel.Mark;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A professional's day through the pages, with Pro Santé Connect beside.
class ProJourneyTests extends ProTest {
    private static final Map<String, String> EMERGENCY =
            Map.of("risque", "oui", "incapable", "oui", "motif", "Patiente inconsciente");

    @Test
    @Requirement("ACC-01")
    @Requirement("DOC-05")
    void findsAPatientDeclaresTheirAgreementAndOpensADocument() {
        Stage.Someone odile = stage.adult(DATABASE);
        String id = stage.deposit(odile, "Bilan sanguin d’Odile");
        TestBrowser doctor = professional(LEFEVRE);
        String folder = found(doctor, odile);
        assertThat(folder).doesNotContain(odile.ins(), odile.space().toString());
        assertThat(location(doctor.get(folder))).isEqualTo(folder + "/accord");
        doctor.get(folder + "/accord");
        doctor.post(folder + "/accord", Map.of("duree", "consultation", "dit", "oui"));
        assertThat(doctor.get(folder).body())
                .contains("Bilan sanguin d’Odile", "Votre première visite", "Odile MARTIN-LÉVÊQUE")
                .contains("accord pour cette consultation");
        String document = folder + "/documents/" + id;
        assertThat(doctor.get(document).body()).contains("Note : Bilan sanguin d’Odile");
        assertThat(doctor.get(document + "/contenu").body()).isEqualTo("Note : Bilan sanguin d’Odile");
        assertThat(doctor.get(document + "/telecharger")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .startsWith("attachment");
        assertThat(doctor.get("/pro").body()).contains("Odile MARTIN-LÉVÊQUE");
        assertThat(professional(LEFEVRE).get("/pro").body()).doesNotContain("Odile");
    }

    @Test
    @Requirement("ACC-09")
    void anUnknownPersonAndWrongTraitsAreTheSameSentence() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        doctor.get("/pro");
        Map<String, String> other = new HashMap<>(odile.traits());
        other.put("name", "Dupont");
        HttpResponse<String> mismatch = doctor.post("/pro/patient", other);
        Map<String, String> nobody = new HashMap<>(other);
        nobody.put("ins", "2 69 05 49 588 157 80");
        HttpResponse<String> unknown = doctor.post("/pro/patient", nobody);
        assertThat(mismatch.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(mismatch.body()).contains("Aucun espace ouvert ne correspond", "value=\"Dupont\"");
        assertThat(sentences(unknown.body())).isEqualTo(sentences(mismatch.body()));
        Map<String, String> wrongKey = new HashMap<>(odile.traits());
        wrongKey.put("ins", "2 69 05 49 588 157 81");
        assertThat(doctor.post("/pro/patient", wrongKey).body()).contains("Ce numéro n’est pas un INS");
        assertThat(doctor.post("/pro/patient", Map.of()).body())
                .contains(
                        "Saisissez le matricule INS", "Saisissez le nom de naissance", "date de naissance qui existe");
    }

    private static String sentences(String body) {
        return body.replaceAll("value=\"[^\"]*\"", "").replaceAll("href=\"[^\"]*\"", "");
    }

    @Test
    @Requirement("ACC-01")
    void anEndInThePastIsToldAndWhatWasTypedIsKept() {
        TestBrowser doctor = professional(LEFEVRE);
        String folder = found(doctor, stage.adult(DATABASE));
        doctor.get(folder + "/accord");
        Map<String, String> typed = new HashMap<>(
                Map.of("duree", "equipe", "dit", "oui", "fin.day", "3", "fin.month", "2", "fin.year", "2020"));
        HttpResponse<String> past = doctor.post(folder + "/accord", typed);
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("Cette date est passée", "value=\"2020\"");
        typed.put("fin.year", "2090");
        assertThat(doctor.post(folder + "/accord", typed).body()).contains("un an au plus");
        typed.put("fin.day", "45");
        assertThat(doctor.post(folder + "/accord", typed).body()).contains("Indiquez le dernier jour");
        assertThat(doctor.post(folder + "/accord", Map.of("duree", "consultation"))
                        .body())
                .contains("Cochez cette case si le patient a donné son accord");
        assertThat(location(doctor.get(folder))).isEqualTo(folder + "/accord");
    }

    @Test
    @Requirement("ACC-03")
    void aBlockedDoctorLearnsOnlyThatAccessIsRefused() {
        Stage.Someone odile = stage.adult(DATABASE);
        stage.deposit(odile, "Titre secret");
        TestBrowser doctor = professional(LEFEVRE);
        String folder = agreed(doctor, odile);
        stage.blocks(odile, LEFEVRE);
        for (String path : new String[] {"", "/documents/" + java.util.UUID.randomUUID()}) {
            HttpResponse<String> refused = doctor.get(folder + path);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body())
                    .contains("L’accès à cet espace vous est refusé")
                    .doesNotContain("bloqué");
        }
        doctor.get(folder + "/accord");
        HttpResponse<String> declared = doctor.post(folder + "/accord", Map.of("duree", "consultation", "dit", "oui"));
        assertThat(declared.statusCode()).isEqualTo(403);
        assertThat(declared.body()).contains("L’accès à cet espace vous est refusé");
        doctor.get(folder + "/urgence");
        assertThat(doctor.post(folder + "/urgence", EMERGENCY).statusCode()).isEqualTo(403);
        assertThat(doctor.get("/pro").body()).doesNotContain("Urgence en cours");
        assertThat(doctor.post("/pro/patient", odile.traits()).body()).contains("L’accès à cet espace vous est refusé");
    }

    @Test
    @Requirement("ACC-05")
    void anEmergencyNeedsBothConditionsAndAReasonAndShowsWhileItLasts() {
        Stage.Someone odile = stage.adult(DATABASE);
        String id = stage.deposit(odile, "Compte rendu d’Odile");
        TestBrowser doctor = professional(LEFEVRE);
        String folder = found(doctor, odile);
        doctor.get(folder + "/urgence");
        for (String missing : EMERGENCY.keySet()) {
            Map<String, String> part = new HashMap<>(EMERGENCY);
            part.remove(missing);
            HttpResponse<String> refused = doctor.post(folder + "/urgence", part);
            assertThat(refused.statusCode()).as(missing).isEqualTo(422);
            assertThat(refused.body()).contains("point à corriger");
            assertThat(location(doctor.get(folder))).isEqualTo(folder + "/accord");
            doctor.get(folder + "/urgence");
        }
        assertThat(location(doctor.post(folder + "/urgence", EMERGENCY))).isEqualTo(folder);
        for (String path : new String[] {"", "/documents/" + id, "/ajouter", "/accord"}) {
            assertThat(doctor.get(folder + path).body())
                    .as(path)
                    .contains("Accès en urgence en cours", "Patiente inconsciente", "class=\"mes-urgent\"")
                    .contains("Mettre fin à l’urgence");
        }
        assertThat(doctor.get("/pro").body()).contains("Urgence en cours");
        doctor.get(folder);
        assertThat(location(doctor.post(folder + "/urgence/fin", Map.of()))).isEqualTo("/pro");
        assertThat(location(doctor.get(folder))).isEqualTo(folder + "/accord");
    }

    @Test
    @Requirement("ACC-05")
    void onlyADoctorOfTheSamuRegulates() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        String folder = found(doctor, odile);
        assertThat(doctor.get(folder + "/accord").body()).doesNotContain("SAMU");
        assertThat(doctor.get(folder + "/regulation").statusCode()).isEqualTo(404);
        assertThat(doctor.post(folder + "/regulation", Map.of("motif", "Appel")).statusCode())
                .isEqualTo(404);
        TestBrowser samu = professional(FABRE);
        String call = found(samu, odile);
        assertThat(samu.get(call + "/accord").body()).contains("SAMU");
        samu.get(call + "/regulation");
        assertThat(location(samu.post(call + "/regulation", Map.of("motif", "Appel au 15"))))
                .isEqualTo(call);
        assertThat(samu.get(call).body()).contains("Régulation en cours (SAMU)", "Appel au 15");
    }

    @Test
    @Requirement("DOC-03")
    @Requirement("DOC-07")
    @Requirement("DOC-08")
    @Requirement("DOC-09")
    void addsAnnouncesReplacesArchivesAndDeletesWhatTheyMade() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        String folder = agreed(doctor, odile);
        doctor.get(folder + "/ajouter");
        Map<String, String> form = new HashMap<>(Map.of(
                "title", "Lettre à la cardiologue",
                "type", "11488-4",
                "date.day", "1",
                "date.month", "10",
                "date.year", "2026",
                "pour", "Dr Sophie Marchand",
                "invisible-patient", "oui",
                "once", java.util.UUID.randomUUID().toString()));
        HttpResponse<String> noFile = doctor.upload(folder + "/ajouter", form, "files", Map.of());
        assertThat(noFile.statusCode()).isEqualTo(422);
        assertThat(noFile.body()).contains("Choisissez un fichier", "Lettre à la cardiologue", "Dr Sophie Marchand");
        HttpResponse<String> added = doctor.upload(
                folder + "/ajouter", form, "files", Map.of("lettre.txt", bytes("Chère consœur, première version")));
        String document = location(added);
        assertThat(document).startsWith(folder + "/documents/");
        assertThat(doctor.get(document).body())
                .contains("Non annoncé au patient", "Votre document", "Dr Sophie Marchand", "première version");
        assertThat(location(doctor.post(document + "/annoncer", Map.of("version", "1"))))
                .isEqualTo(document);
        assertThat(doctor.get(document).body()).doesNotContain("Non annoncé").contains("Le patient voit maintenant");
        assertThat(doctor.get(folder + "/ajouter?remplace=" + last(document)).body())
                .contains("Nouvelle version de « Lettre à la cardiologue »");
        form.put("remplace", last(document));
        form.put("once", java.util.UUID.randomUUID().toString());
        form.remove("invisible-patient");
        String next = location(doctor.upload(
                folder + "/ajouter", form, "files", Map.of("lettre.txt", bytes("Chère consœur, deuxième version"))));
        assertThat(next).startsWith(folder + "/documents/").isNotEqualTo(document);
        assertThat(doctor.get(document).body()).contains("Une version plus récente");
        String page = doctor.get(next).body();
        String version = found(Pattern.compile("name=\"version\" value=\"(\\d+)\""), page);
        doctor.post(next + "/archiver", Map.of("version", version));
        assertThat(doctor.get(folder).body()).doesNotContain("Lettre à la cardiologue");
        version = found(
                Pattern.compile("name=\"version\" value=\"(\\d+)\""),
                doctor.get(next).body());
        doctor.post(next + "/archiver", Map.of("version", version));
        assertThat(doctor.get(folder).body()).contains("Lettre à la cardiologue");
        version = found(
                Pattern.compile("name=\"version\" value=\"(\\d+)\""),
                doctor.get(next + "/supprimer").body());
        assertThat(location(doctor.post(next + "/supprimer", Map.of("version", version))))
                .isEqualTo(folder);
        assertThat(doctor.get(next).statusCode()).isEqualTo(404);
        assertThat(doctor.get(document).statusCode()).isEqualTo(404);
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @Requirement("DOC-07")
    void anothersDocumentIsNotTheirsToChange() {
        Stage.Someone odile = stage.adult(DATABASE);
        String id = stage.deposit(odile, "Document du laboratoire");
        TestBrowser doctor = professional(LEFEVRE);
        String folder = agreed(doctor, odile);
        String document = folder + "/documents/" + id;
        assertThat(doctor.get(document).body()).doesNotContain("Supprimer", "Archiver", "Remplacer");
        assertThat(location(doctor.get(document + "/supprimer"))).isEqualTo(document);
        assertThat(doctor.get(document).body()).contains("Vous n’êtes pas l’auteur de ce document");
        for (String act : new String[] {"/supprimer", "/archiver", "/annoncer"}) {
            assertThat(location(doctor.post(document + act, Map.of("version", "1"))))
                    .as(act)
                    .isEqualTo(document);
            assertThat(doctor.get(document).body()).contains("Vous n’êtes pas l’auteur de ce document");
        }
        assertThat(location(doctor.get(folder + "/ajouter?remplace=" + id))).isEqualTo(document);
        assertThat(doctor.get(document).statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("DOC-10")
    void aMinorWhoObjectsIsHeardAndMarksForMinorsAreForMinors() {
        Stage.Someone child = stage.minor(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        String folder = agreed(doctor, child);
        assertThat(doctor.get(folder + "/ajouter").body()).contains("Le mineur s’oppose", "représentants légaux");
        Map<String, String> form = new HashMap<>(Map.of(
                "title", "Consultation", "type", "11488-4", "date.day", "1", "date.month", "10", "date.year", "2026"));
        form.put("oppose", "oui");
        assertThat(location(doctor.upload(
                        folder + "/ajouter", form, "files", Map.of("note.txt", bytes("Confidence de l’enfant")))))
                .isEqualTo(folder);
        assertThat(doctor.get(folder).body())
                .contains("Rien n’a été enregistré")
                .doesNotContain("Consultation</a>");
        Stage.Someone odile = stage.adult(DATABASE);
        String adult = agreed(doctor, odile);
        assertThat(doctor.get(adult + "/ajouter").body()).doesNotContain("Le mineur s’oppose");
        HttpResponse<String> refused =
                doctor.upload(adult + "/ajouter", form, "files", Map.of("note.txt", bytes("Note")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("réservé aux documents d’un patient mineur");
        form.remove("oppose");
        form.put("invisible-parents", "oui");
        refused = doctor.upload(adult + "/ajouter", form, "files", Map.of("note.txt", bytes("Note")));
        assertThat(refused.body()).contains("réservé aux documents d’un patient mineur", "Consultation");
    }

    @Test
    @Requirement("DOC-16")
    void showsWhatIsNewFiltersAndGoesOnInBatches() {
        Stage.Someone odile = stage.adult(DATABASE);
        for (int i = 0; i < 23; i++) {
            stage.deposit(odile, "Bilan numéro " + i);
        }
        TestBrowser doctor = professional(LEFEVRE);
        String folder = agreed(doctor, odile);
        String first = doctor.get(folder).body();
        assertThat(first).contains("23 documents", "20 suivants", "Élargir à plus de 2 ans");
        DATABASE.superuser()
                .sql("update record.last_visit set seen_at = now() - interval '3 days' where space_id = :space")
                .param("space", odile.space().value())
                .update();
        DATABASE.superuser()
                .sql("update record.document set arrived_at = arrived_at where space_id = :space")
                .param("space", odile.space().value())
                .update();
        assertThat(doctor.get(folder).body()).contains("Nouveau depuis votre visite du", "et 18 autres dans la liste");
        assertThat(doctor.get(folder + "?q=numero+7").body()).contains("Bilan numéro 7", "1 document");
        assertThat(doctor.get(folder + "?categorie=IMAGING").body()).contains("Aucun document ici");
        assertThat(doctor.get(folder + "?vue=chronologie").body()).contains("octobre 2026");
        String next =
                found(Pattern.compile("href=\"([^\"]*apres=[^\"]*)\""), first).replace("&amp;", "&");
        assertThat(doctor.get(next.replaceFirst("#.*", "")).body()).contains("Bilan numéro 0");
    }

    @Test
    @Requirement("ACC-02")
    void whatIsHiddenLeavesNoGap() {
        Stage.Someone odile = stage.adult(DATABASE);
        stage.deposit(odile, "Document visible");
        String hidden = stage.deposit(odile, "Document masqué", Mark.MASQUE_PS);
        TestBrowser doctor = professional(LEFEVRE);
        String folder = agreed(doctor, odile);
        assertThat(doctor.get(folder).body()).contains("1 document,").doesNotContain("Document masqué");
        assertThat(doctor.get(folder + "/documents/" + hidden).statusCode()).isEqualTo(404);
    }

    @Test
    @Requirement("TRC-02")
    void theTraceSaysThePlaceThatWasChosen() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(CARON);
        doctor.get("/pro/lieu");
        doctor.post("/pro/lieu", Map.of("lieu", "1"));
        String folder = agreed(doctor, odile);
        doctor.get(folder);
        assertThat(stage.actors(odile, CARON)).first().satisfies(actor -> {
            assertThat(actor.structureId()).isEqualTo("1310055555");
            assertThat(actor.channel()).isEqualTo("PORTAL");
        });
        doctor.get("/pro/lieu");
        doctor.post("/pro/lieu", Map.of("lieu", "0"));
        doctor.get(folder);
        assertThat(stage.actors(odile, CARON))
                .first()
                .satisfies(actor -> assertThat(actor.structureId()).isEqualTo("1310012345"));
    }

    @Test
    @Requirement("TRC-02")
    void seesWhatTheyDidWhenAndByWhatRight() {
        Stage.Someone odile = stage.adult(DATABASE);
        String id = stage.deposit(odile, "Titre jamais montré ici");
        TestBrowser nurse = professional(BENALI);
        String folder = found(nurse, odile);
        nurse.get(folder + "/urgence");
        nurse.post(folder + "/urgence", Map.of("risque", "oui", "incapable", "oui", "motif", "Malaise dans la rue"));
        nurse.get(folder + "/documents/" + id);
        assertThat(nurse.get("/pro/activite").body())
                .contains("Ouverture d’un document", "Odile MARTIN-LÉVÊQUE", "Droit : urgence", "Malaise dans la rue")
                .contains("Recherche d’un patient", "Cabinet infirmier des Carmes")
                .doesNotContain("Titre jamais montré ici");
        assertThat(professional(BENALI).get("/pro/activite").body())
                .contains("Patient d’une session précédente")
                .doesNotContain("Odile");
        assertThat(nurse.get("/pro/activite?apres=nimporte").statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("DOC-16")
    void aFolderAndADocumentTakeFewStatementsWhateverTheyHold() {
        Stage.Someone odile = stage.adult(DATABASE);
        String id = stage.deposit(odile, "Premier");
        TestBrowser doctor = professional(LEFEVRE);
        String folder = agreed(doctor, odile);
        for (int i = 0; i < 8; i++) {
            stage.deposit(odile, "Suivant " + i);
        }
        doctor.get(folder);
        assertThat(statements(doctor, folder)).isLessThanOrEqualTo(12);
        assertThat(statements(doctor, folder + "/documents/" + id)).isLessThanOrEqualTo(12);
    }

    private int statements(TestBrowser browser, String path) {
        sql.take();
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
        List<String> ours = sql.take().stream()
                .filter(statement -> !statement.contains("notification") && !statement.contains("courier"))
                .toList();
        assertThat(ours).isNotEmpty();
        return ours.size();
    }

    @Test
    @Requirement("ENR-01")
    void readsTheInsFromAPhotoOfACode() throws Exception {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        doctor.get("/pro");
        String matrix = "IS010000000000000000000000S1" + odile.ins() + "S21.2.250.1.213.1.4.10";
        assertThat(doctor.upload("/pro/lecture", Map.of(), "photo", Map.of("code.png", photo(matrix)))
                        .body())
                .contains("value=\"" + odile.ins() + "\"");
        HttpResponse<String> other =
                doctor.upload("/pro/lecture", Map.of(), "photo", Map.of("code.png", photo("https://exemple.test")));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("Ce code n’est pas un INS");
        assertThat(doctor.upload("/pro/lecture", Map.of("code", odile.ins()), "photo", Map.of())
                        .body())
                .contains("value=\"" + odile.ins() + "\"");
        assertThat(doctor.upload("/pro/lecture", Map.of(), "photo", Map.of("x.png", bytes("pas une image")))
                        .body())
                .contains("Aucun code n’est lisible");
        assertThat(doctor.upload("/pro/lecture", Map.of(), "photo", Map.of()).body())
                .contains("Choisissez ou prenez une photo");
    }

    private static byte[] photo(String text) throws Exception {
        var matrix =
                new com.google.zxing.MultiFormatWriter().encode(text, com.google.zxing.BarcodeFormat.QR_CODE, 300, 300);
        var image = new java.awt.image.BufferedImage(300, 300, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 300; y++) {
                image.setRGB(x, y, matrix.get(x, y) ? 0 : 0xffffff);
            }
        }
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    @Requirement("SEC-04")
    void anAddressOfAnotherSessionIsOfNobody() {
        Stage.Someone odile = stage.adult(DATABASE);
        String folder = agreed(professional(LEFEVRE), odile);
        TestBrowser other = professional(LEFEVRE);
        for (String path : new String[] {"", "/accord", "/urgence", "/ajouter"}) {
            assertThat(location(other.get(folder + path))).isEqualTo("/pro");
        }
        assertThat(other.get("/pro").body()).contains("Cherchez-le de nouveau avec son INS");
    }
}
