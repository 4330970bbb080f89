package fr.monespacesante.content;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Documents of invented people, one method per kind.
final class Samples {
    private Samples() {}

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Problem problem, String where) ->
                throw new AssertionError("refused: " + problem + " at " + where);
        };
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A CDA about Claire MARTIN-DURAND with this body (what stands inside the body's `component`).
    static String cda(String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <?xml-stylesheet type="text/xsl" href="cda.xsl"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <realmCode code="FR"/>
                  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
                  <templateId root="2.16.840.1.113883.2.8.2.1"/>
                  <templateId root="1.2.250.1.213.1.1.1.55"/>
                  <id root="1.2.250.1.999.1" extension="CR-2026-77"/>
                  <code code="11502-2" codeSystem="2.16.840.1.113883.6.1" displayName="CR d'examens biologiques"/>
                  <title>Bilan   sanguin</title>
                  <effectiveTime value="20261103091500+0100"/>
                  <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
                  <languageCode code="fr-FR"/>
                  <setId root="1.2.250.1.999.1" extension="CR-2026"/>
                  <versionNumber value="2"/>
                  <recordTarget><patientRole>
                    <id extension="IPP77" root="1.2.250.1.999.2"/>
                    <id extension="284053155512379" root="1.2.250.1.213.1.4.10"/>
                    <patient>
                      <name>
                        <family qualifier="BR">DURAND</family>
                        <given>Claire Sophie Marie</given>
                        <given qualifier="BR">Claire</given>
                        <family qualifier="CL">MARTIN-DURAND</family>
                        <given qualifier="CL">Claire</given>
                      </name>
                      <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/>
                      <birthTime value="19840512"/>
                      <birthplace><place><addr><county>31555</county><city>TOULOUSE</city></addr></place></birthplace>
                    </patient>
                  </patientRole></recordTarget>
                  <author>
                    <time value="20261103090000+0100"/>
                    <assignedAuthor>
                      <id root="1.2.250.1.71.4.2.1" extension="810005556667"/>
                      <code code="G15_10/SM03" codeSystem="1.2.250.1.213.1.1.4.5" displayName="Biologie médicale"/>
                      <assignedPerson><name><prefix>MME</prefix><given>Hélène</given><family>ROUX</family>
                        <suffix>DR</suffix></name></assignedPerson>
                      <representedOrganization>
                        <id root="1.2.250.1.71.4.2.2" extension="1310098765"/>
                        <name>Laboratoire des Minimes</name>
                      </representedOrganization>
                    </assignedAuthor>
                  </author>
                  <author>
                    <time value="20261103"/>
                    <assignedAuthor><id root="1.2.250.1.999.3"/>
                      <assignedAuthoringDevice><softwareName>LaboSoft</softwareName></assignedAuthoringDevice>
                    </assignedAuthor>
                  </author>
                  <informant><relatedEntity classCode="CON"><relatedPerson><name><given>Paul</given>
                    <family>MARTIN</family></name></relatedPerson></relatedEntity></informant>
                  <custodian><assignedCustodian><representedCustodianOrganization>
                    <id root="1.2.250.1.71.4.2.2" extension="1310098765"/><name>Laboratoire des Minimes</name>
                  </representedCustodianOrganization></assignedCustodian></custodian>
                  <informationRecipient><intendedRecipient><id root="1.2.250.1.71.4.2.1" extension="810001234567"/>
                    <informationRecipient><name><given>Antoine</given><family>LEFÈVRE</family></name>
                    </informationRecipient></intendedRecipient></informationRecipient>
                  <legalAuthenticator><time value="20261103090500+0100"/><signatureCode code="S"/><assignedEntity>
                    <id root="1.2.250.1.71.4.2.1" extension="810005556667"/>
                    <assignedPerson><name><given>Hélène</given><family>ROUX</family></name></assignedPerson>
                  </assignedEntity></legalAuthenticator>
                  <inFulfillmentOf><order><id root="1.2.250.1.999.4" extension="P1"/></order></inFulfillmentOf>
                  <documentationOf><serviceEvent>
                    <code code="18719-5" codeSystem="2.16.840.1.113883.6.1" displayName="Biochimie"/>
                    <effectiveTime><low value="20261102080000+0100"/><high value="20261103"/></effectiveTime>
                    <performer typeCode="PRF"><assignedEntity>
                      <id root="1.2.250.1.71.4.2.1" extension="810005556667"/>
                      <representedOrganization><standardIndustryClassCode code="AMBULATOIRE"
                        codeSystem="1.2.250.1.213.1.1.4.9" displayName="Ambulatoire"/></representedOrganization>
                    </assignedEntity></performer>
                  </serviceEvent></documentationOf>
                  <relatedDocument typeCode="RPLC"><parentDocument>
                    <id root="1.2.250.1.999.1" extension="CR-2026-76"/></parentDocument></relatedDocument>
                  <componentOf><encompassingEncounter>
                    <code code="AMB" codeSystem="2.16.840.1.113883.5.4"/>
                    <effectiveTime><low value="202611020800+0100"/></effectiveTime>
                    <location><healthCareFacility><code code="SA25" codeSystem="1.2.250.1.71.4.2.4"
                      displayName="Laboratoire"/><location><name>Site des Minimes</name></location>
                    </healthCareFacility></location>
                  </encompassingEncounter></componentOf>
                  <component>%s</component>
                </ClinicalDocument>
                """.formatted(body);
    }

    static String sections(String... sections) {
        StringBuilder body = new StringBuilder("<structuredBody>");
        for (String section : sections) {
            body.append("<component><section>").append(section).append("</section></component>");
        }
        return cda(body.append("</structuredBody>").toString());
    }

    static String encapsulated(byte[] content, String mimeType) {
        return cda("<nonXMLBody><text mediaType=\"%s\" representation=\"B64\">%s</text></nonXMLBody>"
                .formatted(mimeType, Base64.getMimeEncoder().encodeToString(content)));
    }

    static byte[] pdf(String text) {
        try (PDDocument pdf = new PDDocument()) {
            return save(write(pdf, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encryptedPdf(String text, String password) {
        try (PDDocument pdf = new PDDocument()) {
            write(pdf, text).protect(new StandardProtectionPolicy("the owner's", password, new AccessPermission()));
            return save(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PDDocument write(PDDocument pdf, String text) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(50, 700);
            content.showText(text);
            content.endText();
        }
        return pdf;
    }

    static byte[] save(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    /// A picture whose left half is red and right half is blue.
    static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same JPEG with an Exif segment that says how the camera was held, and that names a place.
    static byte[] jpegWithExif(byte[] jpeg, int orientation) {
        byte[] tiff = new byte[] {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            'T',
            'o',
            'u',
            'l',
            'o',
            'u',
            's',
            'e'
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (tiff.length + 2)});
        out.writeBytes(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /// A PNG of a few bytes whose header claims this size.
    static byte[] pngClaiming(int width, int height) {
        byte[] png = image("png", 2, 2);
        java.nio.ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        java.util.zip.CRC32 check = new java.util.zip.CRC32();
        check.update(png, 12, 17);
        java.nio.ByteBuffer.wrap(png).putInt(29, (int) check.getValue());
        return png;
    }
}
