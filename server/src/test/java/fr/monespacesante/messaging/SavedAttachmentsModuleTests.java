package fr.monespacesante.messaging;

import static fr.monespacesante.messaging.TestMessages.DOCTOR;
import static fr.monespacesante.messaging.TestMessages.letter;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.People;
import fr.monespacesante.access.TestDoors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.content.ContentLimits;
import fr.monespacesante.content.DocumentContents;
import fr.monespacesante.content.Photos;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.mail.MailLimits;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.XdmReader;
import fr.monespacesante.mail.XdmSamples;
import fr.monespacesante.messaging.SavedAttachments.Held;
import fr.monespacesante.messaging.SavedAttachments.Kept;
import fr.monespacesante.messaging.SavedAttachments.Wanted;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.TestDocuments;
import fr.monespacesante.vault.FileBlobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What professionals attach, on its way into the record.
@Requirement("MSG-04")
class SavedAttachmentsModuleTests {
    private static final SpaceId CLAIRE = People.CLAIRE_SPACE;
    private static final String CLAIRES_INS = "284053155512379";
    private static final String MARCELS_INS = "146024315704557";
    private static final byte[] REPORT = "Hémoglobine : 13 g/dL\n".getBytes(StandardCharsets.UTF_8);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final TestDoors house = new TestDoors();
    private final MailReader reader = new MailReader(MailLimits.defaults());
    private final Enclosures enclosures =
            new Enclosures(reader, new XdmReader(MailLimits.defaults(), ContentLimits.defaults()));
    private final Deposits deposits = new Deposits(new DocumentContents(ContentLimits.defaults()));

    private Documents documents;
    private Mailroom mailroom;
    private Conversations conversations;
    private SavedAttachments saved;

    @BeforeEach
    void open(@TempDir Path blobs) throws IOException {
        FileBlobs store = new FileBlobs(blobs);
        ConversationRows rows = new ConversationRows(house.client);
        MessageRows messages = new MessageRows(house.client);
        Dispatches dispatches = new Dispatches(house.client, house.ids);
        Exchanges exchanges = new Exchanges(house.client, house.vault.ofDirectory());
        MessageBlobs bytes = new MessageBlobs(store);
        documents = TestDocuments.in(house.client, store, house.ids);
        mailroom = new Mailroom(rows, messages, dispatches, exchanges, bytes, house.ids);
        conversations = new Conversations(rows, messages, new DraftRows(house.client), dispatches, exchanges, bytes);
        saved = new SavedAttachments(
                conversations, enclosures, deposits, documents, new Photos(ContentLimits.defaults()));
        house.directory.add(CLAIRE, TestSpaces.CLAIRE, SpaceState.ACTIVATED);
    }

    @Test
    void aPackageIsSavedInOneClickWithItsMetadata() {
        Conversations.Opened opened = opened(xdm(CLAIRES_INS, "MASQUE_PS"));
        List<Held> held = done(saved.look(opened, 0));
        Kept kept = done(keep(done(saved.enclosed(opened, 0)))).getFirst();

        assertThat(held)
                .containsExactly(new Held(
                        0,
                        "CR d'examens biologiques",
                        "11502-2",
                        Optional.of(Instant.parse("2026-11-19T14:30:00Z")),
                        "Hélène ROUX",
                        "text/plain"));
        assertThat(kept.fresh()).isTrue();
        DocumentEntry entry = kept.entry();
        assertThat(entry.uniqueId()).isEqualTo("urn:oid:" + XdmSamples.UNIQUE_ID);
        assertThat(entry.authors().getFirst().id()).isEqualTo("810005556667");
        assertThat(entry.source().kind()).isEqualTo(DocumentEntry.Source.Kind.CITIZEN);
        assertThat(entry.description())
                .startsWith("Bilan annuel\n")
                .contains("Dr Antoine LEFÈVRE (antoine.lefevre@tilleuls.mssante.example)");
        assertThat(entry.marks()).containsExactly(Mark.MASQUE_PS);
        assertThat(entry.context().facilityType())
                .isNotNull()
                .extracting(type -> type.code())
                .isEqualTo("SA25");
        assertThat(entry.context().related().getFirst().value()).isEqualTo("A-17");
        Message message = opened(opened.message()).message();
        assertThat(message.saved())
                .containsExactly(new Message.Saved(0, 0, entry.id().value()));
        assertThat(standing(message)).isEqualTo(message.saved());
    }

