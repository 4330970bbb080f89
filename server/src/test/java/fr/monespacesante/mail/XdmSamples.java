package fr.monespacesante.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// `IHE_XDM.ZIP` files as a laboratory's software makes them. Everyone in them is invented.
public final class XdmSamples {
    public static final String UNIQUE_ID = "1.2.250.1.213.1.4.10.284053155512379.17";

    private XdmSamples() {}

    /// One report about this person.
    public static byte[] report(String ins, byte[] document, String mimeType, String... confidentiality) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("INDEX.HTM", "<html></html>".getBytes(StandardCharsets.US_ASCII));
        files.put("IHE_XDM/SUBSET01/DOC0001", document);
        files.put(
                "IHE_XDM/SUBSET01/METADATA.XML",
                metadata(extrinsic(UNIQUE_ID, ins, document, mimeType, "DOC0001", confidentiality)));
        return zip(files);
    }

    public static byte[] metadata(String objects) {
        return ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"
                    xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
                  <RegistryObjectList>
                    <RegistryPackage id="lot"/>
                """ + objects + "</RegistryObjectList></lcm:SubmitObjectsRequest>").getBytes(StandardCharsets.UTF_8);
    }

    public static String extrinsic(
            String uniqueId, String ins, byte[] document, String mimeType, String uri, String... confidentiality) {
        StringBuilder codes = new StringBuilder(
                code("urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f", "N", "2.16.840.1.113883.5.25", "Normal"));
        for (String mark : confidentiality) {
            codes.append(code("urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f", mark, "1.2.250.1.213.1.1.4.13", mark));
        }
        return """
                <ExtrinsicObject id="%1$s" mimeType="%4$s"
                    objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1">
                  %5$s%6$s%7$s%8$s%9$s%10$s%11$s%12$s%13$s%14$s
                  <Name><LocalizedString value="CR d'examens biologiques"/></Name>
                  <Description><LocalizedString value="Bilan annuel"/></Description>
                  <Classification classificationScheme="urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d">
                    %15$s%16$s%17$s%18$s
                  </Classification>
                  %19$s
                  <ExternalIdentifier identificationScheme="urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427"
                      value="%2$s^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH"/>
                  <ExternalIdentifier identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab"
                      value="%3$s"/>
                </ExtrinsicObject>
                """.formatted(
                "doc-" + uniqueId,
                ins,
                uniqueId,
                mimeType,
                slot("creationTime", "20261119143000"),
                slot("hash", sha1(document)),
                slot("size", String.valueOf(document.length)),
                slot("languageCode", "fr-FR"),
                slot("URI", uri),
                slot("serviceStartTime", "20261118"),
                slot("sourcePatientId", ins + "^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH"),
                slot("sourcePatientInfo", "PID-5|DURAND^Claire^^^^^L", "PID-7|19840512", "PID-8|F"),
                slot("legalAuthenticator", "810005556667^ROUX^Hélène^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^EI"),
                slot("urn:ihe:iti:xds:2013:referenceIdList", "A-17^^^&amp;1.2.3.4&amp;ISO^urn:ihe:iti:xds:2013:order"),
                slot("authorPerson", "810005556667^ROUX^Hélène^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^EI"),
                slot(
                        "authorInstitution",
                        "Laboratoire des Minimes^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^1310098765"),
                slot("authorRole", "Biologiste"),
                slot("authorSpecialty", "G15_10/SM03^Médecin - Biologie médicale^1.2.250.1.213.1.1.4.5"),
                codes
                        + code(
                                "urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a",
                                "10",
                                "1.2.250.1.213.1.1.4.1",
                                "Compte rendu")
                        + code(
                                "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983",
                                "11502-2",
                                "2.16.840.1.113883.6.1",
                                "CR d'examens biologiques")
                        + code(
                                "urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d",
                                "urn:ihe:lab:xd-lab:2008",
                                "1.3.6.1.4.1.19376.1.2.3",
                                "XD-LAB")
                        + code(
                                "urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1",
                                "SA25",
                                "1.2.250.1.71.4.2.4",
                                "Laboratoire")
                        + code(
                                "urn:uuid:cccf5598-8b07-4b77-a05e-ae952c785ead",
                                "AMBULATOIRE",
                                "1.2.250.1.213.1.1.4.9",
                                "Ambulatoire")
                        + code("urn:uuid:2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4", "HEMATOLOGIE", "1.2.3", "Hématologie"));
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static String slot(String name, String... values) {
        StringBuilder slot = new StringBuilder("<Slot name=\"" + name + "\"><ValueList>");
        for (String value : values) {
            slot.append("<Value>").append(value).append("</Value>");
        }
        return slot.append("</ValueList></Slot>").toString();
    }

    private static String code(String scheme, String code, String system, String label) {
        return "<Classification classificationScheme=\"" + scheme + "\" nodeRepresentation=\"" + code + "\">"
                + slot("codingScheme", system)
                + "<Name><LocalizedString value=\"" + label + "\"/></Name></Classification>";
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
