package fr.monespacesante.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A campaign file and how far it is read.
///
/// @param bytes of the whole file
/// @param missing names of columns, where that is the problem
/// @param readBytes of which the people are in
public record CampaignFile(
        UUID id,
        String name,
        long bytes,
        State state,
        Optional<Problem> problem,
        List<String> missing,
        Moments moments,
        long readBytes,
        Counts counts) {
    public enum State {
        WAITING,
        READING,
        DONE,
        /// Nothing of it was taken in.
        REFUSED
    }

    /// Why a file as a whole cannot be read.
    public enum Problem {
        EMPTY,
        /// An archive, a spreadsheet, a PDF.
        NOT_TEXT,
        NOT_UTF8,
        OTHER_SEPARATOR,
        NO_LINES,
        NO_HEADER,
        COLUMNS_MISSING,
        COLUMNS_TOO_MANY,
        /// Removed or replaced before it was read to its end.
        GONE
    }

    public record Moments(Instant received, Optional<Instant> started, Optional<Instant> ended) {}

    /// In lines.
    ///
    /// @param refused those in the report
    public record Counts(long lines, long added, long changed, long unchanged, long deaths, long refused) {}

    public boolean underWay() {
        return state == State.WAITING || state == State.READING;
    }

    public int percent() {
        return bytes == 0 || state == State.DONE ? 100 : (int) (100 * readBytes / bytes);
    }
}
