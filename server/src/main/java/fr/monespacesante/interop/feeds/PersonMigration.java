package fr.monespacesante.interop.feeds;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.EarlierRecords;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.interop.feeds.ManifestLine.Unreadable;
import fr.monespacesante.interop.feeds.MigrationJournal.Result;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.OpenDocument;
import fr.monespacesante.record.Prepared;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings the documents of one person, oldest versions first, and reads each of them back.
final class PersonMigration {
    private static final Caller MIGRATION = new Caller.Service(Caller.Service.Task.MIGRATION);
    private static final Caller CHECK = new Caller.Service(Caller.Service.Task.INTEGRITY);
    private static final long LARGEST = 100L * 1024 * 1024;

    private final Doors doors;
    private final EarlierRecords spaces;
    private final Deposits deposits;
    private final Documents documents;

    PersonMigration(Doors doors, EarlierRecords spaces, Deposits deposits, Documents documents) {
        this.doors = doors;
        this.spaces = spaces;
        this.deposits = deposits;
        this.documents = documents;
    }

    /// A line with its number.
    record Numbered(long number, ManifestLine line) {}

    /// @param lines all of one person
    List<Result> bring(Path folder, List<Numbered> lines) throws IOException {
        Person person;
        try {
            person = lines.getFirst().line().person();
        } catch (Unreadable e) {
            throw new IllegalStateException("a line that was read", e);
        }
        Space space = spaces.find(person.ins())
                .orElseGet(() -> spaces.openFor(person, lines.getFirst().line().department()));
        Optional<String> kept = reason(space, person);
        if (kept.isPresent()) {
            return lines.stream().map(line -> refused(line, "", kept.get())).toList();
        }
        Map<Long, String> refusals = new HashMap<>();
        Set<Long> fresh = new HashSet<>();
        for (Numbered line : inOrder(lines)) {
            Optional<String> refusal = bring(folder, space.id(), line, lines, fresh);
            refusal.ifPresent(why -> refusals.put(line.number(), why));
        }
        return readBack(space.id(), lines, refusals, fresh);
    }

    /// Why nothing of this person is brought; empty when it may be.
    private static Optional<String> reason(Space space, Person person) {
        Person known = space.person();
        boolean same = known.birthDate().equals(person.birthDate())
                && known.sex() == person.sex()
                && known.authority() == person.authority();
        if (!same) {
            return Optional.of("IDENTITY_DIFFERS");
        }
        return space.state() == SpaceState.OPEN || space.state() == SpaceState.ACTIVATED
                ? Optional.empty()
                : Optional.of("SPACE_" + space.state());
    }

    /// What was replaced comes before what replaced it; a circle comes as it stands, and is refused at
    /// the door.
    private static List<Numbered> inOrder(List<Numbered> lines) {
        Set<String> waiting = lines.stream().map(line -> line.line().uniqueId()).collect(Collectors.toSet());
        List<Numbered> left = new ArrayList<>(lines);
        List<Numbered> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Numbered> ready = left.stream()
                    .filter(line -> line.line().replaces() == null
                            || !waiting.contains(line.line().replaces()))
                    .toList();
            if (ready.isEmpty()) {
                ordered.addAll(left);
                return ordered;
            }
            ordered.addAll(ready);
            left.removeAll(ready);
            ready.forEach(line -> waiting.remove(line.line().uniqueId()));
        }
        return ordered;
    }

    private Optional<String> bring(Path folder, SpaceId space, Numbered numbered, List<Numbered> all, Set<Long> fresh)
            throws IOException {
        ManifestLine line = numbered.line();
        Optional<byte[]> content = content(folder, line);
        if (content.isEmpty()) {
            return Optional.of("FILE_MISSING");
        }
        if (!hash(content.get()).equalsIgnoreCase(line.sha256())) {
            return Optional.of("FILE_HASH_DIFFERS");
        }
        boolean replacedHere = all.stream()
                .anyMatch(other -> line.uniqueId().equals(other.line().replaces()));
        Outcome<Prepared> prepared;
        try {
            Prepared.Earlier earlier = line.earlier(replacedHere);
            prepared = deposits.prepare(line.document(), content.get()).map(one -> one.from(earlier));
        } catch (Unreadable e) {
            return Optional.of("UNREADABLE " + e.field());
        }
        Outcome<Boolean> brought = prepared.then(one -> doors.enter(
                MIGRATION,
                space,
                new Act.DepositDocuments(one.authors(), one.document().marks()),
                visit -> {
                    Prepared whole = one;
                    if (line.replaces() != null) {
                        Optional<DocumentId> before =
                                documents.findByUniqueId(visit, line.replaces()).map(DocumentEntry::id);
                        if (before.isEmpty()) {
                            return Outcome.refused(Problem.REPLACED_DOCUMENT_UNKNOWN);
                        }
                        whole = one.replacing(before.get());
                    }
                    return documents
                            .deposit(visit, new Documents.Submission("urn:dmp:" + line.uniqueId(), List.of(whole)))
                            .map(done -> done.getFirst().fresh());
                }));
        return switch (brought) {
            case Outcome.Done<Boolean>(Boolean first) -> {
                if (first) {
                    fresh.add(numbered.number());
                }
                yield Optional.empty();
            }
            case Outcome.Refused<Boolean>(Problem problem, String _) -> Optional.of(problem.name());
        };
    }

    /// What is there now, by hash of its bytes: that a deposit said yes is not believed.
    private List<Result> readBack(SpaceId space, List<Numbered> lines, Map<Long, String> refusals, Set<Long> fresh) {
        Outcome<Map<String, OpenDocument>> there = doors.enter(
                CHECK,
                space,
                new Act.VerifySpace(),
                visit -> Outcome.done(documents.all(visit).stream()
                        .collect(Collectors.toMap(
                                document -> document.entry().uniqueId(), Function.identity(), (one, other) -> one))));
        Map<String, OpenDocument> found =
                there instanceof Outcome.Done<Map<String, OpenDocument>>(var all) ? all : Map.of();
        List<Result> results = new ArrayList<>();
        for (Numbered numbered : lines) {
            String why = refusals.get(numbered.number());
            if (why != null) {
                results.add(refused(numbered, space.toString(), why));
                continue;
            }
            OpenDocument document = found.get(numbered.line().uniqueId());
            String wanted = numbered.line().sha256().toLowerCase(Locale.ROOT);
            boolean same =
                    document != null && hash(document).filter(wanted::equals).isPresent();
            results.add(
                    same
                            ? new Result(
                                    numbered.number(),
                                    fresh.contains(numbered.number())
                                            ? MigrationJournal.Outcome.MIGRATED
                                            : MigrationJournal.Outcome.PRESENT,
                                    space.toString(),
                                    wanted,
                                    "")
                            : refused(numbered, space.toString(), "NOT_READ_BACK"));
        }
        return results;
    }

    private static Result refused(Numbered line, String space, String reason) {
        return new Result(
                line.number(),
                MigrationJournal.Outcome.REFUSED,
                space,
                line.line().sha256().toLowerCase(Locale.ROOT),
                reason);
    }

    /// The file that a line names; empty when it is none within the folder of the batch.
    private static Optional<byte[]> content(Path folder, ManifestLine line) throws IOException {
        Path file;
        try {
            file = folder.resolve(line.path()).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
        if (!file.startsWith(folder)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !file.toRealPath().startsWith(folder.toRealPath())
                || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        return Optional.of(Files.readAllBytes(file));
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static Optional<String> hash(OpenDocument document) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(document.stream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}
