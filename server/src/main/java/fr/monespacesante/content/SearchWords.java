package fr.monespacesante.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a document as searching sees them: lower case, without accents, ligatures opened, split
/// at everything that is neither letter nor digit, sorted and each once (DOC-04, DOC-14). A document
/// gives its first 4,000 different words; longer words count by their first 40 characters.
public record SearchWords(List<String> words) {
    private static final int LONGEST = 40;
    private static final int MOST = 4_000;

    public SearchWords {
        words = List.copyOf(words);
    }

    public static SearchWords of(String text) {
        List<String> words = new ArrayList<>(fold(text, MOST));
        Collections.sort(words);
        return new SearchWords(words);
    }

    /// The words someone searches for, folded in the same way; empty when there is nothing to search
    /// for.
    public static List<String> query(String text) {
        return List.copyOf(fold(text, 50));
    }

    /// Whether each word of a query is the beginning of a word here. An empty query matches everything.
    public boolean matches(List<String> query) {
        return query.stream().allMatch(this::hasPrefix);
    }

    private boolean hasPrefix(String prefix) {
        int found = Collections.binarySearch(words, prefix);
        int place = found >= 0 ? found : -found - 1;
        return place < words.size() && words.get(place).startsWith(prefix);
    }

    private static Set<String> fold(String text, int most) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= plain.length() && words.size() < most; ) {
            int c = i < plain.length() ? plain.codePointAt(i) : ' ';
            i += Character.charCount(c);
            int kind = Character.getType(c);
            if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK || c == 0xAD) {
                continue;
            }
            if (Character.isLetterOrDigit(c)) {
                append(c, word);
            } else if (!word.isEmpty()) {
                words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static void append(int c, StringBuilder word) {
        switch (c) {
            case 'œ' -> word.append("oe");
            case 'æ' -> word.append("ae");
            case 'ß' -> word.append("ss");
            case 'ø' -> word.append('o');
            case 'ł' -> word.append('l');
            default -> word.appendCodePoint(c);
        }
    }

    @Override
    public String toString() {
        return "SearchWords[redacted]";
    }
}
