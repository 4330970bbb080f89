package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.account.CampaignFile.Problem;
import fr.monespacesante.account.CampaignFile.State;
import fr.monespacesante.account.TestCampaign.Invented;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Campaign files as a job: read to the end, cut off and read on, brought twice, and wrong in every way.
class CampaignImportModuleTests {
    private final TestCampaign campaign = new TestCampaign();

    private static String[] file(List<String> lines) {
        List<String> all = new ArrayList<>(List.of(TestCampaign.HEADER));
        all.addAll(lines);
        return all.toArray(String[]::new);
    }

    private static List<String> people(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Invented.of(i).line()).toList();
    }

    private void refused(Problem problem) {
        assertThat(campaign.newest().state()).isEqualTo(State.REFUSED);
        assertThat(campaign.newest().problem()).contains(problem);
        assertThat(campaign.count("select count(*) from account.space")).isZero();
    }

    @Test
    @Requirement("ENR-01")
    void aFileIsReadToItsEndAndItsFiguresAndReportAreKept() throws IOException {
        List<String> lines = new ArrayList<>(people(0, 7));
        lines.add(3, Invented.of(50).with("birth_date", "1984-02-30").line());
        lines.add("only;three;fields");
        Path file = campaign.drop("a.csv", file(lines));
        campaign.read();
        CampaignFile read = campaign.newest();
        assertThat(read.state()).isEqualTo(State.DONE);
        assertThat(read.percent()).isEqualTo(100);
        assertThat(read.counts()).isEqualTo(new CampaignFile.Counts(10, 7, 0, 0, 0, 2));
        assertThat(file).doesNotExist();
        assertThat(Path.of(file + ".done")).exists();
        assertThat(campaign.report("a.csv").lines())
                .containsExactly(
                        "line;field;reason",
                        "5;birth_date;not a date of the calendar (YYYY-MM-DD)",
                        "10;;3 fields in place of 17");
        assertThat(campaign.count("select count(*) from account.to_invite")).isEqualTo(7);
        assertThat(campaign.count("select count(*) from account.invitation"))
                .as("nothing has left")
                .isZero();
    }

    @Test
    @Requirement("ENR-01")
    void theSameBytesUnderAnotherNameAreNotReadAgainAndTheSamePeopleChangeNothing() throws IOException {
        campaign.drop("a.csv", file(people(0, 5)));
        campaign.read();
        campaign.drop("b.csv", file(people(0, 5)));
        campaign.read();
        assertThat(campaign.files.newest(10)).hasSize(1);
        assertThat(campaign.properties.campaignDirectory().resolve("b.csv.done"))
                .exists();
        List<String> turned = new ArrayList<>(people(0, 5));
        Collections.reverse(turned);
        long version = campaign.count("select sum(version) from account.space");
        campaign.drop("c.csv", file(turned));
        campaign.read();
        assertThat(campaign.newest().counts()).isEqualTo(new CampaignFile.Counts(6, 0, 0, 5, 0, 0));
        assertThat(campaign.count("select sum(version) from account.space")).isEqualTo(version);
        assertThat(campaign.count("select count(*) from account.to_invite")).isEqualTo(5);
    }

    @Test
    @Requirement("ENR-01")
    void anAddressThatChangedIsTakenAndNobodyIsInvitedAgain() throws IOException {
        campaign.drop("a.csv", file(people(0, 3)));
        campaign.read();
        campaign.drop(
                "b.csv",
                file(List.of(Invented.of(1)
                        .with("postal_code", "80000")
                        .with("city", "Amiens")
                        .line())));
        campaign.read();
        assertThat(campaign.newest().counts().changed()).isEqualTo(1);
        assertThat(campaign.count("select count(*) from account.to_invite")).isEqualTo(3);
        assertThat(campaign.count("select count(*) from account.space where department = '80'"))
                .isEqualTo(1);
    }

    @Test
    @Requirement("ENR-01")
    void aPersonTwiceInAFileIsTakenOnceAndToldOf() throws IOException {
        List<String> lines = new ArrayList<>(people(0, 8));
        lines.add(2, Invented.of(1).with("city", "Amiens").line());
        lines.add(Invented.of(0).line());
        campaign.drop("a.csv", file(lines));
        campaign.read();
        assertThat(campaign.newest().counts()).isEqualTo(new CampaignFile.Counts(11, 8, 0, 0, 0, 2));
        assertThat(campaign.report("a.csv"))
                .contains("4;ins;the same person as on line 3", "11;ins;the same person as on line 2");
    }

    /// Fails when the transaction of that number is about to commit, or just has.
    private static final class Crashing extends TransactionTemplate {
        private static final long serialVersionUID = 1L;
        private final int at;
        private final boolean committed;
        private int count;

        Crashing(TransactionTemplate real, int at, boolean committed) {
            super(Objects.requireNonNull(real.getTransactionManager()));
            this.at = at;
            this.committed = committed;
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            count++;
            super.executeWithoutResult(status -> {
                action.accept(status);
                if (count == at && !committed) {
                    throw new IllegalStateException("cut off before the commit");
                }
            });
            if (count == at && committed) {
                throw new IllegalStateException("cut off after the commit");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Requirement("ENR-01")
    void aReadingThatIsCutOffAtAnyBatchGoesOnWithNobodyTwiceAndNobodySkipped(boolean committed) throws IOException {
        List<String> lines = new ArrayList<>(people(0, 20));
        for (int bad : new int[] {2, 9, 14, 19}) {
            lines.add(bad, Invented.of(100 + bad).with("sex", "X").line());
        }
        campaign.drop("a.csv", file(lines));
        for (int at = 1; at <= 8; at++) {
            // each process gets a batch further and is killed at the next
            CampaignImport cut = campaign.imports(new Crashing(campaign.transactions(), at == 1 ? 1 : 2, committed), 3);
            assertThatThrownBy(() -> campaign.folder(cut).importAll()).hasMessageContaining("cut off");
            assertThat(campaign.newest().state()).isEqualTo(State.READING);
            assertThat(campaign.newest().percent()).isLessThanOrEqualTo(100);
            if (campaign.newest().readBytes() == campaign.newest().bytes()
                    || campaign.newest().counts().lines() > 18) {
                break;
            }
        }
        campaign.read();
        assertThat(campaign.newest().counts()).isEqualTo(new CampaignFile.Counts(25, 20, 0, 0, 0, 4));
        assertThat(campaign.count("select count(*) from account.space")).isEqualTo(20);
        assertThat(campaign.count("select count(distinct space_id) from account.to_invite"))
                .isEqualTo(20);
        assertThat(campaign.report("a.csv").lines().map(line -> line.split(";")[0]))
                .containsExactly("line", "4", "11", "16", "21");
    }

    @Test
    @Requirement("ENR-01")
    void aServiceThatEndsStopsAfterABatchAndTheNextOneReadsOn() throws IOException {
        Path path = campaign.drop("a.csv", file(people(0, 10)));
        int[] asked = {0};
        CampaignImport imports = campaign.imports(campaign.transactions(), 3);
        CampaignFile file = campaign.files.register(campaign.ids.next(), new byte[32], "a.csv", Files.size(path));
        imports.run(file, path, () -> ++asked[0] > 2);
        assertThat(campaign.newest().counts().added()).isEqualTo(6);
        assertThat(campaign.newest().state()).isEqualTo(State.READING);
        imports.run(file, path, () -> false);
        assertThat(campaign.newest().counts().added()).isEqualTo(10);
        assertThat(campaign.newest().state()).isEqualTo(State.DONE);
    }

    @Test
    @Requirement("ENR-01")
    void aFileThatIsTakenAwayInTheMiddleIsToldOf() throws IOException {
        Path path = campaign.drop("a.csv", file(people(0, 10)));
        CampaignImport cut = campaign.imports(new Crashing(campaign.transactions(), 2, true), 3);
        assertThatThrownBy(() -> campaign.folder(cut).importAll()).hasMessageContaining("cut off");
        Files.delete(path);
        campaign.read();
        assertThat(campaign.newest().problem()).contains(Problem.GONE);
        assertThat(campaign.count("select count(*) from account.space")).isEqualTo(6);
    }

    @Test
    @Requirement("ENR-01")
    void whileOneNodeReadsAnotherDoesNot() throws Exception {
        campaign.drop("a.csv", file(people(0, 3)));
        try (var connection = campaign.database.application().getConnection();
                var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(" + 0x6d65735f63616d70L + ")");
            campaign.read();
            assertThat(campaign.files.newest(10)).isEmpty();
        }
        campaign.read();
        assertThat(campaign.newest().state()).isEqualTo(State.DONE);
    }

    @Test
    @Requirement("ENR-01")
    void aByteOrderMarkAndAnyOrderOfColumnsAndLineEndsAreFine() throws IOException {
        List<String> names = new ArrayList<>(CampaignLine.HEADER);
        Collections.reverse(names);
        List<String> values = new ArrayList<>(Invented.of(1).values());
        Collections.reverse(values);
        campaign.drop("a.csv", "\uFEFF" + String.join(";", names) + "\r", String.join(";", values) + "\r", "");
        campaign.read();
        assertThat(campaign.newest().counts().added()).isEqualTo(1);
    }

    @Test
    @Requirement("ENR-01")
    void aFileInLatin1IsRefusedWholeAndSaysSo() throws IOException {
        campaign.drop(
                "a.csv",
                StandardCharsets.ISO_8859_1,
                file(List.of(Invented.of(1).with("city", "B\u00e9ziers").line())));
        campaign.read();
        refused(Problem.NOT_UTF8);
        assertThat(campaign.properties.campaignDirectory().resolve("a.csv.refused"))
                .exists();
        campaign.drop("b.csv", StandardCharsets.UTF_16, file(people(0, 2)));
        campaign.read();
        refused(Problem.NOT_UTF8);
    }

    @Test
    @Requirement("ENR-01")
    void aLineInAnotherEncodingFarInTheFileIsReportedAndStopsNothing() throws IOException {
        byte[] good = String.join("\n", file(people(0, 2_000))).getBytes(StandardCharsets.UTF_8);
        byte[] bad = ("\n" + Invented.of(5_000).with("city", "B\u00e9ziers").line() + "\n"
                        + Invented.of(5_001).line())
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, all, good.length, bad.length);
        assertThat(good.length).isGreaterThan(Campaigns.START);
        campaign.drop("a.csv", all);
        campaign.folder(campaign.imports(campaign.transactions(), 500)).importAll();
        assertThat(campaign.newest().counts().added()).isEqualTo(2_001);
        assertThat(campaign.report("a.csv")).contains("2002;;not UTF-8: probably Latin-1");
    }

    @Test
    @Requirement("ENR-01")
    void missingColumnsAreNamedAndNothingElseOfTheFile() throws IOException {
        campaign.drop("a.csv", TestCampaign.HEADER.replace(";ins_oid", "").replace(";city", ""), "x");
        campaign.read();
        refused(Problem.COLUMNS_MISSING);
        assertThat(campaign.newest().missing()).containsExactly("ins_oid", "city");
        campaign.drop("b.csv", Invented.of(1).line(), Invented.of(2).line());
        campaign.read();
        refused(Problem.NO_HEADER);
        assertThat(campaign.report("b.csv")).doesNotContain("ESSAI").doesNotContain("28405");
        campaign.drop("c.csv", TestCampaign.HEADER + ";surplus", "x");
        campaign.read();
        refused(Problem.COLUMNS_TOO_MANY);
    }

    @Test
    @Requirement("ENR-01")
    void whatIsNoCampaignFileIsToldByItsKind() throws IOException {
        campaign.drop("empty.csv", new byte[0]);
        campaign.read();
        refused(Problem.EMPTY);
        campaign.drop("comma.csv", TestCampaign.HEADER.replace(';', ','), "x");
        campaign.read();
        refused(Problem.OTHER_SEPARATOR);
        var zip = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(1);
        }
        campaign.drop("zip.csv", zip.toByteArray());
        campaign.read();
        refused(Problem.NOT_TEXT);
        campaign.drop("pdf.csv", "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII));
        campaign.read();
        refused(Problem.NOT_TEXT);
    }

    @Test
    @Requirement("ENR-01")
    void aFileOfOneEndlessLineIsRefusedAtItsBeginning() throws IOException {
        byte[] endless = new byte[30_000_000];
        Arrays.fill(endless, (byte) 'x');
        campaign.drop("a.csv", endless);
        campaign.read();
        refused(Problem.NO_LINES);
    }

    /// Ten gigabytes that stand on no disk: an endless line behind a good header.
    private static final class Endless extends java.io.InputStream {
        private final byte[] start;
        private final long size;
        private long at;

        Endless(String start, long size) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.size = size;
        }

        @Override
        public int read() {
            return at >= size ? -1 : at < start.length ? start[(int) at++] : (int) (at++ % 26 + 'a');
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (at >= size) {
                return -1;
            }
            if (at < start.length) {
                buffer[from] = (byte) read();
                return 1;
            }
            int some = (int) Math.min(length, size - at);
            Arrays.fill(buffer, from, from + some, (byte) 'x');
            at += some;
            return some;
        }
    }

    @Test
    @Requirement("ENR-01")
    void tenGigabytesOfOneLineTakeBoundedMemoryAndAreOneFault() throws IOException {
        long before = Runtime.getRuntime().totalMemory();
        java.io.StringWriter report = new java.io.StringWriter();
        String start = TestCampaign.HEADER + "\n" + Invented.of(1).line() + "\n";
        Campaigns.Result result = campaign.transactions().execute(status -> {
            try {
                return campaign.campaigns.importFile(new Endless(start, 10_000_000_000L), report);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(result).isEqualTo(new Campaigns.Result(1, 0, 0, 0, 1));
        assertThat(report.toString()).contains("3;;longer than 4000 characters");
        assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(300_000_000L);
    }
}
