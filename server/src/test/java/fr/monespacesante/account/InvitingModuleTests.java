package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.account.TestCampaign.Invented;
import fr.monespacesante.courier.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/// Invitations leave: by e-mail at a pace, on paper in files, to the parents of minors; and everything runs
/// from the day on which they do.
class InvitingModuleTests {
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");

    private final TestCampaign campaign = new TestCampaign();

    private void announce(TestCampaign to, Invented... people) throws IOException {
        List<String> lines = new ArrayList<>(List.of(TestCampaign.HEADER));
        for (Invented one : people) {
            lines.add(one.line());
        }
        to.drop("f" + people[0].number() + ".csv", lines.toArray(String[]::new));
        to.read();
        assertThat(to.newest().counts().refused()).as(to.newest().toString()).isZero();
    }

    private static Invented byEmail(int number) {
        return Invented.of(number).with("email", "p" + number + "@courriel.test");
    }

    private static Invented child(int number, Invented... parents) {
        String thirteen = "11606%05d%03d".formatted(31_000, 100 + number);
        return Invented.of(number)
                .with("ins", thirteen + fr.monespacesante.kernel.Ins.keyOf(thirteen))
                .with("sex", "M")
                .with("birth_date", "2016-06-30")
                .with("used_given_name", "Hugo")
                .with(
                        "representatives",
                        String.join(
                                "|",
                                List.of(parents).stream().map(Invented::ins).toList()));
    }