    @Test
    void savedTwiceIsThereOnce() {
        Conversations.Opened opened = opened(xdm(CLAIRES_INS));
        Kept first = done(keep(done(saved.enclosed(opened, 0)))).getFirst();
        Kept again = done(keep(done(saved.enclosed(opened, 0)))).getFirst();
        assertThat(again.fresh()).isFalse();
        assertThat(again.entry().id()).isEqualTo(first.entry().id());
        assertThat(house.count("record.document")).isEqualTo(1);
        assertThat(opened(opened.message()).message().saved()).hasSize(1);
    }

    @Test
    @Requirement("DOC-12")
    void whatTheLaboratoryDepositedAlreadyIsRecognised() {
        Conversations.Opened opened = opened(xdm(CLAIRES_INS));
        SavedAttachments.Ready ready = done(saved.enclosed(opened, 0));
        DocumentEntry first = done(keep(ready)).getFirst().entry();
        // as another message with the same document
        Conversations.Opened other = opened(xdm(CLAIRES_INS));
        Kept kept = done(keep(done(saved.enclosed(other, 0)))).getFirst();
        assertThat(kept).isEqualTo(new Kept(0, kept.entry(), false));
        assertThat(kept.entry().id()).isEqualTo(first.id());
    }

    @Test
    @Requirement("SEC-03")
    void whatIsAboutSomebodyElseIsRefused() {
        Conversations.Opened opened = opened(xdm(MARCELS_INS));
        assertThat(keep(done(saved.enclosed(opened, 0))))
                .isEqualTo(Outcome.refused(Problem.PATIENT_MISMATCH, "document[0].patient"));
        assertThat(house.count("record.document")).isZero();
    }

    @Test
    void aFileIsSavedUnderTheCorrespondentsName() {
        Conversations.Opened opened =
                opened(letter(DOCTOR, "Ordonnance", "La voici").with("ordonnance.txt", "text/plain", REPORT));
        Wanted wanted = new Wanted(" Mon ordonnance ", "57833-6", DAY, true);
        assertThat(done(saved.look(opened, 0)).getFirst().described()).isFalse();
        Kept kept = done(keep(done(saved.file(opened, 0, 0, wanted)))).getFirst();
        Kept again = done(keep(done(saved.file(opened, 0, 0, wanted)))).getFirst();

        assertThat(kept.entry().title()).isEqualTo("Mon ordonnance");
        assertThat(kept.entry().type().code()).isEqualTo("57833-6");
        assertThat(kept.entry().created()).isEqualTo(Instant.parse("2026-11-19T23:00:00Z"));
        assertThat(kept.entry().authors())
                .containsExactly(new DocumentEntry.Author(null, "Dr Antoine LEFÈVRE", "", null, null, false));
        assertThat(kept.entry().hidden()).isTrue();
        assertThat(again.entry().id()).isEqualTo(kept.entry().id());
        assertThat(again.fresh()).isFalse();
    }

