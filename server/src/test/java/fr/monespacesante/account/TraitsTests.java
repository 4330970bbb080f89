package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.identity.CivilIdentity;
import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@Requirement("AUT-03")
class TraitsTests {
    private static final Person HELENE = new Person(
            Ins.parse("284053155512379").orElseThrow(),
            InsAuthority.NIR,
            "D'ŒUVRE-LÉVÊQUE",
            List.of("Hélène", "Anne-Marie"),
            "DUPONT",
            "Hélène",
            Sex.FEMALE,
            LocalDate.of(1984, 5, 12),
            "2A004");

    private static CivilIdentity identity(String family, String given, String birth, String sex, String place) {
        return new CivilIdentity(FranceConnectKind.FRANCECONNECT, "sub", family, given, birth, sex, place);
    }

    @Test
    void theWayNamesAreWrittenDoesNotCount() {
        assertThat(Traits.same(
                        HELENE, identity("D’OEUVRE LEVEQUE", "HELENE ANNE MARIE", "1984-05-12", "female", "2a004")))
                .isTrue();
        assertThat(Traits.same(
                        HELENE,
                        identity(
                                "d'œuvre-lévêque",
                                "  He\u0301le\u0300ne   Anne-Marie",
                                "1984-05-12",
                                "female",
                                "2A004")))
                .isTrue();
    }

    @Test
    void everyTraitCounts() {
        String family = "D’OEUVRE LEVEQUE";
        String given = "HELENE ANNE MARIE";
        for (CivilIdentity other : List.of(
                identity("DUPONT", given, "1984-05-12", "female", "2A004"),
                identity(family, "HELENE", "1984-05-12", "female", "2A004"),
                identity(family, "ANNE MARIE HELENE", "1984-05-12", "female", "2A004"),
                identity(family, given, "1984-05-13", "female", "2A004"),
                identity(family, given, "1984", "female", "2A004"),
                identity(family, given, "1984-05-12", "male", "2A004"),
                identity(family, given, "1984-05-12", "", "2A004"),
                identity(family, given, "1984-05-12", "female", "2B004"),
                identity(family, given, "1984-05-12", "female", ""),
                identity("", "", "", "", ""))) {
            assertThat(Traits.same(HELENE, other)).isFalse();
        }
    }
}
