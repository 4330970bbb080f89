package fr.monespacesante.account;

import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.CivilIdentity;
import fr.monespacesante.identity.FranceConnectLinks;
import fr.monespacesante.identity.Guard;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import org.springframework.stereotype.Component;

/// Brings together whom FranceConnect vouches for and whose space it is (AUT-03): only the holder, known by
/// the traits of her INS, each time and not only the first.
@Component
public final class FranceConnectAccounts {
    private final FranceConnectLinks links;
    private final Citizens citizens;
    private final Spaces spaces;
    private final Throttle throttle;

    FranceConnectAccounts(FranceConnectLinks links, Citizens citizens, Spaces spaces, Throttle throttle) {
        this.links = links;
        this.citizens = citizens;
        this.spaces = spaces;
        this.throttle = throttle;
    }

    /// The citizen who has linked this identity. Refused with `NOT_FOUND` when nobody has, with
    /// `PATIENT_MISMATCH` when the traits are no longer those of the holder.
    public Outcome<Citizen> known(CivilIdentity identity) {
        return links.find(identity)
                .map(citizen -> checked(citizen, identity))
                .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND));
    }

    /// Links the identity to a citizen who is signed in.
    public Outcome<Citizen> link(CitizenSession who, CivilIdentity identity) {
        return citizens.find(who.citizen())
                .map(citizen -> link(citizen, identity))
                .orElseGet(() -> Outcome.refused(Problem.NOT_AUTHENTICATED));
    }

    /// Links the identity to a citizen who has proven who she is. Refused with `PATIENT_MISMATCH` when it is
    /// not hers.
    public Outcome<Citizen> link(Citizen citizen, CivilIdentity identity) {
        return checked(citizen, identity)
                .then(holder -> links.link(holder, identity)
                        ? Outcome.done(holder)
                        : Outcome.refused(Problem.PATIENT_MISMATCH));
    }

    /// Is the identity this citizen's? Refused with `PATIENT_MISMATCH` when it is not.
    public Outcome<Citizen> checked(Citizen citizen, CivilIdentity identity) {
        return spaces.find(citizen.space())
                        .filter(space -> Traits.same(space.person(), identity))
                        .isPresent()
                ? Outcome.done(citizen)
                : Outcome.refused(Problem.PATIENT_MISMATCH);
    }

    /// The citizen with this INS, when it is the identity's. Refused with `PATIENT_MISMATCH` otherwise,
    /// whether the number is another's, unknown, or of a space without a login; with `TOO_MANY_ATTEMPTS` and
    /// the seconds to wait.
    public Outcome<Citizen> byNumber(String ins, CivilIdentity identity, String address) {
        var slow = throttle.enter(Guard.RECOVERY_ADDRESS, address);
        if (slow.isEmpty()) {
            slow = throttle.enter(Guard.RECOVERY, identity.kind() + identity.subject());
        }
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        return Ins.parse(ins)
                .flatMap(spaces::find)
                .filter(space -> space.state() == SpaceState.ACTIVATED && Traits.same(space.person(), identity))
                .flatMap(space -> citizens.ofSpace(space.id()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.PATIENT_MISMATCH));
    }
}