    @Test
    void whatASpaceDoesNotHoldIsRefused() {
        Wanted wanted = new Wanted("x", "57833-6", DAY, false);
        Conversations.Opened page = opened(letter(DOCTOR, "Page", "Voir")
                .with("page.html", "text/html", "<html><script>x</script></html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(problem(saved.file(page, 0, 0, wanted))).isEqualTo(Problem.MIME_TYPE_UNSUPPORTED);
        Conversations.Opened large = opened(letter(DOCTOR, "Gros", "Voir")
                .with("gros.txt", "text/plain", "a".repeat(5_000_001).getBytes(StandardCharsets.UTF_8)));
        assertThat(problem(saved.file(large, 0, 0, wanted))).isEqualTo(Problem.TOO_LARGE);
        Conversations.Opened text = opened(letter(DOCTOR, "Texte", "Voir").with("a.txt", "texte"));
        assertThat(problem(saved.file(text, 0, 0, new Wanted("x", "INCONNU", DAY, false))))
                .isEqualTo(Problem.TYPE_CODE_UNKNOWN);
        assertThat(problem(saved.file(text, 1, 0, wanted))).isEqualTo(Problem.NOT_FOUND);
        assertThat(problem(saved.file(text, 0, 1, wanted))).isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    @Requirement("REP-02")
    void whatComesFromAnExchangeKeptFromParentsIsKeptFromThemToo() {
        Conversations.Opened opened = opened(letter(DOCTOR, "Pour toi", "Voir").with("a.txt", "texte"));
        Conversations.Opened alone = new Conversations.Opened(opened.message(), opened.raw(), true);
        SavedAttachments.Ready ready = done(saved.file(alone, 0, 0, new Wanted("x", "57833-6", DAY, false)));
        assertThat(ready.act().marks()).containsExactly(Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        assertThat(done(keep(ready)).getFirst().entry().marks()).containsExactly(Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
    }

    @Test
    void theCitizenDeletesWhatTheySaved() {
        Conversations.Opened opened = opened(xdm(CLAIRES_INS));
        DocumentEntry entry =
                done(keep(done(saved.enclosed(opened, 0)))).getFirst().entry();
        done(claire(
                new Act.DeleteDocument(entry.id()), visit -> documents.delete(visit, entry.id(), Optional.empty())));
        Message message = opened(opened.message()).message();
        assertThat(standing(message)).isEmpty();
        assertThat(done(keep(done(saved.enclosed(opened, 0)))).getFirst().fresh())
                .isTrue();
    }

    @Test
    void aReceiptGoesToWhoWroteOnceAndToNobodyElse() {
        TestMessages.Letter asking = letter(DOCTOR, "CR", "Reçu ?").wantingReceipt();
        Incoming incoming = asking.incoming();
        opened(incoming);
        opened(incoming);
        assertThat(house.count("messaging.dispatch")).isEqualTo(1);

        String raw = new String(incoming.raw(), StandardCharsets.UTF_8);
        opened(again(
                raw.replace("Disposition-Notification-To: =?", "Disposition-Notification-To: victime@x.example, =?")));
        opened(again(raw.replace("MIME-Version", "Auto-Submitted: auto-generated\r\nMIME-Version")));
        assertThat(house.count("messaging.dispatch")).isEqualTo(1);
    }

    private Incoming again(String raw) {
        byte[] bytes = raw.replace("Reçu ?", "Autre")
                .replace("Subject: CR", "Subject: " + house.ids.next())
                .getBytes(StandardCharsets.UTF_8);
        return new Incoming(
                reader.read(bytes), bytes, DOCTOR, List.of(), List.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    private static TestMessages.Letter xdm(String ins, String... marks) {
        return letter(DOCTOR, "XDM/1.0/DDM+CR", "Voici votre compte rendu")
                .with("IHE_XDM.ZIP", "application/zip", XdmSamples.report(ins, REPORT, "text/plain", marks));
    }

    private Conversations.Opened opened(TestMessages.Letter letter) {
        return opened(letter.incoming());
    }

    private Conversations.Opened opened(Incoming incoming) {
        Caller caller = new Caller.Correspondent(
                incoming.from().address(), incoming.from().name(), "operateur-sante.mssante.example");
        Mailroom.Received received = done(house.doors.enter(
                caller, CLAIRE, new MessageAct.ReceiveMessage(Set.of()), visit -> mailroom.receive(visit, incoming)));
        return done(claire(
                new MessageAct.ReadMessage(received.conversation()),
                visit -> conversations.open(visit, received.conversation(), received.message())));
    }

    private Conversations.Opened opened(Message message) {
        return done(claire(read(message), visit -> conversations.open(visit, message.conversation(), message.id())));
    }

    private List<Message.Saved> standing(Message message) {
        return done(claire(read(message), visit -> Outcome.done(saved.standing(visit, message))));
    }

    private static Act read(Message message) {
        return new MessageAct.ReadMessage(message.conversation());
    }

    private Outcome<List<Kept>> keep(SavedAttachments.Ready ready) {
        return claire(ready.act(), visit -> saved.keep(visit, ready));
    }

    private <T> Outcome<T> claire(Act act, Function<Visit, Outcome<T>> body) {
        return house.doors.enter(People.citizen(CLAIRE), CLAIRE, act, body);
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused -> throw new AssertionError(refused.toString());
        };
    }

    private static <T> Problem problem(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Refused<T>(Problem problem, String _) -> problem;
            case Outcome.Done<T> done -> throw new AssertionError("it was done");
        };
    }
}
