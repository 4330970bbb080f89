package fr.monespacesante.portal.pro;

import fr.monespacesante.TestDatabase;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.audit.Activities;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.kernel.StructureId;
import fr.monespacesante.portal.record.DepositForm;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Invented patients with spaces, and a laboratory that feeds them.
final class Stage {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Caller LABORATORY =
            new Caller.Software(new StructureId("1310098765"), "Laboratoire des Minimes", "LaboSoft", "FHIR");

    private final Doors doors;
    private final Deposits deposits;
    private final Documents documents;
    private final Blocks blocks;
    private final Activities activities;
    private final Directory directory;
    private final Ids ids;

    Stage(
            Doors doors,
            Deposits deposits,
            Documents documents,
            Blocks blocks,
            Activities activities,
            Directory directory,
            Ids ids) {
        this.doors = doors;
        this.deposits = deposits;
        this.documents = documents;
        this.blocks = blocks;
        this.activities = activities;
        this.directory = directory;
        this.ids = ids;
    }

    /// Somebody with a space.
    record Someone(SpaceId space, Person person) {
        String ins() {
            return person.ins().value();
        }

        /// What a professional types to find them.
        Map<String, String> traits() {
            return Map.of(
                    "ins",
                    ins().replaceFirst("(.)(..)(..)(.....)(...)(..)", "$1 $2 $3 $4 $5 $6"),
                    "name",
                    person.birthFamilyName().toLowerCase(java.util.Locale.FRENCH),
                    "born.day",
                    String.valueOf(person.birthDate().getDayOfMonth()),
                    "born.month",
                    String.valueOf(person.birthDate().getMonthValue()),
                    "born.year",
                    String.valueOf(person.birthDate().getYear()));
        }
    }

    Someone adult(TestDatabase database) {
        return someone(database, LocalDate.of(1984, 5, 12));
    }

    Someone minor(TestDatabase database) {
        return someone(database, LocalDate.of(2016, 5, 12));
    }

    private Someone someone(TestDatabase database, LocalDate born) {
        String thirteen = "2%02d0533281%03d".formatted(born.getYear() % 100, NEXT.incrementAndGet());
        Person person = new Person(
                Ins.of(thirteen + Ins.keyOf(thirteen)),
                InsAuthority.TEST,
                "LÉVÊQUE",
                List.of("Odile", "Jeanne"),
                "MARTIN-LÉVÊQUE",
                "Odile",
                Sex.FEMALE,
                born,
                "33281");
        SpaceId space = new SpaceId(ids.next());
        database.superuser()
                .sql("""
                        insert into account.space (space_id, ins_hash, state, department, invited_at, opens_at,
                                                   opened_at, activated_at, sealed)
                        values (:id, :hash, 'ACTIVATED', '33', now() - interval '50 days', now() - interval '8 days',
                                now(), now(), :sealed)
                        """)
                .param("id", space.value())
                .param("hash", directory.fingerprint("account.ins", person.ins().value()))
                .param("sealed", directory.seal(new Place("account.space", space.value(), 1), person))
                .update();
        return new Someone(space, person);
    }

    /// The laboratory sends a note; its id.
    String deposit(Someone to, String title, Mark... marks) {
        return deposit(to, title, "11502-2", ("Note : " + title).getBytes(StandardCharsets.UTF_8), "text/plain", marks);
    }

    String deposit(Someone to, String title, String type, byte[] bytes, String mimeType, Mark... marks) {
        DocumentEntry.Organisation laboratory = new DocumentEntry.Organisation("1310098765", "Laboratoire des Minimes");
        NewDocument wanted = new NewDocument(
                DepositForm.oid(UUID.randomUUID()),
                Nomenclatures.national().type(type).orElseThrow().code(),
                title,
                null,
                Instant.parse("2026-10-01T08:00:00Z"),
                List.of(new DocumentEntry.Author("810005556667", "ROUX", "Hélène", null, laboratory, false)),
                null,
                laboratory,
                mimeType,
                DepositForm.FORMAT,
                "fr-FR",
                "N",
                Set.of(marks),
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Outcome<List<Documents.Deposited>> kept = deposits.prepare(wanted, bytes)
                .then(prepared -> doors.enter(
                        LABORATORY,
                        to.person().ins(),
                        new Act.DepositDocuments(prepared.authors(), wanted.marks()),
                        visit -> documents.deposit(
                                visit,
                                new Documents.Submission(DepositForm.oid(UUID.randomUUID()), List.of(prepared)))));
        if (kept instanceof Outcome.Done<List<Documents.Deposited>>(List<Documents.Deposited> done)) {
            return done.getFirst().entry().id().value().toString();
        }
        throw new AssertionError(kept);
    }

    /// Where this professional acted from in this space, the latest first.
    List<Trace.Actor> actors(Someone of, String rpps) {
        return activities.of("8" + rpps, Optional.empty(), 100).items().stream()
                .filter(line -> line.space().filter(of.space()::equals).isPresent())
                .map(line -> line.trace().actor())
                .toList();
    }

    void blocks(Someone holder, String rpps) {
        Caller.Citizen citizen =
                new Caller.Citizen(holder.space(), holder.person().displayName(), false, "PORTAL");
        doors.enter(
                citizen,
                holder.space(),
                new Act.ChangeRights(Act.RightsChange.BLOCK),
                visit -> blocks.block(visit, new Rpps(rpps), "Dr Bloqué", false));
    }
}
