package fr.monespacesante.messaging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What is wanted of the list of exchanges.
///
/// @param words each must begin a word of one message; folded by `content.SearchWords.query`
/// @param correspondent the address of somebody in the exchange; empty for anybody
/// @param after the last exchange of the page before
/// @param size of a page
public record ConversationQuery(
        List<String> words, boolean unreadOnly, String correspondent, Optional<UUID> after, int size) {
    public static final int PAGE = 20;

    public ConversationQuery {
        words = List.copyOf(words);
        correspondent = correspondent.strip().toLowerCase(Locale.ROOT);
    }

    public static ConversationQuery everything() {
        return new ConversationQuery(List.of(), false, "", Optional.empty(), PAGE);
    }

    boolean wants(Conversation conversation) {
        return (!unreadOnly || conversation.unread() > 0)
                && (correspondent.isEmpty()
                        || conversation.correspondents().stream()
                                .anyMatch(one -> one.address().equals(correspondent)));
    }

    /// @param drafts the exchanges of the page in which this visitor has an unsent answer
    /// @param next where the next page goes on; empty on the last
    public record Found(List<Conversation> page, List<UUID> drafts, Optional<UUID> next) {
        public Found {
            page = List.copyOf(page);
            drafts = List.copyOf(drafts);
        }
    }
}
