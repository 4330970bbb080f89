package fr.monespacesante.content;

import fr.monespacesante.content.CdaHeader.Encounter;
import fr.monespacesante.content.CdaHeader.Event;
import fr.monespacesante.content.CdaHeader.Identifier;
import fr.monespacesante.content.CdaHeader.Organization;
import fr.monespacesante.content.CdaHeader.Party;
import fr.monespacesante.content.CdaHeader.Patient;
import fr.monespacesante.content.CdaHeader.PersonName;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Nomenclatures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the header of a ClinicalDocument element.
final class CdaHeaderReader {
    static final Code NO_CODE = new Code("", "", "");

    private static final String PS_ID_NAT = "1.2.250.1.71.4.2.1";
    private static final String STRUCT_ID_NAT = "1.2.250.1.71.4.2.2";

    CdaHeader read(XmlElement document) {
        return new CdaHeader(
                identifier(document.at("id")).joined(),
                identifier(document.at("setId")).joined(),
                version(document.at("versionNumber").attribute("value")),
                code(document.at("code")),
                document.at("title").text(),
                time(document.at("effectiveTime")),
                code(document.at("confidentialityCode")),
                document.at("languageCode").attribute("code"),
                templateIds(document),
                formatCode(document),
                patient(document.at("recordTarget", "patientRole")),
                parties(document, "author", "assignedAuthor"),
                parties(document, "legalAuthenticator", "assignedEntity").stream()
                        .findFirst(),
                organization(document.at("custodian", "assignedCustodian", "representedCustodianOrganization")),
                Stream.concat(
                                parties(document, "informant", "assignedEntity").stream(),
                                parties(document, "informant", "relatedEntity").stream())
                        .toList(),
                parties(document, "informationRecipient", "intendedRecipient"),
                parties(document, "participant", "associatedEntity"),
                document.all("documentationOf").stream()
                        .map(act -> event(act.at("serviceEvent")))
                        .toList(),
                Optional.of(document.at("componentOf", "encompassingEncounter"))
                        .filter(XmlElement::exists)
                        .map(this::encounter),
                document.all("inFulfillmentOf").stream()
                        .flatMap(order -> order.at("order").all("id").stream())
                        .map(id -> identifier(id).joined())
                        .filter(id -> !id.isEmpty())
                        .toList(),
                document.all("relatedDocument").stream()
                        .filter(related -> related.attribute("typeCode").equals("RPLC"))
                        .flatMap(related -> related.at("parentDocument").all("id").stream())
                        .map(id -> identifier(id).joined())
                        .filter(id -> !id.isEmpty())
                        .toList());
    }

    static Code code(XmlElement element) {
        if (!element.exists()) {
            return NO_CODE;
        }
        String label = element.attribute("displayName").strip();
        return new Code(
                element.attribute("code").strip(),
                element.attribute("codeSystem").strip(),
                label.isEmpty() ? element.at("originalText").text() : label);
    }

    /// A single time, or the start of an interval, or its end when that alone is given.
    static CdaTime time(XmlElement element) {
        String value = Stream.of(element, element.at("low"), element.at("center"), element.at("high"))
                .map(part -> part.attribute("value").strip())
                .filter(given -> !given.isEmpty())
                .findFirst()
                .orElse("");
        return value.isEmpty() ? CdaTime.UNKNOWN : new CdaTime(value);
    }

    private static Identifier identifier(XmlElement id) {
        return id.exists()
                ? new Identifier(
                        id.attribute("root").strip(), id.attribute("extension").strip())
                : Identifier.NONE;
    }

