package fr.monespacesante.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Hkdf;
import fr.monespacesante.kernel.SpaceId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The open key of one space, for the time of one visit. Rows are sealed with XAES-256-GCM, documents with streaming
/// AES-256-GCM in segments of 64 KB, each under a key derived for that use alone.
public final class SpaceKey {
    private static final int SEGMENT = 64 * 1024;

    private final SpaceId space;
    private final byte[] secret;
    private @Nullable Aead rows;
    private @Nullable AesGcmHkdfStreaming blobs;

    SpaceKey(SpaceId space, byte[] secret) {
        this.space = space;
        this.secret = secret;
    }

    public SpaceId space() {
        return space;
    }

    /// Seals a record for its place in this space.
    public byte[] seal(Place place, Object value) {
        return sealBytes(place, Payloads.write(value));
    }

    /// @throws Damaged when the value was changed, moved, or belongs to another space
    public <T> T open(Place place, byte[] sealed, Class<T> type) {
        return Payloads.read(openBytes(place, sealed), type);
    }

    public byte[] sealBytes(Place place, byte[] clear) {
        try {
            return rows().encrypt(clear, place.boundTo(space.toString()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /// @throws Damaged when the value was changed, moved, or belongs to another space
    public byte[] openBytes(Place place, byte[] sealed) {
        try {
            return rows().decrypt(sealed, place.boundTo(space.toString()));
        } catch (GeneralSecurityException e) {
            throw new Damaged("a row of " + place.table(), e);
        }
    }

    /// A keyed hash of a value within this space, for equality look-ups: 32 bytes that mean nothing elsewhere.
    public byte[] fingerprint(String purpose, String value) {
        return Fingerprints.hmac(derive("index"), purpose, value);
    }

    /// What is written to the result is sealed into `out`; closing it writes the last segment and closes `out`.
    public OutputStream sealing(UUID blob, OutputStream out) throws IOException {
        try {
            return blobs().newEncryptingStream(out, bound(blob));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /// Reads what `sealing` wrote. A changed byte is an IOException of type `DamagedStream`, never wrong
    /// content; a cut
    /// end too.
    public InputStream opening(UUID blob, InputStream sealed) throws IOException {
        try {
            return new Checked(blobs().newDecryptingStream(sealed, bound(blob)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed", e);
        }
    }

    private byte[] bound(UUID blob) {
        return (space + "|blob|" + blob).getBytes(StandardCharsets.UTF_8);
    }

    private Aead rows() {
        Aead known = rows;
        if (known == null) {
            known = Aeads.xaes(derive("rows"));
            rows = known;
        }
        return known;
    }

    private AesGcmHkdfStreaming blobs() {
        AesGcmHkdfStreaming known = blobs;
        if (known == null) {
            try {
                known = new AesGcmHkdfStreaming(derive("blobs"), "HmacSha256", 32, SEGMENT, 0);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no streaming cipher", e);
            }
            blobs = known;
        }
        return known;
    }

    private byte[] derive(String use) {
        try {
            return Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], use.getBytes(StandardCharsets.UTF_8), 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key derivation", e);
        }
    }

    @Override
    public String toString() {
        return "SpaceKey[redacted]";
    }

    /// The stored bytes of a document were changed or cut.
    public static final class DamagedStream extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedStream(Throwable cause) {
            super("the stored bytes do not open", cause);
        }
    }

    private static final class Checked extends FilterInputStream {
        Checked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException | RuntimeException e) {
                throw new DamagedStream(e);
            }
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            try {
                return super.read(target, from, length);
            } catch (IOException | RuntimeException e) {
                throw new DamagedStream(e);
            }
        }
    }
}
