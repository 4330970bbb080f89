package fr.monespacesante.portal.history;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Who did what in the space (TRC-02), newest first.
///
/// @param filter what was asked, and what is wrong with it
/// @param document the title of the one document asked for; empty for all
public record HistoryPage(Form filter, List<HistoryLine> lines, Optional<String> next, String document, boolean asked)
        implements PageModel {
    static final String ADDRESS = "/espace/historique";

    @Override
    public Message title() {
        return HistoryText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.HISTORY;
    }

    @Override
    public Form form() {
        return filter;
    }

    public boolean open() {
        return !filter.valid()
                || List.of("qui", "quoi", "du", "au").stream()
                        .anyMatch(name -> !filter.value(name).isEmpty());
    }

    public List<Option> people() {
        return List.of(
                Option.of("autres", HistoryText.BY_OTHERS),
                Option.of("pro", HistoryText.BY_PROFESSIONALS),
                Option.of("moi", HistoryText.BY_ME),
                Option.of("aidants", HistoryText.BY_HELPERS),
                Option.of("logiciels", HistoryText.BY_SOFTWARE),
                Option.of("service", HistoryText.BY_SERVICE),
                Option.of("refus", HistoryText.ONLY_REFUSED),
                Option.of("urgence", HistoryText.ONLY_EMERGENCY));
    }

    public List<Option> acts() {
        return List.of(
                Option.of("consultation", HistoryText.ACTS_READING),
                Option.of("documents", HistoryText.ACTS_WRITING),
                Option.of("droits", HistoryText.ACTS_RIGHTS),
                Option.of("messages", HistoryText.ACTS_MESSAGES),
                Option.of("connexion", HistoryText.ACTS_ACCOUNT));
    }

    public Optional<String> nextPage() {
        return next.map(last -> address(ADDRESS, last));
    }

    public Optional<String> firstPage() {
        return filter.value("apres").isEmpty() ? Optional.empty() : Optional.of(address(ADDRESS, ""));
    }

    public String json() {
        return address(ADDRESS + ".json", "");
    }

    public String csv() {
        return address(ADDRESS + ".csv", "");
    }

    public String pdf() {
        return address(ADDRESS + ".pdf", "");
    }

    private String address(String path, String after) {
        Form asked = filter.with("apres", after);
        StringBuilder query = new StringBuilder();
        for (String name : List.of("q", "qui", "quoi", "du", "au", "document", "apres")) {
            if (!asked.value(name).isBlank()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(asked.value(name), StandardCharsets.UTF_8));
            }
        }
        return path + query;
    }
}
