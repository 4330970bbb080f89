package fr.monespacesante.mail;

import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an `IHE_XDM.ZIP` holds, its hashes and sizes checked.
///
/// @param documents in the order of the metadata; at least one
/// @param companions PDFs that lie beside them and that the metadata do not name
public record XdmPackage(List<Document> documents, List<Companion> companions) {
    public XdmPackage {
        documents = List.copyOf(documents);
        companions = List.copyOf(companions);
    }

    /// All marks of all documents: a message is treated as its most protected document is.
    public Set<Mark> marks() {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        documents.forEach(document -> marks.addAll(document.marks()));
        return marks;
    }

    /// One document with its metadata (XDS DocumentEntry). Texts that were not given are empty.
    ///
    /// @param uniqueId as XDS has it, without `urn:oid:`; may be `root^extension`
    /// @param created, start, end empty when absent or not understood
    /// @param sha1 in hexadecimal, of the bytes as they are
    /// @param patient whom the metadata say it is about
    /// @param replaces the uniqueIds of the documents it replaces, where the package names them
    /// @param uri name of the file in the package
    public record Document(
            String uniqueId,
            Code type,
            Code documentClass,
            String title,
            String comments,
            Optional<Instant> created,
            List<Author> authors,
            Optional<Author> legalAuthenticator,
            Code format,
            String confidentiality,
            Set<Mark> marks,
            String language,
            String mimeType,
            String sha1,
            Patient patient,
            Optional<Instant> start,
            Optional<Instant> end,
            Code facilityType,
            Code practiceSetting,
            List<Code> events,
            List<String> references,
            List<String> replaces,
            String uri,
            byte[] bytes) {
        public Document {
            authors = List.copyOf(authors);
            marks = Set.copyOf(marks);
            events = List.copyOf(events);
            references = List.copyOf(references);
            replaces = List.copyOf(replaces);
        }

        @Override
        public String toString() {
            return "Document[" + type.code() + "]";
        }
    }

    /// @param id PS_IdNat of a professional, else another number; may be empty
    /// @param role as written
    /// @param speciality code of JDV_J01, such as `G15_10/SM26`; its code may be empty
    /// @param institutionId Struct_IdNat; may be empty
    public record Author(
            String id,
            String family,
            String given,
            String role,
            Code speciality,
            String institutionId,
            String institutionName) {
        @Override
        public String toString() {
            return "Author[redacted]";
        }
    }

    /// @param ins empty when the metadata carry no valid INS
    /// @param named false when the metadata carry no national number at all
    /// @param sex M, F or U; may be empty
    public record Patient(
            boolean named,
            Optional<Ins> ins,
            Optional<InsAuthority> authority,
            String family,
            Optional<LocalDate> birthDate,
            String sex) {
        @Override
        public String toString() {
            return "Patient[redacted]";
        }
    }

    /// @param name a safe file name
    public record Companion(String name, byte[] bytes) {
        @Override
        public String toString() {
            return "Companion[redacted]";
        }
    }

    @Override
    public String toString() {
        return "XdmPackage[" + documents.size() + "]";
    }
}
