package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Right;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.record.Category;
import fr.monespacesante.portal.record.DocumentRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A patient's folder in one screen: what is new, the last of each kind, and the list with its filters (DOC-16).
///
/// @param right by which the professional is here
/// @param lastVisit of this professional; empty at the first
/// @param list the batch of documents that was asked for
public record FolderPage(
        Patient patient, int age, Right right, Optional<Instant> lastVisit, Synthesis.Shown synthesis, Batch list)
        implements PatientModel {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /// @param filters what was asked
    /// @param total found over all batches
    /// @param next the last document of this batch when more follow
    /// @param authors to choose from
    public record Batch(Form filters, List<DocumentRow> rows, int total, Optional<String> next, List<String> authors) {
        public Batch {
            rows = List.copyOf(rows);
            authors = List.copyOf(authors);
        }
    }

    @Override
    public Message title() {
        return new Message(new Literal(patient.name()), List.of());
    }

    public Form filters() {
        return list.filters();
    }

    /// True where something was looked for: the list then stands alone.
    public boolean asked() {
        return List.of("q", "categorie", "periode", "auteur", "apres", "vue").stream()
                .anyMatch(field -> !filters().value(field).isBlank());
    }

    public boolean everything() {
        return filters().value("periode").equals("tout");
    }

    public boolean timeline() {
        return filters().value("vue").equals("chronologie");
    }

    public List<Option> categories() {
        return Arrays.stream(Category.values())
                .map(category -> Option.of(category.name(), category.label()))
                .toList();
    }

    public List<Option> periods() {
        return List.of(
                Option.of("mois", ProText.PERIOD_MONTH),
                Option.of("an", ProText.PERIOD_YEAR),
                Option.of("tout", ProText.PERIOD_ALL));
    }

    public List<Option> authors() {
        return list.authors().stream()
                .map(author -> new Option(author, Literal.of(author)))
                .toList();
    }

    /// The rows by month of the document, newest first.
    public Map<LocalDate, List<DocumentRow>> months() {
        Map<LocalDate, List<DocumentRow>> months = new LinkedHashMap<>();
        for (DocumentRow row : list.rows()) {
            LocalDate month = LocalDate.ofInstant(row.created(), PARIS).withDayOfMonth(1);
            months.computeIfAbsent(month, first -> new ArrayList<>()).add(row);
        }
        return months;
    }

    public String further() {
        return address("periode", "tout");
    }

    public Optional<String> nextBatch() {
        return list.next().map(last -> address("apres", last));
    }

    public String asList() {
        return address("vue", "");
    }

    public String asTimeline() {
        return address("vue", "chronologie");
    }

    private String address(String name, String value) {
        StringBuilder query = new StringBuilder();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : List.of("q", "categorie", "periode", "auteur", "vue")) {
            fields.put(field, filters().value(field));
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
        return patient.address() + query + "#documents";
    }
}
