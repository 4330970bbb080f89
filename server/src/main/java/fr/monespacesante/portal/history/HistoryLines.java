package fr.monespacesante.portal.history;

import fr.monespacesante.access.Right;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.identity.HealthDirectory;
import fr.monespacesante.identity.Professional;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Message;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.supervision.Cases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Makes lines of traces: three questions to the database for a page of them, for the titles, the people, and what was
/// reported.
@Component
class HistoryLines {
    private final Documents documents;
    private final Cases cases;
    private final HealthDirectory directory;

    HistoryLines(Documents documents, Cases cases, HealthDirectory directory) {
        this.documents = documents;
        this.cases = cases;
        this.directory = directory;
    }

    /// @param once leaves out a line that only repeats the one before it
    List<HistoryLine> of(Visit visit, List<Traces.Numbered> traces, boolean once) {
        Set<DocumentId> subjects = traces.stream()
                .map(numbered -> numbered.trace().subject())
                .filter(Objects::nonNull)
                .map(DocumentId::new)
                .collect(Collectors.toSet());
        Set<Rpps> people = traces.stream()
                .flatMap(numbered -> rpps(numbered.trace()).stream())
                .collect(Collectors.toSet());
        Map<DocumentId, String> called = titles(documents.known(visit, subjects));
        Map<Rpps, Professional> known = directory.find(people);
        Map<Long, Cases.Told> reported = cases.of(visit.id()).stream()
                .collect(Collectors.toMap(Cases.Told::trace, told -> told, (one, other) -> one));
        List<HistoryLine> lines = new ArrayList<>();
        Trace before = null;
        for (Traces.Numbered numbered : traces) {
            Trace trace = numbered.trace();
            if (!once || !HistoryLine.repeats(trace, before)) {
                lines.add(line(visit, numbered, new Known(called, known, reported)));
            }
            before = trace;
        }
        return lines;
    }

    /// What is known besides the traces themselves.
    private record Known(
            Map<DocumentId, String> titles, Map<Rpps, Professional> people, Map<Long, Cases.Told> reported) {}

    private static Map<DocumentId, String> titles(Map<DocumentId, DocumentEntry> entries) {
        return entries.values().stream().collect(Collectors.toMap(DocumentEntry::id, DocumentEntry::title));
    }

    private static HistoryLine line(Visit visit, Traces.Numbered numbered, Known known) {
        Trace trace = numbered.trace();
        boolean holder = trace.actor().kind().equals("CITIZEN");
        boolean decision = holder || trace.actor().kind().equals("DELEGATE");
        String title = trace.subject() == null ? "" : known.titles().getOrDefault(new DocumentId(trace.subject()), "");
        return new HistoryLine(
                numbered.id().toString(),
                trace.at(),
                who(trace, known.people()),
                ActWords.act(trace.act()),
                title.isEmpty() ? Optional.empty() : Optional.of("/espace/documents/" + trace.subject()),
                title,
                trace.act().endsWith("DOCUMENT") && trace.subject() != null,
                trace.refused() ? Optional.of(ActWords.refusal(trace.outcome())) : Optional.empty(),
                trace.refused() || holder ? Optional.empty() : right(visit.rights(), trace),
                decision ? Objects.requireNonNullElse(trace.reason(), "") : "",
                decision ? "" : Objects.requireNonNullElse(trace.reason(), ""),
                ActWords.emergency(trace),
                !holder && !trace.actor().kind().equals("SYSTEM"),
                Optional.ofNullable(known.reported().get(numbered.number())));
    }

    private static Optional<Rpps> rpps(Trace trace) {
        return trace.actor().kind().equals("PROFESSIONAL")
                ? Rpps.ofNationalId(trace.actor().id())
                : Optional.empty();
    }

    private static HistoryLine.Who who(Trace trace, Map<Rpps, Professional> known) {
        Trace.Actor actor = trace.actor();
        Optional<Rpps> rpps = rpps(trace);
        String calling = rpps.map(known::get)
                .map(Professional::calling)
                .orElseGet(() -> actor.profession() == null ? "" : Professional.calling(actor.profession(), ""));
        String structure = Objects.requireNonNullElse(actor.structureName(), "");
        String assistant = Objects.requireNonNullElse(actor.assistant(), "");
        String from = Stream.of(calling, structure, assistant)
                .filter(part -> !part.isEmpty() && !part.equals(actor.name()))
                .collect(Collectors.joining(", "));
        Optional<HistoryText> kind = switch (actor.kind()) {
            case "CORRESPONDENT" -> Optional.of(HistoryText.KIND_CORRESPONDENT);
            case "SOFTWARE" -> Optional.of(HistoryText.KIND_SOFTWARE);
            case "AGENT" -> Optional.of(HistoryText.KIND_AGENT);
            case "SYSTEM" -> Optional.of(HistoryText.KIND_SYSTEM);
            case "DELEGATE" -> Optional.of(delegate(trace.right()));
            default -> assistant.isEmpty() ? Optional.empty() : Optional.of(HistoryText.KIND_ASSISTED);
        };
        return new HistoryLine.Who(
                kind,
                actor.kind().equals("CITIZEN") ? "" : actor.name(),
                from,
                rpps.map(Rpps::value).orElse(""));
    }

    /// With its dates, where the agreement or the choice it came from still stands.
    private static Optional<Message> right(Rights rights, Trace trace) {
        if (trace.act().equals("DECLARE_CONSENT")) {
            return rights.consents().stream()
                    .filter(kept -> kept.id().equals(trace.subject()))
                    .findFirst()
                    .map(kept -> kept.careTeam()
                            ? HistoryText.RIGHT_DECLARED_TEAM.with(date(kept.until()))
                            : HistoryText.RIGHT_DECLARED_ONCE.plain());
        }
        Optional<Rpps> rpps = rpps(trace);
        if (rpps.isPresent() && trace.right().equals(Right.TREATING_DOCTOR.name())) {
            Rights.Named doctor = rights.treatingDoctor();
            if (doctor != null
                    && rights.treatedBy(rpps.get())
                    && !doctor.since().isAfter(trace.at())) {
                return Optional.of(HistoryText.RIGHT_TREATING_DOCTOR_SINCE.with(date(doctor.since())));
            }
        }
        boolean team = trace.right().equals(Right.CARE_TEAM.name());
        if (rpps.isPresent() && (team || trace.right().equals(Right.CONSENT.name()))) {
            Optional<Rights.Consent> consent = rights.consents().stream()
                    .filter(kept -> kept.careTeam() == team
                            && kept.professional().rpps().equals(rpps.get().value())
                            && !kept.professional().since().isAfter(trace.at()))
                    .findFirst();
            if (consent.isPresent()) {
                return Optional.of((team ? HistoryText.RIGHT_CARE_TEAM_SINCE : HistoryText.RIGHT_CONSENT_SINCE)
                        .with(
                                date(consent.get().professional().since()),
                                date(consent.get().until())));
            }
        }
        return ActWords.right(trace).map(HistoryText::plain);
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZoneId.of("Europe/Paris"));
    }

    /// Somebody who was refused has no right by which to name them.
    private static HistoryText delegate(String right) {
        if (right.equals(Right.REPRESENTATIVE.name())) {
            return HistoryText.KIND_REPRESENTATIVE;
        }
        return right.equals(Right.CAREGIVER.name()) ? HistoryText.KIND_CAREGIVER : HistoryText.KIND_OTHER;
    }
}