    private static String code(String text) {
        Matcher found = CODE.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private boolean valid(String ins, String code) {
        byte[] hash = campaign.codes.hash(campaign.space(ins).id().value(), code);
        return campaign.database
                .superuser()
                .sql("select code_hash from account.invitation where space_id = :id")
                .param("id", campaign.space(ins).id().value())
                .query((row, number) -> java.util.Arrays.equals(row.getBytes(1), hash))
                .optional()
                .orElse(false);
    }

    @Test
    @Requirement("ENR-02")
    void byEmailWhereOneIsKnownElseOnPaperAndOnlyHashesStay() throws IOException {
        announce(campaign, byEmail(1), Invented.of(2));
        campaign.inviting().inviteAll();
        Letter.Email email = campaign.emails().getFirst();
        assertThat(email.to()).isEqualTo("p1@courriel.test");
        assertThat(email.text()).contains("valable jusqu'au 23 novembre 2026");
        assertThat(valid(byEmail(1).ins(), code(email.text()))).isTrue();
        String line = campaign.posted().getFirst();
        assertThat(line)
                .contains("Annec ESSAI;2 rue de l'Essai;31000 TOULOUSE;;;")
                .endsWith(";2026-11-25");
        assertThat(valid(Invented.of(2).ins(), code(line))).isTrue();
        String dump = TableDump.of(campaign.database.superuser(), "account", "courier");
        assertThat(dump).doesNotContain(code(line)).doesNotContain(code(email.text()));
        assertThat(dump).doesNotContain(code(line).replace("-", ""));
        assertThat(campaign.count("select count(*) from account.to_invite")).isZero();
        assertThat(campaign.inviting().inviteSome()).as("nobody twice").isZero();
    }

    @Test
    @Requirement("ENR-02")
    @Requirement("ENR-06")
    void theSixWeeksRunFromTheSendingAndNotFromTheImport() throws IOException {
        announce(campaign, byEmail(1), Invented.of(2));
        campaign.clock.set("2026-12-01T10:00:00Z");
        assertThat(campaign.opening.openAll())
                .as("seven weeks after the import nothing has left yet")
                .isZero();
        campaign.inviting().inviteAll();
        assertThat(opens(byEmail(1))).isEqualTo("2027-01-12T23:00:00Z");
        assertThat(opens(Invented.of(2))).as("posted two days later").isEqualTo("2027-01-14T23:00:00Z");
        campaign.clock.set("2027-01-12T22:59:59Z");
        assertThat(campaign.opening.openAll()).isZero();
        campaign.clock.set("2027-01-12T23:00:00Z");
        assertThat(campaign.opening.openAll()).isEqualTo(1);
        campaign.clock.set("2027-01-14T23:00:00Z");
        assertThat(campaign.opening.openAll()).isEqualTo(1);
    }

    private String opens(Invented who) {
        return campaign.database
                .superuser()
                .sql("select opens_at from account.space where space_id = :id")
                .param("id", campaign.space(who.ins()).id().value())
                .query((row, number) -> row.getObject(1, java.time.OffsetDateTime.class)
                        .toInstant()
                        .toString())
                .single();
    }

    @Test
    @Requirement("ENR-02")
    void emailsLeaveAtThePaceThatIsSetForAllNodesTogether() throws IOException {
        TestCampaign slow =
                new TestCampaign(new AccountProperties.Mailing(3, Path.of(""), 1_000, Duration.ZERO, Period.ofDays(2)));
        Invented[] people = new Invented[10];
        for (int i = 0; i < people.length; i++) {
            people[i] = byEmail(i + 1);
        }
        announce(slow, people);
        slow.clock.pass(Duration.ofHours(1));
        Inviting one = slow.inviting();
        Inviting other = slow.inviting();
        one.inviteAll();
        other.inviteAll();
        assertThat(slow.emails()).as("a pause is not made up for").hasSize(3);
        slow.clock.pass(Duration.ofMillis(700));
        other.inviteAll();
        one.inviteAll();
        assertThat(slow.emails()).hasSize(5);
        slow.clock.pass(Duration.ofSeconds(1));
        one.inviteAll();
        other.inviteAll();
        assertThat(slow.emails()).hasSize(8);
        slow.clock.pass(Duration.ofSeconds(1));
        one.inviteAll();
        assertThat(slow.emails()).hasSize(10);
    }

    @Test
    @Requirement("ENR-02")
    void nothingMoreIsHandedToAMailServerThatIsAMinuteBehind() throws IOException {
        TestCampaign slow =
                new TestCampaign(new AccountProperties.Mailing(1, Path.of(""), 1_000, Duration.ZERO, Period.ofDays(2)));
        Invented[] people = new Invented[70];
        for (int i = 0; i < people.length; i++) {
            people[i] = byEmail(i + 1);
        }
        announce(slow, people);
        for (int second = 0; second < 80; second++) {
            slow.clock.pass(Duration.ofSeconds(1));
            slow.inviting().inviteAll();
        }
        assertThat(slow.emails()).hasSize(60);
        slow.database.superuser().sql("delete from courier.letter").update();
        slow.clock.pass(Duration.ofSeconds(1));
        slow.inviting().inviteAll();
        assertThat(slow.emails()).hasSize(1);
    }

    @Test
    @Requirement("ENR-02")
    void whoseEmailNeverLeftIsInvitedOnPaperAndHasSixWeeksFromThen() throws IOException {
        announce(campaign, byEmail(1));
        campaign.inviting().inviteAll();
        campaign.clock.pass(Duration.ofDays(15));
        List<java.util.UUID> dropped = campaign.database
                .superuser()
                .sql("delete from courier.letter returning reference")
                .query((row, number) -> row.getObject(1, java.util.UUID.class))
                .list();
        assertThat(dropped)
                .containsExactly(campaign.space(byEmail(1).ins()).id().value());
        campaign.transactions()
                .executeWithoutResult(status -> campaign.inviting().dropped(dropped));
        campaign.clock.pass(Duration.ofDays(60));
        assertThat(campaign.opening.openAll()).as("she knows of nothing").isZero();
        campaign.inviting().inviteAll();
        assertThat(campaign.posted()).hasSize(1);
        assertThat(campaign.emails()).isEmpty();
        assertThat(opens(byEmail(1))).isEqualTo("2027-02-08T23:00:00Z");
    }

    @Test
    @Requirement("ENR-03")
    void eachRepresentativeOfAMinorReceivesTheInvitationInTheirOwnWay() throws IOException {
        Invented mother = byEmail(1);
        Invented father = Invented.of(2);
        Invented hugo = child(3, mother, father);
        // the child stands before the parents in the file
        announce(campaign, hugo, mother, father);
        campaign.inviting().inviteAll();
        List<Letter.Email> emails = campaign.emails();
        assertThat(emails)
                .extracting(Letter.Email::to)
                .containsOnly("p1@courriel.test")
                .hasSize(2);
        String toMother = emails.stream()
                .map(Letter.Email::text)
                .filter(text -> text.contains("de Hugo"))
                .findFirst()
                .orElseThrow();
        String toFather = campaign.posted().stream()
                .filter(line -> line.contains(";Hugo;"))
                .findFirst()
                .orElseThrow();
        assertThat(toFather).contains("Annec ESSAI").contains("2 rue de l'Essai");
        assertThat(code(toFather)).as("one code for the child").isEqualTo(code(toMother));
        assertThat(valid(hugo.ins(), code(toFather))).isTrue();
        assertThat(campaign.posted()).noneMatch(line -> line.contains("Hugo ESSAI"));
    }

    @Test
    @Requirement("ENR-03")
    void aMinorWaitsForTheParentsWhileAFileIsBeingRead() throws IOException {
        Invented mother = byEmail(1);
        announce(campaign, child(3, mother));
        campaign.database.superuser().sql("""
                        insert into account.campaign_file (file_id, digest, name, bytes, state, received_at)
                        values (gen_random_uuid(), decode(repeat('00', 32), 'hex'), 'next.csv', 1, 'WAITING', now())
                        """).update();
        campaign.inviting().inviteAll();
        assertThat(campaign.count("select count(*) from account.to_invite where way = 'MINOR'"))
                .isEqualTo(1);
        campaign.database
                .superuser()
                .sql("delete from account.campaign_file where name = 'next.csv'")
                .update();
        announce(campaign, mother);
        campaign.inviting().inviteAll();
        assertThat(campaign.emails()).anySatisfy(mail -> assertThat(mail.text()).contains("de Hugo"));
    }

    @Test
    @Requirement("ENR-03")
    void aMinorWhoseRepresentativesAreUnknownIsNotLost() throws IOException {
        announce(campaign, child(3, byEmail(77)), child(4));
        campaign.inviting().inviteAll();
        assertThat(campaign.posted())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("Aux représentants légaux de;Hugo ESSAI;")
                        .contains(";Hugo;"));
    }

