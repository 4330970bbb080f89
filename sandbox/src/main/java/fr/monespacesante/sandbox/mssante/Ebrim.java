package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.laboratory.SourceDocument.Coded;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a SubmitObjectsRequest of ebRIM 3 the way XDS uses it (IHE ITI TF-3, 4.2.3).
final class Ebrim {
    static final String DOCUMENT_AUTHOR = "urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d";
    static final String CLASS = "urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a";
    static final String TYPE = "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983";
    static final String CONFIDENTIALITY = "urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f";
    static final String FORMAT = "urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d";
    static final String FACILITY = "urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1";
    static final String PRACTICE = "urn:uuid:cccf5598-8b07-4b77-a05e-ae952c785ead";
    static final String DOCUMENT_PATIENT = "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427";
    static final String DOCUMENT_UNIQUE = "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab";
    static final String SUBMISSION_AUTHOR = "urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d";
    static final String CONTENT_TYPE = "urn:uuid:aa543740-bdda-424e-8c96-df4873be8500";
    static final String SUBMISSION_PATIENT = "urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446";
    static final String SUBMISSION_UNIQUE = "urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8";
    static final String SUBMISSION_SOURCE = "urn:uuid:554ac39e-e3fe-47fe-b233-965d2a147832";

    private static final String DOCUMENT = "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1";
    private static final String SUBMISSION = "urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd";
    private static final String RIM = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";
    private static final String LCM = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";
    private static final String OBJECT = "urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    Ebrim() throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("lcm", "SubmitObjectsRequest", LCM);
        xml.writeNamespace("lcm", LCM);
        xml.writeNamespace("rim", RIM);
        start("RegistryObjectList");
    }

    byte[] end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return (bytes.toString(StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    void startDocument(String id, String mimeType) throws XMLStreamException {
        start("ExtrinsicObject", "id", id, "mimeType", mimeType, "objectType", DOCUMENT);
        xml.writeAttribute("status", "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved");
    }

    void startSubmission(String id) throws XMLStreamException {
        start("RegistryPackage", "id", id, "objectType", OBJECT + "RegistryPackage");
    }

    void startAuthor(String scheme, String of) throws XMLStreamException {
        startClassification(scheme, of, "");
    }

    void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    void slot(String name, String... values) throws XMLStreamException {
        start("Slot", "name", name);
        start("ValueList");
        for (String value : values) {
            start("Value");
            xml.writeCharacters(value);
            close();
        }
        close();
        close();
    }

    /// `Name` or `Description`.
    void text(String element, String value) throws XMLStreamException {
        start(element);
        start("LocalizedString", "value", value);
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "fr-FR");
        close();
        close();
    }

    void code(String scheme, String of, Coded value) throws XMLStreamException {
        startClassification(scheme, of, value.code());
        slot("codingScheme", value.system());
        text("Name", value.label());
        close();
    }

    void identifier(String scheme, String of, String value, String name) throws XMLStreamException {
        start("ExternalIdentifier", "id", newId(), "identificationScheme", scheme, "registryObject", of);
        xml.writeAttribute("value", value);
        xml.writeAttribute("objectType", OBJECT + "ExternalIdentifier");
        text("Name", name);
        close();
    }

    void isSubmission(String id) throws XMLStreamException {
        start("Classification", "id", newId(), "classifiedObject", id, "classificationNode", SUBMISSION);
        xml.writeAttribute("objectType", OBJECT + "Classification");
        close();
    }

    void member(String submission, String document) throws XMLStreamException {
        start("Association", "id", newId(), "sourceObject", submission, "targetObject", document);
        xml.writeAttribute("associationType", "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember");
        xml.writeAttribute("objectType", OBJECT + "Association");
        slot("SubmissionSetStatus", "Original");
        close();
    }

    private void startClassification(String scheme, String of, String code) throws XMLStreamException {
        start("Classification", "id", newId(), "classificationScheme", scheme, "classifiedObject", of);
        xml.writeAttribute("nodeRepresentation", code);
        xml.writeAttribute("objectType", OBJECT + "Classification");
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement("rim", element, RIM);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private static String newId() {
        return "urn:uuid:" + UUID.randomUUID();
    }
}
