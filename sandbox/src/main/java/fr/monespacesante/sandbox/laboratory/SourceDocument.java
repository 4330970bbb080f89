package fr.monespacesante.sandbox.laboratory;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A file that waits to be sent, and all that the deposit says about it.
///
/// @param name of the file
/// @param uniqueId the document's own identifier (an OID), the same each time this file is read
/// @param sha1 of the file, base64, as the exchange wants it
/// @param format the XDS formatCode
public record SourceDocument(
        String name,
        String contentType,
        long size,
        String sha1,
        String uniqueId,
        Coded type,
        Coded category,
        String format,
        String title,
        OffsetDateTime created,
        Subject subject,
        Author author,
        Organisation custodian,
        Encounter encounter) {

    /// A code with the OID of its system.
    public record Coded(String system, String code, String label) {}

    /// Whom the document is about; a PDF says no more than the INS.
    public record Subject(
            String authority,
            String ins,
            String family,
            String given,
            String sex,
            @Nullable LocalDate birthDate) {}

    /// Who wrote it: a person in their role, or a device (`family` empty, `given` its software's name).
    public record Author(String idSystem, String id, Coded role, String family, String given) {
        public boolean isDevice() {
            return family.isEmpty();
        }
    }

    public record Organisation(String idSystem, String id, String name) {}

    public record Encounter(OffsetDateTime start, @Nullable OffsetDateTime end, Coded facility, Coded practice) {}
}
