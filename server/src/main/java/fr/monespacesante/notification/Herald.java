package fr.monespacesante.notification;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Right;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.SpaceListener;
import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Ids;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides what is worth telling (NOT-01). The holder is not told of what she did herself; a professional who opens
/// ten documents in a day is one notice, the history has each of them; an emergency is always told, each time.
final class Herald implements SpaceListener {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Notices notices;
    private final Ids ids;

    Herald(Notices notices, Ids ids) {
        this.notices = notices;
        this.ids = ids;
    }

    @Override
    public void on(Visit visit, SpaceEvent event) {
        if (event instanceof SpaceEvent.ReportAnswered(UUID report)) {
            tell(visit, Notice.Kind.REPORT_ANSWERED, null, "report|" + report);
            return;
        }
        if (visit.caller() instanceof Caller.Citizen || visit.caller() instanceof Caller.Service) {
            return;
        }
        switch (event) {
            case SpaceEvent.DocumentDeposited(var document, SpaceEvent.Shown shown) -> {
                if (shown.toHolder()) {
                    tell(visit, Notice.Kind.DOCUMENT_NEW, document.value(), "new|" + document);
                }
            }
            case SpaceEvent.DocumentReplaced(var before, var now, SpaceEvent.Shown shown) -> {
                if (shown.toHolder()) {
                    tell(visit, Notice.Kind.DOCUMENT_REPLACED, now.value(), "new|" + now);
                }
            }
            case SpaceEvent.DocumentChanged(var document, SpaceEvent.Shown shown) -> {
                if (shown.toHolder()) {
                    tell(visit, Notice.Kind.DOCUMENT_CHANGED, document.value(), "changed|" + document + visit.now());
                }
            }
            case SpaceEvent.ConsentDeclared(UUID consent) ->
                tell(visit, Notice.Kind.CONSENT_DECLARED, null, "consent|" + consent);
            case SpaceEvent.Entered(Right right) -> entered(visit, right);
            case SpaceEvent.DocumentDeleted deleted -> {}
            case SpaceEvent.RightsChanged changed -> {}
            case SpaceEvent.ReportAnswered answered -> {}
            case SpaceEvent.Refused refused -> {}
        }
    }

    private void entered(Visit visit, Right right) {
        if (!(visit.act() instanceof Act.ReadDocument) && !(visit.act() instanceof Act.ListDocuments)) {
            return;
        }
        String who = visit.caller().actor().id();
        String day = visit.now().atZone(FRANCE).toLocalDate().toString();
        switch (right) {
            case EMERGENCY, REGULATION ->
                tell(visit, Notice.Kind.EMERGENCY_ACCESS, null, "emergency|" + who + "|" + day + "|" + reason(visit));
            case CONSENT, CARE_TEAM, TREATING_DOCTOR ->
                tell(visit, Notice.Kind.ACCESS, null, "access|" + who + "|" + day);
            case HOLDER, REPRESENTATIVE, CAREGIVER, AUTHOR, FEED, EXISTENCE, SERVICE -> {}
        }
    }

    private void tell(Visit visit, Notice.Kind kind, @Nullable UUID subject, String once) {
        Trace.Actor actor = visit.caller().actor();
        // People know the laboratory, not the name of its software.
        boolean software = visit.caller() instanceof Caller.Software;
        String name = software ? actor.structureName() : actor.name();
        String structure = software ? null : actor.structureName();
        Notice notice = new Notice(ids.next(), visit.now(), kind, subject, name, structure, reason(visit), false);
        notices.add(visit, notice, once);
    }

    private static @Nullable String reason(Visit visit) {
        return visit.caller() instanceof Caller.Professional professional
                ? professional.purpose().declared()
                : null;
    }
}
