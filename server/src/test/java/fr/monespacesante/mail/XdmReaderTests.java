package fr.monespacesante.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.content.ContentLimits;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.XdmPackage.Document;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class XdmReaderTests {
    private static final String CLAIRE = "284053155512379";

    private final XdmReader reader = new XdmReader(MailLimits.defaults(), ContentLimits.defaults());

    @Test
    @Requirement("MSG-04")
    void aReportComesWithAllItsMetadata() {
        byte[] zip = XdmSamples.report(CLAIRE, Messages.PDF, "application/pdf", "MASQUE_PS", "INVISIBLE_REP_LEGAUX");
        XdmPackage read = done(reader.read(zip));
        Document document = read.documents().getFirst();

        assertThat(read.documents()).hasSize(1);
        assertThat(document.uniqueId()).isEqualTo(XdmSamples.UNIQUE_ID);
        assertThat(document.type()).isEqualTo(new Code("11502-2", "2.16.840.1.113883.6.1", "CR d'examens biologiques"));
        assertThat(document.documentClass().code()).isEqualTo("10");
        assertThat(document.title()).isEqualTo("CR d'examens biologiques");
        assertThat(document.comments()).isEqualTo("Bilan annuel");
        assertThat(document.created()).contains(Instant.parse("2026-11-19T14:30:00Z"));
        assertThat(document.start()).contains(Instant.parse("2026-11-18T00:00:00Z"));
        assertThat(document.authors())
                .containsExactly(new XdmPackage.Author(
                        "810005556667",
                        "ROUX",
                        "Hélène",
                        "Biologiste",
                        new Code("G15_10/SM03", "1.2.250.1.213.1.1.4.5", "Médecin - Biologie médicale"),
                        "1310098765",
                        "Laboratoire des Minimes"));
        assertThat(document.legalAuthenticator().orElseThrow().id()).isEqualTo("810005556667");
        assertThat(document.confidentiality()).isEqualTo("N");
        assertThat(document.marks()).containsExactlyInAnyOrder(Mark.MASQUE_PS, Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        assertThat(read.marks()).isEqualTo(document.marks());
        assertThat(document.patient())
                .isEqualTo(new XdmPackage.Patient(
                        true,
                        Optional.of(Ins.of(CLAIRE)),
                        Optional.of(InsAuthority.TEST),
                        "DURAND",
                        Optional.of(LocalDate.of(1984, 5, 12)),
                        "F"));
        assertThat(document.facilityType().code()).isEqualTo("SA25");
        assertThat(document.practiceSetting().code()).isEqualTo("AMBULATOIRE");
        assertThat(document.events()).extracting(Code::code).containsExactly("HEMATOLOGIE");
        assertThat(document.references()).hasSize(1);
        assertThat(document.format().code()).isEqualTo("urn:ihe:lab:xd-lab:2008");
        assertThat(document.language()).isEqualTo("fr-FR");
        assertThat(document.bytes()).isEqualTo(Messages.PDF);
    }

    @Test
    @Requirement("MSG-04")
    void aPdfBesideTheDocumentsComesAlongAndReplacementsAreNamed() {
        byte[] old = "ancien".getBytes(StandardCharsets.UTF_8);
        String objects = XdmSamples.extrinsic("1.2.3", CLAIRE, old, "text/plain", "DOC0001")
                + XdmSamples.extrinsic("1.2.4", CLAIRE, Messages.PDF, "application/pdf", "DOC0002")
                + "<Association associationType=\"urn:ihe:iti:2007:AssociationType:RPLC\""
                + " sourceObject=\"doc-1.2.4\" targetObject=\"doc-1.2.3\"/>";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("IHE_XDM/SUBSET01/METADATA.XML", XdmSamples.metadata(objects));
        files.put("IHE_XDM/SUBSET01/DOC0001", old);
        files.put("IHE_XDM/SUBSET01/DOC0002", Messages.PDF);
        files.put("IHE_XDM/SUBSET01/CR_pour_lecture.PDF", Messages.PDF);

        XdmPackage read = done(reader.read(XdmSamples.zip(files)));

        assertThat(read.documents()).extracting(Document::replaces).containsExactly(List.of(), List.of("1.2.3"));
        assertThat(read.companions()).extracting(XdmPackage.Companion::name).containsExactly("CR_pour_lecture.PDF");
    }

    @Nested
    class IsRefused {
        @Test
        void whenSizeOrHashDiffer() {
            String object = XdmSamples.extrinsic("1.2.3", CLAIRE, Messages.PDF, "application/pdf", "DOC0001");
            byte[] other = Messages.PDF.clone();
            other[12] ^= 1;
            refused(pack(object, other), Problem.HASH_MISMATCH, "document[0].hash");
            refused(pack(object, Arrays.copyOf(other, 9)), Problem.SIZE_MISMATCH, "document[0].size");
        }

        @Test
        void whenSomethingIsMissing() {
            refused(
                    XdmSamples.zip(Map.of("lisez-moi.txt", new byte[3])),
                    Problem.REQUIRED_ELEMENT_MISSING,
                    "METADATA.XML");
            refused(pack("", new byte[3]), Problem.REQUIRED_ELEMENT_MISSING, "METADATA.XML");
            refused(
                    pack(
                            XdmSamples.extrinsic("1.2.3", CLAIRE, Messages.PDF, "application/pdf", "AILLEURS"),
                            Messages.PDF),
                    Problem.REQUIRED_ELEMENT_MISSING,
                    "document[0].URI");
            refused(
                    pack(XdmSamples.extrinsic("", CLAIRE, Messages.PDF, "application/pdf", "DOC0001"), Messages.PDF),
                    Problem.REQUIRED_ELEMENT_MISSING,
                    "document[0].uniqueId");
        }

        @Test
        void whenItIsNoZip() {
            refused(new byte[0], Problem.DOCUMENT_BROKEN, "zip");
            refused("PK\3\4 n'importe quoi".getBytes(StandardCharsets.UTF_8), Problem.DOCUMENT_BROKEN, "zip");
        }

        @Test
        @Requirement("SEC-04")
        void whenANameLeadsOut() {
            for (String name :
                    List.of("../../etc/passwd", "/etc/passwd", "C:\\x", "IHE_XDM/../../x", "a\\..\\..\\b", "a\nb")) {
                refused(XdmSamples.zip(Map.of(name, new byte[1])), Problem.DOCUMENT_DANGEROUS, "entry");
            }
        }

        @Test
        @Requirement("SEC-04")
        void whenOneNameStandsTwice() {
            Map<String, byte[]> twice = new LinkedHashMap<>();
            twice.put("IHE_XDM/SUBSET01/METADATA.XML", new byte[1]);
            twice.put("IHE_XDM/SUBSET01/metadata.xml", new byte[1]);
            refused(XdmSamples.zip(twice), Problem.DOCUMENT_DANGEROUS, "entry");
        }

        @Test
        @Requirement("SEC-04")
        void whenAnEntryIsALink() {
            byte[] zip = XdmSamples.zip(Map.of("lien", "/etc/passwd".getBytes(StandardCharsets.UTF_8)));
            for (int i = 0; i + 46 < zip.length; i++) {
                if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                    zip[i + 5] = 3;
                    zip[i + 41] = (byte) 0xA1;
                }
            }
            refused(zip, Problem.DOCUMENT_DANGEROUS, "entry");
        }

        @Test
        @Requirement("SEC-04")
        void whenItUnfoldsIntoTooMuch() {
            refused(XdmSamples.zip(Map.of("bombe", new byte[300 << 20 >> 1])), Problem.DOCUMENT_DANGEROUS, "size");
            Map<String, byte[]> many = new LinkedHashMap<>();
            for (int i = 0; i < 501; i++) {
                many.put("f" + i, new byte[0]);
            }
            refused(XdmSamples.zip(many), Problem.DOCUMENT_DANGEROUS, "entry");
        }

        @Test
        @Requirement("SEC-04")
        void whenTheMetadataHaveADocumentType() {
            String attack = """
                    <?xml version="1.0"?>
                    <!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>
                    <x>&f;</x>
                    """;
            refused(
                    XdmSamples.zip(Map.of("IHE_XDM/SUBSET01/METADATA.XML", attack.getBytes(StandardCharsets.UTF_8))),
                    Problem.DOCUMENT_DANGEROUS,
                    "METADATA.XML");
        }

        private byte[] pack(String object, byte[] document) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("IHE_XDM/SUBSET01/DOC0001", document);
            files.put("IHE_XDM/SUBSET01/METADATA.XML", XdmSamples.metadata(object));
            return XdmSamples.zip(files);
        }

        private void refused(byte[] zip, Problem problem, String where) {
            assertThat(reader.read(zip)).isEqualTo(Outcome.refused(problem, where));
        }
    }

    private static XdmPackage done(Outcome<XdmPackage> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<XdmPackage>) outcome).value();
    }
}
