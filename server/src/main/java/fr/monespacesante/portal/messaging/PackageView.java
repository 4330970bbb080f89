package fr.monespacesante.portal.messaging;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.mail.XdmPackage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an `IHE_XDM.ZIP` holds, in words.
///
/// @param documents with their companions after them; none when it could not be read
public record PackageView(List<Inside> documents, About about) {
    public PackageView {
        documents = List.copyOf(documents);
    }

    /// Whom the package says it is about.
    public enum About {
        HOLDER,
        NOBODY,
        OTHER_PERSON,
        /// It could not be read.
        UNKNOWN
    }

    /// @param type as the nomenclature calls it; empty for a companion
    /// @param place among the documents and their companions
    public record Inside(
            int place,
            String title,
            String type,
            Optional<Instant> created,
            String author,
            fr.monespacesante.portal.Message format,
            long size,
            boolean shown) {}

    static PackageView broken() {
        return new PackageView(List.of(), About.UNKNOWN);
    }

    static PackageView of(XdmPackage xdm, Ins holder) {
        List<Inside> all = new ArrayList<>();
        for (XdmPackage.Document document : xdm.documents()) {
            all.add(new Inside(
                    all.size(),
                    document.title().isEmpty() ? document.type().label() : document.title(),
                    document.type().label(),
                    document.created(),
                    document.authors().stream()
                            .findFirst()
                            .map(PackageView::name)
                            .orElse(""),
                    FileView.format(document.mimeType(), document.uri()),
                    document.bytes().length,
                    FileBytes.showable(document.mimeType())));
        }
        for (XdmPackage.Companion companion : xdm.companions()) {
            all.add(new Inside(
                    all.size(),
                    companion.name(),
                    "",
                    Optional.empty(),
                    "",
                    FileView.format("application/pdf", ""),
                    companion.bytes().length,
                    true));
        }
        return new PackageView(all, about(xdm, holder));
    }

    private static About about(XdmPackage xdm, Ins holder) {
        if (xdm.documents().stream()
                .anyMatch(one -> one.patient().named() && !one.patient().ins().equals(Optional.of(holder)))) {
            return About.OTHER_PERSON;
        }
        return xdm.documents().stream().allMatch(one -> one.patient().named()) ? About.HOLDER : About.NOBODY;
    }

    private static String name(XdmPackage.Author author) {
        String name = Stream.of(author.given(), author.family())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return Stream.of(name, author.institutionName())
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
