package fr.monespacesante.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The figures of the campaigns (ENR-16). They hold no name, and none can be found by them.
@Component
public final class CampaignCounts {
    private final JdbcClient database;

    public CampaignCounts(JdbcClient database) {
        this.database = database;
    }

    /// People invited on a day in a department, and what has become of their spaces since.
    ///
    /// @param opened activated ones included
    public record Line(String department, LocalDate day, long invited, long opposed, long opened, long activated) {
        public double opposedPercent() {
            return invited == 0 ? 0 : 100.0 * opposed / invited;
        }
    }

    public List<Line> byDepartmentAndDay() {
        return database.sql("""
                        select department, (invited_at at time zone 'Europe/Paris')::date as day,
                               count(*) as invited,
                               count(*) filter (where opposed_at is not null and opened_at is null) as opposed,
                               count(opened_at) as opened,
                               count(activated_at) as activated
                          from account.space
                         group by 1, 2 order by 2 desc, 1
                        """).query(CampaignCounts::line).list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                String.valueOf(row.getString("department")),
                row.getObject("day", LocalDate.class),
                row.getLong("invited"),
                row.getLong("opposed"),
                row.getLong("opened"),
                row.getLong("activated"));
    }
}
