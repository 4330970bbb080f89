package fr.monespacesante.portal.history;

import fr.monespacesante.audit.Trace;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What a citizen asked of the history, from the fields of its form: who, which acts, when, which document, and words.
/// A date that makes no sense is said, and does not hide lines.
record HistoryFilter(Form form, Optional<Instant> from, Optional<Instant> until) {
    static final List<String> FIELDS = List.of("q", "qui", "quoi", "du", "au", "document");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<String> READING =
            Set.of("READ_DOCUMENT", "LIST_DOCUMENTS", "FIND_SPACE", "DOWNLOAD_EVERYTHING", "BUILD_COPY", "FETCH_COPY");
    private static final Set<String> WRITING =
            Set.of("DEPOSIT_DOCUMENT", "CHANGE_DOCUMENT", "DELETE_DOCUMENT", "ASK_ERASURE", "ERASE_DOCUMENTS");
    private static final Set<String> MESSAGES = Set.of(
            "RECEIVE_MESSAGE",
            "REFUSE_MESSAGE",
            "RECEIVE_REPORT",
            "READ_MESSAGES",
            "READ_MESSAGE",
            "WRITE_DRAFT",
            "SEND_MESSAGE",
            "DELETE_MESSAGES",
            "CLOSE_CONVERSATION",
            "SAVE_ATTACHMENT",
            "CARRY_MESSAGE");
    private static final Set<String> LOOKING = Set.of("READ_RIGHTS", "READ_HISTORY", "READ_NOTICES", "VERIFY_SPACE");

    static HistoryFilter of(Form asked) {
        Form form = asked;
        Optional<LocalDate> first = date(form.value("du"));
        Optional<LocalDate> last = date(form.value("au"));
        if (first.isEmpty() && !form.value("du").isBlank()) {
            form = form.wrong("du", HistoryText.DATE_UNREADABLE);
        }
        if (last.isEmpty() && !form.value("au").isBlank()) {
            form = form.wrong("au", HistoryText.DATE_UNREADABLE);
        }
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            form = form.wrong("au", HistoryText.DATES_REVERSED);
            return new HistoryFilter(form, Optional.empty(), Optional.empty());
        }
        return new HistoryFilter(
                form,
                first.map(day -> day.atStartOfDay(PARIS).toInstant()),
                last.map(day -> day.plusDays(1).atStartOfDay(PARIS).toInstant()));
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    Optional<String> after() {
        return Optional.of(form.value("apres")).filter(text -> !text.isEmpty());
    }

    Optional<DocumentId> document() {
        return DocumentId.parse(form.value("document"));
    }

    List<String> words() {
        return SearchWords.query(form.value("q"));
    }

    boolean asked() {
        return FIELDS.stream().anyMatch(name -> !form.value(name).isBlank());
    }

    /// @param titles of the documents, when words are searched for
    Predicate<Trace> wanted(Texts texts, Map<DocumentId, String> titles) {
        List<String> words = words();
        return trace -> by(trace)
                && did(trace)
                && from.map(start -> !trace.at().isBefore(start)).orElse(true)
                && until.map(end -> trace.at().isBefore(end)).orElse(true)
                && document()
                        .map(wanted -> wanted.value().equals(trace.subject()))
                        .orElse(true)
                && (words.isEmpty()
                        || SearchWords.of(ActWords.text(trace, texts, titles)).matches(words));
    }

    private boolean by(Trace trace) {
        String kind = trace.actor().kind();
        return switch (form.value("qui")) {
            case "autres" -> !kind.equals("CITIZEN");
            case "pro" -> kind.equals("PROFESSIONAL") || kind.equals("CORRESPONDENT");
            case "moi" -> kind.equals("CITIZEN");
            case "aidants" -> ActWords.HELPERS.contains(kind);
            case "logiciels" -> kind.equals("SOFTWARE");
            case "service" -> kind.equals("SYSTEM") || kind.equals("AGENT");
            case "refus" -> trace.refused();
            case "urgence" -> ActWords.emergency(trace);
            default -> true;
        };
    }

    private boolean did(Trace trace) {
        String act = trace.act();
        return switch (form.value("quoi")) {
            case "consultation" -> READING.contains(act);
            case "documents" -> WRITING.contains(act);
            case "messages" -> MESSAGES.contains(act);
            case "connexion" -> ActWords.ACCOUNT.contains(act);
            case "droits" ->
                !READING.contains(act)
                        && !WRITING.contains(act)
                        && !MESSAGES.contains(act)
                        && !LOOKING.contains(act)
                        && !ActWords.ACCOUNT.contains(act);
            default -> true;
        };
    }
}
