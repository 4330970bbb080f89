package fr.monespacesante.kernel;

/// A code of a nomenclature.
///
/// @param system the OID of the code system, as the value sets of the CI-SIS give it
/// @param label the French label of the nomenclature; may be empty when a sender gave none
public record Code(String code, String system, String label) {
    /// The system as FHIR writes it: LOINC and the confidentiality codes have their URL, every other one its OID as a
    /// URN.
    public String fhirSystem() {
        return switch (system) {
            case "2.16.840.1.113883.6.1" -> "http://loinc.org";
            case "2.16.840.1.113883.5.25" -> "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
            default -> "urn:oid:" + system;
        };
    }
}
