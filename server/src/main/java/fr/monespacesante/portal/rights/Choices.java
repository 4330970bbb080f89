package fr.monespacesante.portal.rights;

import fr.monespacesante.access.History;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.identity.HealthDirectory;
import fr.monespacesante.identity.Professional;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Form;
import fr.monespacesante.record.Documents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds the professional whom a holder means: by name, by number, or among those the space knows.
@Component
class Choices {
    private static final int RECENT = 60;
    private static final int MOST_KNOWN = 12;

    private final HealthDirectory directory;
    private final History history;
    private final Documents documents;

    Choices(HealthDirectory directory, History history, Documents documents) {
        this.directory = directory;
        this.history = history;
        this.documents = documents;
    }

    /// What the page shows: the professional of the field `rpps`, else those whom the field `q` finds.
    Choice of(Visit visit, Form form) {
        Optional<Choice.One> chosen = chosen(visit, form);
        if (chosen.isPresent()) {
            return new Choice(chosen, List.of(), false, List.of());
        }
        String typed = form.value("q").strip();
        return new Choice(Optional.empty(), found(typed), !typed.isEmpty(), known(visit));
    }

    /// Who was chosen; somebody unlisted by the name that was typed or that the space knows them by.
    Optional<Choice.One> chosen(Visit visit, Form form) {
        return Rpps.parse(form.value("rpps"))
                .map(rpps -> directory
                        .find(rpps)
                        .map(Choice.One::of)
                        .or(() -> named(visit.rights(), rpps))
                        .orElseGet(() -> Choice.One.unlisted(
                                rpps.value(), form.value("nom").strip())));
    }

    private List<Choice.One> found(String typed) {
        Optional<Rpps> number = Rpps.parse(typed);
        if (number.isPresent()) {
            return List.of(directory
                    .find(number.get())
                    .map(Choice.One::of)
                    .orElseGet(() -> Choice.One.unlisted(number.get().value(), "")));
        }
        return directory.search(typed).stream().map(Choice.One::of).toList();
    }

    /// Those with an agreement or a place, then those who came lately, each once.
    private List<Choice.One> known(Visit visit) {
        Map<String, Choice.One> known = new LinkedHashMap<>();
        named(visit.rights()).forEach(one -> known.putIfAbsent(one.rpps(), Choice.One.of(one)));
        history.newest(
                        visit,
                        ids -> documents.standing(visit, ids),
                        trace -> trace.actor().kind().equals("PROFESSIONAL"),
                        Optional.empty(),
                        RECENT)
                .items()
                .forEach(line -> of(line.trace()).ifPresent(one -> known.putIfAbsent(one.rpps(), one)));
        List<Rpps> numbers = known.keySet().stream().map(Rpps::new).toList();
        Map<Rpps, Professional> listed = directory.find(numbers);
        return known.values().stream()
                .map(one -> Optional.ofNullable(listed.get(new Rpps(one.rpps())))
                        .map(Choice.One::of)
                        .orElse(one))
                .limit(MOST_KNOWN)
                .toList();
    }

    private static Optional<Choice.One> of(Trace trace) {
        Trace.Actor actor = trace.actor();
        String profession = actor.profession() == null ? "" : actor.profession();
        String structure = actor.structureName() == null ? "" : actor.structureName();
        return Rpps.ofNationalId(actor.id())
                .map(rpps -> new Choice.One(
                        rpps.value(),
                        actor.name(),
                        profession,
                        Professional.calling(profession, ""),
                        structure,
                        "",
                        false));
    }

    private static List<Rights.Named> named(Rights rights) {
        List<Rights.Named> named = new java.util.ArrayList<>();
        Rights.Named doctor = rights.treatingDoctor();
        if (doctor != null) {
            named.add(doctor);
        }
        rights.consents().forEach(consent -> named.add(consent.professional()));
        rights.documentRules().forEach(rule -> named.add(rule.professional()));
        return named;
    }

    private static Optional<Choice.One> named(Rights rights, Rpps rpps) {
        return named(rights).stream()
                .filter(one -> one.rpps().equals(rpps.value()))
                .findFirst()
                .map(Choice.One::of);
    }
}
