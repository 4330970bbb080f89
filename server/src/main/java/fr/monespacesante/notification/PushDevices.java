package fr.monespacesante.notification;

import fr.monespacesante.access.Visit;
import fr.monespacesante.courier.PushAddress;
import fr.monespacesante.courier.PushServices;
import fr.monespacesante.courier.Returned;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The browsers on which a citizen wants to be told. The job that sends letters must find them without
/// opening a space: they are sealed under the directory's key and hold no health content.
public final class PushDevices implements Returned {
    private static final String TABLE = "notification.push_device";
    private static final int MOST = 10;
    private static final int LONGEST_NAME = 60;

    private final JdbcClient database;
    private final Directory directory;
    private final PushServices services;
    private final Ids ids;

    PushDevices(JdbcClient database, Directory directory, PushServices services, Ids ids) {
        this.database = database;
        this.directory = directory;
        this.services = services;
        this.ids = ids;
    }

    /// A browser, by the name that the citizen gave it.
    public record Device(UUID id, String name, Instant since) {}

    private record Kept(PushAddress address, String name, Instant since) {}

    private record Row(UUID id, Kept kept) {}

    /// The key that a browser subscribes to (`applicationServerKey`), base64url.
    public String publicKey() {
        return services.publicKey();
    }

    public List<Device> of(Visit visit) {
        return rows(visit.id()).stream()
                .map(row -> new Device(row.id(), row.kept().name(), row.kept().since()))
                .toList();
    }

    /// Adds a browser, or names anew one that is there. Refused with `REQUIRED_ELEMENT_MISSING` or
    /// `TOO_LARGE` at `name`, with `MALFORMED` at `endpoint` for an address that is not a browser's, with
    /// `TOO_LARGE` at `devices` when there are too many.
    public Outcome<Device> add(Visit visit, String name, String endpoint, String key, String secret) {
        String clean = name.strip();
        if (clean.isEmpty()) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "name");
        }
        if (clean.length() > LONGEST_NAME) {
            return Outcome.refused(Problem.TOO_LARGE, "name");
        }
        if (rows(visit.id()).size() >= MOST) {
            return Outcome.refused(Problem.TOO_LARGE, "devices");
        }
        return services.check(endpoint, key, secret)
                .map(address -> keep(visit, new Kept(address, clean, visit.now())))
                .orElseGet(() -> Outcome.refused(Problem.MALFORMED, "endpoint"));
    }

    private Outcome<Device> keep(Visit visit, Kept kept) {
        byte[] hash = hash(kept.address());
        database.sql("delete from notification.push_device where space_id = :space and endpoint_hash = :hash")
                .param("space", visit.id().value())
                .param("hash", hash)
                .update();
        UUID id = ids.next();
        database.sql("""
                        insert into notification.push_device (space_id, id, endpoint_hash, sealed)
                        values (:space, :id, :hash, :sealed)
                        """)
                .param("space", visit.id().value())
                .param("id", id)
                .param("hash", hash)
                .param("sealed", directory.seal(place(id), kept))
                .update();
        return Outcome.done(new Device(id, kept.name(), kept.since()));
    }

    /// A device that is not this citizen's, or not there any more, stays as it is.
    public void remove(Visit visit, UUID device) {
        database.sql("delete from notification.push_device where space_id = :space and id = :id")
                .param("space", visit.id().value())
                .param("id", device)
                .update();
    }

    /// The browser's push service says that there is nobody any more.
    @Override
    public void gone(PushAddress address) {
        database.sql("delete from notification.push_device where endpoint_hash = :hash")
                .param("hash", hash(address))
                .update();
    }

    /// For the job that sends letters, which opens no space.
    List<PushAddress> addresses(SpaceId space) {
        return rows(space).stream().map(row -> row.kept().address()).toList();
    }

    private List<Row> rows(SpaceId space) {
        return database.sql("select id, sealed from notification.push_device where space_id = :space order by id")
                .param("space", space.value())
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Row(id, directory.open(place(id), row.getBytes("sealed"), Kept.class));
                })
                .list();
    }

    private byte[] hash(PushAddress address) {
        return directory.fingerprint(TABLE, address.endpoint());
    }

    private static Place place(UUID device) {
        return new Place(TABLE, device, 0);
    }
}
