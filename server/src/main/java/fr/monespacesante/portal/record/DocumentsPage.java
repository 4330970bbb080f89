package fr.monespacesante.portal.record;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The list of documents, or the same as a timeline.
///
/// @param filters what was asked
/// @param total found over all pages
/// @param next the last document of this page when more follow
/// @param authors to choose from
public record DocumentsPage(
        Form filters, List<DocumentRow> rows, int total, Optional<String> next, List<String> authors)
        implements PageModel {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> CHOICES =
            List.of("categorie", "periode", "auteur", "source", "visibilite", "tri");

    @Override
    public Message title() {
        return DocumentText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.DOCUMENTS;
    }

    public boolean timeline() {
        return filters.value("vue").equals("chronologie");
    }

    public boolean filtered() {
        return CHOICES.stream().anyMatch(name -> !filters.value(name).isEmpty());
    }

    public boolean asked() {
        return filtered() || !filters.value("q").isBlank();
    }

    public List<Option> categories() {
        return Arrays.stream(Category.values())
                .map(category -> Option.of(category.name(), category.label()))
                .toList();
    }

    public List<Option> periods() {
        return List.of(
                Option.of("mois", DocumentText.FILTER_MONTH),
                Option.of("an", DocumentText.FILTER_YEAR),
                Option.of("deux-ans", DocumentText.FILTER_TWO_YEARS));
    }

    public List<Option> authorOptions() {
        return authors.stream()
                .map(author -> new Option(author, Literal.of(author)))
                .toList();
    }

    public List<Option> sources() {
        return List.of(Option.of("moi", DocumentText.FILTER_BY_ME), Option.of("autres", DocumentText.FILTER_BY_OTHERS));
    }

    public List<Option> visibilities() {
        return List.of(
                Option.of("visible", DocumentText.FILTER_ONLY_SHOWN),
                Option.of("masque", DocumentText.FILTER_ONLY_HIDDEN));
    }

    public List<Option> orders() {
        return List.of(Option.of("date", DocumentText.SORT_DATE), Option.of("titre", DocumentText.SORT_TITLE));
    }

    /// The rows by month of the document, newest first.
    public Map<LocalDate, List<DocumentRow>> months() {
        Map<LocalDate, List<DocumentRow>> months = new LinkedHashMap<>();
        for (DocumentRow row : rows) {
            LocalDate month = LocalDate.ofInstant(row.created(), PARIS).withDayOfMonth(1);
            months.computeIfAbsent(month, first -> new ArrayList<>()).add(row);
        }
        return months;
    }

    public String asList() {
        return address("vue", "");
    }

    public String asTimeline() {
        return address("vue", "chronologie");
    }

    public Optional<String> nextPage() {
        return next.map(last -> address("apres", last));
    }

    public Optional<String> firstPage() {
        return filters.value("apres").isEmpty() ? Optional.empty() : Optional.of(address("apres", ""));
    }

    /// This list with one field changed; a change of layout starts from the beginning.
    private String address(String name, String value) {
        StringBuilder query = new StringBuilder();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : List.of("q", "categorie", "periode", "auteur", "source", "visibilite", "tri", "vue")) {
            fields.put(field, filters.value(field));
        }
        fields.put(name, value);
        fields.forEach((field, chosen) -> {
            if (!chosen.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(field)
                        .append('=')
                        .append(URLEncoder.encode(chosen, StandardCharsets.UTF_8));
            }
        });
        return "/espace/documents" + query;
    }
}
