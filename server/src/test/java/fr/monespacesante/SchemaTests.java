package fr.monespacesante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.database.Schemas;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The walls that PostgreSQL holds behind the door, on every table there is and will be.
class SchemaTests {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final UUID CLAIRE = UUID.fromString("0199c1a1-0000-7000-8000-00000000c1a1");
    private static final UUID MARCEL = UUID.fromString("0199c1a1-0000-7000-8000-0000000a3ce1");

    private final JdbcClient superuser = DATABASE.superuser();

    /// A row that satisfies every rule of its table, so that only row security decides who sees it. A new table of a
    /// space fails the test until it has its line here.
    private static final String ROWS = """
            vault.space_key             | wrapped                     | decode(repeat('00', 64), 'hex')
            vault.archived_key          | for_return, blind           | decode(repeat('00', 64), 'hex'), decode(repeat('00', 64), 'hex')
            audit.trace                 | seq, id, at, sealed, hash   | 1, :id, now(), '', decode(repeat('00', 32), 'hex')
            access.rights               | version, sealed             | 1, ''
            record.document             | id, version, unique_hash, superseded, archived, arrived_at, changed_at, blob, size, sealed | :id, 1, decode(repeat('00', 32), 'hex'), false, false, now(), now(), :id, 1, ''
            record.document_history     | id, version, until, sealed  | :id, 1, now(), ''
            record.words                | id, sealed                  | :id, ''
            record.submission           | id, unique_hash, at, sealed | :id, '', now(), ''
            record.erasure_document     | erasure, id                 | :id, :id
            record.erased               | unique_hash, erased_at      | decode(repeat('00', 32), 'hex'), now()
            record.last_visit           | visitor, seen_at            | decode(repeat('00', 32), 'hex'), now()
            notification.notice         | id, at, once, unread, sealed | :id, now(), decode(repeat('00', 32), 'hex'), true, ''
            messaging.conversation      | id, version, last_at, unread, alone, sealed | :id, 1, now(), 0, false, ''
            messaging.message           | id, conversation, version, at, once, named, blob, size, sealed | :id, :id, 1, now(), decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), :id, 1, ''
            messaging.words             | id, sealed                  | :id, ''
            messaging.draft             | id, conversation, author, version, saved_at, sealed | :id, :id, :id, 1, now(), ''
            messaging.draft_file        | id, draft, size             | :id, :id, 1
            notification.preferences    | version, sealed             | 1, ''
            """;

    private record Row(String table, String columns, String values) {}

