package fr.monespacesante.content;

import fr.monespacesante.content.CdaHeader.Party;
import java.util.List;

/// Gathers what a search should find in a CDA: title, type, authors, sections, and the text of what it
/// carries.
final class CdaText {
    private final StringBuilder text = new StringBuilder();
    private final int limit;

    CdaText(int limit) {
        this.limit = limit;
    }

    void add(CdaDocument document) {
        CdaHeader header = document.header();
        add(header.title());
        add(header.type().label());
        for (Party author : header.authors()) {
            add(author.display());
            add(author.organization().name());
        }
        header.legalAuthenticator().ifPresent(party -> add(party.display()));
        header.events().forEach(event -> add(event.code().label()));
        switch (document.body()) {
            case CdaBody.Structured(List<CdaSection> sections) -> sections.forEach(this::add);
            case CdaBody.Encapsulated _ -> {
                // the inspection adds its text
            }
        }
        document.results().forEach(result -> add(result.label()));
    }

    void add(String part) {
        if (!part.isEmpty() && text.length() < limit) {
            text.append(part, 0, Math.min(part.length(), limit - text.length())).append('\n');
        }
    }

    private void add(CdaSection section) {
        add(section.title());
        add(Narrative.text(section.blocks()));
        section.subsections().forEach(this::add);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
