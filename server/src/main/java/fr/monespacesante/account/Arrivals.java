package fr.monespacesante.account;

import fr.monespacesante.account.CampaignLine.Fault;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.SpaceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes in people whom the health insurance announces, thousands or one newborn (ENR-07): a space in state
/// `NOTIFIED` and a place among those to invite. Who is known already is brought up to date, and invited
/// only once.
@Component
class Arrivals {
    /// Held by whoever takes people in, so that two files with the same person do not cross.
    private static final long LOCK = 0x6d65735f61727276L;

    private final JdbcTemplate database;
    private final Spaces spaces;
    private final InsuredRows rows;
    private final Closings closings;

    Arrivals(JdbcTemplate database, Spaces spaces, InsuredRows rows, Closings closings) {
        this.database = database;
        this.spaces = spaces;
        this.rows = rows;
        this.closings = closings;
    }

    /// @param refused in the order of their lines
    record Taken(Campaigns.Result result, List<Refused> refused) {}

    record Refused(long line, List<Fault> faults) {}

    /// Somebody known: where, and what was last said of her.
    record Known(UUID space, SpaceState state, long version, long detailsVersion, byte[] line, Origin origin) {}

    /// Which line of which file said it; empty when no file did.
    record Origin(Optional<UUID> file, long line) {}

    /// A line to be written.
    record Arrival(long line, Insured insured, byte[] hash, byte[] content, boolean mustBeKnown) {}

    record Change(Known before, Arrival after) {}

    /// @param events whether the lines tell what happened in turn; otherwise nobody is in them twice
    @Transactional
    public Taken take(List<CampaignLines.Numbered> lines, Optional<UUID> file, boolean events) {
        database.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        Work work = new Work(file, events);
        List<Prepared> prepared = lines.parallelStream().map(this::prepared).toList();
        Map<String, Arrival> batch = new LinkedHashMap<>();
        for (Prepared one : prepared) {
            switch (one) {
                case Prepared.Person(Arrival arrival) -> {
                    String key = HexFormat.of().formatHex(arrival.hash());
                    Arrival same = batch.get(key);
                    if (same == null) {
                        batch.put(key, arrival);
                    } else if (events) {
                        put(batch, work);
                        batch.put(key, arrival);
                    } else {
                        work.twice(arrival.line(), same.line());
                    }
                }
                case Prepared.Death(long line, Ins ins, boolean withdrawn) -> {
                    put(batch, work);
                    die(line, ins, withdrawn, work);
                }
                case Prepared.Wrong(Refused refused) -> work.refused.add(refused);
            }
        }
        put(batch, work);
        return work.taken();
    }

    /// What can be made of a line without the database.
    private sealed interface Prepared {
        record Person(Arrival arrival) implements Prepared {}

        record Death(long line, Ins ins, boolean withdrawn) implements Prepared {}

        record Wrong(Refused refused) implements Prepared {}
    }

    private Prepared prepared(CampaignLines.Numbered numbered) {
        return switch (numbered.line()) {
            case CampaignLine.Good(Insured insured) -> person(numbered.number(), insured, false);
            case CampaignLine.Changed(Insured insured) -> person(numbered.number(), insured, true);
            case CampaignLine.Died(Ins ins, boolean withdrawn) -> new Prepared.Death(numbered.number(), ins, withdrawn);
            case CampaignLine.Bad(List<Fault> faults) -> new Prepared.Wrong(new Refused(numbered.number(), faults));
        };
    }

    private Prepared person(long line, Insured insured, boolean mustBeKnown) {
        return new Prepared.Person(new Arrival(
                line, insured, spaces.hash(insured.person().ins()), rows.fingerprint(insured), mustBeKnown));
    }

    /// Writes those gathered, and gathers anew.
    private void put(Map<String, Arrival> batch, Work work) {
        if (batch.isEmpty()) {
            return;
        }
        Map<String, Known> known =
                rows.known(batch.values().stream().map(Arrival::hash).toList());
        List<Arrival> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        batch.forEach((key, arrival) -> {
            Known before = known.get(key);
            if (before == null && arrival.mustBeKnown()) {
                work.unknown(arrival.line());
            } else if (before == null) {
                added.add(arrival);
            } else if (work.wasIn(before)) {
                work.twice(arrival.line(), before.origin().line());
            } else if (Arrays.equals(before.line(), arrival.content())) {
                work.unchanged++;
            } else {
                changed.add(new Change(before, arrival));
            }
        });
        rows.add(added, work.file);
        rows.change(changed, work.file);
        work.added += added.size();
        work.changed += changed.size();
        batch.clear();
    }

    private void die(long line, Ins ins, boolean withdrawn, Work work) {
        SpaceLife.Event event = withdrawn ? SpaceLife.Event.DEATH_WITHDRAWN : SpaceLife.Event.DIE;
        Optional<Space> space = spaces.find(ins);
        if (space.isEmpty()) {
            work.unknown(line);
        } else if (SpaceLife.after(space.get().state(), event).isEmpty()) {
            work.unchanged++;
        } else {
            SpaceId id = space.get().id();
            if (withdrawn) {
                spaces.happen(id, event);
            } else {
                closings.close(id, Closings.Reason.DEATH);
            }
            work.deaths++;
        }
    }

    /// What is being counted while a batch goes in.
    private static final class Work {
        private final Optional<UUID> file;
        private final boolean events;
        private final List<Refused> refused = new ArrayList<>();
        private long added;
        private long changed;
        private long unchanged;
        private long deaths;

        Work(Optional<UUID> file, boolean events) {
            this.file = file;
            this.events = events;
        }

        boolean wasIn(Known before) {
            return !events && file.isPresent() && before.origin().file().equals(file);
        }

        void twice(long line, long before) {
            refused.add(new Refused(line, List.of(new Fault("ins", "the same person as on line " + before))));
        }

        void unknown(long line) {
            refused.add(new Refused(line, List.of(new Fault("ins", "nobody with this INS was announced"))));
        }

        Taken taken() {
            refused.sort(Comparator.comparingLong(Refused::line));
            return new Taken(
                    new Campaigns.Result(added, changed, unchanged, deaths, refused.size()), List.copyOf(refused));
        }
    }
}