    private static List<Row> rows() {
        return ROWS.lines()
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()))
                .toList();
    }

    @AfterEach
    void empty() {
        rows().forEach(row -> superuser.sql("delete from " + row.table()).update());
    }

    @Test
    @Requirement("SEC-03")
    void everyTableOfASpaceHasForcedRowSecurityOrIsADirectoryAndSaysWhy() {
        assertThat(Schemas.holes(superuser)).isEmpty();
        assertThat(tablesOfSpaces())
                .containsExactlyInAnyOrderElementsOf(
                        rows().stream().map(Row::table).toList());
        assertThat(strings("""
                        select n.nspname || '.' || c.relname from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where obj_description(c.oid) like 'directory:%' and length(obj_description(c.oid)) < 20
                        """)).isEmpty();
    }

    @Test
    @Requirement("SEC-03")
    void withoutAVisitNoRowOfAnySpaceIsThere() {
        insertForBoth();
        for (Row row : rows()) {
            assertThat(count(DATABASE.client(), row.table())).as(row.table()).isZero();
        }
    }

    @Test
    @Requirement("SEC-03")
    void insideAVisitNothingOfAnotherSpaceIsThereNorCanBePutThere() {
        insertForBoth();
        for (Row row : rows()) {
            DATABASE.transactions().executeWithoutResult(status -> {
                JdbcClient application = DATABASE.client();
                application.sql("set local mes.space = '" + CLAIRE + "'").update();
                assertThat(application
                                .sql("select space_id from " + row.table())
                                .query((found, number) -> found.getObject(1, UUID.class))
                                .list())
                        .as(row.table())
                        .containsExactly(CLAIRE);
            });
            assertThatThrownBy(() -> DATABASE.transactions().executeWithoutResult(status -> {
                        JdbcClient application = DATABASE.client();
                        application
                                .sql("set local mes.space = '" + CLAIRE + "'")
                                .update();
                        insert(application, row, UUID.fromString("0199c1a1-0000-7000-8000-00000000beef"));
                    }))
                    .as(row.table())
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    @Requirement("SEC-03")
    void insideAVisitTheRowsOfAnotherSpaceCanNeitherBeChangedNorRemoved() {
        insertForBoth();
        for (Row row : rows()) {
            for (String sql : List.of(
                    "update %s set space_id = space_id where space_id = '%s'",
                    "delete from %s where space_id = '%s'")) {
                Long touched = DATABASE.transactions().execute(status -> {
                    JdbcClient application = DATABASE.client();
                    application.sql("set local mes.space = '" + CLAIRE + "'").update();
                    try {
                        return (long) application
                                .sql(sql.formatted(row.table(), MARCEL))
                                .update();
                    } catch (org.springframework.dao.DataAccessException notGranted) {
                        status.setRollbackOnly();
                        return 0L;
                    }
                });
                assertThat(touched).as(row.table()).isZero();
            }
            assertThat(count(superuser, row.table())).as(row.table()).isEqualTo(2);
        }
    }

    @Test
    @Requirement("TRC-03")
    void theServiceMayOnlyReadAndAddTraces() {
        assertThat(strings("""
                        select table_name || ' ' || string_agg(privilege_type, ' ' order by privilege_type)
                          from information_schema.role_table_grants
                         where grantee = 'mes_app' and table_schema = 'audit' group by table_name order by 1
                        """))
                .allSatisfy(line -> assertThat(line).matches("\\S+( INSERT)? SELECT"))
                .isNotEmpty();
    }

    @Test
    @Requirement("SEC-03")
    void theRolesAreNeitherSuperusersNorBypassRowSecurityAndTheServiceOwnsNothing() {
        assertThat(strings("""
                        select rolname from pg_roles where rolname in ('mes_app', 'mes_owner')
                         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                        """)).isEmpty();
        assertThat(strings("""
                        select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                         where r.rolname = 'mes_app'
                        """)).isEmpty();
        assertThat(strings("""
                        select a.roleid::regrole::text from pg_auth_members a where a.member = 'mes_app'::regrole
                        """)).isEmpty();
        assertThat(strings("""
                        select n.nspname from pg_namespace n
                         where has_schema_privilege('mes_app', n.oid, 'create') and n.nspname not like 'pg_temp%'
                        """)).isEmpty();
    }

    @Test
    @Requirement("OPS-04")
    void everyPrimaryAndUniqueKeyOfASpacesTableBeginsWithTheSpace() {
        assertThat(strings("""
                        select n.nspname || '.' || c.relname || ' ' || k.conname
                          from pg_constraint k
                          join pg_class c on c.oid = k.conrelid
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                         where k.contype in ('p', 'u') and c.relrowsecurity and a.attname <> 'space_id'
                        """)).isEmpty();
        assertThat(strings("""
                        select n.nspname || '.' || c.relname from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relrowsecurity
                           and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
                        """)).isEmpty();
    }

    @Test
    @Requirement("OPS-04")
    void noForeignKeyCrossesSpacesOrModules() {
        assertThat(strings("""
                        select k.conname from pg_constraint k
                          join pg_class c on c.oid = k.conrelid
                          join pg_class f on f.oid = k.confrelid
                         where k.contype = 'f'
                           and (c.relnamespace <> f.relnamespace or c.relrowsecurity or f.relrowsecurity)
                        """)).isEmpty();
    }

    @Test
    @Requirement("SEC-02")
    void everyTableOfASpaceKeepsWhatItSaysInASealedColumn() {
        assertThat(strings("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                         where table_schema || '.' || table_name in (:tables)
                           and data_type not in ('uuid', 'bytea', 'bigint', 'integer', 'boolean',
                                                 'timestamp with time zone')
                        """.replace(
                        ":tables",
                        rows().stream().map(row -> "'" + row.table() + "'").collect(Collectors.joining(", ")))))
                .as("columns that could hold readable words")
                .isEmpty();
    }

    @Test
    @Requirement("SEC-03")
    void startUpRefusesADatabaseWithAHole() {
        TestDatabase holed = TestDatabase.fresh();
        for (String[] hole : new String[][] {
            {"drop policy the_space_that_is_open on record.document", "record.document"},
            {"alter table access.rights no force row level security", "access.rights"},
            {"alter table record.words disable row level security", "record.words"},
            {"grant delete on audit.trace to mes_app", "mes_app may DELETE audit.trace"}
        }) {
            holed.superuser().sql(hole[0]).update();
            assertThat(Schemas.holes(holed.superuser())).anyMatch(line -> line.contains(hole[1]));
        }
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(holed.url());
        owner.setUser("mes_owner");
        assertThatThrownBy(() -> Schemas.migrate(owner))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("record.document");
    }

    private void insertForBoth() {
        for (Row row : rows()) {
            insert(superuser, row, CLAIRE);
            insert(superuser, row, MARCEL);
        }
    }

    private static void insert(JdbcClient client, Row row, UUID space) {
        client.sql("insert into " + row.table() + " (space_id, " + row.columns() + ") values ('" + space + "', "
                        + row.values().replace(":id", "'" + UUID.randomUUID() + "'") + ")")
                .update();
    }

    private List<String> tablesOfSpaces() {
        return strings("""
                select n.nspname || '.' || c.relname from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'space_id' and not a.attisdropped
                 where c.relkind in ('r', 'p') and coalesce(obj_description(c.oid), '') not like 'directory:%'
                   and n.nspname not in ('pg_catalog', 'information_schema')
                """);
    }

    private List<String> strings(String sql) {
        return superuser
                .sql(sql)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private static long count(JdbcClient client, String table) {
        return client.sql("select count(*) from " + table)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
