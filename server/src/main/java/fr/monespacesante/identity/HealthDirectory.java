package fr.monespacesante.identity;

import fr.monespacesante.kernel.Rpps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The directory of health professionals: the public extraction of the national one (`DirectoryFile`), and those who
/// have signed in. What is published wins over what a sign-in said.
@Component
public final class HealthDirectory {
    private static final int MOST = 20;
    private static final int SHORTEST = 2;
    private static final String COLUMNS = """
            rpps, civility, family_name, given_name, profession, speciality, structure_id, structure_name, city
            """;

    /// "select", not "values": the driver would make one statement of a batch, and not tell how many rows changed.
    private static final String KEEP = """
            insert into identity.professional
                   (rpps, civility, family_name, given_name, profession, speciality, structure_id, structure_name, city,
                    published, words)
            select :rpps, :civility, :family, :given, :profession, :speciality, :structureId, :structureName, :city,
                   :published, to_tsvector('simple', :words)
            on conflict (rpps) do update
               set civility = excluded.civility, family_name = excluded.family_name,
                   given_name = excluded.given_name, profession = excluded.profession,
                   speciality = excluded.speciality, structure_id = excluded.structure_id,
                   structure_name = excluded.structure_name, city = excluded.city,
                   published = excluded.published, words = excluded.words
             where (excluded.published or not identity.professional.published)
               and (identity.professional.civility, identity.professional.family_name,
                    identity.professional.given_name, identity.professional.profession,
                    identity.professional.speciality, identity.professional.structure_id,
                    identity.professional.structure_name, identity.professional.city, identity.professional.published)
                   is distinct from
                   (excluded.civility, excluded.family_name, excluded.given_name, excluded.profession,
                    excluded.speciality, excluded.structure_id, excluded.structure_name, excluded.city,
                    excluded.published)
            """;

    private final JdbcClient database;
    private final NamedParameterJdbcOperations batches;

    HealthDirectory(JdbcClient database, NamedParameterJdbcOperations batches) {
        this.database = database;
        this.batches = batches;
    }

    public Optional<Professional> find(Rpps rpps) {
        return Optional.ofNullable(find(List.of(rpps)).get(rpps));
    }

    /// Those of these numbers that are known, in one question to the database.
    public Map<Rpps, Professional> find(Collection<Rpps> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select " + COLUMNS + " from identity.professional where rpps in (:numbers)")
                .param("numbers", numbers.stream().map(Rpps::value).toList())
                .query(HealthDirectory::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Professional::rpps, each -> each, (one, other) -> one, LinkedHashMap::new));
    }

    /// By the beginnings of names, in any order, accents and capitals aside; at most twenty, by name. Nobody for
    /// fewer than two letters.
    public List<Professional> search(String name) {
        List<String> words = words(name);
        if (words.stream().mapToInt(String::length).max().orElse(0) < SHORTEST) {
            return List.of();
        }
        String query = words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
        return database.sql("select " + COLUMNS + """
                          from identity.professional
                         where words @@ to_tsquery('simple', :query)
                         order by family_name, given_name, rpps limit :most
                        """)
                .param("query", query)
                .param("most", MOST)
                .query(HealthDirectory::read)
                .list();
    }

    /// A professional has just proven who they are: known from now on, unless the national directory says already.
    public void seen(Professional professional) {
        keep(List.of(professional), false);
    }

    /// @return how many were new or changed
    int keep(List<Professional> professionals, boolean published) {
        MapSqlParameterSource[] rows = professionals.stream()
                .map(each -> new MapSqlParameterSource()
                        .addValue("rpps", each.rpps().value())
                        .addValue("civility", each.civility())
                        .addValue("family", each.familyName())
                        .addValue("given", each.givenName())
                        .addValue("profession", each.profession())
                        .addValue("speciality", each.speciality())
                        .addValue("structureId", each.structureId())
                        .addValue("structureName", each.structureName())
                        .addValue("city", each.city())
                        .addValue("published", published)
                        .addValue("words", String.join(" ", words(each.givenName() + " " + each.familyName()))))
                .toArray(MapSqlParameterSource[]::new);
        return Arrays.stream(batches.batchUpdate(KEEP, rows)).sum();
    }

    /// Lower case letters and digits without accents, so that nothing in them means something to a query.
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        List<String> words = new ArrayList<>();
        for (String word : plain.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && words.size() < 10) {
                words.add(word.substring(0, Math.min(word.length(), 60)));
            }
        }
        return words;
    }

    private static Professional read(ResultSet row, int number) throws SQLException {
        return new Professional(
                new Rpps(String.valueOf(row.getString("rpps"))),
                String.valueOf(row.getString("civility")),
                String.valueOf(row.getString("family_name")),
                String.valueOf(row.getString("given_name")),
                String.valueOf(row.getString("profession")),
                String.valueOf(row.getString("speciality")),
                String.valueOf(row.getString("structure_id")),
                String.valueOf(row.getString("structure_name")),
                String.valueOf(row.getString("city")));
    }
}
