package fr.monespacesante.notification;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.Right;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.SpaceEvent.Shown;
import fr.monespacesante.access.SpaceListener;
import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides what is worth telling (NOT-01). The holder is not told of what she did herself; what somebody did
/// in her name is. A professional who opens ten documents in a day is one notice, the history has each of
/// them; an emergency is always told, each time.
final class Herald implements SpaceListener {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final Set<Right> OF_EMERGENCIES = Set.of(Right.EMERGENCY, Right.REGULATION);

    private final Bell bell;
    private final Notices notices;
    private final Ids ids;

    Herald(Bell bell, Notices notices, Ids ids) {
        this.bell = bell;
        this.notices = notices;
        this.ids = ids;
    }

    @Override
    public void on(Visit visit, SpaceEvent event) {
        boolean answer = event instanceof SpaceEvent.ReportAnswered
                || event instanceof SpaceEvent.CopyMade
                || event instanceof SpaceEvent.ErasureDone
                || event instanceof SpaceEvent.MessageReturned;
        if (event instanceof SpaceEvent.DocumentsErased(Set<DocumentId> documents)) {
            notices.forget(visit, documents);
        }
        if (event instanceof SpaceEvent.MessagesRead(Set<UUID> messages)) {
            notices.markRead(
                    visit,
                    messages.stream()
                            .map(message -> Notice.Kind.MESSAGE_NEW + "|" + message)
                            .toList());
        }
        if (!answer && (visit.caller() instanceof Caller.Service || Notices.isHolder(visit))) {
            return;
        }
        switch (event) {
            case SpaceEvent.DocumentDeposited(DocumentId document, Shown shown) -> {
                if (shown.toHolder()) {
                    tell(visit, shown, Notice.Kind.DOCUMENT_NEW, document);
                }
            }
            case SpaceEvent.DocumentReplaced(DocumentId before, DocumentId now, Shown shown) -> {
                if (shown.toHolder()) {
                    tell(visit, shown, Notice.Kind.DOCUMENT_REPLACED, now);
                }
            }
            case SpaceEvent.DocumentChanged(DocumentId document, Shown shown) -> {
                if (shown.toHolder()) {
                    changed(visit, document, shown);
                }
            }
            case SpaceEvent.DocumentDeleted(DocumentId document) ->
                // of a document that nobody was told of nobody is told that it is gone
                notices.told(visit, deposited(document))
                        .ifPresent(alone -> bell.ring(
                                visit,
                                notice(visit, visit.now(), Notice.Kind.DOCUMENT_DELETED, null),
                                alone,
                                "deleted|" + document));
            case SpaceEvent.ConsentDeclared(UUID consent) ->
                tell(visit, Notice.Kind.CONSENT_DECLARED, "consent|" + consent);
            case SpaceEvent.RightsChanged(String what) ->
                tell(visit, Notice.Kind.RIGHTS_CHANGED, "rights|" + what + "|" + ids.next());
            case SpaceEvent.ReportAnswered(UUID report) -> tell(visit, Notice.Kind.REPORT_ANSWERED, "report|" + report);
            case SpaceEvent.DocumentsErased erased -> {}
            case SpaceEvent.CopyMade(UUID copy, boolean ready) ->
                tell(visit, ready ? Notice.Kind.COPY_READY : Notice.Kind.COPY_FAILED, "copy|" + copy + "|" + ready);
            case SpaceEvent.ErasureDone(UUID request) -> tell(visit, Notice.Kind.ERASURE_DONE, "erased|" + request);
            case SpaceEvent.MessageArrived(UUID conversation, UUID message, boolean toRepresentatives) ->
                message(visit, Notice.Kind.MESSAGE_NEW, conversation, message, toRepresentatives);
            case SpaceEvent.MessageReturned(UUID conversation, UUID message, boolean toRepresentatives) ->
                message(visit, Notice.Kind.MESSAGE_RETURNED, conversation, message, toRepresentatives);
            case SpaceEvent.MessagesDeleted deleted -> {}
            case SpaceEvent.MessagesRead read -> {}
            case SpaceEvent.MessageRefused(Problem why) ->
                tell(visit, Notice.Kind.MESSAGE_REFUSED, "refusedMessage|" + why + "|" + whoAndDay(visit));
            case SpaceEvent.Entered(Right right) -> entered(visit, right);
            case SpaceEvent.Refused(Problem problem) -> refused(visit, problem);
        }
    }

