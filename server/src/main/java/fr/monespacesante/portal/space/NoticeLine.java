package fr.monespacesante.portal.space;

import fr.monespacesante.notification.Notice;
import fr.monespacesante.notification.Topic;
import fr.monespacesante.portal.Text;
import fr.monespacesante.portal.history.HistoryText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A notice as a line: what happened, by whom, by what right, and where to look.
///
/// @param what the document it is about, by its title; empty when it is about none
/// @param more a sentence that the kind alone does not say
public record NoticeLine(
        UUID id,
        Instant at,
        Text kind,
        String icon,
        String what,
        String who,
        Optional<Text> right,
        Optional<Text> more,
        String reason,
        boolean unread,
        Link link) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String ACCESS_PAGE = "/espace/parametres/acces";

    /// Where to look.
    public record Link(String address, Text label) {}

    static NoticeLine of(Notice notice, String title) {
        return new NoticeLine(
                notice.id(),
                notice.at(),
                text(notice.kind()),
                icon(notice.kind()),
                title,
                joined(notice.actor(), notice.structure()),
                right(notice),
                more(notice),
                or(notice.reason()),
                !notice.read(),
                link(notice, title));
    }

    private static Link link(Notice notice, String title) {
        return switch (notice.kind()) {
            case DOCUMENT_NEW, DOCUMENT_REPLACED, DOCUMENT_CHANGED ->
                title.isEmpty()
                        ? history(notice, "")
                        : new Link("/espace/documents/" + notice.document().orElseThrow(), NoticeText.SEE_DOCUMENT);
            case CONSENT_DECLARED -> new Link(ACCESS_PAGE, NoticeText.SEE_CONSENT);
            case RIGHTS_CHANGED -> new Link(ACCESS_PAGE, NoticeText.SEE_RIGHTS);
            case NEW_DEVICE, PASSWORD_CHANGED, CONTACT_CHANGED ->
                new Link("/espace/parametres/connexion", NoticeText.SEE_LOGIN);
            case REFUSED -> history(notice, "refus");
            case EMERGENCY_ACCESS -> history(notice, "urgence");
            case MESSAGE_NEW, MESSAGE_RETURNED ->
                new Link("/espace/messages/" + notice.document().orElseThrow(), NoticeText.SEE_MESSAGE);
            case MESSAGE_REFUSED -> history(notice, "");
            case COPY_READY, COPY_FAILED -> new Link("/espace/donnees", NoticeText.SEE_COPY);
            case ERASURE_DONE -> new Link("/espace/donnees/effacement", NoticeText.SEE_ERASURE);
            case SUPPORT_ACTED, SESSION_ASSISTED, REPORT_ANSWERED ->
                new Link("/espace/historique", NoticeText.SEE_HISTORY);
            case DOCUMENT_DELETED, ACCESS, DELEGATE_ACCESS -> history(notice, "");
        };
    }

    /// The lines of that day, of that person where it is about one.
    private static Link history(Notice notice, String who) {
        String day = notice.at().atZone(PARIS).toLocalDate().toString();
        String name = URLEncoder.encode(or(notice.actor()), StandardCharsets.UTF_8);
        return new Link(
                "/espace/historique?qui=" + who + "&du=" + day + "&au=" + day + "&q=" + name, NoticeText.SEE_HISTORY);
    }

    private static Text text(Notice.Kind kind) {
        return switch (kind) {
            case DOCUMENT_NEW -> NoticeText.DOCUMENT_NEW;
            case DOCUMENT_REPLACED -> NoticeText.DOCUMENT_REPLACED;
            case DOCUMENT_CHANGED -> NoticeText.DOCUMENT_CHANGED;
            case DOCUMENT_DELETED -> NoticeText.DOCUMENT_DELETED;
            case CONSENT_DECLARED -> NoticeText.CONSENT_DECLARED;
            case RIGHTS_CHANGED -> NoticeText.RIGHTS_CHANGED;
            case ACCESS -> NoticeText.ACCESS;
            case DELEGATE_ACCESS -> NoticeText.DELEGATE_ACCESS;
            case REFUSED -> NoticeText.REFUSED;
            case EMERGENCY_ACCESS -> NoticeText.EMERGENCY_ACCESS;
            case NEW_DEVICE -> NoticeText.NEW_DEVICE;
            case PASSWORD_CHANGED -> NoticeText.PASSWORD_CHANGED;
            case CONTACT_CHANGED -> NoticeText.CONTACT_CHANGED;
            case SUPPORT_ACTED -> NoticeText.SUPPORT_ACTED;
            case SESSION_ASSISTED -> NoticeText.SESSION_ASSISTED;
            case REPORT_ANSWERED -> NoticeText.REPORT_ANSWERED;
            case COPY_READY -> NoticeText.COPY_READY;
            case COPY_FAILED -> NoticeText.COPY_FAILED;
            case ERASURE_DONE -> NoticeText.ERASURE_DONE;
            case MESSAGE_NEW -> NoticeText.MESSAGE_NEW;
            case MESSAGE_RETURNED -> NoticeText.MESSAGE_RETURNED;
            case MESSAGE_REFUSED -> NoticeText.MESSAGE_REFUSED;
        };
    }

    private static String icon(Notice.Kind kind) {
        return switch (kind) {
            case DOCUMENT_NEW, DOCUMENT_REPLACED, DOCUMENT_CHANGED -> "fr-icon-file-text-line";
            case DOCUMENT_DELETED -> "fr-icon-delete-line";
            case CONSENT_DECLARED -> "fr-icon-shake-hands-line";
            case RIGHTS_CHANGED -> "fr-icon-lock-line";
            case ACCESS, DELEGATE_ACCESS -> "fr-icon-eye-line";
            case REFUSED -> "fr-icon-close-circle-line";
            case EMERGENCY_ACCESS -> "fr-icon-alarm-warning-line";
            case NEW_DEVICE, PASSWORD_CHANGED, CONTACT_CHANGED -> "fr-icon-shield-line";
            case SUPPORT_ACTED, SESSION_ASSISTED -> "fr-icon-customer-service-line";
            case REPORT_ANSWERED -> "fr-icon-question-answer-line";
            case COPY_READY, COPY_FAILED -> "fr-icon-download-line";
            case ERASURE_DONE -> "fr-icon-delete-line";
            case MESSAGE_NEW -> "fr-icon-mail-line";
            case MESSAGE_RETURNED, MESSAGE_REFUSED -> "fr-icon-close-circle-line";
        };
    }

    private static Optional<Text> more(Notice notice) {
        return switch (notice.kind()) {
            case NEW_DEVICE -> Optional.of(NoticeText.NEW_DEVICE_TEXT);
            case PASSWORD_CHANGED, CONTACT_CHANGED, SUPPORT_ACTED, SESSION_ASSISTED ->
                Optional.of(NoticeText.NOT_YOU_TEXT);
            case REFUSED ->
                switch (or(notice.act())) {
                    case "LIST_DOCUMENTS", "READ_DOCUMENT" -> Optional.of(NoticeText.REFUSED_READING);
                    case "RECEIVE_MESSAGE" -> Optional.of(NoticeText.REFUSED_WRITING);
                    case "DEPOSIT_DOCUMENT" -> Optional.of(NoticeText.REFUSED_FILING);
                    default -> Optional.empty();
                };
            case DOCUMENT_NEW,
                    DOCUMENT_REPLACED,
                    DOCUMENT_CHANGED,
                    DOCUMENT_DELETED,
                    CONSENT_DECLARED,
                    RIGHTS_CHANGED,
                    ACCESS,
                    DELEGATE_ACCESS,
                    EMERGENCY_ACCESS,
                    REPORT_ANSWERED,
                    COPY_READY,
                    COPY_FAILED,
                    ERASURE_DONE,
                    MESSAGE_NEW -> Optional.empty();
            case MESSAGE_RETURNED -> Optional.of(NoticeText.MESSAGE_RETURNED_TEXT);
            case MESSAGE_REFUSED -> Optional.of(NoticeText.MESSAGE_REFUSED_TEXT);
        };
    }

    /// Where it says more than the kind does: that who made a document changes it needs no reason.
    private static Optional<Text> right(Notice notice) {
        String code = or(notice.right());
        boolean plain = notice.kind() == Notice.Kind.CONSENT_DECLARED
                || (code.equals("AUTHOR") && notice.kind().topic() == Topic.DOCUMENTS);
        return plain ? Optional.empty() : right(code);
    }

    private static Optional<Text> right(String code) {
        return switch (code) {
            case "CONSENT" -> Optional.of(HistoryText.RIGHT_CONSENT);
            case "CARE_TEAM" -> Optional.of(HistoryText.RIGHT_CARE_TEAM);
            case "TREATING_DOCTOR" -> Optional.of(HistoryText.RIGHT_TREATING_DOCTOR);
            case "AUTHOR" -> Optional.of(HistoryText.RIGHT_AUTHOR);
            case "EMERGENCY" -> Optional.of(HistoryText.RIGHT_EMERGENCY);
            case "REGULATION" -> Optional.of(HistoryText.RIGHT_REGULATION);
            case "REPRESENTATIVE" -> Optional.of(HistoryText.RIGHT_REPRESENTATIVE);
            case "CAREGIVER" -> Optional.of(HistoryText.RIGHT_CAREGIVER);
            default -> Optional.empty();
        };
    }

    static String joined(@Nullable String one, @Nullable String other) {
        String first = or(one);
        String second = or(other);
        return first.isEmpty() || second.isEmpty() || first.equals(second)
                ? (first.isEmpty() ? second : first)
                : first + ", " + second;
    }

    static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
