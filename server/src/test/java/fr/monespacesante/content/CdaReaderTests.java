package fr.monespacesante.content;

import static fr.monespacesante.content.Samples.bytes;
import static fr.monespacesante.content.Samples.done;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.content.LabResult.OutOfRange;
import fr.monespacesante.content.Narrative.Cell;
import fr.monespacesante.content.Narrative.Footnote;
import fr.monespacesante.content.Narrative.LineBreak;
import fr.monespacesante.content.Narrative.Link;
import fr.monespacesante.content.Narrative.ListBlock;
import fr.monespacesante.content.Narrative.Media;
import fr.monespacesante.content.Narrative.Paragraph;
import fr.monespacesante.content.Narrative.Style;
import fr.monespacesante.content.Narrative.Styled;
import fr.monespacesante.content.Narrative.Table;
import fr.monespacesante.content.Narrative.Text;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.InsAuthority;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Requirement("DOC-05")
class CdaReaderTests {
    private final CdaReader reader = new CdaReader(ContentLimits.defaults());

    private CdaDocument read(String cda) {
        return done(reader.read(bytes(cda)));
    }

    private CdaSection section(String content) {
        CdaBody.Structured body =
                (CdaBody.Structured) read(Samples.sections(content)).body();
        return body.sections().getFirst();
    }

    private List<Narrative.Block> narrative(String text) {
        return section("<title>T</title><text>" + text + "</text>").blocks();
    }

    @Nested
    class Header {
        private final CdaHeader header =
                read(Samples.sections("<title>x</title>")).header();

        @Test
        void theDocumentIsNamedAsXdsNamesIt() {
            assertThat(header.uniqueId()).isEqualTo("1.2.250.1.999.1^CR-2026-77");
            assertThat(header.setId()).isEqualTo("1.2.250.1.999.1^CR-2026");
            assertThat(header.version()).isEqualTo(2);
            assertThat(header.replaces()).containsExactly("1.2.250.1.999.1^CR-2026-76");
            assertThat(header.orders()).containsExactly("1.2.250.1.999.4^P1");
            assertThat(header.formatCode()).isEqualTo("urn:ihe:lab:xd-lab:2008");
            assertThat(header.type())
                    .isEqualTo(new Code("11502-2", "2.16.840.1.113883.6.1", "CR d'examens biologiques"));
            assertThat(header.title()).isEqualTo("Bilan sanguin");
            assertThat(header.language()).isEqualTo("fr-FR");
            assertThat(header.created().moment()).contains(OffsetDateTime.parse("2026-11-03T09:15:00+01:00"));
            assertThat(header.created().display()).isEqualTo("03/11/2026 09:15");
        }

        @Test
        void thePatientIsReadWithAllTraits() {
            CdaHeader.Patient patient = header.patient();

            assertThat(patient.ins().orElseThrow().value()).isEqualTo("284053155512379");
            assertThat(patient.authority()).contains(InsAuthority.TEST);
            assertThat(patient.otherIds()).containsExactly(new CdaHeader.Identifier("1.2.250.1.999.2", "IPP77"));
            assertThat(patient.birthFamilyName()).isEqualTo("DURAND");
            assertThat(patient.birthGivenNames()).containsExactly("Claire", "Sophie", "Marie");
            assertThat(patient.birthFirstName()).isEqualTo("Claire");
            assertThat(patient.usedFamilyName()).isEqualTo("MARTIN-DURAND");
            assertThat(patient.sex()).isEqualTo("F");
            assertThat(patient.birthDate().date()).contains(LocalDate.of(1984, 5, 12));
            assertThat(patient.birthPlace()).isEqualTo("31555");
            assertThat(patient).hasToString("Patient[redacted]");
        }