    @Test
    @Requirement("ENR-17")
    void whoDiesBeforeTheLetterLeavesIsNotWrittenTo() throws IOException {
        announce(campaign, Invented.of(1));
        campaign.drop("d.csv", TestCampaign.HEADER + ";event", Invented.of(1).line() + ";DEATH");
        campaign.read();
        campaign.inviting().inviteAll();
        assertThat(campaign.posted()).isEmpty();
        campaign.clock.pass(Duration.ofDays(100));
        assertThat(campaign.opening.openAll()).isZero();
    }

    @Test
    @Requirement("ENR-02")
    void theSheetsAreReadyToBePrintedWithTheAddressInTheWindow() throws IOException {
        announce(
                campaign,
                Invented.of(1)
                        .with(
                                "address_lines",
                                "Bâtiment Œillet|12 rue des Lilas (face à l'école)|Lieu-dit Ty\\Gwenn|Trop|Long"),
                Invented.of(2));
        campaign.inviting().inviteAll();
        Path pdf = campaign.sheets(".pdf").getFirst();
        String line = campaign.posted().stream()
                .filter(one -> one.contains("Anneb"))
                .findFirst()
                .orElseThrow();
        int place = campaign.posted().indexOf(line) + 1;
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(place);
            stripper.setEndPage(place);
            String text = stripper.getText(document);
            assertThat(text)
                    .contains("Anneb ESSAI", "Bâtiment Œillet", "(face à l'école)", "Ty\\Gwenn", "31000 TOULOUSE")
                    .contains(code(line))
                    .contains("valable jusqu'au 25 novembre 2026 inclus")
                    .contains("https://service.test/activation");
            assertThat(insideTheWindow(document, place, "Anneb ESSAI", "31000 TOULOUSE"))
                    .isTrue();
        }
        assertThat(Files.getPosixFilePermissions(pdf)).hasSize(2);
        assertThat(Files.size(pdf)).isLessThan(1_000_000);
    }

    /// The window of a DL envelope, over an A4 sheet folded in three: 100 to 195 mm from the left, 45 to 85
    /// from above.
    private static boolean insideTheWindow(PDDocument document, int place, String... words) throws IOException {
        List<float[]> places = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                if (List.of(words).contains(text.strip())) {
                    places.add(new float[] {
                        positions.getFirst().getXDirAdj(),
                        positions.getFirst().getYDirAdj(),
                        positions.getLast().getXDirAdj()
                    });
                }
            }
        };
        stripper.setStartPage(place);
        stripper.setEndPage(place);
        stripper.getText(document);
        float mm = 72 / 25.4f;
        assertThat(places).hasSize(words.length);
        return places.stream()
                .allMatch(spot -> spot[0] > 100 * mm && spot[2] < 195 * mm && spot[1] > 45 * mm && spot[1] < 85 * mm);
    }

    @Test
    @Requirement("ENR-02")
    void filesForTheMailHouseHaveAtMostSoManySheets() throws IOException {
        TestCampaign small = new TestCampaign(
                new AccountProperties.Mailing(100, Path.of(""), 4, Duration.ofDays(1), Period.ofDays(2)));
        Invented[] people = new Invented[10];
        for (int i = 0; i < people.length; i++) {
            people[i] = Invented.of(i + 1);
        }
        announce(small, people);
        small.inviting().inviteAll();
        assertThat(small.sheets(".pdf")).hasSize(2);
        assertThat(small.posted()).as("two more wait for company").hasSize(8);
        small.clock.pass(Duration.ofDays(2));
        small.inviting().inviteAll();
        assertThat(small.posted()).hasSize(10);
        assertThat(small.mailings().newest(10))
                .extracting(Mailings.Listed::letters)
                .containsExactly(2, 4, 4);
    }

    /// Dies around the commit of the first turn.
    private static final class Dying extends TransactionTemplate {
        private static final long serialVersionUID = 1L;
        private final boolean committed;

        Dying(TransactionTemplate real, boolean committed) {
            super(Objects.requireNonNull(real.getTransactionManager()));
            this.committed = committed;
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            T result = super.execute((TransactionStatus status) -> {
                T done = action.doInTransaction(status);
                if (!committed) {
                    throw new IllegalStateException("dead before the commit");
                }
                return done;
            });
            if (committed) {
                throw new IllegalStateException("dead after the commit");
            }
            return result;
        }
    }

    @Test
    @Requirement("ENR-02")
    void codesThatWereNeverCommittedArePrintedNowhere() throws IOException {
        announce(campaign, Invented.of(1));
        assertThatThrownBy(() -> campaign.inviting(new Dying(campaign.transactions(), false))
                        .inviteSome())
                .hasMessage("dead before the commit");
        assertThat(campaign.sheets(".csv")).isEmpty();
        campaign.inviting().inviteAll();
        assertThat(campaign.posted()).hasSize(1);
        assertThat(valid(Invented.of(1).ins(), code(campaign.posted().getFirst())))
                .isTrue();
        try (var drafts = Files.list(campaign.properties.mailing().directory().resolve(".drafts"))) {
            assertThat(drafts).isEmpty();
        }
    }

    @Test
    @Requirement("ENR-02")
    void sheetsWhoseCodesWereCommittedArePrintedAfterACrash() throws IOException {
        announce(campaign, Invented.of(1));
        assertThatThrownBy(() -> campaign.inviting(new Dying(campaign.transactions(), true))
                        .inviteSome())
                .hasMessage("dead after the commit");
        assertThat(campaign.sheets(".csv")).isEmpty();
        campaign.inviting().inviteSome();
        assertThat(campaign.posted()).hasSize(1);
        assertThat(campaign.sheets(".pdf")).hasSize(1);
        assertThat(valid(Invented.of(1).ins(), code(campaign.posted().getFirst())))
                .isTrue();
    }
}
