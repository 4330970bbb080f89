package fr.monespacesante.access;

import fr.monespacesante.account.Space;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The proof of being inside one space by right, for the time of one transaction. Only `Doors` makes it.
///
/// Not for keeping: after the body has returned, what it reaches is closed. A document's bytes are the exception, and
/// come with their own key and check.
public final class Visit {
    private final Space space;
    private final SpaceKey key;
    private final Caller caller;
    private final Act act;
    private final Decision.Permit permit;
    private final Rights rights;
    private final long rightsVersion;
    private final Instant now;
    private final List<SpaceEvent> events = new ArrayList<>();
    private Optional<UUID> subject;
    private Set<Mark> marks;
    private Optional<String> said = Optional.empty();

    Visit(Opened opened, Caller caller, Act act, Decision.Permit permit) {
        this.space = opened.space();
        this.key = opened.key();
        this.rights = opened.rights();
        this.rightsVersion = opened.rightsVersion();
        this.now = opened.now();
        this.caller = caller;
        this.act = act;
        this.permit = permit;
        this.subject = act.subject();
        this.marks = marks(act);
    }

    /// What the door found behind it, before anybody goes in.
    record Opened(Space space, SpaceKey key, Rights rights, long rightsVersion, Instant now) {}

    public SpaceId id() {
        return space.id();
    }

    /// The space and the person it belongs to.
    public Space space() {
        return space;
    }

    public SpaceKey key() {
        return key;
    }

    public Caller caller() {
        return caller;
    }

    /// Who visits, by the identifier that the history keeps.
    public String who() {
        return caller.actor().id();
    }

    public Act act() {
        return act;
    }

    Decision.Permit permit() {
        return permit;
    }

    public Right right() {
        return permit.right();
    }

    /// May this caller know of such a document? The one place where lists, counts, searches and single reads ask.
    public boolean sees(DocumentFacts document) {
        return permit.sees().test(document);
    }

    /// The answer for a document that is not there, or that this caller may not know of: they cannot tell which.
    public <T> Outcome<T> unseen() {
        return Outcome.refused(permit.unseen());
    }

    public Rights rights() {
        return rights;
    }

    long rightsVersion() {
        return rightsVersion;
    }

    public Instant now() {
        return now;
    }

    /// Names what the act was done to, where that is known only inside.
    public void concerns(DocumentId document, DocumentFacts facts) {
        subject = Optional.of(document.value());
        touched(document, facts);
    }

    /// Notes from whom the document of the act is kept: its line in the history is kept from them too (REP-02).
    public void touched(DocumentId document, DocumentFacts facts) {
        if (subject.filter(document.value()::equals).isPresent()) {
            Set<Mark> all = EnumSet.noneOf(Mark.class);
            all.addAll(marks(act));
            all.addAll(facts.marks());
            marks = all;
        }
    }

    /// A deposit that comes to nothing is kept from those from whom its document would have been.
    private static Set<Mark> marks(Act act) {
        if (act instanceof MessageAct.ReceiveMessage receive) {
            return receive.marks();
        }
        if (act instanceof MessageAct.SaveAttachment save) {
            return save.marks();
        }
        if (!(act instanceof Act.DepositDocuments deposit)) {
            return Set.of();
        }
        return deposit.minorObjects() ? Set.of(Mark.INVISIBLE_REPRESENTANTS_LEGAUX) : deposit.marks();
    }

    /// The same of anything else that is judged like a document, such as an exchange.
    public void concerns(UUID thing, DocumentFacts facts) {
        subject = Optional.of(thing);
        touched(new DocumentId(thing), facts);
    }

    void concerns(UUID thing) {
        subject = Optional.of(thing);
    }

    public void tell(SpaceEvent event) {
        events.add(event);
    }

    List<SpaceEvent> events() {
        return events;
    }

    Optional<UUID> subject() {
        return subject;
    }

    /// Notes whom a decision of the holder is about, for the line in the history.
    public void says(String words) {
        said = words.isBlank() ? Optional.empty() : Optional.of(words);
    }

    Optional<String> said() {
        return said;
    }

    /// The marks of the subject at this moment.
    Set<Mark> marks() {
        return marks;
    }
}