        @Test
        void whoHadAPartInItIsRead() {
            CdaHeader.Party author = header.authors().getFirst();
            assertThat(author.id().extension()).isEqualTo("810005556667");
            assertThat(author.display()).isEqualTo("MME DR Hélène ROUX");
            assertThat(author.specialty().code()).isEqualTo("G15_10/SM03");
            assertThat(author.organization().id().extension()).isEqualTo("1310098765");
            assertThat(author.organization().name()).isEqualTo("Laboratoire des Minimes");
            assertThat(header.authors().get(1).display()).isEqualTo("LaboSoft");
            assertThat(header.legalAuthenticator().orElseThrow().name().family())
                    .isEqualTo("ROUX");
            assertThat(header.custodian().name()).isEqualTo("Laboratoire des Minimes");
            assertThat(header.informants()).extracting(CdaHeader.Party::display).containsExactly("Paul MARTIN");
            assertThat(header.recipients()).extracting(CdaHeader.Party::display).containsExactly("Antoine LEFÈVRE");
        }

        @Test
        void whatItTellsOfIsRead() {
            CdaHeader.Event event = header.events().getFirst();
            assertThat(event.code().code()).isEqualTo("18719-5");
            assertThat(event.start().value()).isEqualTo("20261102080000+0100");
            assertThat(event.end().date()).contains(LocalDate.of(2026, 11, 3));
            assertThat(event.performer()
                            .orElseThrow()
                            .organization()
                            .practiceSetting()
                            .code())
                    .isEqualTo("AMBULATOIRE");
            CdaHeader.Encounter encounter = header.encounter().orElseThrow();
            assertThat(encounter.facilityType().code()).isEqualTo("SA25");
            assertThat(encounter.locationName()).isEqualTo("Site des Minimes");
        }
    }

    @Test
    void aLevelOneDocumentHandsOutWhatItCarries() {
        byte[] pdf = Samples.pdf("x");

        CdaDocument cda = read(Samples.encapsulated(pdf, "application/pdf"));

        assertThat(cda.body()).isInstanceOfSatisfying(CdaBody.Encapsulated.class, body -> {
            assertThat(body.mimeType()).isEqualTo("application/pdf");
            assertThat(body.payload().bytes()).isEqualTo(pdf);
        });
        assertThat(cda.header().formatCode()).isEqualTo("urn:ihe:iti:xds-sd:pdf:2008");
    }

    @Test
    void anAutoPresentableDocumentIsReadInsideItsStyleSheet() {
        String cda = Samples.sections("<title>x</title>").replaceAll("<\\?.*?\\?>\\s*", "");
        String sheet = "<?xml version='1.0'?><xsl:stylesheet version='1.0'"
                + " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template match='/'/>" + cda
                + "</xsl:stylesheet>";

        assertThat(read(sheet).header().uniqueId()).isEqualTo("1.2.250.1.999.1^CR-2026-77");
    }

    @Test
    void sectionsNestAndKeepTheirOrder() {
        CdaSection section = section("""
                <code code="18719-5" codeSystem="2.16.840.1.113883.6.1" displayName="Biochimie"/>
                <component><section><title>Lipides</title><text>a</text></section></component>
                <component><section><title>Fer</title><text>b</text></section></component>""");

        assertThat(section.title()).isEqualTo("Biochimie");
        assertThat(section.subsections()).extracting(CdaSection::title).containsExactly("Lipides", "Fer");
    }

    @Test
    void inlineRunsKeepTheirStyleAndMeaning() {
        Paragraph paragraph =
                (Paragraph) narrative("<content ID='c1' styleCode='Bold xHighlight2'>TSH</content> 7<sup>2</sup><br/>"
                                + "<linkHtml href='https://exemple.fr'/><footnote ID='n'>à jeun</footnote>")
                        .getFirst();

        assertThat(paragraph.content())
                .containsExactly(
                        new Styled("c1", List.of(Style.BOLD), "xHighlight2", List.of(new Text("TSH"))),
                        new Text(" 7"),
                        new Styled("", List.of(Style.SUPERSCRIPT), "", List.of(new Text("2"))),
                        new LineBreak(),
                        new Link("https://exemple.fr", List.of(new Text("https://exemple.fr"))),
                        new Footnote("n", List.of(new Text("à jeun"))));
    }

