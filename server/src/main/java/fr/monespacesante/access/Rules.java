package fr.monespacesante.access;

import fr.monespacesante.access.Caller.Purpose;
import fr.monespacesante.access.Decision.Deny;
import fr.monespacesante.access.Decision.Permit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Powers;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Standing;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The decision: one pure function, used by every channel (ACC). Its order is fixed: state of the space, block,
/// purpose, consent or care team, matrix, visibility marks, scope of a delegate.
public final class Rules {
    private final Matrix matrix;

    public Rules(Matrix matrix) {
        this.matrix = matrix;
    }

    /// What is known when a decision is taken.
    ///
    /// @param own true when the space is the caller's own
    /// @param mandate what lets a citizen act in this space of somebody else, holding or not
    /// @param standing protection, and a minor's own access
    public record Facts(
            SpaceState state,
            boolean minor,
            boolean own,
            Optional<Mandate> mandate,
            Rights rights,
            Instant now,
            Standing standing) {
        /// What another caller would meet at the door of the space that this visit is in.
        static Facts fromWithin(Visit visit) {
            return new Facts(
                    visit.space().state(),
                    Doors.isMinor(visit.space(), visit.now()),
                    false,
                    Optional.empty(),
                    visit.rights(),
                    visit.now(),
                    visit.space().standing());
        }
    }

    public Decision decide(Caller caller, Act act, Facts facts) {
        return switch (caller) {
            case Caller.Citizen citizen -> facts.own() ? forHolder(act, facts) : forDelegate(act, facts);
            case Caller.Professional professional -> forProfessional(professional, act, facts);
            case Caller.Software software -> forSoftware(software, act, facts);
            case Caller.Correspondent correspondent -> MessageRules.forCorrespondent(correspondent, act, facts);
            case Caller.Agent agent -> forAgent(agent, act, facts);
            case Caller.Service service -> forService(service.task(), act, facts);
        };
    }

    private static Decision forHolder(Act act, Facts facts) {
        if (facts.state() != SpaceState.ACTIVATED
                || (facts.minor() && !facts.standing().ownAccess())) {
            return new Deny(Problem.NOT_FOUND);
        }
        return facts.minor()
                ? asTeenager(act, shownToPatient(facts))
                : within(facts.standing().leftAt(facts.now()), act, Right.HOLDER, shownToPatient(facts));
    }

    /// What a measure of protection leaves (REP-04): everything, or looking.
    private static Decision within(Powers powers, Act act, Right right, Predicate<DocumentFacts> sees) {
        Decision decision = inOwnName(act, right, sees);
        return powers == Powers.ALL || decision instanceof Deny || looks(act)
                ? decision
                : new Deny(Problem.ACCESS_REFUSED);
    }

    /// A minor with a login of their own (REP-06) sees everything that is theirs, what is kept from their parents
    /// too, adds to it, and may ask for protection; who else sees it, and what goes, is for who represents them.
    private static Decision asTeenager(Act act, Predicate<DocumentFacts> sees) {
        boolean allowed = looks(act)
                || (act instanceof MessageAct message && MessageRules.asTeenager(message))
                || (act instanceof Act.DepositDocuments deposit
                        && deposit.marks().isEmpty())
                || (act instanceof Act.ChangeRights(Act.RightsChange what) && what == Act.RightsChange.CONCEAL);
        return allowed ? new Permit(Right.HOLDER, sees, Problem.NOT_FOUND) : new Deny(Problem.ACCESS_REFUSED);
    }

    private static boolean looks(Act act) {
        return switch (act) {
            case Act.ListDocuments list -> true;
            case Act.ReadDocument read -> true;
            case Act.ReadRights read -> true;
            case Act.ReadHistory read -> true;
            case Act.ReadNotices read -> true;
            case Act.PreviewAs preview -> false;
            case Act.DepositDocuments deposit -> false;
            case Act.ChangeDocument change -> false;
            case Act.DeleteDocument delete -> false;
            case Act.ChangeRights change -> false;
            case Act.FindSpace find -> false;
            case Act.DeclareConsent declare -> false;
            case Act.CloseSpace close -> false;
            case Act.ReadArchive read -> false;
            case Act.VerifySpace verify -> false;
            case Act.DownloadEverything download -> true;
            case Act.AskErasure ask -> false;
            case Act.EraseDocuments erase -> false;
            case MessageAct message -> MessageRules.looks(message);
        };
    }

