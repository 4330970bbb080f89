package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.account.CampaignCounts.Figures;
import fr.monespacesante.account.TestCampaign.Invented;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Spaces open when their time has come; events come one at a time; and the figures always say what
/// counting says.
class OpeningModuleTests {
    private final TestCampaign campaign = new TestCampaign();

    private void announce(int from, int to) throws IOException {
        List<String> lines = new ArrayList<>(List.of(TestCampaign.HEADER));
        for (int i = from; i < to; i++) {
            lines.add(Invented.of(i)
                    .with("postal_code", i % 3 == 0 ? "80000" : i % 3 == 1 ? "31000" : "44000")
                    .line());
        }
        campaign.drop("a" + from + ".csv", lines.toArray(String[]::new));
        campaign.folder(campaign.imports(campaign.transactions(), 500)).importAll();
    }

    private void oppose(int number) {
        campaign.spaces.happen(campaign.space(Invented.of(number).ins()).id(), SpaceLife.Event.OPPOSE);
    }

    @Test
    @Requirement("ENR-06")
    void twoNodesOpenEverySpaceOnceAndNoneThatWasOpposedOrIsBeing() throws Exception {
        announce(0, 1_000);
        campaign.inviting().inviteAll();
        for (int i = 0; i < 1_000; i += 100) {
            oppose(i);
        }
        campaign.clock.pass(Duration.ofDays(50));
        var late = campaign.space(Invented.of(7).ins()).id();
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch goes = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(3)) {
            // somebody opposes at this very moment
            Future<?> opposing = threads.submit(() -> campaign.transactions().executeWithoutResult(status -> {
                campaign.spaces.happen(late, SpaceLife.Event.OPPOSE);
                holds.countDown();
                await(goes);
            }));
            holds.await();
            List<Future<Integer>> nodes = List.of(threads.submit(this::node), threads.submit(this::node));
            int opened = nodes.get(0).get() + nodes.get(1).get();
            assertThat(opened).isEqualTo(989);
            goes.countDown();
            opposing.get();
        }
        assertThat(campaign.spaces.openDue(10)).isZero();
        assertThat(campaign.count("select count(*) from account.space where state = 'OPEN'"))
                .isEqualTo(989);
        assertThat(campaign.count("select count(*) from account.space where state = 'OPPOSED' and opened_at is null"))
                .isEqualTo(11);
    }

    private int node() {
        int all = 0;
        for (int some = campaign.spaces.openDue(20); some > 0; some = campaign.spaces.openDue(20)) {
            all += some;
        }
        return all;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Requirement("ENR-07")
    @Requirement("ENR-17")
    void newbornsChangesAndDeathsComeOneAtATimeInTheirOrder() throws IOException {
        announce(0, 3);
        campaign.drop(
                "feed.csv",
                TestCampaign.HEADER + ";event",
                Invented.of(10).line() + ";ARRIVAL",
                Invented.of(1)
                                .with("city", "Amiens")
                                .with("postal_code", "80000")
                                .line() + ";CHANGE",
                Invented.of(99).line() + ";CHANGE",
                Invented.of(2).ins() + ";".repeat(16) + ";DEATH",
                Invented.of(10).line() + ";DEATH",
                Invented.of(98).line() + ";DEATH",
                Invented.of(0).line() + ";BIRTHDAY",
                Invented.of(2).line() + ";DEATH",
                Invented.of(11).line() + ";",
                Invented.of(2).line() + ";DEATH_WITHDRAWN");
        campaign.read();
        assertThat(campaign.newest().counts()).isEqualTo(new CampaignFile.Counts(11, 2, 1, 1, 3, 3));
        assertThat(campaign.report("feed.csv"))
                .contains("4;ins;nobody with this INS was announced", "7;ins;nobody", "8;event;not one of");
        assertThat(campaign.space(Invented.of(10).ins()).state()).isEqualTo(SpaceState.DECEASED);
        assertThat(campaign.space(Invented.of(2).ins()).state()).isEqualTo(SpaceState.CLOSED);
        assertThat(campaign.spaces.find(
                        fr.monespacesante.kernel.Ins.of(Invented.of(99).ins())))
                .isEmpty();
        campaign.inviting().inviteAll();
        assertThat(campaign.posted())
                .as("0, 1 and the new one; a code to the one who came back")
                .hasSize(4);
    }

    private void theFiguresSayWhatCountingSays() {
        Figures kept = campaign.counts.total(Optional.empty());
        String all = "select count(*) from account.space where ";
        assertThat(kept)
                .isEqualTo(new Figures(
                        campaign.count(all + "state = 'NOTIFIED' and invited_at is null"),
                        campaign.count(all + "invited_at is not null"),
                        campaign.count(all + "opposed_at is not null and opened_at is null"),
                        campaign.count(all + "opened_at is not null"),
                        campaign.count(all + "activated_at is not null")));
        for (CampaignCounts.OfDepartment one : campaign.counts.byDepartment()) {
            assertThat(one.figures().invited())
                    .isEqualTo(
                            campaign.count(all + "invited_at is not null and department = '" + one.department() + "'"));
        }
    }

    @Test
    @Requirement("ENR-16")
    void theFiguresAgreeWithCountingAfterEveryMove() throws IOException {
        announce(0, 300);
        theFiguresSayWhatCountingSays();
        campaign.inviting().inviteAll();
        theFiguresSayWhatCountingSays();
        campaign.counts.addUp();
        theFiguresSayWhatCountingSays();
        oppose(1);
        oppose(2);
        campaign.clock.pass(Duration.ofDays(50));
        campaign.opening.openAll();
        campaign.spaces.happen(campaign.space(Invented.of(1).ins()).id(), SpaceLife.Event.ACTIVATE);
        campaign.spaces.happen(campaign.space(Invented.of(5).ins()).id(), SpaceLife.Event.ACTIVATE);
        theFiguresSayWhatCountingSays();
        // one moves house, one is erased whole
        campaign.database
                .superuser()
                .sql("update account.space set department = '974' where space_id = :id")
                .param("id", campaign.space(Invented.of(5).ins()).id().value())
                .update();
        campaign.database
                .superuser()
                .sql("delete from account.space where space_id = :id")
                .param("id", campaign.space(Invented.of(6).ins()).id().value())
                .update();
        theFiguresSayWhatCountingSays();
        campaign.counts.addUp();
        campaign.counts.addUp();
        theFiguresSayWhatCountingSays();
        assertThat(campaign.count("select count(*) from account.campaign_move")).isZero();
        assertThat(campaign.counts.total(Optional.of("974"))).isEqualTo(new Figures(0, 1, 0, 1, 1));
        assertThat(campaign.counts.total(Optional.empty()).opposed())
                .as("one of two came in after all")
                .isEqualTo(1);
        List<CampaignCounts.OfDay> days = campaign.counts.byDay(Optional.empty(), 10);
        assertThat(days)
                .extracting(CampaignCounts.OfDay::day)
                .containsExactly(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 10, 14), LocalDate.of(2026, 10, 12));
        assertThat(days.get(1).figures().invited()).isEqualTo(299);
        assertThat(days.get(2).figures().opposed()).isEqualTo(1);
    }

    @Test
    @Requirement("ENR-16")
    void theFiguresHoldNoName() throws IOException {
        announce(0, 5);
        campaign.counts.addUp();
        String dump = campaign.database
                .superuser()
                .sql("select string_agg(row_to_json(c)::text, ' ') from account.campaign_count c")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
        assertThat(dump)
                .contains("\"department\":\"31\"")
                .doesNotContain("ESSAI")
                .doesNotContain("28405");
    }
}
