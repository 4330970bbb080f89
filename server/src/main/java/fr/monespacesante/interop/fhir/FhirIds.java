package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.SpaceId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/// The ids of resources: the space and the thing in it, in one opaque word of at most 64 characters (FHIR's limit), so
/// that a read by id finds its door without a table of all documents of the country.
final class FhirIds {
    private static final int RADIX = 36;

    private FhirIds() {}

    /// A thing in a space.
    record Located(SpaceId space, UUID thing) {}

    static String of(SpaceId space, UUID thing) {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        put(bytes, space.value());
        put(bytes, thing);
        return new BigInteger(1, bytes.array()).toString(RADIX);
    }

    static String of(SpaceId space) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        put(bytes, space.value());
        return new BigInteger(1, bytes.array()).toString(RADIX);
    }

    /// Empty when the text is no id of ours: there can be no such resource.
    static Optional<Located> parse(String text) {
        return bytes(text, 32).map(bytes -> new Located(new SpaceId(uuid(bytes)), uuid(bytes)));
    }

    static Optional<SpaceId> parseSpace(String text) {
        return bytes(text, 16).map(bytes -> new SpaceId(uuid(bytes)));
    }

    private static Optional<ByteBuffer> bytes(String text, int size) {
        if (text.isEmpty() || text.length() > 64 || !text.chars().allMatch(FhirIds::isDigit)) {
            return Optional.empty();
        }
        byte[] number = new BigInteger(text, RADIX).toByteArray();
        int from = number[0] == 0 ? 1 : 0;
        int length = number.length - from;
        if (length > size) {
            return Optional.empty();
        }
        byte[] padded = new byte[size];
        System.arraycopy(number, from, padded, size - length, length);
        return Optional.of(ByteBuffer.wrap(padded));
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
