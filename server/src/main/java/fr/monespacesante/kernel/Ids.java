package fr.monespacesante.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// Makes time-ordered identifiers (UUIDv7, RFC 9562): new rows land at the end of their index.
public final class Ids {
    private final Clock clock;
    private final SecureRandom random;

    public Ids(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        byte[] noise = new byte[10];
        random.nextBytes(noise);
        long high = (clock.millis() << 16) | 0x7000L | ((noise[0] & 0x0FL) << 8) | (noise[1] & 0xFFL);
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = (low << 8) | (noise[i] & 0xFFL);
        }
        return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
