package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.History;
import fr.monespacesante.access.People;
import fr.monespacesante.archive.ArchiveDesk;
import fr.monespacesante.archive.ArchiveRequest;
import fr.monespacesante.archive.ArchiveRequest.State;
import fr.monespacesante.archive.Archivist;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.vault.ArchivistKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Two archivists open a closed space for a legal action.
class ArchivesJourneyTests extends LeavingTest {
    private static final ArchivistKey KEY_A = ArchivistKey.make();
    private static final ArchivistKey KEY_B = ArchivistKey.make();
    private static final Archivist PAULE = new Archivist("paule.lenoir", "Paule LENOIR");
    private static final Archivist YVES = new Archivist("yves.leroy", "Yves LEROY");
    private static final Archivist OTHER = new Archivist("odile.petit", "Odile PETIT");

    @Autowired
    private ArchiveDesk desk;

    @Autowired
    private History history;

    @Autowired
    private AgentTraces journal;

    @BeforeEach
    void archivistsAreAppointed() throws IOException {
        Path keys = HOME.resolve("keys");
        Files.writeString(keys.resolve("archivist-a.pub"), KEY_A.lock());
        Files.writeString(keys.resolve("archivist-b.pub"), KEY_B.lock());
    }

    private Left closed() {
        Left alice = somebody();
        done(close(People.citizen(alice.space()), alice.space(), Closings.Reason.HOLDER, false));
        return alice;
    }

    private UUID opened(Left alice) {
        UUID id = requested(alice);
        assertThat(done(desk.answer(PAULE, id, answer(KEY_A, PAULE, id)))).isEqualTo(State.HALF);
        assertThat(done(desk.answer(YVES, id, answer(KEY_B, YVES, id)))).isEqualTo(State.OPEN);
        return id;
    }

    private UUID requested(Left alice) {
        return done(desk.request(PAULE, alice.person().ins().value(), "Réquisition du tribunal", "RG 26/01234"));
    }

    private String answer(ArchivistKey key, Archivist who, UUID id) {
        ArchiveRequest request = desk.find(id).orElseThrow();
        return key.answer(desk.challenge(who, request).orElseThrow()).orElseThrow();
    }

    @Test
    @Requirement("ENR-12")
    void twoTogetherReadTheClosedSpaceAndItsHolderFindsItInTheHistory() {
        Left alice = closed();
        UUID id = opened(alice);
        for (Archivist who : List.of(PAULE, YVES)) {
            assertThat(done(desk.list(who, id))).hasSize(1);
            assertThat(text(done(desk.open(who, id, alice.document())))).contains(CONTENT);
        }
        assertThat(journal.newest(Optional.empty(), 20).items())
                .filteredOn(line -> id.equals(line.trace().subject()))
                .extracting(line -> line.trace().act())
                .contains("REQUEST_ARCHIVE", "ANSWER_ARCHIVE", "OPEN_ARCHIVE", "LIST_ARCHIVE", "READ_ARCHIVE");
        // nobody else is let in by it, the holder neither
        assertThat(refusal(count(alice.space()))).isEqualTo(Problem.NOT_FOUND);
        done(reopenings.reopen(alice.space(), alice.space(), "Alice PARTANTE"));
        List<Trace> read = done(doors.enter(
                People.citizen(alice.space()),
                alice.space(),
                new Act.ReadHistory(),
                visit -> Outcome.done(history
                        .newest(visit, ids -> documents.standing(visit, ids), trace -> true, Optional.empty(), 50)
                        .items()
                        .stream()
                        .map(line -> line.trace())
                        .filter(trace -> trace.act().equals("READ_ARCHIVE"))
                        .toList())));
        assertThat(read).hasSize(4).allSatisfy(trace -> {
            assertThat(trace.right()).isEqualTo("ARCHIVE");
            assertThat(trace.reason()).isEqualTo("RG 26/01234");
        });
        // and the door is shut again for them
        assertThat(desk.list(PAULE, id)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    @Requirement("ENR-12")
    void oneAloneNeverOpensItNorTheSameOneTwice() {
        Left alice = closed();
        UUID id = requested(alice);
        assertThat(refusal(desk.list(PAULE, id))).isEqualTo(Problem.ACCESS_REFUSED);
        assertThat(refusal(desk.answer(YVES, id, "A".repeat(80)))).isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
        done(desk.answer(PAULE, id, answer(KEY_A, PAULE, id)));
        ArchiveRequest half = desk.find(id).orElseThrow();
        // even with both keys in one hand
        String second = KEY_B.answer(desk.challenge(YVES, half).orElseThrow()).orElseThrow();
        assertThat(refusal(desk.answer(PAULE, id, second))).isEqualTo(Problem.ONESELF);
        assertThat(refusal(desk.answer(YVES, id, "A".repeat(43)))).isEqualTo(Problem.CODE_WRONG);
        assertThat(done(desk.answer(YVES, id, second))).isEqualTo(State.OPEN);
        assertThat(refusal(desk.list(OTHER, id))).isEqualTo(Problem.ACCESS_REFUSED);
        assertThat(refusal(desk.open(OTHER, id, alice.document()))).isEqualTo(Problem.ACCESS_REFUSED);
        assertThat(refusal(desk.end(OTHER, id))).isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
    }

    @Test
    @Requirement("ENR-12")
    void afterThreeDaysOrWhenOneOfThemEndsItNothingCanBeRead() {
        Left alice = closed();
        UUID id = opened(alice);
        DATABASE.superuser()
                .sql("update vault.archived_key set opened_until = now() where space_id = :space")
                .param("space", alice.space().value())
                .update();
        assertThat(refusal(desk.list(PAULE, id))).isEqualTo(Problem.SPACE_NOT_OPEN);
        Left bob = closed();
        UUID other = opened(bob);
        done(desk.end(YVES, other));
        assertThat(refusal(desk.open(PAULE, other, bob.document()))).isEqualTo(Problem.ACCESS_REFUSED);
        assertThat(DATABASE.superuser()
                        .sql("select opened from vault.archived_key where space_id = :space")
                        .param("space", bob.space().value())
                        .query((row, number) -> row.getBytes(1) == null)
                        .single())
                .isTrue();
    }

    @Test
    @Requirement("ENR-12")
    void aLivingAnErasedOrAnUnknownSpaceIsTheSameToThem() {
        Left alive = somebody();
        Left erased = somebody();
        done(close(People.citizen(erased.space()), erased.space(), Closings.Reason.HOLDER, true));
        for (String ins :
                List.of(alive.person().ins().value(), erased.person().ins().value(), "284053155512379", "nonsense")) {
            assertThat(refusal(desk.request(PAULE, ins, "Réquisition", "RG 1"))).isEqualTo(Problem.NOT_FOUND);
        }
        assertThat(refusal(desk.request(PAULE, alive.person().ins().value(), " ", "RG 1")))
                .isEqualTo(Problem.REQUIRED_ELEMENT_MISSING);
    }
}
