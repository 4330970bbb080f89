package fr.monespacesante.identity;

import fr.monespacesante.vault.Directory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Marks browsers that have signed in. Attempts from a marked browser are counted apart, so that a stranger
/// who keeps
/// guessing slows down himself and not the person who owns the login (AUT-06). The mark is no factor: it
/// opens nothing.
@Component
final class Devices {
    private final Directory directory;
    private final SecureRandom random;

    Devices(Directory directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    /// A new mark for a browser of this citizen.
    String mark(CitizenId citizen) {
        byte[] number = new byte[16];
        random.nextBytes(number);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(number);
        return name + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(seal(name, citizen));
    }

    /// The device of this mark, when the mark was made here for this citizen.
    Optional<String> known(@Nullable String mark, CitizenId citizen) {
        if (mark == null || mark.length() > 200 || mark.indexOf('.') < 0) {
            return Optional.empty();
        }
        String name = mark.substring(0, mark.indexOf('.'));
        try {
            byte[] seal = Base64.getUrlDecoder().decode(mark.substring(mark.indexOf('.') + 1));
            return MessageDigest.isEqual(seal, seal(name, citizen)) ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private byte[] seal(String name, CitizenId citizen) {
        return directory.fingerprint("identity.device", name + "|" + citizen);
    }
}
