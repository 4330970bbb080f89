package fr.monespacesante.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The figures of the campaigns (ENR-16). They hold no name, and none can be found by them. They are counts
/// that each change of a space moves, so that reading them costs the same with 70 million spaces as with
/// seven.
@Component
public class CampaignCounts {
    private static final long LOCK = 0x6d65735f636f756eL;
    private static final String FIGURES = """
            coalesce(sum(people) filter (where what = 'WAITING'), 0) as waiting,
            coalesce(sum(people) filter (where what = 'INVITED'), 0) as invited,
            coalesce(sum(people) filter (where what = 'OPPOSED'), 0) as opposed,
            coalesce(sum(people) filter (where what = 'OPENED'), 0) as opened,
            coalesce(sum(people) filter (where what = 'ACTIVATED'), 0) as activated
              from (select * from account.campaign_count union all select * from account.campaign_move) c
            """;

    private final JdbcClient database;

    public CampaignCounts(JdbcClient database) {
        this.database = database;
    }

    /// @param waiting announced, whose letter has not left yet
    /// @param opposed and not come in since
    /// @param opened activated ones included
    public record Figures(long waiting, long invited, long opposed, long opened, long activated) {
        public double opposedPercent() {
            return invited == 0 ? 0 : 100.0 * opposed / invited;
        }
    }

    public record OfDepartment(String department, Figures figures) {}

    /// What happened on a day: those invited, opposed, opened, activated on it.
    public record OfDay(LocalDate day, Figures figures) {}

    /// @param department all of them when empty
    public Figures total(Optional<String> department) {
        return database.sql(
                        "select " + FIGURES + " where (cast(:department as text) is null or department = :department)")
                .param("department", nullable(department))
                .query((row, number) -> figures(row))
                .single();
    }

    public List<OfDepartment> byDepartment() {
        return database.sql("select department, " + FIGURES + " group by department order by department")
                .query((row, number) -> new OfDepartment(String.valueOf(row.getString("department")), figures(row)))
                .list();
    }

    /// Newest first.
    public List<OfDay> byDay(Optional<String> department, int atMost) {
        return database.sql("select day, " + FIGURES + """
                         where what <> 'WAITING' and (cast(:department as text) is null or department = :department)
                         group by day having bool_or(people <> 0) order by day desc limit :most
                        """)
                .param("department", nullable(department))
                .param("most", atMost)
                .query((row, number) -> new OfDay(row.getObject("day", LocalDate.class), figures(row)))
                .list();
    }

    /// Adds up what was moved. Reading gives the same before and after.
    @Scheduled(fixedDelay = 5_000)
    void addUp() {
        database.sql("""
                        with mine as materialized (select pg_try_advisory_xact_lock(:lock) as mine),
                             gone as (delete from account.campaign_move where (select mine from mine) returning *)
                        insert into account.campaign_count (department, day, what, people)
                        select department, day, what, sum(people) from gone group by 1, 2, 3
                        on conflict (what, department, day) do update
                           set people = campaign_count.people + excluded.people
                        """).param("lock", LOCK).update();
    }

    private static @Nullable String nullable(Optional<String> text) {
        return text.orElse(null);
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("waiting"),
                row.getLong("invited"),
                row.getLong("opposed"),
                row.getLong("opened"),
                row.getLong("activated"));
    }
}
