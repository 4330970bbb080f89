package fr.monespacesante.portal.messaging;

import fr.monespacesante.mail.Attachment;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.portal.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// An attachment on a page.
///
/// @param address of its bytes, to which `/telecharger` or `/enregistrer` may be added
/// @param format as people know it
/// @param shown a browser shows it without running anything
/// @param saved the documents of the record that were made of it
/// @param inside what a package of documents holds; empty for anything else
public record FileView(
        int index,
        String name,
        fr.monespacesante.portal.Message format,
        long size,
        Attachment.Kind kind,
        String mimeType,
        String address,
        boolean shown,
        List<UUID> saved,
        Optional<PackageView> inside) {
    private static final Set<String> KEPT =
            Set.of("application/pdf", "image/jpeg", "image/png", "image/tiff", "text/plain", "text/rtf", "text/xml");

    static FileView of(
            Attachment attachment, Message message, List<PackageView.Standing> saved, Optional<PackageView> inside) {
        String address =
                ExchangeIds.address(message.conversation()) + "/" + message.id() + "/pieces/" + attachment.index();
        return new FileView(
                attachment.index(),
                attachment.name(),
                format(attachment),
                attachment.size(),
                attachment.kind(),
                attachment.mimeType(),
                address,
                FileBytes.showable(attachment.mimeType()),
                saved.stream().map(PackageView.Standing::document).toList(),
                inside);
    }

    public boolean ofDocuments() {
        return kind == Attachment.Kind.XDM;
    }

    /// A file of a kind that a space holds, or might.
    public boolean savable() {
        return saved.isEmpty() && KEPT.contains(mimeType);
    }

    private static fr.monespacesante.portal.Message format(Attachment attachment) {
        return switch (attachment.kind()) {
            case XDM -> ExchangeText.FILE_KIND_XDM.plain();
            case MESSAGE -> ExchangeText.FILE_KIND_MESSAGE.plain();
            case FILE, INLINE_IMAGE -> named(attachment);
        };
    }

    static fr.monespacesante.portal.Message named(Attachment attachment) {
        return format(attachment.mimeType(), attachment.name());
    }

    /// By the type of its bytes, else by the ending of its name.
    static fr.monespacesante.portal.Message format(String mimeType, String name) {
        return switch (mimeType) {
            case "application/pdf" -> Literal.of("PDF");
            case "image/jpeg" -> Literal.of("JPEG");
            case "image/png" -> Literal.of("PNG");
            case "image/gif" -> Literal.of("GIF");
            case "image/tiff" -> Literal.of("TIFF");
            case "text/plain" -> Literal.of("TXT");
            case "text/rtf" -> Literal.of("RTF");
            case "text/xml" -> Literal.of("CDA");
            default -> {
                String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
                yield name.contains(".") && ending.matches("[A-Z0-9]{1,5}")
                        ? Literal.of(ending)
                        : ExchangeText.FILE_KIND_OTHER.plain();
            }
        };
    }
}
