package fr.monespacesante.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import fr.monespacesante.access.DocumentFacts;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.StructureId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of a document: its metadata as PDSm and XDS have them, and how it came here. One version of it.
///
/// @param uniqueId given by the producer (XDS uniqueId, masterIdentifier), such as `urn:oid:1.2.3`
/// @param version counts the changes of the metadata, from 1
/// @param superseded true when another document replaced this one
/// @param title as the producer wrote it
/// @param created when the document was made (XDS creationTime)
/// @param arrivedAt when it was put here
/// @param confidentiality N, R or V
/// @param replaces the document that this one replaced
/// @param replacedBy the document that replaced this one
/// @param submission the submission set it came in
/// @param first the first version, for a document that replaced others; null for that first one itself
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DocumentEntry(
        DocumentId id,
        String uniqueId,
        long version,
        boolean superseded,
        boolean archived,
        Code type,
        Code documentClass,
        String title,
        @Nullable String description,
        Instant created,
        Instant arrivedAt,
        List<Author> authors,
        @Nullable Author authenticator,
        @Nullable Organisation custodian,
        Content content,
        String confidentiality,
        Set<Mark> marks,
        Context context,
        Source source,
        @Nullable DocumentId replaces,
        @Nullable DocumentId replacedBy,
        UUID submission,
        @Nullable UUID first) {

    @SuppressWarnings("NullableProblems")
    public DocumentEntry {
        authors = authors == null ? List.of() : List.copyOf(authors);
        marks = marks == null ? Set.of() : Set.copyOf(marks);
    }

    /// Who made the document: a professional, a device, or the patient.
    ///
    /// @param id PS_IdNat of a professional, without a system
    /// @param speciality code of JDV_J01, such as G15_10/SM26
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Author(
            @Nullable String id,
            String family,
            String given,
            @Nullable Code speciality,
            @Nullable Organisation organisation,
            boolean patient) {
        public Author {
            family = written(family);
            given = written(given);
        }

        /// As a reader expects it: given name first.
        @JsonIgnore
        public String displayName() {
            String name = (given + " " + family).strip();
            return name.isEmpty() && organisation != null ? organisation.name() : name;
        }
    }

    /// @param id Struct_IdNat
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Organisation(@Nullable String id, String name) {
        public Organisation {
            name = written(name);
        }
    }

    /// The bytes.
    ///
    /// @param mimeType as XDS has it; `text/xml` for a CDA
    /// @param size in bytes, as the sender counted
    /// @param sha1 in base64, as XDS and PDSm carry it
    /// @param sha256 in hexadecimal
    /// @param packed true when the blob was compressed before it was sealed
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Content(
            UUID blob,
            String mimeType,
            Code format,
            String language,
            long size,
            String sha1,
            String sha256,
            boolean packed) {
        public Content {
            language = written(language);
        }
    }

    /// The care the document tells of.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Context(
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Code facilityType,
            @Nullable Code practiceSetting,
            List<Code> events,
            List<Reference> related) {
        @SuppressWarnings("NullableProblems")
        public Context {
            events = events == null ? List.of() : List.copyOf(events);
            related = related == null ? List.of() : List.copyOf(related);
        }

        public static Context none() {
            return new Context(null, null, null, null, List.of(), List.of());
        }
    }

    /// A reference to something outside, such as an order or an accession number (referenceIdList).
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Reference(
            String value, @Nullable String system, @Nullable String type) {}

    /// How the document came here.
    ///
    /// @param id PS_IdNat of a professional, Struct_IdNat for software; empty for the citizen
    /// @param channel `PORTAL`, `FHIR`, …
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Source(
            Kind kind,
            String id,
            String name,
            @Nullable String structureId,
            @Nullable String structureName,
            String channel) {
        public Source {
            id = written(id);
            name = written(name);
        }

        public enum Kind {
            CITIZEN,
            PROFESSIONAL,
            SOFTWARE
        }
    }

    /// What the decision needs to know.
    @JsonIgnore
    public DocumentFacts facts() {
        Set<String> makers = new HashSet<>();
        for (Author author : authors) {
            if (author.id() != null) {
                makers.add(author.id());
            }
        }
        if (source.kind() == Source.Kind.PROFESSIONAL) {
            makers.add(source.id());
        }
        Optional<StructureId> fedBy = Optional.ofNullable(source.structureId()).map(StructureId::new);
        return new DocumentFacts(
                series(), arrivedAt, type.code(), marks, makers, fedBy, source.kind() == Source.Kind.CITIZEN);
    }

    /// One value for all the versions that replaced one another.
    @JsonIgnore
    public UUID series() {
        return first == null ? id.value() : first;
    }

    /// True when the citizen hides it from professionals.
    @JsonIgnore
    public boolean hidden() {
        return marks.contains(Mark.MASQUE_PS);
    }

    /// Empty texts are not stored, and read back as null.
    @SuppressWarnings("NullableProblems")
    private static String written(@Nullable String text) {
        return text == null ? "" : text;
    }
}
