package fr.monespacesante.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTests {
    @ParameterizedTest
    @CsvSource({"06 12 34 56 78,+33612345678", "07.12.34.56.78,+33712345678", "0033612345678,+33612345678"})
    void aMobileNumberIsPutInInternationalForm(String typed, String kept) {
        assertThat(Contact.parsePhone(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "0112", "+33", "06123456789012345", "a@b", "claire@@x.fr", "x@y.fr\nBcc: z@y.fr"})
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(Contact.parsePhone(typed)).isEmpty();
        assertThat(Contact.parseEmail(typed)).isEmpty();
    }

    @Test
    void theChannelOfTheCodesNeedsAnAddress() {
        assertThat(Contact.of("", "0612345678", Contact.CodesBy.EMAIL))
                .isEqualTo(Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "email"));
        assertThat(Contact.of("claire@exemple.fr", "", Contact.CodesBy.SMS))
                .isEqualTo(Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "phone"));
    }

    @Test
    void aHintShowsLittleOfTheAddress() {
        assertThat(new Contact("claire@exemple.fr", null, Contact.CodesBy.EMAIL).hint())
                .isEqualTo("c•••@exemple.fr");
        assertThat(new Contact(null, "+33612345678", Contact.CodesBy.SMS).hint())
                .isEqualTo("•••• 78");
    }
}
