package fr.monespacesante.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Nomenclatures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTests {
    private static final String PAGE = """
            {"jsonapi": {"version": "1.0"},
             "data": [
               {"type": "node--matrice_professionnel_document",
                "field_code_profession": {"field_code_profession": "10"},
                "field_type_de_document": {"field_code_loinc": "11502-2"},
                "field_consultation_document": true},
               {"type": "node--matrice_professionnel_document",
                "field_code_profession": {"field_code_profession": 91},
                "field_type_de_document": {"field_code_loinc": "11502-2"},
                "field_consultation_document": false}
             ]}
            """;
    private static final String NEXT_PAGE = """
            {"data": [
               {"field_code_profession": {"field_code_profession": "10"},
                "field_type_de_document": {"field_code_loinc": "60591-5"},
                "field_consultation_document": true}]}
            """;

    @Test
    @Requirement("ACC-02")
    void readsTheOfficialShapeInPages() throws IOException {
        Matrix matrix = Matrix.readOfficial(List.of(stream(PAGE), stream(NEXT_PAGE)));
        assertThat(matrix.mayConsult("10", "11502-2")).isTrue();
        assertThat(matrix.mayConsult("10", "60591-5")).isTrue();
        assertThat(matrix.mayConsult("91", "11502-2")).isFalse();
        assertThat(matrix.knows("91")).isTrue();
        assertThat(matrix.knows("60")).isFalse();
        assertThat(matrix.source()).isEqualTo("official");
    }

    @Test
    void refusesAnotherShapeNamingTheEntry() {
        String broken = NEXT_PAGE.replace("field_consultation_document", "field_something_else");
        assertThatThrownBy(() -> Matrix.readOfficial(List.of(stream(broken))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("entry 0");
        assertThatThrownBy(() -> Matrix.readOfficial(List.of(stream("{}")))).isInstanceOf(IOException.class);
    }

    @Test
    @Requirement("ACC-02")
    void theDefaultIsLabelledPartialAndLetsDoctorsConsultAllButTheProofOfResidence() {
        Matrix matrix = Matrix.partialDefault();
        assertThat(matrix.source()).contains("partial");
        assertThat(Nomenclatures.national().types())
                .allSatisfy(
                        type -> assertThat(matrix.mayConsult("10", type.code().code()))
                                .isEqualTo(!type.code().code().equals("ATTEST-RESID")));
    }

    @Test
    @Requirement("ACC-02")
    void aProfessionWithoutALineConsultsNothing() {
        Matrix matrix = Matrix.partialDefault();
        assertThat(matrix.knows("99")).isFalse();
        assertThat(Nomenclatures.national().types())
                .noneMatch(type -> matrix.mayConsult("99", type.code().code()));
    }

    @Test
    void laterLinesWinOverEarlierOnesAndUnknownTypesAreRefused() throws IOException {
        Matrix matrix = Matrix.readRules(stream("10\tall\tyes\tx\n10\t11502-2\tno\tx\n"));
        assertThat(matrix.mayConsult("10", "11502-2")).isFalse();
        assertThat(matrix.mayConsult("10", "60591-5")).isTrue();
        assertThatThrownBy(() -> Matrix.readRules(stream("10\tNO-SUCH-TYPE\tyes\tx\n")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NO-SUCH-TYPE");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
