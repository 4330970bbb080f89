package fr.monespacesante.portal.space;

import fr.monespacesante.access.Right;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Rpps;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of the history as a citizen reads it.
///
/// @param who empty for the citizen herself
/// @param document its address, when it is there
/// @param title of the document; empty when there is none or it is gone
/// @param block where to block this professional; empty for others
public record HistoryLine(
        Instant at,
        String who,
        String from,
        SpaceText act,
        Optional<String> document,
        String title,
        boolean about,
        boolean refused,
        Optional<SpaceText> right,
        String reason,
        Optional<String> block) {
    private static final Duration SAME = Duration.ofMinutes(2);

    static HistoryLine of(Trace trace, String title) {
        Trace.Actor actor = trace.actor();
        boolean citizen = actor.kind().equals("CITIZEN");
        String profession = actor.profession() == null
                ? ""
                : Nomenclatures.national()
                        .profession(actor.profession())
                        .map(code -> code.label())
                        .orElse("");
        boolean documentAct = trace.act().endsWith("DOCUMENT");
        return new HistoryLine(
                trace.at(),
                citizen ? "" : actor.name(),
                NoticeLine.joined(profession, actor.structureName()),
                act(trace.act()),
                trace.subject() == null || title.isEmpty()
                        ? Optional.empty()
                        : Optional.of("/espace/documents/" + trace.subject()),
                title,
                documentAct && trace.subject() != null,
                trace.refused(),
                trace.refused() || citizen ? Optional.empty() : right(trace.right()),
                NoticeLine.or(trace.reason()),
                actor.kind().equals("PROFESSIONAL") ? block(actor) : Optional.empty());
    }

    /// A page of ours asks for a document's parts one after the other: to a reader that is one opening.
    static boolean repeats(Trace later, @Nullable Trace earlier) {
        return earlier != null
                && later.act().equals(earlier.act())
                && later.actor().id().equals(earlier.actor().id())
                && later.outcome().equals(earlier.outcome())
                && Objects.equals(later.subject(), earlier.subject())
                && Duration.between(earlier.at(), later.at()).abs().compareTo(SAME) < 0;
    }

    private static Optional<String> block(Trace.Actor actor) {
        return Rpps.ofNationalId(actor.id())
                .map(rpps -> "/espace/parametres/acces/bloquer?rpps=" + rpps.value() + "&nom="
                        + URLEncoder.encode(actor.name(), StandardCharsets.UTF_8));
    }

    private static SpaceText act(String code) {
        return switch (code) {
            case "FIND_SPACE" -> SpaceText.ACT_FIND_SPACE;
            case "LIST_DOCUMENTS" -> SpaceText.ACT_LIST_DOCUMENTS;
            case "READ_DOCUMENT" -> SpaceText.ACT_READ_DOCUMENT;
            case "DEPOSIT_DOCUMENT" -> SpaceText.ACT_DEPOSIT_DOCUMENT;
            case "CHANGE_DOCUMENT" -> SpaceText.ACT_CHANGE_DOCUMENT;
            case "DELETE_DOCUMENT" -> SpaceText.ACT_DELETE_DOCUMENT;
            case "DECLARE_CONSENT" -> SpaceText.ACT_DECLARE_CONSENT;
            case "END_CONSENT" -> SpaceText.ACT_END_CONSENT;
            case "BLOCK" -> SpaceText.ACT_BLOCK;
            case "UNBLOCK" -> SpaceText.ACT_UNBLOCK;
            case "READ_RIGHTS" -> SpaceText.ACT_READ_RIGHTS;
            case "READ_HISTORY" -> SpaceText.ACT_READ_HISTORY;
            case "READ_NOTICES" -> SpaceText.ACT_READ_NOTICES;
            case "VERIFY_SPACE" -> SpaceText.ACT_VERIFY_SPACE;
            default -> SpaceText.ACT_OTHER;
        };
    }

    private static Optional<SpaceText> right(String code) {
        for (Right right : Right.values()) {
            if (right.name().equals(code)) {
                return Optional.of(text(right));
            }
        }
        return Optional.empty();
    }

    private static SpaceText text(Right right) {
        return switch (right) {
            case HOLDER -> SpaceText.RIGHT_HOLDER;
            case REPRESENTATIVE -> SpaceText.RIGHT_REPRESENTATIVE;
            case CAREGIVER -> SpaceText.RIGHT_CAREGIVER;
            case CONSENT -> SpaceText.RIGHT_CONSENT;
            case CARE_TEAM -> SpaceText.RIGHT_CARE_TEAM;
            case TREATING_DOCTOR -> SpaceText.RIGHT_TREATING_DOCTOR;
            case AUTHOR -> SpaceText.RIGHT_AUTHOR;
            case FEED -> SpaceText.RIGHT_FEED;
            case EMERGENCY -> SpaceText.RIGHT_EMERGENCY;
            case REGULATION -> SpaceText.RIGHT_REGULATION;
            case EXISTENCE -> SpaceText.RIGHT_EXISTENCE;
            case SERVICE -> SpaceText.RIGHT_SERVICE;
        };
    }
}
