package fr.monespacesante.supervision;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of the rules.
final class RuleRows {
    private final JdbcClient database;

    RuleRows(JdbcClient database) {
        this.database = database;
    }

    /// In the order of `Rule.Code`. A row of a code that this version does not know is left alone.
    List<Rule> all() {
        Map<String, Map<String, Integer>> professions = new TreeMap<>();
        database.sql("select code, profession, threshold from supervision.profession_threshold")
                .query((row, number) -> professions
                        .computeIfAbsent(String.valueOf(row.getString("code")), code -> new TreeMap<>())
                        .put(String.valueOf(row.getString("profession")), row.getInt("threshold")))
                .list();
        Map<String, Rule> found = new TreeMap<>();
        List<String> codes =
                java.util.Arrays.stream(Rule.Code.values()).map(Enum::name).toList();
        database.sql(
                        "select code, enabled, threshold, minutes, version from supervision.rule where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) -> new Rule(
                        Rule.Code.valueOf(row.getString("code")),
                        row.getBoolean("enabled"),
                        row.getInt("threshold"),
                        row.getInt("minutes"),
                        professions.getOrDefault(row.getString("code"), Map.of()),
                        row.getLong("version")))
                .list()
                .forEach(rule -> found.put(rule.code().name(), rule));
        return codes.stream().filter(found::containsKey).map(found::get).toList();
    }

    /// False when somebody else changed it meanwhile.
    boolean change(Rule to) {
        int changed = database.sql("""
                        update supervision.rule
                           set enabled = :enabled, threshold = :threshold, minutes = :minutes, version = version + 1
                         where code = :code and version = :version
                        """)
                .param("enabled", to.enabled())
                .param("threshold", to.threshold())
                .param("minutes", to.minutes())
                .param("code", to.code().name())
                .param("version", to.version())
                .update();
        if (changed == 0) {
            return false;
        }
        database.sql("delete from supervision.profession_threshold where code = :code")
                .param("code", to.code().name())
                .update();
        to.professions()
                .forEach((profession, threshold) -> database.sql("""
                        insert into supervision.profession_threshold (code, profession, threshold)
                        values (:code, :profession, :threshold)
                        """)
                        .param("code", to.code().name())
                        .param("profession", profession)
                        .param("threshold", threshold)
                        .update());
        return true;
    }
}
