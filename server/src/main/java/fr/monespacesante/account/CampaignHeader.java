package fr.monespacesante.account;

import fr.monespacesante.account.CampaignFile.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The first line of a campaign file: where each field stands. Or why the file as a whole cannot be read,
/// found in its first bytes, before anything of it is taken in.
sealed interface CampaignHeader {
    /// An optional column: the file tells of events (`CampaignLine.Event`), one after the other.
    String EVENT = "event";

    /// @param order where each field of `CampaignLine.HEADER` stands
    /// @param event where the event stands; -1 in a file of people alone
    record Columns(List<Integer> order, int event, int count) implements CampaignHeader {}

    /// @param missing the names of missing columns
    record Unreadable(Problem problem, List<String> missing) implements CampaignHeader {}

    /// @param start the first bytes of the file, more than a line of them
    static CampaignHeader of(byte[] start) {
        if (start.length == 0) {
            return new Unreadable(Problem.EMPTY, List.of());
        }
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
            return new Unreadable(Problem.NOT_UTF8, List.of());
        }
        boolean binary = false;
        for (byte each : start) {
            binary |= each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t';
        }
        if (binary || startsWith(start, 'P', 'K') || startsWith(start, '%', 'P', 'D', 'F')) {
            return new Unreadable(Problem.NOT_TEXT, List.of());
        }
        if (!isUtf8(start)) {
            return new Unreadable(Problem.NOT_UTF8, List.of());
        }
        int end = 0;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        if (end > CampaignLines.LONGEST_LINE) {
            return new Unreadable(Problem.NO_LINES, List.of());
        }
        String line = new String(start, 0, end, StandardCharsets.UTF_8).strip();
        return of(line.startsWith("\uFEFF") ? line.substring(1).strip() : line);
    }

    private static CampaignHeader of(String line) {
        if (line.isEmpty()) {
            return new Unreadable(Problem.EMPTY, List.of());
        }
        List<String> names =
                CampaignLines.split(line).stream().map(String::strip).toList();
        if (names.size() == 1 && (line.indexOf(',') >= 0 || line.indexOf('\t') >= 0)) {
            return new Unreadable(Problem.OTHER_SEPARATOR, List.of());
        }
        List<String> missing = CampaignLine.HEADER.stream()
                .filter(name -> !names.contains(name))
                .toList();
        if (missing.size() == CampaignLine.HEADER.size()) {
            return new Unreadable(Problem.NO_HEADER, missing);
        }
        if (!missing.isEmpty()) {
            return new Unreadable(Problem.COLUMNS_MISSING, missing);
        }
        int event = names.indexOf(EVENT);
        if (names.size() != CampaignLine.HEADER.size() + (event < 0 ? 0 : 1)) {
            return new Unreadable(Problem.COLUMNS_TOO_MANY, List.of());
        }
        return new Columns(CampaignLine.HEADER.stream().map(names::indexOf).toList(), event, names.size());
    }

    private static boolean startsWith(byte[] bytes, int... sign) {
        return bytes.length >= sign.length
                && Arrays.equals(
                        sign,
                        java.util.stream.IntStream.range(0, sign.length)
                                .map(i -> bytes[i] & 0xFF)
                                .toArray());
    }

    /// A sign that the end cuts in two is no fault.
    private static boolean isUtf8(byte[] bytes) {
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false);
        return !result.isError();
    }
}
