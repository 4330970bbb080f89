package fr.monespacesante.account;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything that stands in the tables of some schemas, as someone with a copy of the database reads it:
/// bytes shown
/// both as they are and as text.
final class TableDump {
    private static final Pattern BYTES = Pattern.compile("\\\\\\\\x([0-9a-f]+)");

    private TableDump() {}

    static String of(JdbcClient superuser, String... schemas) {
        List<String> tables = superuser
                .sql("select table_schema || '.' || table_name as name from information_schema.tables "
                        + "where table_schema = any (:schemas) order by 1")
                .param("schemas", schemas)
                .query((row, number) -> String.valueOf(row.getString("name")))
                .list();
        StringBuilder dump = new StringBuilder();
        for (String table : tables) {
            dump.append("== ").append(table).append('\n');
            superuser
                    .sql("select row_to_json(t)::text as line from " + table + " t")
                    .query((row, number) -> String.valueOf(row.getString("line")))
                    .list()
                    .forEach(line -> dump.append(line)
                            .append('\n')
                            .append(BYTES.matcher(line)
                                    .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(new String(
                                            HexFormat.of().parseHex(match.group(1)), StandardCharsets.ISO_8859_1))))
                            .append('\n'));
        }
        return dump.toString();
    }
}
