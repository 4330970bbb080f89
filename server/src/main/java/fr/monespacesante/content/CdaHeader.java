package fr.monespacesante.content;

import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who, what and when of a CDA, as its header says it (CI-SIS minimal structure). Texts and codes that
/// were not given are empty; nothing is checked against value sets here.
///
/// @param uniqueId `root`, or `root^extension`, as XDS writes the identifier of a document
/// @param setId shared by all versions, in the same form
/// @param formatCode the XDS format that the templates or the encapsulated type stand for; empty when
///     none is known
/// @param events the acts the document tells of; the first is the main one
/// @param replaces the identifiers (`uniqueId` form) of the documents this one replaces (RPLC)
public record CdaHeader(
        String uniqueId,
        String setId,
        int version,
        Code type,
        String title,
        CdaTime created,
        Code confidentiality,
        String language,
        List<String> templateIds,
        String formatCode,
        Patient patient,
        List<Party> authors,
        Optional<Party> legalAuthenticator,
        Organization custodian,
        List<Party> informants,
        List<Party> recipients,
        List<Party> participants,
        List<Event> events,
        Optional<Encounter> encounter,
        List<String> orders,
        List<String> replaces) {

    /// @param root the OID of who issued it
    public record Identifier(String root, String extension) {
        static final Identifier NONE = new Identifier("", "");

        public boolean exists() {
            return !root.isEmpty() || !extension.isEmpty();
        }

        /// As XDS writes it.
        public String joined() {
            return extension.isEmpty() ? root : root + "^" + extension;
        }

        @Override
        public String toString() {
            return "Identifier[redacted]";
        }
    }

    /// The person the document is about. Never printed by `toString`.
    ///
    /// @param national the INS as written, with its authority; `NONE` when the document carries no INS
    /// @param otherIds identifiers of other authorities
    /// @param birthGivenNames all given names of the birth record
    /// @param birthFirstName the first of them, as the sender marked it
    /// @param sex M, F or U as written
    /// @param birthPlace COG code of the place of birth
    public record Patient(
            Identifier national,
            List<Identifier> otherIds,
            String birthFamilyName,
            List<String> birthGivenNames,
            String birthFirstName,
            String usedFamilyName,
            String usedGivenName,
            String sex,
            CdaTime birthDate,
            String birthPlace) {

        /// The INS, when its shape and key are right.
        public Optional<Ins> ins() {
            return Ins.parse(national.extension());
        }

        public Optional<InsAuthority> authority() {
            return InsAuthority.ofOid(national.root());
        }

        @Override
        public String toString() {
            return "Patient[redacted]";
        }
    }

    public record PersonName(String prefix, String given, String family, String suffix) {
        public static final PersonName NONE = new PersonName("", "", "", "");

        public String display() {
            return Stream.of(prefix, suffix, given, family)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

    /// @param practiceSetting how it practises (standardIndustryClassCode); may be empty
    public record Organization(Identifier id, String name, Code practiceSetting) {
        public boolean exists() {
            return id.exists() || !name.isEmpty();
        }
    }

    /// A person or a system that had a part in the document.
    ///
    /// @param role the typeCode of the participation, such as REF, PRF, INF, AUT, LA
    /// @param function the functionCode, such as PCP for the treating doctor
    /// @param id the national number (PS_IdNat) when there is one, else the first identifier
    /// @param specialty profession and speciality, such as `G15_10/SM26`
    /// @param device the name of the software or the appliance when no person stands there
    public record Party(
            String role,
            Code function,
            Identifier id,
            PersonName name,
            Code specialty,
            String device,
            Organization organization,
            CdaTime time) {

        public String display() {
            String person = name.display();
            return person.isEmpty() ? device : person;
        }

        @Override
        public String toString() {
            return "Party[" + role + "]";
        }
    }

    /// @param start start of the act; @param end its end, unknown while it goes on
    public record Event(Identifier id, Code code, CdaTime start, CdaTime end, Optional<Party> performer) {}

    /// @param facilityType where the care took place, by the code of its kind (TRE_R02)
    public record Encounter(
            Identifier id, Code code, CdaTime start, CdaTime end, Code facilityType, String locationName) {}
}
