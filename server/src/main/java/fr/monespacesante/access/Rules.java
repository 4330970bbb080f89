package fr.monespacesante.access;

import fr.monespacesante.access.Caller.Purpose;
import fr.monespacesante.access.Decision.Deny;
import fr.monespacesante.access.Decision.Permit;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The decision: one pure function, used by every channel (ACC). Its order is fixed: state of the space, block,
/// purpose, consent or care team, matrix, visibility marks, scope.
public final class Rules {
    private final Matrix matrix;

    public Rules(Matrix matrix) {
        this.matrix = matrix;
    }

    /// What is known when a decision is taken.
    ///
    /// @param own true when the space is the caller's own
    public record Facts(SpaceState state, boolean minor, boolean own, Rights rights, Instant now) {}

    public Decision decide(Caller caller, Act act, Facts facts) {
        return switch (caller) {
            case Caller.Citizen citizen -> forHolder(act, facts);
            case Caller.Professional professional -> forProfessional(professional, act, facts);
            case Caller.Software software -> forSoftware(software, act, facts);
            case Caller.Agent agent -> new Deny(Problem.ACCESS_REFUSED);
            case Caller.Service service -> forService(service.task(), act, facts);
        };
    }

    private static Decision forHolder(Act act, Facts facts) {
        if (!facts.own() || facts.state() != SpaceState.ACTIVATED) {
            return new Deny(Problem.NOT_FOUND);
        }
        return switch (act) {
            case Act.ListDocuments list -> holder();
            case Act.ReadDocument read -> holder();
            case Act.DepositDocuments deposit ->
                deposit.marks().contains(Mark.INVISIBLE_PATIENT)
                                || deposit.marks().contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX)
                        ? new Deny(Problem.MARK_NOT_ALLOWED)
                        : holder();
            case Act.ChangeDocument change -> holder();
            case Act.DeleteDocument delete -> holder();
            case Act.ChangeRights change -> holder();
            case Act.ReadRights read -> holder();
            case Act.ReadHistory read -> holder();
            case Act.ReadNotices read -> holder();
            case Act.FindSpace find -> new Deny(Problem.ACCESS_REFUSED);
            case Act.DeclareConsent declare -> new Deny(Problem.ACCESS_REFUSED);
            case Act.VerifySpace verify -> new Deny(Problem.ACCESS_REFUSED);
        };
    }

    private static Permit holder() {
        return new Permit(
                Right.HOLDER,
                document -> document.byHolder() || !document.marks().contains(Mark.INVISIBLE_PATIENT),
                Problem.NOT_FOUND);
    }

    private Decision forProfessional(Caller.Professional caller, Act act, Facts facts) {
        if (!isOpen(facts.state())) {
            return new Deny(Problem.SPACE_NOT_OPEN);
        }
        if (facts.rights().blocks(caller.rpps())) {
            return new Deny(Problem.ACCESS_REFUSED);
        }
        return switch (act) {
            case Act.FindSpace find -> new Permit(Right.EXISTENCE, document -> false, Problem.NOT_FOUND);
            case Act.DepositDocuments deposit -> feeding(deposit, caller.rpps(), facts, authoredBy(caller));
            case Act.DeclareConsent declare ->
                matrix.knows(caller.profession())
                        ? new Permit(Right.CONSENT, document -> false, Problem.NOT_FOUND)
                        : new Deny(Problem.ACCESS_REFUSED);
            case Act.ListDocuments list -> reading(caller, facts, false);
            case Act.ReadDocument read -> reading(caller, facts, true);
            case Act.ChangeDocument change -> reading(caller, facts, true);
            case Act.DeleteDocument delete -> reading(caller, facts, true);
            case Act.ChangeRights change -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadRights read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadHistory read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadNotices read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.VerifySpace verify -> new Deny(Problem.ACCESS_REFUSED);
        };
    }

    /// Purpose first, then agreement; the matrix and the marks decide document by document.
    ///
    /// @param ownWithoutConsent without any agreement an author still reaches their own documents one by one,
    ///     and is
    ///     told the same of every other document, existing or not
    private Decision reading(Caller.Professional caller, Facts facts, boolean ownWithoutConsent) {
        Rights rights = facts.rights();
        return switch (caller.purpose()) {
            case Purpose.Emergency(String reason) ->
                rights.emergency() && !reason.isBlank() && matrix.knows(caller.profession())
                        ? permit(Right.EMERGENCY, caller, rights.maskedInEmergency())
                        : new Deny(Problem.ACCESS_REFUSED);
            case Purpose.Regulation(String reason) ->
                rights.regulation() && matrix.knows(caller.profession())
                        ? permit(Right.REGULATION, caller, rights.maskedInEmergency())
                        : new Deny(Problem.ACCESS_REFUSED);
            case Purpose.Care() -> {
                if (rights.treatedBy(caller.rpps())) {
                    yield permit(Right.TREATING_DOCTOR, caller, true);
                }
                var consent = rights.consentOf(caller.rpps(), facts.now());
                if (consent.isPresent()) {
                    yield permit(consent.get().careTeam() ? Right.CARE_TEAM : Right.CONSENT, caller, false);
                }
                yield ownWithoutConsent
                        ? new Permit(Right.AUTHOR, authoredBy(caller), Problem.CONSENT_NEEDED)
                        : new Deny(Problem.CONSENT_NEEDED);
            }
        };
    }

    private Permit permit(Right right, Caller.Professional caller, boolean hiddenToo) {
        Predicate<DocumentFacts> own = authoredBy(caller);
        Predicate<DocumentFacts> sees = document -> own.test(document)
                || (matrix.mayConsult(caller.profession(), document.typeCode())
                        && (hiddenToo || !document.marks().contains(Mark.MASQUE_PS)));
        return new Permit(right, sees, Problem.NOT_FOUND);
    }

    private static Decision forSoftware(Caller.Software caller, Act act, Facts facts) {
        if (!isOpen(facts.state())) {
            return new Deny(Problem.SPACE_NOT_OPEN);
        }
        Predicate<DocumentFacts> fed =
                document -> document.fedBy().filter(caller.structure()::equals).isPresent();
        return switch (act) {
            case Act.FindSpace find -> new Permit(Right.EXISTENCE, document -> false, Problem.NOT_FOUND);
            case Act.DepositDocuments deposit -> feeding(deposit, null, facts, fed);
            case Act.ReadDocument read -> new Permit(Right.AUTHOR, fed, Problem.ACCESS_REFUSED);
            case Act.ChangeDocument change -> new Permit(Right.AUTHOR, fed, Problem.ACCESS_REFUSED);
            case Act.DeleteDocument delete -> new Permit(Right.AUTHOR, fed, Problem.ACCESS_REFUSED);
            case Act.ListDocuments list -> new Deny(Problem.ACCESS_REFUSED);
            case Act.DeclareConsent declare -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ChangeRights change -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadRights read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadHistory read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadNotices read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.VerifySpace verify -> new Deny(Problem.ACCESS_REFUSED);
        };
    }

    /// Feeding is presumed allowed for those who treat the patient (ACC-07), unless the patient blocked or
    /// refused the
    /// sender or one of the authors. Marks for minors are for minors.
    private static Decision feeding(
            Act.DepositDocuments deposit, @Nullable Rpps sender, Facts facts, Predicate<DocumentFacts> own) {
        Rights rights = facts.rights();
        boolean senderRefused = sender != null && rights.refusesFeedingBy(sender);
        boolean authorRefused =
                deposit.authors().stream().anyMatch(author -> rights.blocks(author) || rights.refusesFeedingBy(author));
        if (senderRefused || authorRefused) {
            return new Deny(Problem.ACCESS_REFUSED);
        }
        if (deposit.marks().contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX) && !facts.minor()) {
            return new Deny(Problem.MARK_NOT_ALLOWED);
        }
        return new Permit(Right.FEED, own, Problem.NOT_FOUND);
    }

    private static Decision forService(Caller.Service.Task task, Act act, Facts facts) {
        boolean allowed = switch (task) {
            case INTEGRITY -> act instanceof Act.VerifySpace;
            case NOTIFICATION -> act instanceof Act.ReadNotices && isOpen(facts.state());
        };
        return allowed
                ? new Permit(Right.SERVICE, document -> true, Problem.NOT_FOUND)
                : new Deny(Problem.ACCESS_REFUSED);
    }

    private static boolean isOpen(SpaceState state) {
        return state == SpaceState.OPEN || state == SpaceState.ACTIVATED;
    }

    private static Predicate<DocumentFacts> authoredBy(Caller.Professional caller) {
        return document -> document.authors().contains(caller.rpps().nationalId());
    }
}
