package fr.monespacesante.portal.data;

import fr.monespacesante.access.Visit;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.record.Category;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Erasure;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What can be erased, and the requests so far.
///
/// @param categories of which there is a document
/// @param authors professionals and establishments, as documents name them
public record ErasurePage(Form form, List<Option> categories, List<Option> authors, List<Erasure> requests, Instant now)
        implements PageModel {
    public static final String ADDRESS = TakeoutPage.ADDRESS + "/effacement";

    public ErasurePage {
        categories = List.copyOf(categories);
        authors = List.copyOf(authors);
        requests = List.copyOf(requests);
    }

    static ErasurePage of(Form form, List<DocumentEntry> documents, List<Erasure> requests, Visit visit) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        Set<String> authors = new TreeSet<>();
        for (DocumentEntry entry : documents) {
            categories.add(Category.of(entry.type().code()));
            entry.authors().stream().filter(author -> !author.patient()).forEach(author -> {
                add(authors, author.displayName());
                DocumentEntry.Organisation organisation = author.organisation();
                add(authors, organisation == null ? "" : organisation.name());
            });
            String structure = entry.source().structureName();
            add(authors, structure == null ? "" : structure);
        }
        return new ErasurePage(
                form,
                categories.stream()
                        .map(category -> Option.of(category.name(), category.label()))
                        .toList(),
                authors.stream().map(name -> new Option(name, Literal.of(name))).toList(),
                requests,
                visit.now());
    }

    private static void add(Set<String> authors, String name) {
        if (!name.isBlank()) {
            authors.add(name);
        }
    }

    @Override
    public Message title() {
        return ErasureText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", DataText.SETTINGS),
                Crumb.of(TakeoutPage.ADDRESS, DataText.TITLE),
                Crumb.of("", ErasureText.TITLE));
    }

    public boolean canWithdraw(Erasure erasure) {
        return erasure.state() == Erasure.State.RECEIVED && erasure.beginsAt().isAfter(now);
    }

    public Message says(Erasure erasure) {
        return switch (erasure.state()) {
            case RECEIVED -> ErasureText.STATE_RECEIVED.with(erasure.beginsAt());
            case RUNNING -> ErasureText.STATE_RUNNING.with(erasure.erased(), erasure.documents());
            case DONE -> ErasureText.STATE_DONE.with(erasure.endedAt().orElse(now));
            case WITHDRAWN -> ErasureText.STATE_WITHDRAWN.with(erasure.endedAt().orElse(now));
        };
    }

    public static Message counted(Erasure.Count count) {
        return ErasureText.COUNTED.with(
                count.documents(), Category.valueOf(count.category()).label());
    }
}
