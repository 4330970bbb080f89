package fr.monespacesante.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/// The service's own seal, for rows that belong to no open space: who is invited, who may sign in, what waits to be
/// mailed. It holds identities and contacts, never health content.
public final class Directory {
    private static final String OWNER = "directory";

    private final Aead rows;
    private final byte[] index;

    Directory(Aead rows, byte[] index) {
        this.rows = rows;
        this.index = index;
    }

    public byte[] seal(Place place, Object value) {
        try {
            return rows.encrypt(Payloads.write(value), place.boundTo(OWNER));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /// @throws Damaged when the value was changed or moved
    public <T> T open(Place place, byte[] sealed, Class<T> type) {
        try {
            return Payloads.read(rows.decrypt(sealed, place.boundTo(OWNER)), type);
        } catch (GeneralSecurityException e) {
            throw new Damaged("a row of " + place.table(), e);
        }
    }

    /// A keyed hash for equality look-ups: the same value and purpose give the same 32 bytes.
    public byte[] fingerprint(String purpose, String value) {
        return Fingerprints.hmac(index, purpose, value);
    }
}
