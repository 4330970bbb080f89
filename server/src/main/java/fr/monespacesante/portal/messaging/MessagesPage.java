package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Correspondent;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The list of exchanges.
///
/// @param filters what was asked
/// @param unread exchanges, over all pages
/// @param next the last exchange of this page when more follow
/// @param correspondents to choose from
/// @param mailbox address of this space; empty for who may not give it away
public record MessagesPage(
        Form filters,
        List<ExchangeRow> rows,
        int unread,
        Optional<String> next,
        List<Correspondent> correspondents,
        Optional<String> mailbox)
        implements PageModel {
    static final String ADDRESS = "/espace/messages";
    private static final List<String> FIELDS = List.of("q", "non-lus", "avec");

    @Override
    public Message title() {
        return MessagesText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.MESSAGES;
    }

    public boolean filtered() {
        return !filters.value("non-lus").isEmpty() || !filters.value("avec").isEmpty();
    }

    public boolean asked() {
        return filtered() || !filters.value("q").isBlank();
    }

    /// No professional has ever written.
    public boolean empty() {
        return rows.isEmpty() && !asked() && filters.value("apres").isEmpty();
    }

    public List<Option> people() {
        return correspondents.stream()
                .map(one -> new Option(one.address(), Literal.of(Who.name(one))))
                .toList();
    }

    public Optional<String> nextPage() {
        return next.map(this::address);
    }

    public Optional<String> firstPage() {
        return filters.value("apres").isEmpty() ? Optional.empty() : Optional.of(address(""));
    }

    private String address(String after) {
        StringBuilder address = new StringBuilder(ADDRESS);
        for (String field : FIELDS) {
            append(address, field, filters.value(field));
        }
        append(address, "apres", after);
        return address.toString();
    }

    private static void append(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
