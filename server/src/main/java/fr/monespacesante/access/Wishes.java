package fr.monespacesante.access;

import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a holder decides besides agreements and blocks: the treating doctor, who may not feed, emergencies, what comes
/// in hidden or late, and one document for one professional. Everything holds from the professional's next request on.
public final class Wishes {
    /// Code of doctors in TRE_G15.
    public static final String DOCTOR = "10";
    /// The longest a result may wait.
    public static final int LONGEST_DELAY_DAYS = 30;
    /// The longest reason kept, in characters.
    public static final int LONGEST_REASON = 500;

    private final RightsStore store;

    Wishes(RightsStore store) {
        this.store = store;
    }

    /// Names the treating doctor of this space (ACC-04), who sees hidden documents too; the one named before is
    /// withdrawn.
    ///
    /// @return refused as NOT_A_DOCTOR for another profession, as BLOCKED_PROFESSIONAL for somebody kept out
    public Outcome<Rights> nameTreatingDoctor(Visit visit, Rights.Named doctor) {
        if (!doctor.profession().equals(DOCTOR)) {
            return Outcome.refused(Problem.NOT_A_DOCTOR, "rpps");
        }
        if (visit.rights().blocks(new Rpps(doctor.rpps()))) {
            return Outcome.refused(Problem.BLOCKED_PROFESSIONAL, "rpps");
        }
        return save(visit, visit.rights().withTreatingDoctor(since(doctor, visit.now())));
    }

    public Outcome<Rights> withdrawTreatingDoctor(Visit visit) {
        return visit.rights().treatingDoctor() == null
                ? Outcome.refused(Problem.NOT_FOUND)
                : save(visit, visit.rights().withTreatingDoctor(null));
    }

    /// Nothing by this professional is kept from now on (ACC-07); what is there stays.
    ///
    /// @return refused as REASON_MISSING without a reason, as MALFORMED when it is too long
    public Outcome<Rights> refuseFeeding(Visit visit, Rpps rpps, String name, String reason) {
        if (reason.isBlank()) {
            return Outcome.refused(Problem.REASON_MISSING, "reason");
        }
        if (reason.length() > LONGEST_REASON) {
            return Outcome.refused(Problem.MALFORMED, "reason");
        }
        Rights.Block refusal = new Rights.Block(rpps.value(), name, visit.now(), reason.strip());
        return save(visit, visit.rights().refusingFeeding(refusal));
    }

    public Outcome<Rights> acceptFeeding(Visit visit, Rpps rpps) {
        return visit.rights().refusesFeedingBy(rpps)
                ? save(visit, visit.rights().acceptingFeeding(rpps))
                : Outcome.refused(Problem.NOT_FOUND);
    }

    /// Who may come in without agreement when life is at stake (ACC-06), and whether they see hidden documents
    /// (ACC-05), which means nothing when neither may come.
    public Outcome<Rights> emergencies(Visit visit, boolean others, boolean samu, boolean masked) {
        return save(visit, visit.rights().withEmergencies(others, samu, masked && (others || samu)));
    }

    /// Documents of these categories come in hidden from professionals, the author and the treating doctor excepted
    /// (ACC-13). What is there already stays as it is.
    public Outcome<Rights> hideOnArrival(Visit visit, Set<DocumentCategory> categories) {
        List<String> names =
                categories.stream().sorted().map(DocumentCategory::name).toList();
        return save(visit, visit.rights().withHiddenOnArrival(names));
    }

    /// Results of these types wait before the holder and those who act for them see them (ACC-13); an empty list ends
    /// all waiting at once.
    ///
    /// @return refused as TYPE_CODE_UNKNOWN, or as MALFORMED beyond 1 to 30 days
    public Outcome<Rights> delay(Visit visit, List<Rights.Delay> delays) {
        for (Rights.Delay delay : delays) {
            if (Nomenclatures.national().type(delay.typeCode()).isEmpty()) {
                return Outcome.refused(Problem.TYPE_CODE_UNKNOWN, "type");
            }
            if (delay.days() < 1 || delay.days() > LONGEST_DELAY_DAYS) {
                return Outcome.refused(Problem.MALFORMED, "days");
            }
        }
        return save(visit, visit.rights().withDelays(delays));
    }

    /// Shows one document with all its versions to one professional, or hides it from them (ACC-11), whatever its own
    /// mark says. The professional still needs an agreement, and the matrix still holds.
    ///
    /// @param until the last moment it holds; empty for as long as the holder wants
    public Outcome<Rights> decideFor(
            Visit visit, UUID series, Rights.Named professional, boolean shown, Optional<Instant> until) {
        if (until.filter(end -> !end.isAfter(visit.now())).isPresent()) {
            return Outcome.refused(Problem.END_IN_THE_PAST, "until");
        }
        if (visit.rights().blocks(new Rpps(professional.rpps()))) {
            return Outcome.refused(Problem.BLOCKED_PROFESSIONAL, "rpps");
        }
        @Nullable Instant end = until.orElse(null);
        Rights.DocumentRule rule = new Rights.DocumentRule(series, since(professional, visit.now()), shown, end);
        return save(visit, visit.rights().with(rule, visit.now()));
    }

    /// The document is for this professional like for any other again.
    public Outcome<Rights> forget(Visit visit, UUID series, Rpps rpps) {
        return save(visit, visit.rights().without(series, rpps));
    }

    /// What was decided of documents that were erased goes with them; that is no new decision.
    public Outcome<Boolean> erased(Visit visit, Set<UUID> series) {
        boolean named = visit.rights().documentRules().stream().anyMatch(rule -> series.contains(rule.series()));
        return named ? store.save(visit, visit.rights().withoutSeries(series)).map(saved -> true) : Outcome.done(false);
    }

    private Outcome<Rights> save(Visit visit, Rights changed) {
        visit.tell(new SpaceEvent.RightsChanged(visit.act().code()));
        return store.save(visit, changed);
    }

    private static Rights.Named since(Rights.Named named, Instant now) {
        return new Rights.Named(named.rpps(), named.name(), named.profession(), named.structureName(), now);
    }
}
