package fr.monespacesante.portal.messaging;

import fr.monespacesante.mail.IntegrationError;
import fr.monespacesante.messaging.SavedAttachments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an `IHE_XDM.ZIP` holds, in words.
///
/// @param documents none when it could not be read
/// @param warning why its documents cannot be saved with what they say of themselves
/// @param others they are about somebody else: not to be saved in any way
public record PackageView(List<Inside> documents, Optional<ExchangeText> warning, boolean others) {
    public PackageView {
        documents = List.copyOf(documents);
    }

    /// @param place in the package
    /// @param author as the metadata say; may be empty
    /// @param described saved with its metadata; else its type and date are asked
    /// @param saved the document of the record that was made of it
    public record Inside(
            int place,
            String title,
            Optional<Instant> created,
            String author,
            fr.monespacesante.portal.Message format,
            boolean shown,
            boolean described,
            Optional<UUID> saved) {}

    static PackageView broken() {
        return new PackageView(List.of(), Optional.of(ExchangeText.XDM_BROKEN), false);
    }

    /// @param saved of the attachment, by place
    static PackageView of(List<SavedAttachments.Held> held, List<Standing> saved, @Nullable IntegrationError error) {
        return new PackageView(
                held.stream().map(one -> inside(one, saved)).toList(),
                Optional.ofNullable(error).map(PackageView::words),
                error == IntegrationError.INS_DIFFERS || error == IntegrationError.PATIENT_UNKNOWN);
    }

    /// @param document of the record
    record Standing(int place, UUID document) {}

    private static Inside inside(SavedAttachments.Held held, List<Standing> saved) {
        return new Inside(
                held.part(),
                held.title(),
                held.created(),
                held.author(),
                FileView.format(held.mimeType(), ""),
                FileBytes.showable(held.mimeType()),
                held.described(),
                saved.stream()
                        .filter(one -> one.place() == held.part())
                        .map(Standing::document)
                        .findFirst());
    }

    private static ExchangeText words(IntegrationError error) {
        return switch (error) {
            case INS_DIFFERS, PATIENT_UNKNOWN -> ExchangeText.XDM_OTHER_PERSON;
            case INS_MISSING, INS_INCOMPLETE -> ExchangeText.XDM_NOBODY;
            case WRONG_VERSION, AUTHOR_NOT_ALLOWED, OTHER -> ExchangeText.XDM_BROKEN;
        };
    }

    /// One click saves what is described and not there yet.
    public boolean savable() {
        return warning.isEmpty()
                && documents.stream()
                        .anyMatch(one -> one.described() && one.saved().isEmpty());
    }
}
