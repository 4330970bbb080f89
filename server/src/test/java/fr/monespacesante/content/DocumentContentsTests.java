package fr.monespacesante.content;

import static fr.monespacesante.content.Samples.bytes;
import static fr.monespacesante.content.Samples.done;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentContentsTests {
    private final DocumentContents contents = new DocumentContents(ContentLimits.defaults());

    @Test
    @Requirement("DOC-02")
    @Requirement("DOC-14")
    void aPdfIsTakenAndItsTextFound() {
        Inspected pdf = done(contents.inspect(Samples.pdf("Ordonnance de paracétamol"), "application/pdf"));

        assertThat(pdf.mimeType()).isEqualTo("application/pdf");
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.searchableText()).contains("Ordonnance de paracétamol");
    }

    @ParameterizedTest
    @CsvSource({"jpg,image/jpeg", "png,image/png", "tiff,image/tiff"})
    @Requirement("DOC-02")
    void imagesAreTakenAndHaveNoText(String format, String type) {
        Inspected image = done(contents.inspect(Samples.image(format, 40, 30), type));

        assertThat(image.mimeType()).isEqualTo(type);
        assertThat(image.searchableText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE"})
    @Requirement("DOC-14")
    void textIsReadInWhateverEncoding(String charset) {
        Inspected text = done(contents.inspect(
                "Fièvre, prélèvement reçu".getBytes(Charset.forName(charset)), "text/plain; charset=x"));

        assertThat(text.searchableText()).isEqualTo("Fièvre, prélèvement reçu");
    }

    @Test
    @Requirement("DOC-14")
    void theTextOfAnRtfIsFoundAndItsMachineryIsNot() {
        String rtf = """
                {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator Word;}
                \\f0 H\\'e9moglobine\\par {\\b basse} \\u339?il\\line 1\\~g\\{x\\}{\\pict\\pngblip 00ff}}""";

        Inspected text = done(contents.inspect(bytes(rtf), "application/rtf"));

        assertThat(text.mimeType()).isEqualTo("text/rtf");
        assertThat(text.searchableText()).isEqualTo("Hémoglobine\nbasse œil\n1 g{x}");
    }

    @Test
    @Requirement("SEC-04")
    void anRtfThatCarriesAnObjectIsRefused() {
        assertRefused(bytes("{\\rtf1 x{\\object\\objemb{\\*\\objdata 0105}}}"), "text/rtf", Problem.DOCUMENT_DANGEROUS);
        assertRefused(bytes("{\\rtf1 cut off"), "text/rtf", Problem.DOCUMENT_BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/zip", "image/heic", "application/msword", ""})
    void otherTypesAreNotSupported(String type) {
        assertRefused(bytes("x"), type, Problem.MIME_TYPE_UNSUPPORTED);
    }

    @Test
    @Requirement("SEC-04")
    void aTypeThatLiesIsRefused() {
        assertRefused(Samples.pdf("x"), "image/jpeg", Problem.MIME_TYPE_MISMATCH);
        assertRefused(Samples.pdf("x"), "text/plain", Problem.MIME_TYPE_MISMATCH);
        assertRefused(Samples.image("png", 2, 2), "application/pdf", Problem.MIME_TYPE_MISMATCH);
        assertRefused(bytes("bonjour"), "application/pdf", Problem.MIME_TYPE_MISMATCH);
        assertRefused(bytes("bonjour"), "text/xml", Problem.MIME_TYPE_MISMATCH);
        assertRefused(bytes("<?xml version='1.0'?><a/>"), "text/plain", Problem.MIME_TYPE_MISMATCH);
    }

    @Test
    @Requirement("SEC-04")
    void aProgramSentAsTextIsDangerous() {
        byte[] program = new byte[400];
        program[0] = 'M';
        program[1] = 'Z';
        assertRefused(program, "text/plain", Problem.DOCUMENT_DANGEROUS);
        assertRefused(bytes("#!/bin/sh\n\u0000"), "text/plain", Problem.DOCUMENT_DANGEROUS);
        assertRefused(bytes("PK\u0003\u0004 not a text \u0000\u0001\u0002"), "text/plain", Problem.DOCUMENT_DANGEROUS);
    }

    @Test
    @Requirement("DOC-02")
    void whatIsBrokenIsSaidToBeBroken() {
        byte[] pdf = Samples.pdf("x");
        assertRefused(new byte[0], "application/pdf", Problem.DOCUMENT_BROKEN);
        assertRefused(bytes("%PDF-1.7\nnothing more"), "application/pdf", Problem.DOCUMENT_BROKEN);
        assertRefused(java.util.Arrays.copyOf(pdf, 80), "application/pdf", Problem.DOCUMENT_BROKEN);
        byte[] jpeg = Samples.image("jpg", 10, 10);
        assertRefused(java.util.Arrays.copyOf(jpeg, 10), "image/jpeg", Problem.DOCUMENT_BROKEN);
        assertRefused(java.util.Arrays.copyOf(Samples.image("png", 9, 9), 12), "image/png", Problem.DOCUMENT_BROKEN);
    }

    @Test
    void anEncryptedPdfIsTakenOnlyWhenItOpensWithoutAPassword() {
        assertRefused(Samples.encryptedPdf("x", "s3cret"), "application/pdf", Problem.DOCUMENT_BROKEN);
        Inspected open = done(contents.inspect(Samples.encryptedPdf("Compte rendu", ""), "application/pdf"));
        assertThat(open.searchableText()).contains("Compte rendu");
    }

    @Test
    @Requirement("SEC-04")
    void aPdfThatLaunchesAProgramIsRefused() throws IOException {
        try (PDDocument pdf = Samples.write(new PDDocument(), "x")) {
            PDActionLaunch launch = new PDActionLaunch();
            launch.getCOSObject().setString(COSName.F, "calc.exe");
            pdf.getDocumentCatalog().setOpenAction(launch);
            assertRefused(Samples.save(pdf), "application/pdf", Problem.DOCUMENT_DANGEROUS);
        }
    }

    @Test
    void aPdfWithJavaScriptIsTaken() throws IOException {
        try (PDDocument pdf = Samples.write(new PDDocument(), "x")) {
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            done(contents.inspect(Samples.save(pdf), "application/pdf"));
        }
    }

    @ParameterizedTest
    @CsvSource({"readme.exe,harmless,true", "data.bin,MZprogram,true", "source.xml,<a/>,false"})
    @Requirement("SEC-04")
    void aPdfWithAnAttachedProgramIsRefused(String name, String content, boolean refused) throws IOException {
        try (PDDocument pdf = Samples.write(new PDDocument(), "x")) {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(name);
            file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes(content))));
            pdf.getPage(0).getCOSObject().setItem(COSName.getPDFName("Attached"), file);

            Outcome<Inspected> outcome = contents.inspect(Samples.save(pdf), "application/pdf");

            assertThat(outcome instanceof Outcome.Refused).isEqualTo(refused);
        }
    }

    @Test
    @Requirement("SEC-04")
    void aPdfBombIsRefusedBeforeItUnfolds() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                deflate.write(zeros);
            }
        }
        try (PDDocument pdf = Samples.write(new PDDocument(), "x")) {
            COSStream bomb = new COSStream();
            try (var out = bomb.createRawOutputStream()) {
                out.write(packed.toByteArray());
            }
            bomb.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            pdf.getPage(0).getCOSObject().setItem(COSName.CONTENTS, bomb);
            assertRefused(Samples.save(pdf), "application/pdf", Problem.DOCUMENT_DANGEROUS);
        }
    }

    @Test
    @Requirement("SEC-04")
    void anImageBombIsRefusedByItsHeader() {
        assertRefused(Samples.pngClaiming(60_000, 60_000), "image/png", Problem.DOCUMENT_DANGEROUS);
    }

    @Test
    @Requirement("SEC-04")
    void noDtdIsEverRead() {
        String external = """
                <?xml version="1.0"?><!DOCTYPE ClinicalDocument [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <ClinicalDocument xmlns="urn:hl7-org:v3"><title>&x;</title></ClinicalDocument>""";
        String laughs = """
                <?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>
                <ClinicalDocument xmlns="urn:hl7-org:v3"><title>&c;</title></ClinicalDocument>""";
        String remote = "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'><x/>";

        assertRefused(bytes(external), "text/xml", Problem.DOCUMENT_DANGEROUS);
        assertRefused(bytes(laughs), "text/xml", Problem.DOCUMENT_DANGEROUS);
        assertRefused(bytes(remote), "text/xml", Problem.DOCUMENT_DANGEROUS);
    }

    @Test
    @Requirement("SEC-04")
    void absurdNestingIsRefused() {
        String deep = "<?xml version='1.0'?>" + "<a>".repeat(5_000) + "</a>".repeat(5_000);
        assertRefused(bytes(deep), "text/xml", Problem.DOCUMENT_DANGEROUS);
    }

    @Test
    @Requirement("DOC-05")
    void xmlThatIsNoCdaOrNotWellFormedIsToldApart() {
        assertRefused(bytes("<?xml version='1.0'?><other/>"), "text/xml", Problem.DOCUMENT_NOT_CDA);
        assertRefused(
                bytes("<?xml version='1.0'?><ClinicalDocument xmlns='urn:other'/>"),
                "text/xml",
                Problem.DOCUMENT_NOT_CDA);
        assertRefused(bytes("<html><body/></html>"), "text/xml", Problem.DOCUMENT_NOT_CDA);
        String whole = Samples.sections("<title>x</title>");
        assertRefused(bytes(whole.substring(0, whole.length() - 30)), "text/xml", Problem.DOCUMENT_BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/xml", "application/hl7-cda+xml", "TEXT/XML;charset=utf-8"})
    @Requirement("DOC-14")
    void aCdaIsTakenUnderItsNamesAndSearchedInAllItsParts(String type) {
        String cda = Samples.encapsulated(Samples.pdf("Kaliémie corrigée"), "application/pdf");

        Inspected inspected = done(contents.inspect(bytes(cda), type));

        assertThat(inspected.mimeType()).isEqualTo("text/xml");
        assertThat(inspected.cda()).isPresent();
        SearchWords words = SearchWords.of(inspected.searchableText());
        assertThat(words.matches(SearchWords.query("kaliemie bilan hélène minimes")))
                .isTrue();
    }

    @Test
    @Requirement("SEC-04")
    void whatACdaCarriesIsInspectedToo() {
        assertRefused(
                bytes(Samples.encapsulated(bytes("%PDF-1.4 broken"), "application/pdf")),
                "text/xml",
                Problem.DOCUMENT_BROKEN);
        assertRefused(
                bytes(Samples.encapsulated(bytes("hello"), "application/x-msdownload")),
                "text/xml",
                Problem.MIME_TYPE_UNSUPPORTED);
        String bomb = Base64.getEncoder().encodeToString(Samples.pngClaiming(60_000, 60_000));
        String section = "<title>x</title><text>y</text><entry><observationMedia ID='m'><value mediaType='image/png'"
                + " representation='B64'>" + bomb + "</value></observationMedia></entry>";
        assertRefused(bytes(Samples.sections(section)), "text/xml", Problem.DOCUMENT_DANGEROUS);
    }

    @Test
    void aStreamIsReadNoFurtherThanTheLimit() {
        byte[] text = "bonjour".getBytes(StandardCharsets.UTF_8);
        assertThat(contents.inspect(() -> new ByteArrayInputStream(text), "text/plain", 7))
                .isInstanceOf(Outcome.Done.class);
        assertThat(contents.inspect(() -> new ByteArrayInputStream(text), "text/plain", 6))
                .isEqualTo(Outcome.refused(Problem.TOO_LARGE));
    }

    private void assertRefused(byte[] content, String type, Problem problem) {
        assertThat(contents.inspect(content, type))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
