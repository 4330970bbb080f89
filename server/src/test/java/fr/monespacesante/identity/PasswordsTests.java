package fr.monespacesante.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTests {
    @ParameterizedTest
    @ValueSource(strings = {"Lilas-Bleu-31", "Été à Sète 34", "aB3$aB3$x"})
    void aPasswordOfFourKindsOfSignsIsTaken(String password) {
        assertThat(Passwords.check(new Secret<>(password), "claire.durand")).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "aB3$aB3$", "lilas-bleu-31", "LILAS-BLEU-31", "Lilas-Bleu", "LilasBleu31", "aA1!aA1!aA1!"})
    void aWeakPasswordIsRefused(String password) {
        assertThat(Passwords.check(new Secret<>(password), "claire.durand"))
                .isEqualTo(Outcome.refused(Problem.PASSWORD_TOO_WEAK, "password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claire.durand-A1", "xx-Claire.Durand-1"})
    void aPasswordThatHoldsTheLoginIsRefused(String password) {
        assertThat(Passwords.check(new Secret<>(password), "claire.durand")).isInstanceOf(Outcome.Refused.class);
    }
}
