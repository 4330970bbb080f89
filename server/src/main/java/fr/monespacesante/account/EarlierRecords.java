package fr.monespacesante.account;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The spaces of people who had a DMP before there were spaces (ENR-15): it becomes an open space,
/// without an invitation and without a new time to oppose, as its holder had agreed to it then. Whoever
/// is known already keeps what they have.
@Component
public class EarlierRecords {
    private final JdbcClient database;
    private final Directory directory;
    private final Spaces spaces;
    private final Ids ids;
    private final Clock clock;

    EarlierRecords(JdbcClient database, Directory directory, Spaces spaces, Ids ids, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.spaces = spaces;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<Space> find(Ins ins) {
        return spaces.find(ins);
    }

    /// The space of this person, opened now when there is none.
    ///
    /// @param department as campaigns count by, such as `31`; `--` where it is not known
    @Transactional
    public Space openFor(Person person, String department) {
        UUID id = ids.next();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int opened = database.sql("""
                        insert into account.space
                            (space_id, ins_hash, state, department, invited_at, opens_at, opened_at, sealed)
                        values (:id, :hash, 'OPEN', :department, :now, :now, :now, :sealed)
                        on conflict (ins_hash) do nothing
                        """)
                .param("id", id)
                .param("hash", spaces.hash(person.ins()))
                .param("department", department)
                .param("now", now)
                .param("sealed", directory.seal(Spaces.place(id, 1), person))
                .update();
        if (opened == 0) {
            return spaces.find(person.ins()).orElseThrow();
        }
        // what a campaign says of the person later takes the place of this
        Insured.Details unknown = new Insured.Details("", List.of(), "", "", null, null, "", List.of());
        database.sql("insert into account.insured (space_id, line_hash, sealed) values (:id, :line, :sealed)")
                .param("id", id)
                .param("line", new byte[32])
                .param("sealed", directory.seal(InsuredPeople.place(id, 1), unknown))
                .update();
        return new Space(new SpaceId(id), SpaceState.OPEN, person);
    }
}
