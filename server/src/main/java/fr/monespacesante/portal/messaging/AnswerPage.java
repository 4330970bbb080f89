package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Correspondent;
import fr.monespacesante.messaging.Draft;
import fr.monespacesante.messaging.Replies;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where an answer is written.
///
/// @param draft its id: sent twice, it is one message
/// @param savedAt when the draft was last kept; empty while there is none
/// @param one whom an answer goes to, and `all` of them
/// @param answered the message that is answered
/// @param holder in whose name it goes, for who acts for somebody; empty for oneself
/// @param record the writer may attach documents of the record
public record AnswerPage(
        Conversation conversation,
        Form form,
        String draft,
        Optional<Instant> savedAt,
        List<FileLine> files,
        List<Correspondent> one,
        List<Correspondent> all,
        Optional<MessageView> answered,
        Optional<String> holder,
        boolean record)
        implements PageModel {
    public AnswerPage {
        files = List.copyOf(files);
        one = List.copyOf(one);
        all = List.copyOf(all);
    }

    /// A file of the draft.
    public record FileLine(String id, String name, Message format, long size) {
        static FileLine of(Draft.File file) {
            return new FileLine(
                    file.id().toString(), file.name(), FileView.format(file.mimeType(), file.name()), file.size());
        }
    }

    @Override
    public Message title() {
        return AnswerText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.MESSAGES;
    }

    @Override
    public List<Crumb> trail() {
        return ExchangePage.trail(conversation, Crumb.of("", AnswerText.TITLE));
    }

    public String back() {
        return ExchangeIds.address(conversation.id());
    }

    public String address() {
        return back() + "/repondre";
    }

    public String oneName() {
        return Who.names(one);
    }

    public String allNames() {
        return Who.names(all);
    }

    public boolean several() {
        return all.size() > 1;
    }

    public long size() {
        return files.stream().mapToLong(FileLine::size).sum();
    }

    public int longest() {
        return Replies.LONGEST_TEXT;
    }
}