    @Test
    void aTableKeepsCaptionHeadSpansAndMarks() {
        Table table = (Table) narrative("""
                        <table><caption>Bilan</caption><colgroup><col/></colgroup>
                          <thead><tr><th colspan="2" styleCode="Bold">Examen</th><th>Valeur</th></tr></thead>
                          <tfoot><tr><td>fin</td></tr></tfoot>
                          <tbody><tr align="right" styleCode="xAbnormal">
                            <td rowspan="3" styleCode="xHighlight Lrule">Fer</td>
                            <td><list><item>a</item></list></td><td align="center"/></tr></tbody>
                        </table>""").getFirst();

        assertThat(Narrative.inlineText(table.caption())).isEqualTo("Bilan");
        Cell head = table.head().getFirst().cells().getFirst();
        assertThat(head.header()).isTrue();
        assertThat(head.colspan()).isEqualTo(2);
        assertThat(table.body().getFirst().emphasis()).isEqualTo("xAbnormal");
        List<Cell> cells = table.body().getFirst().cells();
        assertThat(cells.getFirst().rowspan()).isEqualTo(3);
        assertThat(cells.getFirst().emphasis()).isEqualTo("xHighlight");
        assertThat(cells.getFirst().align()).isEqualTo("right");
        assertThat(cells.get(1).content().getFirst()).isInstanceOf(ListBlock.class);
        assertThat(cells.get(2).content()).isEmpty();
        assertThat(table.foot()).hasSize(1);
    }

    @Test
    void nothingUnknownIsLost() {
        List<Narrative.Block> blocks =
                narrative("avant <h:div xmlns:h='http://www.w3.org/1999/xhtml'>dedans <h:p>p</h:p></h:div>"
                        + "<content>mot <table>perdu<tr><td>case</td></tr></table> suite</content>"
                        + "<list listType='ordered'>libre<item><caption>1</caption>un</item></list>");

        assertThat(Narrative.text(blocks).replaceAll("\\s+", " "))
                .isEqualTo("avant dedans p mot perdu case suite libre 1 un ");
    }

    @Test
    void mediaAreFoundByTheirReferencesAndNoneIsLost() {
        String png = Base64.getEncoder().encodeToString(Samples.image("png", 2, 2));
        CdaSection section = section("""
                <title>Images</title>
                <text><paragraph>Voir <renderMultiMedia referencedObject="roi"><caption>Fig. 1</caption>
                  </renderMultiMedia> ici</paragraph></text>
                <entry><regionOfInterest ID="roi"><entryRelationship><observationMedia ID="m1">
                  <value mediaType="image/png" representation="B64">%s</value></observationMedia>
                  </entryRelationship></regionOfInterest></entry>
                <entry><observationMedia><value mediaType="application/pdf" representation="B64">JVBERg==</value>
                  </observationMedia></entry>""".formatted(png));

        assertThat(section.blocks()).hasSize(4);
        Media shown = (Media) section.blocks().get(1);
        assertThat(shown.id()).isEqualTo("m1");
        assertThat(Narrative.inlineText(shown.caption())).isEqualTo("Fig. 1");
        assertThat(shown.payload().bytes()).isEqualTo(Samples.image("png", 2, 2));
        Media unreferenced = (Media) section.blocks().get(3);
        assertThat(unreferenced.mimeType()).isEqualTo("application/pdf");
        assertThat(unreferenced.payload().bytes()).isEqualTo(bytes("%PDF"));
    }

    @Nested
    @Requirement("DOC-15")
    class Results {
        private LabResult only(String observation) {
            List<LabResult> results =
                    read(Samples.sections("""
                            <title>BIOCHIMIE</title>
                            <text><content ID="r1">Thyréostimuline</content><content ID="v1">≥ 3</content></text>
                            <entry><act><code code="18719-5"/><entryRelationship><organizer>
                              <code code="55231-5" displayName="Ionogramme"/>
                              <effectiveTime value="20261102080000+0100"/>
                              <specimen><specimenRole><specimenPlayingEntity><code code="119364003"
                                displayName="Sérum"/></specimenPlayingEntity></specimenRole></specimen>
                              <component><observation>
                                <templateId root="1.3.6.1.4.1.19376.1.3.1.6"/>%s</observation></component>
                            </organizer></entryRelationship></act></entry>""".formatted(observation))).results();
            assertThat(results).hasSize(1);
            return results.getFirst();
        }

