package fr.monespacesante.portal.history;

import fr.monespacesante.access.AccountHistory;
import fr.monespacesante.access.Right;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.identity.Professional;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Texts;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The codes of the history in words.
public final class ActWords {
    /// Those who act for the holder.
    static final Set<String> HELPERS = Set.of("DELEGATE");

    /// What happens to the holder's own account.
    static final Set<String> ACCOUNT = Arrays.stream(AccountHistory.What.values())
            .map(AccountHistory.What::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, HistoryText> ACTS = Arrays.stream(HistoryText.values())
            .filter(text -> text.name().startsWith("ACT_"))
            .collect(Collectors.toMap(text -> text.name().substring("ACT_".length()), text -> text));

    private ActWords() {}

    public static HistoryText act(String code) {
        return ACTS.getOrDefault(code, HistoryText.ACT_OTHER);
    }

    static Optional<HistoryText> right(Trace trace) {
        return right(trace.right());
    }

    public static Optional<HistoryText> right(String code) {
        return Arrays.stream(Right.values())
                .filter(right -> right.name().equals(code))
                .findFirst()
                .map(ActWords::text);
    }

    private static HistoryText text(Right right) {
        return switch (right) {
            case HOLDER -> HistoryText.RIGHT_HOLDER;
            case REPRESENTATIVE -> HistoryText.RIGHT_REPRESENTATIVE;
            case CAREGIVER -> HistoryText.RIGHT_CAREGIVER;
            case CONSENT -> HistoryText.RIGHT_CONSENT;
            case CARE_TEAM -> HistoryText.RIGHT_CARE_TEAM;
            case TREATING_DOCTOR -> HistoryText.RIGHT_TREATING_DOCTOR;
            case AUTHOR -> HistoryText.RIGHT_AUTHOR;
            case FEED -> HistoryText.RIGHT_FEED;
            case CORRESPONDENT -> HistoryText.RIGHT_CORRESPONDENT;
            case EMERGENCY -> HistoryText.RIGHT_EMERGENCY;
            case REGULATION -> HistoryText.RIGHT_REGULATION;
            case EXISTENCE -> HistoryText.RIGHT_EXISTENCE;
            case SUPPORT -> HistoryText.RIGHT_SUPPORT;
            case ASSISTED -> HistoryText.RIGHT_ASSISTED;
            case ARCHIVE -> HistoryText.RIGHT_ARCHIVE;
            case SERVICE -> HistoryText.RIGHT_SERVICE;
        };
    }

    static boolean emergency(Trace trace) {
        return trace.right().equals(Right.EMERGENCY.name())
                || trace.right().equals(Right.REGULATION.name())
                || (trace.reason() != null && trace.actor().kind().equals("PROFESSIONAL"));
    }

    /// Why it was refused.
    static HistoryText refusal(String outcome) {
        Optional<Problem> problem = Arrays.stream(Problem.values())
                .filter(each -> each.name().equals(outcome))
                .findFirst();
        if (problem.isEmpty()) {
            return HistoryText.WHY_OTHER;
        }
        return switch (problem.get()) {
            case CONSENT_NEEDED -> HistoryText.WHY_CONSENT;
            case ACCESS_REFUSED -> HistoryText.WHY_REFUSED;
            case NOT_THE_AUTHOR, CHANGE_NOT_ALLOWED, MARK_NOT_ALLOWED -> HistoryText.WHY_NOT_THEIRS;
            case NOT_FOUND -> HistoryText.WHY_NOT_FOUND;
            case SPACE_NOT_OPEN -> HistoryText.WHY_NOT_OPEN;
            case NOT_A_DOCTOR, ONESELF, BLOCKED_PROFESSIONAL, REASON_MISSING, END_IN_THE_PAST, END_TOO_FAR ->
                HistoryText.WHY_CHOICE;
            case PATIENT_MISMATCH -> HistoryText.WHY_MISMATCH;
            case VERSION_MISMATCH, VERSION_REQUIRED, NOT_LATEST_VERSION, REPLACED_DOCUMENT_NOT_CURRENT ->
                HistoryText.WHY_STALE;
            default -> HistoryText.WHY_MALFORMED;
        };
    }

    /// Everything a person may search a line for.
    static String text(Trace trace, Texts texts, Map<DocumentId, String> titles) {
        Trace.Actor actor = trace.actor();
        String title = trace.subject() == null ? "" : titles.getOrDefault(new DocumentId(trace.subject()), "");
        return Stream.of(
                        actor.kind().equals("CITIZEN") ? texts.of(HistoryText.YOU) : actor.name(),
                        actor.profession() == null ? "" : Professional.calling(actor.profession(), ""),
                        actor.structureName() == null ? "" : actor.structureName(),
                        actor.assistant() == null ? "" : actor.assistant(),
                        actor.kind().equals("PROFESSIONAL") ? actor.id().substring(1) : "",
                        texts.of(act(trace.act())),
                        right(trace).map(texts::of).orElse(""),
                        trace.refused() ? texts.of(HistoryText.REFUSED) : "",
                        title,
                        trace.reason() == null ? "" : trace.reason())
                .collect(Collectors.joining(" "));
    }
}
