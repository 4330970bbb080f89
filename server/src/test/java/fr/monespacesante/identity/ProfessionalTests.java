package fr.monespacesante.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What Pro Santé Connect says of a professional, and a provider that does not answer.
@Requirement("AUT-04")
class ProfessionalTests {
    private static Map<String, Object> claims(String profession, String regulation) {
        return Map.of(
                "SubjectNameID",
                "810001234567",
                "given_name",
                "Antoine",
                "family_name",
                "Lefèvre",
                "Acces_Regulation_Medicale",
                regulation,
                "SubjectRefPro",
                Map.of(
                        "exercices",
                        List.of(Map.of(
                                "codeProfession",
                                profession,
                                "codeSavoirFaire",
                                "SM26",
                                "activities",
                                List.of(
                                        Map.of("ancienIdentifiantDeLaStructure", "1310012345"),
                                        Map.of("numeroFinessSite", "310055555"))))));
    }

    @Test
    void eachActivityIsAPlaceOfWork() {
        ProfessionalIdentity who =
                ProfessionalIdentity.read(claims("10", "FAUX")).orElseThrow();
        assertThat(who.places()).hasSize(2);
        assertThat(who.at("1310055555")).isPresent();
        assertThat(who.at("1999999999")).isEmpty();
        assertThat(who.regulation()).isFalse();
        assertThat(who.toString()).doesNotContain("Lefèvre", "810001234567");
    }

    @Test
    void onlyTheProviderSaysWhoRegulates() {
        assertThat(ProfessionalIdentity.read(claims("10", "VRAI")).orElseThrow().regulation())
                .isTrue();
    }

    @Test
    void withoutAProfessionNobodyIsAProfessional() {
        assertThat(ProfessionalIdentity.read(claims("", "FAUX"))).isEmpty();
        assertThat(ProfessionalIdentity.read(Map.of("SubjectNameID", "810001234567")))
                .isEmpty();
        assertThat(ProfessionalIdentity.read(Map.of("SubjectNameID", "0123", "SubjectRole", List.of("10^1.2"))))
                .isEmpty();
    }

    @Test
    void aProviderThatIsAwayIsAskedAgainLater() {
        LazyRegistration away = new LazyRegistration(
                "psc",
                new SignInProperties.Provider("http://localhost:9/psc", "us", new Secret<>("secret")),
                "{baseUrl}/pro/connexion/retour",
                List.of("openid"));
        assertThatThrownBy(() -> away.findByRegistrationId("psc")).isInstanceOf(RuntimeException.class);
        assertThat(away.ifThere()).isEmpty();
        assertThat(away.findByRegistrationId("autre")).isNull();
    }
}
