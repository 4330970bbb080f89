package fr.monespacesante.portal.history;

import fr.monespacesante.audit.Trace;
import fr.monespacesante.portal.Message;
import fr.monespacesante.supervision.Cases;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of the history as a citizen reads it.
///
/// @param id its name, to report it by
/// @param document its address, when it is there
/// @param title of the document; empty when there is none or it is gone
/// @param about whether the act was done to a document
/// @param refusal why it was refused; empty when it was not
/// @param others whether it can be reported: not the holder, nor the service itself
/// @param reported what came of reporting it
/// @param whom a decision of the holder is about
/// @param right by what right, and since when; empty for the citizen's own acts
public record HistoryLine(
        String id,
        Instant at,
        Who who,
        HistoryText act,
        Optional<String> document,
        String title,
        boolean about,
        Optional<HistoryText> refusal,
        Optional<Message> right,
        String whom,
        String reason,
        boolean emergency,
        boolean others,
        Optional<Cases.Told> reported) {
    private static final Duration SAME = Duration.ofMinutes(2);

    /// Who acted.
    ///
    /// @param name empty for the citizen herself
    /// @param from calling, structure and town, what is known of them
    /// @param rpps of a professional, else empty
    public record Who(Optional<HistoryText> kind, String name, String from, String rpps) {
        public boolean holder() {
            return name.isEmpty();
        }
    }

    public boolean refused() {
        return refusal.isPresent();
    }

    /// Where to report this access (TRC-05).
    public Optional<String> report() {
        return others && reported.isEmpty()
                ? Optional.of(HistoryPage.ADDRESS + "/" + id + "/signaler")
                : Optional.empty();
    }

    /// Where to block this professional.
    public Optional<String> block() {
        return who.rpps().isEmpty()
                ? Optional.empty()
                : Optional.of("/espace/parametres/acces/bloquer?rpps=" + who.rpps() + "&nom="
                        + URLEncoder.encode(who.name(), StandardCharsets.UTF_8));
    }

    /// A page of ours asks for a document's parts one after the other: to a reader that is one opening. Files for
    /// keeping hold every line.
    static boolean repeats(Trace later, @Nullable Trace earlier) {
        return earlier != null
                && later.act().equals(earlier.act())
                && later.actor().id().equals(earlier.actor().id())
                && Objects.equals(later.actor().assistant(), earlier.actor().assistant())
                && later.outcome().equals(earlier.outcome())
                && Objects.equals(later.subject(), earlier.subject())
                && Duration.between(earlier.at(), later.at()).abs().compareTo(SAME) < 0;
    }
}
