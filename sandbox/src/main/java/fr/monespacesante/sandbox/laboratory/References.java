package fr.monespacesante.sandbox.laboratory;

import fr.monespacesante.sandbox.laboratory.SourceDocument.Author;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Coded;
import fr.monespacesante.sandbox.laboratory.SourceDocument.Subject;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/// The FHIR pieces that both ways of sending share, after the PDSm profiles.
final class References {
    static final String PROFILES = "https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/";
    private static final String CLASSES =
            "https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final String IHE_FORMATS = "http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode";
    private static final String NATIONAL_FORMATS = "urn:oid:1.2.250.1.213.1.1.4.2.282";

    private References() {}

    /// Everything about the document except its content.
    static DocumentReference of(SourceDocument document, String profile) {
        DocumentReference reference = new DocumentReference();
        reference.getMeta().addProfile(PROFILES + profile);
        contain(document).forEach(reference::addContained);
        reference.setMasterIdentifier(uri("urn:oid:" + document.uniqueId()));
        reference.setStatus(DocumentReferenceStatus.CURRENT);
        reference.setType(concept(document.type()));
        reference.addCategory(new CodeableConcept(new Coding(
                CLASSES, document.category().code(), document.category().label())));
        reference.setSubject(subject(document.subject()));
        reference.setDateElement(instant(document.created()));
        reference.addAuthor(new Reference("#author"));
        reference.setAuthenticator(new Reference(document.author().isDevice() ? "#organization" : "#author"));
        reference.setCustodian(new Reference("#organization"));
        reference.addSecurityLabel(new CodeableConcept(new Coding(CONFIDENTIALITY, "N", "normal")));
        reference.addContent().setAttachment(attachment(document)).setFormat(format(document.format()));
        var context = reference.getContext();
        var encounter = document.encounter();
        context.getPeriod().setStartElement(dateTime(encounter.start()));
        if (encounter.end() != null) {
            context.getPeriod().setEndElement(dateTime(encounter.end()));
        }
        context.setFacilityType(concept(encounter.facility()));
        context.setPracticeSetting(concept(encounter.practice()));
        context.setSourcePatientInfo(new Reference("#patient"));
        return reference;
    }

    /// The people a resource speaks of, carried inside it.
    static List<Resource> contain(SourceDocument document) {
        Organization organization = new Organization();
        organization.setId("organization");
        organization.addIdentifier(
                identifier(document.custodian().idSystem(), document.custodian().id()));
        organization.setName(document.custodian().name());
        if (document.author().isDevice()) {
            return List.of(patient(document.subject()), device(document.author()), organization);
        }
        return List.of(
                patient(document.subject()), role(document.author()), practitioner(document.author()), organization);
    }

    /// By the national number alone: whoever receives it finds the space behind it.
    static Reference subject(Subject subject) {
        return new Reference().setType("Patient").setIdentifier(identifier(subject.authority(), subject.ins()));
    }

    static InstantType instant(OffsetDateTime time) {
        InstantType instant = new InstantType(Date.from(time.toInstant()));
        instant.setTimeZone(TimeZone.getTimeZone(time.getOffset()));
        return instant;
    }

    static DateTimeType dateTime(OffsetDateTime time) {
        DateTimeType dateTime = new DateTimeType(Date.from(time.toInstant()));
        dateTime.setTimeZone(TimeZone.getTimeZone(time.getOffset()));
        return dateTime;
    }

    static Identifier uri(String value) {
        return new Identifier().setSystem("urn:ietf:rfc:3986").setValue(value);
    }

    static Identifier identifier(String oid, String value) {
        return new Identifier().setSystem("urn:oid:" + oid).setValue(value);
    }

    private static Attachment attachment(SourceDocument document) {
        return new Attachment()
                .setContentType(document.contentType())
                .setLanguage("fr-FR")
                .setSize((int) document.size())
                .setHash(Base64.getDecoder().decode(document.sha1()))
                .setTitle(document.title())
                .setCreationElement(dateTime(document.created()));
    }

    private static Coding format(String format) {
        String system = format.startsWith("urn:ihe:") ? IHE_FORMATS : NATIONAL_FORMATS;
        return new Coding(system, format, null);
    }

    private static CodeableConcept concept(Coded coded) {
        boolean loinc = coded.system().equals("2.16.840.1.113883.6.1");
        return new CodeableConcept(
                new Coding(loinc ? "http://loinc.org" : "urn:oid:" + coded.system(), coded.code(), coded.label()));
    }

    private static Patient patient(Subject subject) {
        Patient patient = new Patient();
        patient.setId("patient");
        patient.addIdentifier(identifier(subject.authority(), subject.ins()).setUse(IdentifierUse.OFFICIAL));
        if (!subject.family().isEmpty()) {
            patient.addName()
                    .setUse(HumanName.NameUse.OFFICIAL)
                    .setFamily(subject.family())
                    .addGiven(subject.given());
        }
        switch (subject.sex().toUpperCase(Locale.ROOT)) {
            case "F" -> patient.setGender(AdministrativeGender.FEMALE);
            case "M" -> patient.setGender(AdministrativeGender.MALE);
            default -> {}
        }
        if (subject.birthDate() != null) {
            patient.getBirthDateElement().setValueAsString(subject.birthDate().toString());
        }
        return patient;
    }

    private static PractitionerRole role(Author author) {
        PractitionerRole role = new PractitionerRole();
        role.setId("author");
        role.setPractitioner(new Reference("#practitioner"));
        role.setOrganization(new Reference("#organization"));
        if (!author.role().code().isEmpty()) {
            role.addCode(concept(author.role()));
        }
        return role;
    }

    private static Practitioner practitioner(Author author) {
        Practitioner practitioner = new Practitioner();
        practitioner.setId("practitioner");
        practitioner.addIdentifier(identifier(author.idSystem(), author.id()));
        practitioner.addName().setFamily(author.family()).addGiven(author.given());
        return practitioner;
    }

    private static Device device(Author author) {
        Device device = new Device();
        device.setId("author");
        device.addIdentifier(identifier(author.idSystem(), author.id()));
        device.addDeviceName().setName(author.given()).setType(Device.DeviceNameType.OTHER);
        return device;
    }
}
