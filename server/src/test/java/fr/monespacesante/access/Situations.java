package fr.monespacesante.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/// All the ways in which a citizen's wishes can stand towards a professional, drawn at random and then made so, for
/// tests that compare a channel with the oracle.
public final class Situations {
    private final Doors doors;
    private final Consents consents;
    private final Wishes wishes;
    private final Blocks blocks;

    public Situations(Doors doors, Consents consents, Wishes wishes, Blocks blocks) {
        this.doors = doors;
        this.consents = consents;
        this.wishes = wishes;
        this.blocks = blocks;
    }

    /// One of them, in the words of the oracle's tables; `rule` is about one document only.
    public static Map<String, String> drawn(Random random, String profession) {
        Map<String, String> situation = new HashMap<>();
        situation.put("who", "professional");
        situation.put("state", "ACTIVATED");
        situation.put("act", "list");
        situation.put("minor", "no");
        situation.put("profession", profession);
        situation.put("purpose", one(random, "care", "care", "emergency"));
        situation.put("blocked", one(random, "no", "no", "no", "no", "no", "yes"));
        situation.put("agreement", one(random, "none", "consultation", "team", "team"));
        situation.put("treating", profession.equals("10") ? one(random, "no", "no", "yes") : "no");
        situation.put("others", one(random, "yes", "yes", "no"));
        situation.put("samu", "yes");
        situation.put("masked", one(random, "yes", "no"));
        situation.put("rule", one(random, "none", "shown", "hidden"));
        return situation;
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    /// Makes it so. What a block takes away with it is gone: the tables need not know.
    ///
    /// @param ruled the series of the document that `rule` is about
    public void arrange(Caller.Citizen holder, Rpps rpps, Map<String, String> situation, UUID ruled) {
        SpaceId space = holder.own();
        Rights.Named named = new Rights.Named(
                rpps.value(), "Un professionnel", situation.getOrDefault("profession", ""), "Cabinet", Instant.now());
        forget(holder, rpps, situation);
        agree(space, rpps, situation);
        if (yes(situation, "treating")) {
            change(holder, Act.RightsChange.NAME_TREATING_DOCTOR, visit -> wishes.nameTreatingDoctor(visit, named));
        }
        String rule = situation.getOrDefault("rule", "none");
        if (!rule.equals("none")) {
            boolean shown = rule.equals("shown");
            change(
                    holder,
                    shown ? Act.RightsChange.SHOW_TO_ONE : Act.RightsChange.HIDE_FROM_ONE,
                    visit -> wishes.decideFor(visit, ruled, named, shown, Optional.empty()));
        }
        if (yes(situation, "blocked")) {
            change(holder, Act.RightsChange.BLOCK, visit -> blocks.block(visit, rpps, "Un tel", false));
        }
    }

    private void forget(Caller.Citizen holder, Rpps rpps, Map<String, String> situation) {
        change(holder, Act.RightsChange.UNBLOCK, visit -> blocks.unblock(visit, rpps));
        Rights now = change(
                holder,
                Act.RightsChange.SET_EMERGENCIES,
                visit -> wishes.emergencies(
                        visit, yes(situation, "others"), yes(situation, "samu"), yes(situation, "masked")));
        for (Rights.Consent consent : now.consents()) {
            change(holder, Act.RightsChange.END_CONSENT, visit -> consents.end(visit, consent.id()));
        }
        if (now.treatingDoctor() != null) {
            change(holder, Act.RightsChange.WITHDRAW_TREATING_DOCTOR, wishes::withdrawTreatingDoctor);
        }
        for (Rights.DocumentRule rule : now.documentRules()) {
            Rpps other = new Rpps(rule.professional().rpps());
            change(holder, Act.RightsChange.FORGET_ONE, visit -> wishes.forget(visit, rule.series(), other));
        }
    }

    private void agree(SpaceId space, Rpps rpps, Map<String, String> situation) {
        String agreement = situation.getOrDefault("agreement", "none");
        if (agreement.equals("none")) {
            return;
        }
        Act.DeclareConsent act = new Act.DeclareConsent(
                agreement.equals("team") ? Optional.of(Instant.now().plusSeconds(3600)) : Optional.empty());
        Caller.Professional professional =
                professional(rpps, situation.getOrDefault("profession", ""), new Caller.Purpose.Care());
        Outcome<Rights.Consent> agreed = doors.enter(professional, space, act, visit -> consents.declare(visit, act));
        assertThat(agreed).isInstanceOf(Outcome.Done.class);
    }

    public static Caller.Professional professional(Rpps rpps, String profession, Caller.Purpose purpose) {
        return new Caller.Professional(
                rpps, "Un professionnel", profession, Optional.empty(), Optional.empty(), "Cabinet", purpose, "FHIR");
    }

    private Rights change(Caller.Citizen holder, Act.RightsChange what, Function<Visit, Outcome<Rights>> body) {
        return switch (doors.enter(holder, holder.own(), new Act.ChangeRights(what), body)) {
            case Outcome.Done<Rights>(Rights rights) -> rights;
            case Outcome.Refused<Rights> refused -> throw new AssertionError(refused.toString());
        };
    }

    private static boolean yes(Map<String, String> situation, String dimension) {
        return situation.getOrDefault(dimension, "no").equals("yes");
    }
}
