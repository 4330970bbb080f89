package fr.monespacesante.access;

import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// “Who could see this document today?” (ACC-10): the people by name and the professions, each with the reason.
/// It asks
/// the same `Rules` that would decide.
public final class WhoSees {
    private final Rules rules;
    private final Matrix matrix;
    private final Mandates mandates;

    WhoSees(Rules rules, Matrix matrix, Mandates mandates) {
        this.rules = rules;
        this.matrix = matrix;
        this.mandates = mandates;
    }

    /// One person or group, and whether they could open the document now.
    public sealed interface Viewer {
        boolean sees();

        Reason reason();

        /// Somebody the space knows by name.
        ///
        /// @param until when that ends by itself
        record Named(Rights.Named professional, boolean sees, Reason reason, Optional<Instant> until)
                implements Viewer {}

        /// Anybody of a profession, once the patient has agreed.
        ///
        /// @param profession code of TRE_G15
        record Profession(String profession, boolean sees, Reason reason) implements Viewer {}

        /// Anybody of those professions, in an emergency they declare.
        record Emergency(boolean sees, Reason reason) implements Viewer {}

        /// The SAMU's regulation centre.
        record Regulation(boolean sees, Reason reason) implements Viewer {}

        /// @param name empty while that person has no space
        record Delegate(Mandate.Kind kind, Optional<String> name, boolean sees, Reason reason, Optional<Instant> until)
                implements Viewer {}
    }

    public enum Reason {
        AUTHOR,
        CONSENT,
        CARE_TEAM,
        TREATING_DOCTOR,
        SHOWN_TO_THEM,
        HIDDEN_FROM_THEM,
        MATRIX_ALLOWS,
        MATRIX_REFUSES,
        HIDDEN,
        NO_AGREEMENT,
        BLOCKED,
        EMERGENCY_ALLOWED,
        EMERGENCY_REFUSED,
        REPRESENTATIVE,
        CAREGIVER,
        OUT_OF_SCOPE
    }

    /// @param authors the professionals who made the document, as the record names them
    public List<Viewer> of(Visit visit, DocumentFacts document, Collection<Rights.Named> authors) {
        List<Viewer> viewers = new ArrayList<>();
        named(visit, document, authors).forEach(one -> viewers.add(one(visit, document, one)));
        for (String profession : matrix.professions()) {
            boolean allowed = matrix.mayConsult(profession, document.typeCode());
            boolean hidden = document.marks().contains(Mark.MASQUE_PS);
            Reason reason = !allowed ? Reason.MATRIX_REFUSES : hidden ? Reason.HIDDEN : Reason.MATRIX_ALLOWS;
            viewers.add(new Viewer.Profession(profession, allowed && !hidden, reason));
        }
        Rights rights = visit.rights();
        viewers.add(new Viewer.Emergency(
                inEmergency(document, rights, rights.emergency()), why(document, rights, rights.emergency())));
        viewers.add(new Viewer.Regulation(
                inEmergency(document, rights, rights.regulation()), why(document, rights, rights.regulation())));
        for (Mandates.Delegate delegate : mandates.in(visit.id())) {
            viewers.add(delegate(visit, document, delegate));
        }
        return viewers;
    }

    /// Everybody whom this space knows by name, each once, the authors with what the space knows better.
    private static Collection<Rights.Named> named(
            Visit visit, DocumentFacts document, Collection<Rights.Named> authors) {
        Map<String, Rights.Named> all = new LinkedHashMap<>();
        Rights rights = visit.rights();
        Rights.Named doctor = rights.treatingDoctor();
        if (doctor != null) {
            all.put(doctor.rpps(), doctor);
        }
        rights.consents().stream()
                .filter(consent -> consent.holdsAt(visit.now()))
                .forEach(consent -> all.putIfAbsent(consent.professional().rpps(), consent.professional()));
        rights.documentRules().stream()
                .filter(rule -> rule.series().equals(document.series()) && rule.holdsAt(visit.now()))
                .forEach(rule -> all.putIfAbsent(rule.professional().rpps(), rule.professional()));
        authors.forEach(author -> all.putIfAbsent(author.rpps(), author));
        rights.blocks()
                .forEach(block -> all.putIfAbsent(
                        block.rpps(), new Rights.Named(block.rpps(), block.name(), "", "", block.since())));
        return all.values();
    }