    /// Who acts for somebody else: the state of the space, then whether the mandate holds, then its scope. Without a
    /// mandate, and while the holder is under protection from those who have one, the space is one that never was.
    private static Decision forDelegate(Act act, Facts facts) {
        Optional<Mandate> mandate = facts.mandate().filter(given -> given.holdsAt(facts.now()));
        if (facts.state() != SpaceState.ACTIVATED || facts.standing().concealed() || mandate.isEmpty()) {
            return new Deny(Problem.NOT_FOUND);
        }
        Predicate<DocumentFacts> shown = shownToPatient(facts);
        Predicate<DocumentFacts> shownToOthers =
                document -> shown.test(document) && !document.marks().contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        return switch (mandate.get().kind()) {
            case LEGAL_REPRESENTATIVE ->
                facts.minor() ? inOwnName(act, Right.REPRESENTATIVE, shownToOthers) : new Deny(Problem.NOT_FOUND);
            case GUARDIAN -> within(mandate.get().powers(), act, Right.REPRESENTATIVE, shownToOthers);
            case CAREGIVER -> forCaregiver(act, mandate.get(), shownToOthers);
        };
    }

    private static Decision inOwnName(Act act, Right right, Predicate<DocumentFacts> sees) {
        Permit permit = new Permit(right, sees, Problem.NOT_FOUND);
        return switch (act) {
            case Act.ListDocuments list -> permit;
            case Act.ReadDocument read -> permit;
            case Act.DepositDocuments deposit ->
                deposit.marks().contains(Mark.INVISIBLE_PATIENT)
                                || deposit.marks().contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX)
                        ? new Deny(Problem.MARK_NOT_ALLOWED)
                        : permit;
            case Act.ChangeDocument change -> permit;
            case Act.DeleteDocument delete -> permit;
            case Act.ChangeRights change -> permit;
            case Act.PreviewAs preview -> permit;
            case Act.ReadRights read -> permit;
            case Act.ReadHistory read -> permit;
            case Act.ReadNotices read -> permit;
            case Act.CloseSpace close -> permit;
            case Act.ReadArchive read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.FindSpace find -> new Deny(Problem.ACCESS_REFUSED);
            case Act.DeclareConsent declare -> new Deny(Problem.ACCESS_REFUSED);
            case Act.VerifySpace verify -> new Deny(Problem.ACCESS_REFUSED);
            case Act.DownloadEverything everything -> permit;
            case Act.AskErasure ask -> permit;
            case Act.EraseDocuments erase -> new Deny(Problem.ACCESS_REFUSED);
            case MessageAct message -> MessageRules.inOwnName(message, right, sees);
        };
    }

    /// A caregiver reads and adds, each only when asked to, and decides nothing for the holder (REP-05). One who only
    /// adds is shown nothing.
    private static Decision forCaregiver(Act act, Mandate mandate, Predicate<DocumentFacts> sees) {
        if (act instanceof MessageAct message) {
            return MessageRules.forCaregiver(message, mandate, sees);
        }
        boolean reads = mandate.scopes().contains(Mandate.Scope.READ);
        Predicate<DocumentFacts> shown = document -> reads && sees.test(document);
        boolean allowed = switch (act) {
            case Act.ListDocuments list -> reads;
            case Act.ReadDocument read -> reads;
            case Act.DepositDocuments deposit ->
                mandate.scopes().contains(Mandate.Scope.ADD) && deposit.marks().isEmpty();
            case Act.ChangeDocument change -> false;
            case Act.DeleteDocument delete -> false;
            case Act.ChangeRights change -> false;
            case Act.PreviewAs preview -> false;
            case Act.ReadRights read -> false;
            case Act.ReadHistory read -> false;
            case Act.ReadNotices read -> false;
            case Act.FindSpace find -> false;
            case Act.DeclareConsent declare -> false;
            case Act.CloseSpace close -> false;
            case Act.ReadArchive read -> false;
            case Act.VerifySpace verify -> false;
            case Act.DownloadEverything everything -> false;
            case Act.AskErasure ask -> false;
            case Act.EraseDocuments erase -> false;
            case MessageAct message -> false;
        };
        return allowed ? new Permit(Right.CAREGIVER, shown, Problem.NOT_FOUND) : new Deny(Problem.ACCESS_REFUSED);
    }

    /// What the patient may know of: what awaits its announcement does not exist, and a result that the patient wants
    /// to come late does not either until then (ACC-13).
    private static Predicate<DocumentFacts> shownToPatient(Facts facts) {
        return document -> document.byHolder()
                || (!document.marks().contains(Mark.INVISIBLE_PATIENT)
                        && !facts.rights()
                                .seenFrom(document.typeCode(), document.arrivedAt())
                                .isAfter(facts.now()));
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
            case Act.PreviewAs preview -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadRights read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadHistory read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadNotices read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.CloseSpace close -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadArchive read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.VerifySpace verify -> new Deny(Problem.ACCESS_REFUSED);
            case Act.DownloadEverything everything -> new Deny(Problem.ACCESS_REFUSED);
            case Act.AskErasure ask -> new Deny(Problem.ACCESS_REFUSED);
            case Act.EraseDocuments erase -> new Deny(Problem.ACCESS_REFUSED);
            case MessageAct message ->
                MessageRules.forProfessional(message, matrix.knows(caller.profession()), facts, authoredBy(caller));
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
            case Purpose.Emergency emergency -> {
                if (!rights.emergency() || !matrix.knows(caller.profession())) {
                    yield new Deny(Problem.ACCESS_REFUSED);
                }
                yield emergency.complete()
                        ? permit(Right.EMERGENCY, caller, facts, Hidden.whenAllowed(rights))
                        : new Deny(Problem.EMERGENCY_INCOMPLETE);
            }
            case Purpose.Regulation regulation ->
                rights.regulation() && matrix.knows(caller.profession())
                        ? permit(Right.REGULATION, caller, facts, Hidden.whenAllowed(rights))
                        : new Deny(Problem.ACCESS_REFUSED);
            case Purpose.Care() -> {
                if (rights.treatedBy(caller.rpps())) {
                    yield permit(Right.TREATING_DOCTOR, caller, facts, Hidden.MARKED_SHOWN);
                }
                var consent = rights.consentOf(caller.rpps(), facts.now());
                if (consent.isPresent()) {
                    Right right = consent.get().careTeam() ? Right.CARE_TEAM : Right.CONSENT;
                    yield permit(right, caller, facts, Hidden.KEPT);
                }
                yield ownWithoutConsent
                        ? new Permit(Right.AUTHOR, authoredBy(caller), Problem.CONSENT_NEEDED)
                        : new Deny(Problem.CONSENT_NEEDED);
            }
        };
    }

    /// What becomes of hidden documents.
    private enum Hidden {
        KEPT,
        /// What the citizen hides from all professionals is open to this one; what is hidden from this one stays so.
        MARKED_SHOWN,
        ALL_SHOWN;

        static Hidden whenAllowed(Rights rights) {
            return rights.maskedInEmergency() ? ALL_SHOWN : KEPT;
        }
    }

    /// An author sees their own. Anything else: what the matrix allows, and what is not hidden; a word of the citizen
    /// about this document and this professional comes before the document's mark (ACC-11).
    private Permit permit(Right right, Caller.Professional caller, Facts facts, Hidden hidden) {
        Predicate<DocumentFacts> own = authoredBy(caller);
        Predicate<DocumentFacts> shown = document -> facts.rights()
                .ruleFor(document.series(), caller.rpps(), facts.now())
                .map(rule -> rule.shown() || hidden == Hidden.ALL_SHOWN)
                .orElseGet(() -> hidden != Hidden.KEPT || !document.marks().contains(Mark.MASQUE_PS));
        Predicate<DocumentFacts> sees = document -> own.test(document)
                || (matrix.mayConsult(caller.profession(), document.typeCode()) && shown.test(document));
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
            case Act.PreviewAs preview -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadRights read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadHistory read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadNotices read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.CloseSpace close -> new Deny(Problem.ACCESS_REFUSED);
            case Act.ReadArchive read -> new Deny(Problem.ACCESS_REFUSED);
            case Act.VerifySpace verify -> new Deny(Problem.ACCESS_REFUSED);
            case Act.DownloadEverything everything -> new Deny(Problem.ACCESS_REFUSED);
            case Act.AskErasure ask -> new Deny(Problem.ACCESS_REFUSED);
            case Act.EraseDocuments erase -> new Deny(Problem.ACCESS_REFUSED);
            case MessageAct message -> new Deny(Problem.ACCESS_REFUSED);
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
        boolean forMinors = deposit.minorObjects() || deposit.marks().contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        if (forMinors && !facts.minor()) {
            return new Deny(Problem.MARK_NOT_ALLOWED);
        }
        if (deposit.minorObjects()) {
            return new Deny(Problem.MINOR_OBJECTS);
        }
        return new Permit(Right.FEED, own, Problem.NOT_FOUND);
    }

    /// No agent has any business in a living space. An archivist reads in a closed one; that two of them opened it
    /// together, and that their time is not over, is what the key of the archive shows (ADR 39).
    private static Decision forAgent(Caller.Agent agent, Act act, Facts facts) {
        boolean closed = facts.state() == SpaceState.CLOSED || facts.state() == SpaceState.DECEASED;
        return act instanceof Act.ReadArchive && closed && agent.roles().contains(Caller.Agent.ARCHIVIST)
                ? new Permit(Right.ARCHIVE, document -> true, Problem.NOT_FOUND)
                : new Deny(Problem.ACCESS_REFUSED);
    }

    private static Decision forService(Caller.Service.Task task, Act act, Facts facts) {
        boolean allowed = switch (task) {
            case INTEGRITY -> act instanceof Act.VerifySpace;
            case NOTIFICATION -> act instanceof Act.ReadNotices && isOpen(facts.state());
            case ERASURE -> act instanceof Act.EraseDocuments && isOpen(facts.state());
            case MIGRATION -> act instanceof Act.DepositDocuments && isOpen(facts.state());
            case MESSAGING -> act instanceof MessageAct.CarryMessage && isOpen(facts.state());
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
