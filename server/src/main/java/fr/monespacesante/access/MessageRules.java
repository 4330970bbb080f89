package fr.monespacesante.access;

import fr.monespacesante.access.Decision.Deny;
import fr.monespacesante.access.Decision.Permit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Problem;
import java.util.Set;
import java.util.function.Predicate;

/// The part of `Rules` that is about messages (MSG): who lives in a space reads and answers, who is a
/// professional opens exchanges and sees their own, and nobody else comes in.
///
/// An exchange is judged like a document: its marks say whom it is kept from, its authors are the
/// professionals in it.
final class MessageRules {
    private MessageRules() {}

    static boolean looks(MessageAct act) {
        return act instanceof MessageAct.ReadMessages || act instanceof MessageAct.ReadMessage;
    }

    private static boolean answers(MessageAct act) {
        return looks(act) || act instanceof MessageAct.WriteMessage;
    }

    /// The holder, or who represents them.
    static Decision inOwnName(MessageAct act, Right right, Predicate<DocumentFacts> sees) {
        if (act instanceof MessageAct.SaveAttachment save) {
            boolean kept = save.marks().contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX) && right != Right.HOLDER;
            return kept || save.marks().contains(Mark.INVISIBLE_PATIENT)
                    ? new Deny(Problem.MARK_NOT_ALLOWED)
                    : new Permit(right, sees, Problem.NOT_FOUND);
        }
        return answers(act) || act instanceof MessageAct.DeleteMessages
                ? new Permit(right, sees, Problem.NOT_FOUND)
                : new Deny(Problem.ACCESS_REFUSED);
    }

    /// A minor with a login of their own reads, answers and saves, under the marks that the document came
    /// with; what goes is for who represents them.
    static boolean asTeenager(MessageAct act) {
        return answers(act)
                || (act instanceof MessageAct.SaveAttachment save
                        && !save.marks().contains(Mark.INVISIBLE_PATIENT));
    }

    static Decision forCaregiver(MessageAct act, Mandate mandate, Predicate<DocumentFacts> sees) {
        boolean saves = act instanceof MessageAct.SaveAttachment save
                && save.marks().isEmpty()
                && mandate.scopes().contains(Mandate.Scope.ADD);
        return (answers(act) || saves) && mandate.scopes().contains(Mandate.Scope.MESSAGE)
                ? new Permit(Right.CAREGIVER, sees, Problem.NOT_FOUND)
                : new Deny(Problem.ACCESS_REFUSED);
    }

    /// A professional of the portal, whom nobody has blocked.
    static Decision forProfessional(MessageAct act, boolean known, Rules.Facts facts, Predicate<DocumentFacts> own) {
        return switch (act) {
            case MessageAct.ReceiveMessage receive -> known ? receiving(receive, facts) : refused();
            case MessageAct.ReadMessage read -> new Permit(Right.AUTHOR, own, Problem.NOT_FOUND);
            case MessageAct.CloseConversation close -> new Permit(Right.AUTHOR, own, Problem.NOT_FOUND);
            case MessageAct.ReadMessages read -> refused();
            case MessageAct.RefuseMessage refuse -> refused();
            case MessageAct.ReceiveReport report -> refused();
            case MessageAct.WriteMessage write -> refused();
            case MessageAct.DeleteMessages delete -> refused();
            case MessageAct.SaveAttachment save -> refused();
            case MessageAct.CarryMessage carry -> refused();
        };
    }

    /// A mailbox of MSSanté. Whom the holder blocked is refused, but still believed when it tells that a
    /// message did not arrive.
    static Decision forCorrespondent(Caller.Correspondent caller, Act act, Rules.Facts facts) {
        boolean report = act instanceof MessageAct.ReceiveReport;
        if (facts.state() != SpaceState.ACTIVATED) {
            return new Deny(Problem.SPACE_NOT_OPEN);
        }
        if (facts.rights().blocksSender(caller.address()) && !report) {
            return refused();
        }
        boolean hasWord = report || act instanceof MessageAct.RefuseMessage;
        if (act instanceof MessageAct.ReceiveMessage receive) {
            return receiving(receive, facts);
        }
        return hasWord ? new Permit(Right.CORRESPONDENT, document -> true, Problem.NOT_FOUND) : refused();
    }

    /// Only an activated space has an address. What may not be shown to the patient yet is not for their
    /// mailbox, and marks for minors are for minors.
    private static Decision receiving(MessageAct.ReceiveMessage act, Rules.Facts facts) {
        if (facts.state() != SpaceState.ACTIVATED) {
            return new Deny(Problem.SPACE_NOT_OPEN);
        }
        Set<Mark> marks = act.marks();
        if (marks.contains(Mark.INVISIBLE_PATIENT)
                || (marks.contains(Mark.INVISIBLE_REPRESENTANTS_LEGAUX) && !facts.minor())) {
            return new Deny(Problem.MARK_NOT_ALLOWED);
        }
        return new Permit(Right.CORRESPONDENT, document -> true, Problem.NOT_FOUND);
    }

    private static Decision refused() {
        return new Deny(Problem.ACCESS_REFUSED);
    }
}