    private static List<String> templateIds(XmlElement element) {
        return element.all("templateId").stream()
                .map(template -> template.attribute("root"))
                .toList();
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    private static String formatCode(XmlElement document) {
        XmlElement encapsulated = document.at("component", "nonXMLBody", "text");
        if (encapsulated.exists()) {
            return encapsulated.attribute("mediaType").startsWith("text/")
                    ? "urn:ihe:iti:xds-sd:text:2008"
                    : "urn:ihe:iti:xds-sd:pdf:2008";
        }
        return templateIds(document).stream()
                .flatMap(id -> Nomenclatures.national().formatOfTemplate(id).stream())
                .findFirst()
                .orElse("");
    }

    private static Patient patient(XmlElement role) {
        List<Identifier> ids =
                role.all("id").stream().map(CdaHeaderReader::identifier).toList();
        Identifier national = ids.stream()
                .filter(id -> InsAuthority.ofOid(id.root()).isPresent())
                .findFirst()
                .orElse(Identifier.NONE);
        XmlElement person = role.at("patient");
        List<XmlElement> names = person.all("name");
        String birthFamily = qualified(names, "family", "BR");
        List<String> birthGiven = names.stream()
                .flatMap(name -> name.all("given").stream())
                .filter(given -> given.attribute("qualifier").isEmpty())
                .flatMap(given -> Arrays.stream(given.text().split(" ")))
                .filter(given -> !given.isEmpty())
                .toList();
        String birthFirst = qualified(names, "given", "BR");
        if (birthFirst.isEmpty() && !birthGiven.isEmpty()) {
            birthFirst = birthGiven.getFirst();
        }
        return new Patient(
                national,
                ids.stream().filter(id -> !id.equals(national)).toList(),
                birthFamily.isEmpty() ? qualified(names, "family", "") : birthFamily,
                birthGiven.isEmpty() && !birthFirst.isEmpty() ? List.of(birthFirst) : birthGiven,
                birthFirst,
                qualified(names, "family", "CL"),
                qualified(names, "given", "CL"),
                person.at("administrativeGenderCode").attribute("code"),
                time(person.at("birthTime")),
                person.at("birthplace", "place", "addr", "county").text());
    }

    private static String qualified(List<XmlElement> names, String part, String qualifier) {
        return names.stream()
                .flatMap(name -> name.all(part).stream())
                .filter(element -> qualifier.isEmpty()
                        ? element.attribute("qualifier").isEmpty()
                        : List.of(element.attribute("qualifier").split(" ")).contains(qualifier))
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<Party> parties(XmlElement document, String participation, String entity) {
        return document.all(participation).stream()
                .filter(element -> element.at(entity).exists())
                .map(element -> party(element, element.at(entity)))
                .toList();
    }

    private static Party party(XmlElement participation, XmlElement entity) {
        XmlElement person =
                first(entity, "assignedPerson", "associatedPerson", "relatedPerson", "informationRecipient");
        XmlElement device = entity.at("assignedAuthoringDevice");
        XmlElement organization =
                first(entity, "representedOrganization", "scopingOrganization", "receivedOrganization");
        String typeCode = participation.attribute("typeCode");
        return new Party(
                typeCode.isEmpty() ? participation.name() : typeCode,
                code(participation.at("functionCode")),
                preferred(entity, PS_ID_NAT),
                name(person.at("name")),
                code(entity.at("code")),
                Stream.of(
                                device.at("softwareName").text(),
                                device.at("manufacturerModelName").text())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")),
                organization(organization),
                time(participation.at("time")));
    }

    private static XmlElement first(XmlElement parent, String... names) {
        return Arrays.stream(names)
                .map(parent::at)
                .filter(XmlElement::exists)
                .findFirst()
                .orElse(XmlElement.NONE);
    }

    private static Identifier preferred(XmlElement entity, String root) {
        List<Identifier> ids =
                entity.all("id").stream().map(CdaHeaderReader::identifier).toList();
        return ids.stream()
                .filter(id -> id.root().equals(root))
                .findFirst()
                .or(() -> ids.stream().findFirst())
                .orElse(Identifier.NONE);
    }

    private static PersonName name(XmlElement name) {
        if (!name.exists()) {
            return PersonName.NONE;
        }
        PersonName parts = new PersonName(
                name.at("prefix").text(),
                name.all("given").stream().map(XmlElement::text).collect(Collectors.joining(" ")),
                name.all("family").stream().map(XmlElement::text).findFirst().orElse(""),
                name.at("suffix").text());
        return parts.equals(PersonName.NONE) ? new PersonName("", "", name.text(), "") : parts;
    }

    private static Organization organization(XmlElement element) {
        return new Organization(
                preferred(element, STRUCT_ID_NAT),
                element.at("name").text(),
                code(element.at("standardIndustryClassCode")));
    }

    private static Event event(XmlElement act) {
        XmlElement when = act.at("effectiveTime");
        return new Event(
                identifier(act.at("id")),
                code(act.at("code")),
                time(when),
                time(when.at("high")),
                act.all("performer").stream()
                        .map(performer -> party(performer, performer.at("assignedEntity")))
                        .findFirst());
    }

    private Encounter encounter(XmlElement encounter) {
        XmlElement when = encounter.at("effectiveTime");
        XmlElement facility = encounter.at("location", "healthCareFacility");
        return new Encounter(
                identifier(encounter.at("id")),
                code(encounter.at("code")),
                time(when),
                time(when.at("high")),
                code(facility.at("code")),
                facility.at("location", "name").text());
    }
}