    private Viewer one(Visit visit, DocumentFacts document, Rights.Named named) {
        Rpps rpps = new Rpps(named.rpps());
        Rights rights = visit.rights();
        if (rights.blocks(rpps)) {
            return new Viewer.Named(named, false, Reason.BLOCKED, Optional.empty());
        }
        Caller.Professional caller = new Caller.Professional(
                rpps,
                named.name(),
                named.profession(),
                Optional.empty(),
                Optional.empty(),
                named.structureName(),
                new Caller.Purpose.Care(),
                "");
        Decision decision = rules.decide(
                caller,
                new Act.ReadDocument(new fr.monespacesante.kernel.DocumentId(document.series())),
                Rules.Facts.fromWithin(visit));
        if (!(decision instanceof Decision.Permit permit)) {
            return new Viewer.Named(named, false, Reason.NO_AGREEMENT, Optional.empty());
        }
        boolean sees = permit.sees().test(document);
        Optional<Rights.DocumentRule> rule = rights.ruleFor(document.series(), rpps, visit.now());
        Optional<Instant> until = rights.consentOf(rpps, visit.now()).map(Rights.Consent::until);
        Optional<Instant> ruled = rule.flatMap(one -> Optional.ofNullable(one.until()));
        if (document.authors().contains(rpps.nationalId())) {
            return new Viewer.Named(named, true, Reason.AUTHOR, Optional.empty());
        }
        if (permit.right() == Right.AUTHOR) {
            return new Viewer.Named(named, false, Reason.NO_AGREEMENT, Optional.empty());
        }
        if (!matrix.mayConsult(named.profession(), document.typeCode())) {
            return new Viewer.Named(named, sees, Reason.MATRIX_REFUSES, Optional.empty());
        }
        if (rule.isPresent()) {
            Reason reason = rule.get().shown() ? Reason.SHOWN_TO_THEM : Reason.HIDDEN_FROM_THEM;
            return new Viewer.Named(named, sees, reason, ruled);
        }
        if (!sees) {
            return new Viewer.Named(named, false, Reason.HIDDEN, Optional.empty());
        }
        return switch (permit.right()) {
            case TREATING_DOCTOR -> new Viewer.Named(named, true, Reason.TREATING_DOCTOR, Optional.empty());
            case CARE_TEAM -> new Viewer.Named(named, true, Reason.CARE_TEAM, until);
            default -> new Viewer.Named(named, true, Reason.CONSENT, until);
        };
    }

    private static boolean inEmergency(DocumentFacts document, Rights rights, boolean allowed) {
        return allowed && (rights.maskedInEmergency() || !document.marks().contains(Mark.MASQUE_PS));
    }

    private static Reason why(DocumentFacts document, Rights rights, boolean allowed) {
        if (!allowed) {
            return Reason.EMERGENCY_REFUSED;
        }
        return inEmergency(document, rights, true) ? Reason.EMERGENCY_ALLOWED : Reason.HIDDEN;
    }

    private Viewer delegate(Visit visit, DocumentFacts document, Mandates.Delegate delegate) {
        Mandate mandate = delegate.mandate();
        Rules.Facts facts = Rules.Facts.fromWithin(visit);
        Rules.Facts asDelegate = new Rules.Facts(
                facts.state(),
                facts.minor(),
                false,
                Optional.of(mandate),
                facts.rights(),
                facts.now(),
                facts.standing());
        boolean sees = rules.decide(new Caller.Citizen(visit.id(), "", false, ""), new Act.ListDocuments(), asDelegate)
                        instanceof Decision.Permit permit
                && permit.sees().test(document);
        Reason reason = mandate.kind() == Mandate.Kind.CAREGIVER ? Reason.CAREGIVER : Reason.REPRESENTATIVE;
        return new Viewer.Delegate(
                mandate.kind(), delegate.name(), sees, sees ? reason : Reason.OUT_OF_SCOPE, mandate.until());
    }
}
