package fr.monespacesante.interop.fhir;

import fr.monespacesante.interop.fhir.PatientParameter.ByIns;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry.Author;
import fr.monespacesante.record.DocumentEntry.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// The people and structures that a resource speaks of: carried inside it, as PDSm asks, or named by identifier.
record Participants(String path, DomainResource resource) {
    private static final String RPPS = "https://rpps.esante.gouv.fr";

    ByIns patient(Reference reference, String element) {
        Optional<Resource> inside = contained(reference);
        List<Identifier> identifiers = new ArrayList<>();
        if (reference.getIdentifier().hasValue()) {
            identifiers.add(reference.getIdentifier());
        } else if (inside.isPresent() && inside.get() instanceof Patient patient) {
            identifiers.addAll(patient.getIdentifier());
        }
        String where = path + "." + element + ".identifier";
        if (identifiers.isEmpty()) {
            throw new Refusal(Problem.REQUIRED_ELEMENT_MISSING, where);
        }
        Identifier chosen = identifiers.stream()
                .filter(identifier -> authority(identifier).isPresent())
                .findFirst()
                .orElse(identifiers.getFirst());
        return PatientParameter.ins(
                where, String.valueOf(chosen.getSystem()), chosen.hasValue() ? chosen.getValue() : "");
    }

    Author author(Reference reference, String element) {
        Resource named = named(reference, element);
        return switch (named) {
            case Patient patient ->
                new Author(null, family(patient.getName()), given(patient.getName()), null, null, true);
            case PractitionerRole role -> fromRole(role, element);
            case Practitioner practitioner -> person(practitioner, null, null, element);
            case Device device -> device(device);
            case Organization organization -> {
                Organisation organisation = organisation(organization);
                yield new Author(null, organisation.name(), "", null, organisation, false);
            }
            default -> throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, path + "." + element);
        };
    }

    Organisation organisation(Reference reference, String element) {
        if (contained(reference).isEmpty() && reference.getIdentifier().hasValue()) {
            return new Organisation(
                    reference.getIdentifier().getValue(), reference.hasDisplay() ? reference.getDisplay() : "");
        }
        if (named(reference, element) instanceof Organization organization) {
            return organisation(organization);
        }
        throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, path + "." + element);
    }

    private Resource named(Reference reference, String element) {
        return contained(reference)
                .orElseThrow(() -> new Refusal(Problem.REQUIRED_ELEMENT_MISSING, path + "." + element + ".reference"));
    }

    private Optional<Resource> contained(Reference reference) {
        String name = reference.getReference();
        if (name == null || !name.startsWith("#")) {
            return Optional.empty();
        }
        for (Resource inside : resource.getContained()) {
            if (plain(inside.getId()).equals(name.substring(1))) {
                return Optional.of(inside);
            }
        }
        return Optional.empty();
    }

    private static String plain(@Nullable String id) {
        return id == null ? "" : id.replaceFirst("^#", "");
    }

    private Author fromRole(PractitionerRole role, String element) {
        Organisation organisation =
                role.hasOrganization() ? organisation(role.getOrganization(), element + ".organization") : null;
        List<CodeableConcept> codes = new ArrayList<>(role.getSpecialty());
        codes.addAll(role.getCode());
        Code speciality = speciality(codes, element);
        if (named(role.getPractitioner(), element + ".practitioner") instanceof Practitioner practitioner) {
            return person(practitioner, speciality, organisation, element);
        }
        throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, path + "." + element + ".practitioner");
    }

    /// Where a code of JDV_J01 is meant, it has to be one.
    private @Nullable Code speciality(List<CodeableConcept> concepts, String element) {
        for (CodeableConcept concept : concepts) {
            Coding coding = concept.getCodingFirstRep();
            Optional<Code> known = Nomenclatures.national().authorSpecialty(String.valueOf(coding.getCode()));
            if (known.isPresent()) {
                return known.get();
            }
            if (String.valueOf(coding.getCode()).startsWith("G15_")) {
                throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, path + "." + element + ".specialty");
            }
        }
        return null;
    }

    private Author person(
            Practitioner practitioner, @Nullable Code speciality, @Nullable Organisation organisation, String element) {
        String family = family(practitioner.getName());
        String given = given(practitioner.getName());
        if (family.isEmpty() && given.isEmpty()) {
            throw new Refusal(Problem.REQUIRED_ELEMENT_MISSING, path + "." + element + ".name");
        }
        return new Author(nationalId(practitioner), family, given, speciality, organisation, false);
    }

    /// Only a number of the national authority is one: another system's numbers could look the same.
    private static @Nullable String nationalId(Practitioner practitioner) {
        for (Identifier identifier : practitioner.getIdentifier()) {
            String system = String.valueOf(identifier.getSystem());
            if (identifier.hasValue() && system.equals(Json.PROFESSIONALS)) {
                return identifier.getValue();
            }
            if (identifier.hasValue() && system.equals(RPPS)) {
                return "8" + identifier.getValue();
            }
        }
        return null;
    }

    private Author device(Device device) {
        String name = device.hasDeviceName() && device.getDeviceNameFirstRep().hasName()
                ? device.getDeviceNameFirstRep().getName()
                : device.hasModelNumber() ? device.getModelNumber() : "Dispositif";
        Organisation organisation =
                device.hasOwner() && contained(device.getOwner()).isPresent()
                        ? organisation(device.getOwner(), "owner")
                        : null;
        return new Author(null, name, "", null, organisation, false);
    }

    private static Organisation organisation(Organization organization) {
        Identifier best = organization.getIdentifier().stream()
                .filter(identifier -> Json.STRUCTURES.equals(identifier.getSystem()))
                .findFirst()
                .orElseGet(organization::getIdentifierFirstRep);
        return new Organisation(best.getValue(), organization.hasName() ? organization.getName() : "");
    }

    private static Optional<InsAuthority> authority(Identifier identifier) {
        return InsAuthority.ofOid(String.valueOf(identifier.getSystem()).replaceFirst("^urn:oid:", ""));
    }

    private static String family(List<HumanName> names) {
        return names.isEmpty() || !names.getFirst().hasFamily()
                ? ""
                : names.getFirst().getFamily();
    }

    private static String given(List<HumanName> names) {
        return names.isEmpty() || !names.getFirst().hasGiven()
                ? ""
                : names.getFirst().getGivenAsSingleString();
    }
}
