package fr.monespacesante.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedPdfTests {
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");

    @TempDir
    private Path folder;

    private static byte[] paper(int paragraphs) {
        try (Paper paper = new Paper("Historique de Claire <MARTIN> & Cie", "fr", NOW)) {
            paper.write(Paper.Style.TITLE, "Historique des accès");
            for (int i = 0; i < paragraphs; i++) {
                paper.rule(2);
                paper.write(Paper.Style.STRONG, "Dr Antoine LEFÈVRE – œuvre n° " + i);
                paper.write(Paper.Style.PLAIN, "Un texte long, ".repeat(20) + " emoji \uD83D\uDE00 et 漢字\tfin");
                paper.write(Paper.Style.QUIET, "x".repeat(400));
            }
            return paper.finish(number -> "page " + number + " sur {n}");
        }
    }

    private SigningKey key() throws IOException {
        return SigningKey.in(folder.resolve("keys").resolve("signing.pem"), new SecureRandom(), NOW);
    }

    private byte[] signed(int paragraphs) throws IOException {
        return new SignedPdf(key()).sign(paper(paragraphs), "Historique", NOW);
    }

    @Test
    @Requirement("TRC-05")
    void theFileIsAPdfForKeeping() throws IOException {
        Path file = Files.write(folder.resolve("signed.pdf"), signed(3));
        ValidationResult result = PreflightParser.validate(file.toFile());
        assertThat(result.getErrorsList())
                .extracting(error -> error.getErrorCode() + " " + error.getDetails())
                .isEmpty();
        assertThat(result.isValid()).isTrue();
    }

    @Test
    @Requirement("TRC-05")
    void itSaysEverythingOnNumberedPagesAndPutsASignForWhatItCannotDraw() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(signed(40))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("Dr Antoine LEFÈVRE – œuvre n° 0", "œuvre n° 39", "emoji ? et ?? fin")
                    .contains("page 1 sur " + pdf.getNumberOfPages());
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Historique de Claire <MARTIN> & Cie");
        }
    }

    @Test
    @Requirement("TRC-05")
    void theSignatureHoldsAndNoLongerDoesWhenOneByteIsChanged() throws Exception {
        byte[] pdf = signed(2);
        assertThat(holds(pdf)).isTrue();
        int[] range = range(pdf);
        for (int place : new int[] {range[1] / 2, range[1] - 1, range[2] + 2, pdf.length - 8}) {
            byte[] changed = pdf.clone();
            changed[place] ^= 1;
            assertThat(holds(pdf, changed)).as("a change at " + place).isFalse();
        }
    }

    @Test
    void theKeyIsMadeOnceIsNobodyElsesAndStaysTheSame() throws IOException {
        SigningKey first = key();
        SigningKey second = key();
        assertThat(second.chain()).isEqualTo(first.chain());
        assertThat(second.key()).isEqualTo(first.key());
        Path file = folder.resolve("keys").resolve("signing.pem");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(first.toString()).doesNotContain("BEGIN");
        Files.writeString(file, "nothing of the kind");
        assertThatThrownBy(this::key).isInstanceOf(IOException.class).hasMessageContaining("signing.pem");
    }

    private static int[] range(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries().getFirst().getByteRange();
        }
    }

    private static boolean holds(byte[] pdf) throws Exception {
        return holds(pdf, pdf);
    }

    /// @param original where the signature is read from, so that a damaged file is still looked at
    private static boolean holds(byte[] original, byte[] bytes) throws Exception {
        try (PDDocument document = Loader.loadPDF(original)) {
            PDSignature signature = document.getSignatureDictionaries().getFirst();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getByteRange()[2] + signature.getByteRange()[3])
                    .isEqualTo(original.length);
            CMSSignedData cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(bytes)), signature.getContents(original));
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            X509CertificateHolder certificate =
                    cms.getCertificates().getMatches(null).iterator().next();
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException wrong) {
            return false;
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
