package fr.monespacesante.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The schemas of the modules, in the order in which they may refer to each other, and what each start checks of them.
public final class Schemas {
    /// A module that has tables has its migrations in `db/migration/<module>`.
    public static final List<String> MODULES = List.of(
            "vault",
            "courier",
            "audit",
            "identity",
            "account",
            "access",
            "record",
            "notification",
            "supervision",
            "takeout",
            "messaging",
            "support",
            "archive");

    /// The roles, created once by a superuser before anything else.
    public static final String ROLES = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'mes_owner') then
                    create role mes_owner login nosuperuser nobypassrls nocreaterole;
                end if;
                if not exists (select from pg_roles where rolname = 'mes_app') then
                    create role mes_app login nosuperuser nobypassrls nocreaterole;
                end if;
            end $$;
            """;

    private Schemas() {}

    /// Brings every schema to its newest version, as `mes_owner`, and refuses a database whose walls have a hole.
    ///
    /// @throws IllegalStateException naming each table whose row security or grants are missing
    public static void migrate(DataSource owner) {
        for (String module : MODULES) {
            Flyway.configure()
                    .dataSource(owner)
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:db/migration/" + module)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        }
        List<String> holes = holes(JdbcClient.create(owner));
        if (!holes.isEmpty()) {
            throw new IllegalStateException("the database is not safe to run on: " + String.join("; ", holes));
        }
    }

    /// Every table with a `space_id` and without forced row security or without a policy, and every right that
    /// `mes_app` has on the traces beyond reading and adding. Directory tables, which find a space before its
    /// door is open, say so in their comment (`directory: …`).
    public static List<String> holes(JdbcClient database) {
        return database.sql("""
                        select 'no forced row security on ' || n.nspname || '.' || c.relname
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attname = 'space_id' and not a.attisdropped
                         where c.relkind in ('r', 'p') and n.nspname = any (:modules)
                           and coalesce(obj_description(c.oid), '') not like 'directory:%'
                           and not (c.relrowsecurity and c.relforcerowsecurity
                                    and exists (select from pg_policy p where p.polrelid = c.oid))
                        union all
                        select 'mes_app may ' || g.privilege_type || ' ' || g.table_schema || '.' || g.table_name
                          from information_schema.role_table_grants g
                         where g.grantee = 'mes_app' and g.table_schema = 'audit'
                           and g.privilege_type not in ('SELECT', 'INSERT')
                        union all
                        select 'mes_app is too powerful' from pg_roles
                         where rolname = 'mes_app' and (rolsuper or rolbypassrls)
                        order by 1
                        """)
                .param("modules", MODULES.toArray(String[]::new))
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
