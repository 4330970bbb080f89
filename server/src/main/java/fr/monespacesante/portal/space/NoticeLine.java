package fr.monespacesante.portal.space;

import fr.monespacesante.notification.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A notice as a line: what happened, by whom, and where to look.
///
/// @param what the document it is about, by its title; empty when it is about none
public record NoticeLine(
        Instant at, SpaceText kind, String icon, String what, String who, String reason, boolean unread, Link link) {
    /// Where to look.
    public record Link(String address, SpaceText label) {}

    static NoticeLine of(Notice notice, String title) {
        return new NoticeLine(
                notice.at(),
                text(notice.kind()),
                icon(notice.kind()),
                title,
                joined(notice.actor(), notice.structure()),
                or(notice.reason()),
                !notice.read(),
                link(notice, title));
    }

    private static Link link(Notice notice, String title) {
        if (notice.document().isPresent() && !title.isEmpty()) {
            return new Link("/espace/documents/" + notice.document().get(), SpaceText.NOTICE_SEE_DOCUMENT);
        }
        return notice.kind() == Notice.Kind.CONSENT_DECLARED
                ? new Link("/espace/parametres/acces", SpaceText.NOTICE_SEE_RIGHTS)
                : new Link("/espace/historique", SpaceText.NOTICE_SEE_HISTORY);
    }

    private static SpaceText text(Notice.Kind kind) {
        return switch (kind) {
            case DOCUMENT_NEW -> SpaceText.NOTICE_DOCUMENT_NEW;
            case DOCUMENT_REPLACED -> SpaceText.NOTICE_DOCUMENT_REPLACED;
            case DOCUMENT_CHANGED -> SpaceText.NOTICE_DOCUMENT_CHANGED;
            case CONSENT_DECLARED -> SpaceText.NOTICE_CONSENT_DECLARED;
            case ACCESS -> SpaceText.NOTICE_ACCESS;
            case EMERGENCY_ACCESS -> SpaceText.NOTICE_EMERGENCY_ACCESS;
            case SECURITY -> SpaceText.NOTICE_SECURITY;
            case REPORT_ANSWERED -> SpaceText.NOTICE_REPORT_ANSWERED;
        };
    }

    private static String icon(Notice.Kind kind) {
        return switch (kind) {
            case DOCUMENT_NEW, DOCUMENT_REPLACED, DOCUMENT_CHANGED -> "fr-icon-file-text-line";
            case CONSENT_DECLARED -> "fr-icon-shake-hands-line";
            case ACCESS -> "fr-icon-eye-line";
            case EMERGENCY_ACCESS -> "fr-icon-alarm-warning-line";
            case SECURITY -> "fr-icon-shield-line";
            case REPORT_ANSWERED -> "fr-icon-question-answer-line";
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
