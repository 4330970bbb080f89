package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignLineTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<String> CLAIRE = List.of(
            "284053155512379",
            "1.2.250.1.213.1.4.10",
            "DURAND",
            "Claire Sophie Marie",
            "MARTIN-DURAND",
            "Claire",
            "F",
            "1984-05-12",
            "31555",
            "01",
            "12 rue des Lilas|Bâtiment B",
            "31000",
            "Toulouse",
            "Claire@Courriel.test",
            "06 39 98 01 01",
            "12345678901",
            "");

    private static CampaignLine with(String field, String value) {
        List<String> values = new ArrayList<>(CLAIRE);
        values.set(CampaignLine.HEADER.indexOf(field), value);
        return CampaignLine.read(values, TODAY);
    }

    @Test
    @Requirement("ENR-01")
    void aGoodLineIsReadWhole() {
        CampaignLine line = CampaignLine.read(CLAIRE, TODAY);
        assertThat(line).isInstanceOfSatisfying(CampaignLine.Good.class, good -> {
            assertThat(good.insured().person().birthGivenNames()).containsExactly("Claire", "Sophie", "Marie");
            assertThat(good.insured().person().displayName()).isEqualTo("Claire MARTIN-DURAND");
            assertThat(good.insured().details().email()).isEqualTo("claire@courriel.test");
            assertThat(good.insured().details().phone()).isEqualTo("+33639980101");
            assertThat(good.insured().details().address()).hasSize(2);
            assertThat(good.insured().details().guardians()).isEmpty();
            assertThat(good.toString()).doesNotContain("DURAND").doesNotContain("2840");
        });
    }

    @Test
    void namesInUseFallBackOnTheBirthNames() {
        assertThat(with("used_family_name", ""))
                .isInstanceOfSatisfying(
                        CampaignLine.Good.class,
                        good -> assertThat(good.insured().person().usedFamilyName())
                                .isEqualTo("DURAND"));
    }

    @ParameterizedTest
    @Requirement("ENR-01")
    @CsvSource({
        "ins,284053155512370",
        "ins_oid,1.2.3",
        "birth_family_name,''",
        "birth_given_names,''",
        "sex,X",
        "birth_date,1984-02-30",
        "birth_date,12/05/1984",
        "birth_date,2026-11-22",
        "birth_date,1800-01-01",
        "birth_place_cog,315",
        "scheme,x",
        "postal_code,310",
        "city,''",
        "email,claire",
        "phone,12",
        "vitale_serial,123",
        "representatives,123"
    })
    void aFaultNamesItsFieldAndNotItsValue(String field, String value) {
        assertThat(with(field, value)).isInstanceOfSatisfying(CampaignLine.Bad.class, bad -> {
            assertThat(bad.faults()).extracting(CampaignLine.Fault::field).containsExactly(field);
            if (value.length() > 4) {
                assertThat(bad.faults().getFirst().reason()).doesNotContain(value);
            }
        });
    }

    @Test
    void aTestInsOfSomeoneBornInCorsicaIsRead() {
        assertThat(with("ins", "143022A00425195")).isInstanceOf(CampaignLine.Good.class);
    }

    @ParameterizedTest
    @CsvSource({"31000,31", "20000,2A", "20200,2B", "97410,974", "98800,988", "01000,01"})
    void thePostalCodeGivesTheDepartment(String postalCode, String department) {
        assertThat(with("postal_code", postalCode))
                .isInstanceOfSatisfying(
                        CampaignLine.Good.class,
                        good -> assertThat(good.insured().details().department())
                                .isEqualTo(department));
    }

    @Test
    void aLineOfAnyLengthTakesBoundedMemoryAndTheNextOneIsReadWell() throws IOException {
        byte[] file = ("a\r\n" + "x".repeat(100) + "\n\n\u00e9t\u00e9").getBytes(StandardCharsets.UTF_8);
        BoundedLines lines = new BoundedLines(new ByteArrayInputStream(file), 10, 0);
        assertThat(lines.next()).contains(new BoundedLines.Line("a", BoundedLines.Fault.NONE));
        assertThat(lines.position()).isEqualTo(3);
        assertThat(lines.next()).contains(new BoundedLines.Line("x".repeat(10), BoundedLines.Fault.TOO_LONG));
        assertThat(lines.position()).isEqualTo(104);
        assertThat(lines.next()).contains(new BoundedLines.Line("", BoundedLines.Fault.NONE));
        assertThat(lines.next()).contains(new BoundedLines.Line("\u00e9t\u00e9", BoundedLines.Fault.NONE));
        assertThat(lines.position()).isEqualTo(file.length);
        assertThat(lines.next()).isEmpty();
    }

    @Test
    @Requirement("ENR-01")
    void aLineInLatin1IsToldFromOneInUtf8() throws IOException {
        byte[] file = "\u00e9t\u00e9\nb".getBytes(StandardCharsets.ISO_8859_1);
        BoundedLines lines = new BoundedLines(new ByteArrayInputStream(file), 10, 0);
        assertThat(lines.next().orElseThrow().fault()).isEqualTo(BoundedLines.Fault.NOT_UTF8);
        assertThat(lines.next()).contains(new BoundedLines.Line("b", BoundedLines.Fault.NONE));
    }

    @Test
    @Requirement("ENR-06")
    void sixWeeksThatEndOnThe29thOfFebruaryIncludeThatDay() {
        assertThat(Deadlines.after(Instant.parse("2028-01-18T10:00:00Z"), Period.ofWeeks(6)))
                .isEqualTo(Instant.parse("2028-02-29T23:00:00Z"));
        assertThat(Deadlines.after(Instant.parse("2028-02-29T22:59:59Z"), Period.ofWeeks(6)))
                .as("sent on the 29th, in summer time six weeks later")
                .isEqualTo(Instant.parse("2028-04-11T22:00:00Z"));
    }

    @Test
    @Requirement("ENR-06")
    void aLetterSentInTheHourThatTheClocksRepeatHasItsSixWholeWeeks() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(Deadlines.after(first, Period.ofWeeks(6)))
                .isEqualTo(Deadlines.after(second, Period.ofWeeks(6)))
                .isEqualTo(Instant.parse("2026-12-06T23:00:00Z"));
        Instant lateInParis = Instant.parse("2026-03-14T23:30:00Z");
        assertThat(Deadlines.after(lateInParis, Period.ofWeeks(6)))
                .as("the 15th in Paris, before the change to summer time")
                .isEqualTo(Instant.parse("2026-04-26T22:00:00Z"));
    }

    @Test
    @Requirement("ENR-02")
    void sixWeeksAreCountedInDaysOfFranceAcrossTheChangeOfClocks() {
        Instant monday = Instant.parse("2026-10-12T08:00:00Z");
        assertThat(Deadlines.after(monday, Period.ofWeeks(6))).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(Deadlines.after(monday, Period.ZERO)).isEqualTo(monday);
    }
}