    /// A document that was kept from the holder until now is new to her, not changed; of one that she will
    /// only see later she is not told that it has changed meanwhile.
    private void changed(Visit visit, DocumentId document, Shown shown) {
        boolean byMaker = !(visit.caller() instanceof Caller.Citizen);
        boolean announced = byMaker && tell(visit, shown, Notice.Kind.DOCUMENT_NEW, document);
        if (!announced && !shown.from().isAfter(visit.now())) {
            String once = "changed|" + document + visit.now();
            bell.ring(
                    visit,
                    notice(visit, visit.now(), Notice.Kind.DOCUMENT_CHANGED, document.value()),
                    !shown.toRepresentatives(),
                    once,
                    ways(shown));
        }
    }

    /// Of a document that came, from the moment on when the holder may know (ACC-13).
    private boolean tell(Visit visit, Shown shown, Notice.Kind kind, DocumentId document) {
        Instant from = shown.from().isAfter(visit.now()) ? shown.from() : visit.now();
        return bell.ring(
                visit,
                notice(visit, from, kind, document.value()),
                !shown.toRepresentatives(),
                deposited(document),
                ways(shown));
    }

    /// A browser named in the space may be a representative's: it is not told of what is kept from them.
    private static Set<Way> ways(Shown shown) {
        return shown.toRepresentatives() ? EnumSet.allOf(Way.class) : EnumSet.of(Way.EMAIL, Way.EMAIL_DIGEST);
    }

    private void message(Visit visit, Notice.Kind kind, UUID conversation, UUID message, boolean toRepresentatives) {
        bell.ring(
                visit,
                notice(visit, visit.now(), kind, conversation),
                !toRepresentatives,
                kind + "|" + message,
                toRepresentatives ? EnumSet.allOf(Way.class) : EnumSet.of(Way.EMAIL, Way.EMAIL_DIGEST));
    }

    private static boolean looks(Act act) {
        return act instanceof Act.ReadDocument
                || act instanceof Act.ListDocuments
                || act instanceof MessageAct.ReadMessage
                || act instanceof MessageAct.ReadMessages;
    }

    private void entered(Visit visit, Right right) {
        if (!looks(visit.act())) {
            return;
        }
        if (OF_EMERGENCIES.contains(right)) {
            tell(visit, Notice.Kind.EMERGENCY_ACCESS, "emergency|" + whoAndDay(visit) + "|" + reason(visit));
        } else if (visit.caller() instanceof Caller.Professional && !(visit.act() instanceof MessageAct)) {
            tell(visit, Notice.Kind.ACCESS, "access|" + whoAndDay(visit));
        } else if (visit.caller() instanceof Caller.Citizen) {
            tell(visit, Notice.Kind.DELEGATE_ACCESS, "delegate|" + whoAndDay(visit));
        }
    }

    /// A professional who has no agreement yet is the beginning of any first visit, and stands in the
    /// history. Worth telling is who was kept out: by a block, by a closed emergency access, by having no
    /// right at all.
    private void refused(Visit visit, Problem problem) {
        boolean keptOut =
                (visit.caller() instanceof Caller.Professional || visit.caller() instanceof Caller.Correspondent)
                        && problem == Problem.ACCESS_REFUSED;
        if (keptOut || visit.caller() instanceof Caller.Citizen) {
            tell(visit, Notice.Kind.REFUSED, "refused|" + whoAndDay(visit));
        }
    }

    private void tell(Visit visit, Notice.Kind kind, String once) {
        bell.ring(visit, notice(visit, visit.now(), kind, null), false, once);
    }

    private Notice notice(Visit visit, Instant at, Notice.Kind kind, @Nullable UUID subject) {
        Trace.Actor actor = visit.caller().actor();
        // People know the laboratory, not the name of its software.
        boolean software = visit.caller() instanceof Caller.Software;
        return new Notice(
                ids.next(),
                at,
                kind,
                subject,
                software ? actor.structureName() : actor.name(),
                software ? null : actor.structureName(),
                reason(visit),
                false,
                kind == Notice.Kind.REFUSED ? null : visit.right().name(),
                visit.act().code());
    }

    private static String deposited(DocumentId document) {
        return "new|" + document;
    }

    private static String whoAndDay(Visit visit) {
        return visit.caller().actor().id() + "|" + visit.now().atZone(FRANCE).toLocalDate();
    }

    private static @Nullable String reason(Visit visit) {
        return visit.caller() instanceof Caller.Professional professional
                ? professional.purpose().declared()
                : null;
    }
}
