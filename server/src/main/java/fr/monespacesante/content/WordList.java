package fr.monespacesante.content;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The words of one document or message as they are stored: each after a line feed, packed. Searching looks for the
/// bytes of
/// "line feed, beginning of the word" and makes no objects: a heavy space has 5,000 of these to look through.
public final class WordList {
    /// 4,000 words of 40 characters of at most 4 bytes, and their line feeds.
    private static final int LONGEST = 4_000 * (40 * 4 + 1);

    private WordList() {}

    public static byte[] pack(SearchWords words) {
        StringBuilder text = new StringBuilder();
        words.words().forEach(word -> text.append('\n').append(word));
        return Zstd.compress(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static boolean contains(byte[] packed, List<String> beginnings) {
        long size = Zstd.getFrameContentSize(packed);
        if (size < 0 || size > LONGEST) {
            throw new IllegalStateException("a list of words has an impossible size");
        }
        byte[] text = Zstd.decompress(packed, (int) size);
        for (String beginning : beginnings) {
            if (!contains(text, ('\n' + beginning).getBytes(StandardCharsets.UTF_8))) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] text, byte[] wanted) {
        int last = text.length - wanted.length;
        next:
        for (int start = 0; start <= last; start++) {
            for (int i = 0; i < wanted.length; i++) {
                if (text[start + i] != wanted[i]) {
                    continue next;
                }
            }
            return true;
        }
        return false;
    }
}
