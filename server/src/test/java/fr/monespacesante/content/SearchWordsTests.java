package fr.monespacesante.content;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Requirement("DOC-14")
class SearchWordsTests {
    @Test
    void wordsAreFoldedSortedAndEachOnce() {
        SearchWords words = SearchWords.of("Œdème: l'HÉMOGLOBINE, hémoglobine 13.4 g/dL (B12) cœur ÇA");

        assertThat(words.words())
                .containsExactly("13", "4", "b12", "ca", "coeur", "dl", "g", "hemoglobine", "l", "oedeme");
    }

    @Test
    @Requirement("DOC-04")
    void aQueryFindsBeginningsWhateverTheAccentsAndCapitals() {
        SearchWords words = SearchWords.of("Échographie hépatique du 12/03/2026");

        assertThat(words.matches(SearchWords.query("echo HÉPA"))).isTrue();
        assertThat(words.matches(SearchWords.query("12/03"))).isTrue();
        assertThat(words.matches(SearchWords.query("graphie"))).isFalse();
        assertThat(words.matches(SearchWords.query("echo rénale"))).isFalse();
        assertThat(words.matches(SearchWords.query("  ,; "))).isTrue();
    }

    @Test
    void decomposedAccentsAreTheSameWord() {
        assertThat(SearchWords.of("he\u0301patite").words()).containsExactly("hepatite");
    }

    @Test
    void aDocumentGivesAtMostFourThousandWordsOfFortyCharacters() {
        String many = IntStream.range(0, 9_000).mapToObj(i -> "mot" + i).collect(Collectors.joining(" "));

        assertThat(SearchWords.of(many).words()).hasSize(4_000);
        assertThat(SearchWords.of("a".repeat(90)).words()).containsExactly("a".repeat(40));
        assertThat(SearchWords.of("a".repeat(90)).matches(SearchWords.query("a".repeat(90))))
                .isTrue();
    }
}
