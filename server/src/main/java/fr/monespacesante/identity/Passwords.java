package fr.monespacesante.identity;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Hashes passwords with Argon2id (19 MiB, two passes). Only a few at a time: a flood of logins may not
/// take the memory
/// of everything else.
final class Passwords {
    private static final int SHORTEST = 9;
    private static final int LONGEST = 128;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore places = new Semaphore(8, true);
    private final String nobody;

    Passwords() {
        this.nobody = encode("nobody has this password");
    }

    /// At least 9 characters with a small letter, a capital, a digit and another sign, and not the login in
    /// disguise.
    static Outcome<Secret<String>> check(Secret<String> password, String login) {
        String text = password.reveal();
        boolean strong = text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().anyMatch(Character::isLowerCase)
                && text.chars().anyMatch(Character::isUpperCase)
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(sign -> !Character.isLetterOrDigit(sign))
                && text.chars().distinct().count() >= 5
                && !text.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
        return strong ? Outcome.done(password) : Outcome.refused(Problem.PASSWORD_TOO_WEAK, "password");
    }

    String hash(Secret<String> password) {
        return encode(password.reveal());
    }

    boolean matches(Secret<String> password, String hash) {
        String text = password.reveal();
        if (text.length() > LONGEST) {
            return false;
        }
        places.acquireUninterruptibly();
        try {
            return encoder.matches(text, hash);
        } finally {
            places.release();
        }
    }

    /// As much work as `matches`, for a login that does not exist.
    void matchNobody(Secret<String> password) {
        boolean matched = matches(password, nobody);
        if (matched) {
            throw new IllegalStateException("nobody's password must not be of use");
        }
    }

    private String encode(String text) {
        places.acquireUninterruptibly();
        try {
            String hash = encoder.encode(text);
            if (hash == null) {
                throw new IllegalStateException("no hash for a password");
            }
            return hash;
        } finally {
            places.release();
        }
    }
}
