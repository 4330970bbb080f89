package fr.monespacesante.identity;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// Where passkeys are kept, as Spring Security asks for them.
@Component
final class PasskeyRows implements UserCredentialRepository {
    private static final String TABLE = "identity.passkey";
    private static final String COLUMNS = "select passkey_id, citizen_id, version, sealed from identity.passkey";

    private final JdbcClient database;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    PasskeyRows(JdbcClient database, Directory directory, Ids ids, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    record Row(UUID id, CitizenId citizen, long version, Key key) {
        Passkey passkey() {
            return new Passkey(id, key.name(), key.created(), key.lastUsed());
        }
    }

    /// What is sealed of a passkey.
    record Key(
            String name,
            byte[] credential,
            byte[] publicKey,
            long signatures,
            boolean verified,
            @Nullable List<String> transports,
            boolean backupEligible,
            boolean backedUp,
            byte[] attestation,
            byte[] clientData,
            Instant created,
            @Nullable Instant lastUsed) {
        @Override
        public String toString() {
            return "Key[redacted]";
        }
    }

    /// What the authenticator knows a citizen by: her number here, which says nothing.
    static Bytes handle(CitizenId citizen) {
        UUID id = citizen.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static CitizenId citizen(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        if (bytes.remaining() != 16) {
            throw new IllegalArgumentException("not a handle of ours");
        }
        return new CitizenId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /// The oldest first.
    List<Row> of(CitizenId citizen) {
        return database.sql(COLUMNS + " where citizen_id = :citizen order by passkey_id")
                .param("citizen", citizen.value())
                .query(this::read)
                .list();
    }

    Optional<Row> byCredential(Bytes credential) {
        return database.sql(COLUMNS + " where credential_hash = :hash")
                .param("hash", hash(credential))
                .query(this::read)
                .optional();
    }

    /// One of her own; false when it is none.
    boolean remove(CitizenId citizen, UUID id) {
        return database.sql("delete from identity.passkey where passkey_id = :id and citizen_id = :citizen")
                        .param("id", id)
                        .param("citizen", citizen.value())
                        .update()
                == 1;
    }

    @Override
    public void delete(Bytes credential) {
        database.sql("delete from identity.passkey where credential_hash = :hash")
                .param("hash", hash(credential))
                .update();
    }

    /// New, or used: then its counter and the time of its last use change.
    @Override
    public void save(CredentialRecord record) {
        Optional<Row> known = byCredential(record.getCredentialId());
        if (known.isEmpty()) {
            UUID id = ids.next();
            Key key = key(record, record.getLabel(), clock.instant(), null);
            database.sql("""
                            insert into identity.passkey (passkey_id, citizen_id, credential_hash, sealed)
                            values (:id, :citizen, :hash, :sealed)
                            """)
                    .param("id", id)
                    .param("citizen", citizen(record.getUserEntityUserId()).value())
                    .param("hash", hash(record.getCredentialId()))
                    .param("sealed", directory.seal(new Place(TABLE, id, 1), key))
                    .update();
            return;
        }
        Row row = known.get();
        Key key = key(record, row.key().name(), row.key().created(), clock.instant());
        database.sql("""
                        update identity.passkey set version = version + 1, sealed = :sealed
                         where passkey_id = :id and version = :version
                        """)
                .param("sealed", directory.seal(new Place(TABLE, row.id(), row.version() + 1), key))
                .param("id", row.id())
                .param("version", row.version())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return byCredential(credential).map(PasskeyRows::record).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return of(citizen(handle)).stream().map(PasskeyRows::record).toList();
    }

    private static Key key(CredentialRecord record, String name, Instant created, @Nullable Instant lastUsed) {
        return new Key(
                name,
                record.getCredentialId().getBytes(),
                record.getPublicKey().getBytes(),
                record.getSignatureCount(),
                record.isUvInitialized(),
                record.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .toList(),
                record.isBackupEligible(),
                record.isBackupState(),
                bytes(record.getAttestationObject()),
                bytes(record.getAttestationClientDataJSON()),
                created,
                lastUsed);
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    private static CredentialRecord record(Row row) {
        Key key = row.key();
        List<String> transports = key.transports() == null ? List.of() : key.transports();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(key.credential()))
                .userEntityUserId(handle(row.citizen()))
                .publicKey(new ImmutablePublicKeyCose(key.publicKey()))
                .signatureCount(key.signatures())
                .uvInitialized(key.verified())
                .transports(
                        transports.stream().map(AuthenticatorTransport::valueOf).collect(Collectors.toSet()))
                .backupEligible(key.backupEligible())
                .backupState(key.backedUp())
                .attestationObject(new Bytes(key.attestation()))
                .attestationClientDataJSON(new Bytes(key.clientData()))
                .created(key.created())
                .lastUsed(key.lastUsed() == null ? key.created() : key.lastUsed())
                .label(key.name())
                .build();
    }

    private byte[] hash(Bytes credential) {
        return directory.fingerprint(TABLE, credential.toBase64UrlString());
    }

    private Row read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("passkey_id", UUID.class);
        long version = row.getLong("version");
        return new Row(
                id,
                new CitizenId(row.getObject("citizen_id", UUID.class)),
                version,
                directory.open(new Place(TABLE, id, version), row.getBytes("sealed"), Key.class));
    }
}
