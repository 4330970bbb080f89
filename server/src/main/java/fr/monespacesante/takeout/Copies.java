package fr.monespacesante.takeout;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.Documents;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.Place;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The copies that people ask for. Asking and fetching need a visit; how far one's own copy is, and
/// ending it, do not: that says nothing of the space.
public final class Copies {
    /// How many copies of one space may be asked for in one day.
    static final int DAILY = 3;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int SHOWN = 5;

    private final CopyRows rows;
    private final Documents documents;
    private final BlobStore blobs;
    private final Ids ids;
    private final Clock clock;

    Copies(CopyRows rows, Documents documents, BlobStore blobs, Ids ids, Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
    }

    /// Asks for a copy, which takes the place of an earlier one of the same person.
    ///
    /// @return refused as TRANSITION_NOT_ALLOWED while one of this space is being made, and as
    ///     TOO_MANY_ATTEMPTS after the third of a day
    public Outcome<UUID> ask(Visit visit) {
        if (!(visit.caller() instanceof Caller.Citizen citizen)) {
            return Outcome.refused(Problem.ACCESS_REFUSED);
        }
        if (rows.running(visit.id())) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED, "running");
        }
        if (rows.askedSince(visit.id(), visit.now().minus(DAY)) >= DAILY) {
            return Outcome.refused(Problem.TOO_MANY_ATTEMPTS, "day");
        }
        rows.remove(visit.id(), citizen.own(), Optional.empty(), visit.now());
        UUID id = ids.next();
        CopyRows.Asker asker = new CopyRows.Asker(citizen.own().value(), citizen.name());
        return rows.add(visit.id(), id, asker, visit.now())
                ? Outcome.done(id)
                : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED, "running");
    }

    /// The newest copies that this person asked for, of this space.
    public List<Copy> of(SpaceId space, SpaceId asker) {
        return rows.of(space, asker, SHOWN);
    }

    /// Ends a copy of one's own, while it is made or afterwards; its file goes at once. Does nothing to
    /// any other.
    public boolean remove(SpaceId space, SpaceId asker, UUID id) {
        return rows.remove(space, asker, Optional.of(id), clock.instant()) == 1;
    }

    /// The file, to be streamed after the visit.
    ///
    /// @return refused as NOT_FOUND when it is not there or not this person's, has expired, or holds
    ///     something that the visitor may not know of by now
    public Outcome<OpenCopy> open(Visit visit, UUID id) {
        if (!(visit.caller() instanceof Caller.Citizen citizen)) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        Optional<CopyRows.File> file = rows.file(visit.id(), citizen.own(), id, visit.now());
        if (file.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        Manifest manifest = visit.key().open(Manifest.place(id), file.get().manifest(), Manifest.class);
        if (!manifest.whole(visit, documents)) {
            rows.stop(visit.id(), id, visit.now());
            return Outcome.refused(Problem.NOT_FOUND);
        }
        return Outcome.done(new OpenCopy(
                id, visit.key(), blobs, file.get().blob(), file.get().size()));
    }

    /// Which documents a copy holds, sealed under the key of the space.
    record Manifest(List<UUID> documents) {
        Manifest {
            documents = List.copyOf(documents);
        }

        static Place place(UUID copy) {
            return new Place("takeout.copy", copy, 1);
        }

        /// True while the visitor may still know of every one of them.
        boolean whole(Visit visit, Documents record) {
            List<DocumentId> all = documents.stream().map(DocumentId::new).toList();
            var standing = record.standing(visit, all);
            return all.stream().allMatch(id -> standing.getOrDefault(id, false));
        }
    }
}
