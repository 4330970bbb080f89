package fr.monespacesante.record;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.People;
import fr.monespacesante.access.TestDoors;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.content.ContentLimits;
import fr.monespacesante.content.DocumentContents;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.AfterCommit;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.FileBlobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The record with its door, two spaces, and short ways to say what is deposited.
final class TestRecord {
    final Path blobs;
    final TestDoors house = new TestDoors();
    final Documents documents;
    final Deposits deposits = new Deposits(new DocumentContents(ContentLimits.defaults()));
    final Integrity integrity;

    TestRecord(Path blobs) {
        this.blobs = blobs;
        DocumentRows rows = new DocumentRows(house.client);
        BlobStore store;
        try {
            store = new FileBlobs(blobs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents = new Documents(rows, store, new AfterCommit(store), house.ids);
        integrity = new Integrity(rows, store);
        house.directory.add(People.CLAIRE_SPACE, TestSpaces.CLAIRE, SpaceState.ACTIVATED);
        house.directory.add(People.MARCEL_SPACE, TestSpaces.MARCEL, SpaceState.OPEN);
    }

    /// A document about to be deposited.
    record Draft(NewDocument document, byte[] content) {
        Draft replacing(DocumentId before) {
            return new Draft(
                    copy(document.marks(), document.claimedSha1(), document.claimedSize(), Optional.of(before)),
                    content);
        }

        Draft marked(Set<Mark> marks) {
            return new Draft(copy(marks, document.claimedSha1(), document.claimedSize(), document.replaces()), content);
        }

        NewDocument claiming(Optional<String> sha1, Optional<Long> size) {
            return copy(document.marks(), sha1, size, document.replaces());
        }

        private NewDocument copy(
                Set<Mark> marks, Optional<String> sha1, Optional<Long> size, Optional<DocumentId> replaces) {
            return new NewDocument(
                    document.uniqueId(),
                    document.type(),
                    document.title(),
                    document.description(),
                    document.created(),
                    document.authors(),
                    document.authenticator(),
                    document.custodian(),
                    document.mimeType(),
                    document.format(),
                    document.language(),
                    document.confidentiality(),
                    marks,
                    document.context(),
                    sha1,
                    size,
                    replaces);
        }
    }

    Draft text(String uniqueId, String title, String content) {
        return text(uniqueId, title, content.getBytes(StandardCharsets.UTF_8));
    }

    Draft text(String uniqueId, String title, byte[] content) {
        NewDocument document = new NewDocument(
                uniqueId,
                new Code("11502-2", "2.16.840.1.113883.6.1", "CR d'examens biologiques"),
                title,
                null,
                Instant.parse("2026-11-20T08:00:00Z"),
                List.of(),
                null,
                null,
                "text/plain",
                new Code("urn:ihe:iti:xds-sd:text:2008", "1.3.6.1.4.1.19376.1.2.3", ""),
                "fr-FR",
                "N",
                Set.of(),
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Draft(document, content);
    }

    Prepared prepared(Draft draft) {
        return done(deposits.prepare(draft.document(), draft.content()));
    }

    DocumentEntry deposit(Caller caller, Draft draft) {
        return done(tryDeposit(caller, draft)).getFirst().entry();
    }

    Outcome<List<Documents.Deposited>> tryDeposit(Caller caller, Draft draft) {
        return tryDeposit(caller, People.CLAIRE_SPACE, draft);
    }

    Outcome<List<Documents.Deposited>> tryDeposit(Caller caller, SpaceId space, Draft draft) {
        Documents.Submission submission =
                new Documents.Submission("urn:uuid:" + house.ids.next(), List.of(prepared(draft)));
        return submit(caller, space, submission);
    }

    Outcome<List<Documents.Deposited>> submit(Caller caller, SpaceId space, Documents.Submission submission) {
        return house.doors.enter(
                caller,
                space,
                new Act.DepositDocuments(Set.of(), Set.of()),
                visit -> documents.deposit(visit, submission));
    }

    void consent(Caller.Professional caller) {
        Act.DeclareConsent act = new Act.DeclareConsent(Optional.empty());
        done(house.doors.enter(caller, People.CLAIRE_SPACE, act, visit -> house.consents.declare(visit, act)));
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Problem problem, String where) ->
                throw new AssertionError("refused: " + problem + " at " + where);
        };
    }
}
