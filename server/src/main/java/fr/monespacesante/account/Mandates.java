package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may act in somebody else's space, asked by the door and by the page on which one chooses a person.
@Component
public final class Mandates {
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Directory directory;
    private final Spaces spaces;

    public Mandates(JdbcTemplate database, Directory directory, Spaces spaces) {
        this.database = JdbcClient.create(database);
        this.batches = database;
        this.directory = directory;
        this.spaces = spaces;
    }

    /// A mandate in one space, and the name of who holds it; empty while that person has no space.
    public record Delegate(Mandate mandate, Optional<String> name) {}

    /// A mandate of one person, and whose space it is for.
    public record Represented(Mandate mandate, Space space) {
        /// Whether it opens anything now, as the door will see it.
        public boolean holdsAt(Instant now) {
            return mandate.holdsAt(now)
                    && !space.standing().concealed()
                    && (mandate.kind() != Mandate.Kind.LEGAL_REPRESENTATIVE
                            || space.person().isMinorAt(now));
        }
    }

    /// The mandate of one person in another's space. Whether it holds now is for the rules to say. One statement.
    public Optional<Mandate> find(SpaceId space, SpaceId delegate) {
        return database.sql("""
                        select m.kind, m.scopes, m.until, m.powers from account.mandate m
                          join account.space d on d.ins_hash = m.delegate_hash
                         where m.space_id = :space and d.space_id = :delegate
                        """)
                .param("space", space.value())
                .param("delegate", delegate.value())
                .query((row, number) -> mandate(row))
                .optional();
    }

    /// Everybody with a mandate in this space.
    public List<Delegate> in(SpaceId space) {
        return database.sql("""
                        select m.kind, m.scopes, m.until, m.powers, d.space_id, d.version, d.sealed from account.mandate m
                          left join account.space d on d.ins_hash = m.delegate_hash
                         where m.space_id = :space order by m.kind, d.space_id
                        """)
                .param("space", space.value())
                .query((row, number) -> new Delegate(mandate(row), name(row)))
                .list();
    }

    /// Everybody for whom this person has a mandate.
    public List<Represented> of(SpaceId delegate) {
        return database.sql("select m.kind, m.scopes, m.until, m.powers, " + Spaces.COLUMNS + """
                          from account.mandate m
                          join account.space d on d.ins_hash = m.delegate_hash
                          join account.space s on s.space_id = m.space_id
                         where d.space_id = :delegate order by s.space_id
                        """)
                .param("delegate", delegate.value())
                .query((row, number) -> new Represented(mandate(row), spaces.space(row, number)))
                .list();
    }

    /// The spaces of those who represent this person by law and whose mandate holds now: parents until the
    /// eighteenth birthday (REP-03), guardians.
    public List<SpaceId> representatives(SpaceId space, Instant now) {
        Optional<Space> found =
                spaces.find(space).filter(known -> !known.standing().concealed());
        if (found.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select d.space_id from account.mandate m
                          join account.space d on d.ins_hash = m.delegate_hash
                         where m.space_id = :space and (m.kind = 'GUARDIAN' or (m.kind = 'LEGAL_REPRESENTATIVE' and :minor))
                           and (m.until is null or m.until > :now)
                         order by d.space_id
                        """)
                .param("space", space.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("minor", found.get().person().isMinorAt(now))
                .query((row, number) -> new SpaceId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Whether this is the space of a minor.
    public boolean ofMinor(SpaceId space, Instant now) {
        return spaces.find(space).filter(found -> found.person().isMinorAt(now)).isPresent();
    }

    /// Gives a mandate, in the place of one that the same person had there.
    public void give(SpaceId space, Ins delegate, Mandate mandate) {
        give(space, delegate, mandate, Mandate.Source.HOLDER);
    }

    /// Gives a mandate, in the place of one that the same person had there.
    public void give(SpaceId space, Ins delegate, Mandate mandate, Mandate.Source source) {
        database.sql("""
                        insert into account.mandate (space_id, delegate_hash, kind, scopes, until, powers, source)
                        values (:space, :delegate, :kind, cast(:scopes as text[]), :until, :powers, :source)
                        on conflict (space_id, delegate_hash) do update
                           set kind = excluded.kind, scopes = excluded.scopes, until = excluded.until,
                               powers = excluded.powers, source = excluded.source
                        """)
                .param("powers", mandate.powers().name())
                .param("source", source.name())
                .param("space", space.value())
                .param("delegate", spaces.hash(delegate))
                .param("kind", mandate.kind().name())
                .param(
                        "scopes",
                        mandate.scopes().stream().map(Mandate.Scope::name).collect(Collectors.joining(",", "{", "}")))
                .param("until", until(mandate))
                .update();
    }

    /// Takes a mandate back at once.
    public void end(SpaceId space, Ins delegate) {
        database.sql("delete from account.mandate where space_id = :space and delegate_hash = :delegate")
                .param("space", space.value())
                .param("delegate", spaces.hash(delegate))
                .update();
    }

    /// The parents of minors, as the health insurance announces them: those named now, and no longer those that
    /// are not. Who came by another way stays; a caregiver who turns out to be a parent becomes one.
    void announce(List<Announced> minors) {
        batches.batchUpdate(
                "delete from account.mandate where space_id = ? and kind = 'LEGAL_REPRESENTATIVE' and source = 'FEED'",
                minors.stream().map(minor -> new Object[] {minor.space()}).toList());
        batches.batchUpdate(
                """
                insert into account.mandate (space_id, delegate_hash, kind) values (?, ?, 'LEGAL_REPRESENTATIVE')
                on conflict (space_id, delegate_hash) do update
                   set kind = excluded.kind, scopes = '{}', until = null, source = 'FEED'
                 where account.mandate.kind = 'CAREGIVER'
                """,
                minors.stream()
                        .flatMap(minor -> minor.representatives().stream()
                                .flatMap(text -> Ins.parse(text).stream())
                                .map(ins -> new Object[] {minor.space(), spaces.hash(ins)}))
                        .toList());
    }

    /// @param representatives their INS
    record Announced(UUID space, List<String> representatives) {}

    private Optional<String> name(ResultSet row) throws SQLException {
        UUID id = row.getObject("space_id", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(directory
                        .open(Spaces.place(id, row.getLong("version")), row.getBytes("sealed"), Person.class)
                        .displayName());
    }

    private static @Nullable OffsetDateTime until(Mandate mandate) {
        return mandate.until().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        Set<Mandate.Scope> granted =
                Arrays.stream(scopes).map(Mandate.Scope::valueOf).collect(Collectors.toUnmodifiableSet());
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new Mandate(
                Mandate.Kind.valueOf(row.getString("kind")),
                granted,
                Optional.ofNullable(until).map(OffsetDateTime::toInstant),
                Powers.valueOf(row.getString("powers")));
    }
}