        @Test
        void aNumberComesWithUnitRangeTimeAndPlace() {
            LabResult result = only("""
                    <code code="TSH" codeSystem="1.2.3" displayName="TSH locale"><originalText>
                      <reference value="#r1"/></originalText>
                      <translation code="3016-3" codeSystem="2.16.840.1.113883.6.1" displayName="TSH"/></code>
                    <value xsi:type="PQ" value="5.10" unit="m[IU]/L"/>
                    <referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="0.27" unit="m[IU]/L"/>
                      <high value="4.2" unit="m[IU]/L"/></value></observationRange></referenceRange>""");

            assertThat(result.analyte().code()).isEqualTo("3016-3");
            assertThat(result.label()).isEqualTo("Thyréostimuline");
            assertThat(result.value()).isEqualTo("5.10");
            assertThat(result.number()).contains(new java.math.BigDecimal("5.10"));
            assertThat(result.unit()).isEqualTo("m[IU]/L");
            assertThat(result.range().text()).isEqualTo("0.27 – 4.2");
            assertThat(result.outOfRange()).isEqualTo(OutOfRange.HIGH);
            assertThat(result.time().value()).isEqualTo("20261102080000+0100");
            assertThat(result.specimen()).isEqualTo("Sérum");
            assertThat(result.battery()).isEqualTo("Ionogramme");
        }

        @Test
        void theLaboratorysOwnWordComesBeforeTheArithmetic() {
            String range = "<referenceRange><observationRange><value xsi:type='IVL_PQ'><low value='1' unit='g'/>"
                    + "<high value='2' unit='g'/></value></observationRange></referenceRange>";
            String value = "<code code='a'/><value xsi:type='PQ' value='9' unit='g'/>";

            assertThat(only(value + "<interpretationCode code='N'/>" + range).outOfRange())
                    .isEqualTo(OutOfRange.NORMAL);
            assertThat(only(value + "<interpretationCode code='LL'/>").outOfRange())
                    .isEqualTo(OutOfRange.LOW);
            assertThat(only(value + "<interpretationCode code='A'/>").outOfRange())
                    .isEqualTo(OutOfRange.ABNORMAL);
            assertThat(only(value).outOfRange()).isEqualTo(OutOfRange.UNKNOWN);
            assertThat(only(value.replace("unit='g'", "unit='mg'") + range).outOfRange())
                    .isEqualTo(OutOfRange.UNKNOWN);
        }

        @Test
        void otherValuesAreReadAsPeopleReadThem() {
            assertThat(only("<code code='a'/><value xsi:type='CD' code='N' displayName='Négatif'/>")
                            .value())
                    .isEqualTo("Négatif");
            assertThat(only("<code code='a'/><value xsi:type='ST'>rares  germes</value>")
                            .value())
                    .isEqualTo("rares germes");
            LabResult below = only("<code code='a'/><value xsi:type='IVL_PQ'><high value='5' unit='mg/L'"
                    + " inclusive='false'/></value>");
            assertThat(below.value()).isEqualTo("< 5");
            assertThat(below.unit()).isEqualTo("mg/L");
            assertThat(below.number()).isEmpty();
            assertThat(only("<code code='a'/><value xsi:type='BL' value='true'/>")
                            .value())
                    .isEqualTo("Oui");
            assertThat(only("<code code='a'/><value xsi:type='ED'><reference value='#v1'/></value>")
                            .value())
                    .isEqualTo("≥ 3");
        }

        @Test
        void whatHasNoValueIsNoResult() {
            assertThat(read(Samples.sections("<title>x</title><entry><observation><templateId"
                                    + " root='1.3.6.1.4.1.19376.1.3.1.6'/><code code='a'/>"
                                    + "<value xsi:type='PQ' nullFlavor='NA'/></observation></entry>"))
                            .results())
                    .isEmpty();
        }
    }
}
