package fr.monespacesante.record;

import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.record.DocumentEntry.Author;
import fr.monespacesante.record.DocumentEntry.Context;
import fr.monespacesante.record.DocumentEntry.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A document that someone wants to add, as the channel understood it.
///
/// @param uniqueId given by the producer; a document made here gets one of ours
/// @param mimeType declared by the sender
/// @param claimedSha1 in base64, when the sender gave one: it must match
/// @param claimedSize in bytes, when the sender gave one: it must match
/// @param replaces the document this one takes the place of
public record NewDocument(
        String uniqueId,
        Code type,
        String title,
        @Nullable String description,
        Instant created,
        List<Author> authors,
        @Nullable Author authenticator,
        @Nullable Organisation custodian,
        String mimeType,
        Code format,
        String language,
        String confidentiality,
        Set<Mark> marks,
        Context context,
        Optional<String> claimedSha1,
        Optional<Long> claimedSize,
        Optional<DocumentId> replaces) {
    public NewDocument {
        authors = List.copyOf(authors);
        marks = Set.copyOf(marks);
    }

    public NewDocument replacing(DocumentId replaced) {
        return new NewDocument(
                uniqueId,
                type,
                title,
                description,
                created,
                authors,
                authenticator,
                custodian,
                mimeType,
                format,
                language,
                confidentiality,
                marks,
                context,
                claimedSha1,
                claimedSize,
                Optional.of(replaced));
    }
}
