package fr.monespacesante.portal.data;

import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.portal.Form;
import fr.monespacesante.record.ErasedPart;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which part was asked for, as the forms say it.
///
/// @param part empty when the form does not say one
/// @param field that says it
record ErasureWanted(Form form, Optional<ErasedPart> part, String field) {
    /// The fields that carry the choice from page to page.
    static final List<String> FIELDS = List.of("par", "categorie", "du", "au", "auteur", "doc");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static ErasureWanted of(Form form) {
        return switch (form.value("par")) {
            case "categorie" ->
                DocumentCategory.named(form.value("categorie"))
                        .map(category -> said(form, new ErasedPart.OfCategory(category), "categorie"))
                        .orElseGet(() -> missing(form, "categorie", ErasureText.NEEDS_CATEGORY));
            case "periode" -> period(form);
            case "auteur" ->
                form.value("auteur").isBlank()
                        ? missing(form, "auteur", ErasureText.NEEDS_AUTHOR)
                        : said(form, new ErasedPart.OfAuthor(form.value("auteur")), "auteur");
            case "documents" -> chosen(form);
            default -> missing(form, "categorie", ErasureText.NEEDS_CHOICE);
        };
    }

    private static ErasureWanted period(Form form) {
        try {
            LocalDate from = LocalDate.parse(form.value("du").strip());
            LocalDate until = LocalDate.parse(form.value("au").strip());
            if (until.isBefore(from)) {
                return missing(form, "au", ErasureText.DATES_REVERSED);
            }
            return said(
                    form,
                    new ErasedPart.OfPeriod(
                            from.atStartOfDay(PARIS).toInstant(),
                            until.plusDays(1).atStartOfDay(PARIS).toInstant()),
                    "du");
        } catch (DateTimeParseException unreadable) {
            return missing(form, "du", ErasureText.NEEDS_DATES);
        }
    }

    private static ErasureWanted chosen(Form form) {
        var chosen = form.values().getOrDefault("doc", List.of()).stream()
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(id -> new DocumentId(UUID.fromString(id)))
                .collect(Collectors.toSet());
        return chosen.isEmpty()
                ? missing(form, "categorie", ErasureText.NEEDS_DOCUMENTS)
                : said(form, new ErasedPart.Chosen(chosen), "doc");
    }

    private static ErasureWanted said(Form form, ErasedPart part, String field) {
        return new ErasureWanted(form, Optional.of(part), field.equals("doc") ? "categorie" : field);
    }

    private static ErasureWanted missing(Form form, String field, ErasureText why) {
        return new ErasureWanted(form.wrong(field, why), Optional.empty(), field);
    }
}
