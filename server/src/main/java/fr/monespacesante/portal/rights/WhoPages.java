package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.access.WhoSees;
import fr.monespacesante.access.WhoSees.Viewer;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.identity.HealthDirectory;
import fr.monespacesante.identity.Professional;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.record.DocumentEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says in words what `WhoSees` finds.
@Component
class WhoPages {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final WhoSees whoSees;
    private final HealthDirectory directory;

    WhoPages(WhoSees whoSees, HealthDirectory directory) {
        this.whoSees = whoSees;
        this.directory = directory;
    }

    WhoPage of(Visit visit, DocumentEntry entry) {
        List<WhoPage.Person> people = new ArrayList<>();
        List<String> may = new ArrayList<>();
        List<String> mayNot = new ArrayList<>();
        List<WhoPage.Person> emergencies = new ArrayList<>();
        List<WhoPage.Person> delegates = new ArrayList<>();
        List<Viewer> viewers = whoSees.of(visit, entry.facts(), authors(entry));
        Map<Rpps, Professional> listed = directory.find(viewers.stream()
                .filter(Viewer.Named.class::isInstance)
                .map(viewer -> new Rpps(((Viewer.Named) viewer).professional().rpps()))
                .toList());
        for (Viewer viewer : viewers) {
            switch (viewer) {
                case Viewer.Named named ->
                    people.add(new WhoPage.Person(
                            named.professional().name(),
                            Literal.of(named.professional().name()),
                            RightsPages.from(named.professional(), listed),
                            named.professional().rpps(),
                            named.sees(),
                            why(named.reason(), named.until()),
                            visit.rights()
                                    .ruleFor(
                                            entry.series(),
                                            new Rpps(named.professional().rpps()),
                                            visit.now())
                                    .isPresent()));
                case Viewer.Profession profession ->
                    (profession.reason() == WhoSees.Reason.MATRIX_REFUSES ? mayNot : may)
                            .add(Nomenclatures.national()
                                    .profession(profession.profession())
                                    .map(code -> code.label())
                                    .orElse(profession.profession()));
                case Viewer.Emergency emergency ->
                    emergencies.add(group(RightsText.WHO_EMERGENCY, emergency.sees(), emergency.reason()));
                case Viewer.Regulation regulation ->
                    emergencies.add(group(RightsText.WHO_REGULATION, regulation.sees(), regulation.reason()));
                case Viewer.Delegate delegate -> delegates.add(delegate(delegate));
            }
        }
        people.sort(Comparator.comparing((WhoPage.Person person) -> !person.sees()));
        return new WhoPage(
                entry.title(),
                "/espace/documents/" + entry.id().value(),
                entry.hidden(),
                people,
                may.stream().sorted().toList(),
                mayNot.stream().sorted().toList(),
                emergencies,
                delegates,
                visit.rights().documentRules().stream()
                        .filter(rule -> rule.series().equals(entry.series()) && rule.holdsAt(visit.now()))
                        .toList());
    }

    private static List<Rights.Named> authors(DocumentEntry entry) {
        return entry.authors().stream()
                .filter(author -> !author.patient())
                .map(author -> Rpps.ofNationalId(Objects.requireNonNullElse(author.id(), ""))
                        .map(rpps -> new Rights.Named(
                                rpps.value(),
                                author.displayName(),
                                profession(author),
                                Optional.ofNullable(author.organisation())
                                        .map(DocumentEntry.Organisation::name)
                                        .orElse(""),
                                entry.created())))
                .flatMap(Optional::stream)
                .toList();
    }

    /// G15_10/SM26 names the profession 10.
    private static String profession(DocumentEntry.Author author) {
        var speciality = author.speciality();
        return speciality == null || !speciality.code().startsWith("G15_")
                ? ""
                : speciality.code().substring("G15_".length()).split("/", 2)[0];
    }

    private static WhoPage.Person group(RightsText who, boolean sees, WhoSees.Reason reason) {
        return new WhoPage.Person("", who.plain(), "", "", sees, why(reason, Optional.empty()), false);
    }

    private static WhoPage.Person delegate(Viewer.Delegate delegate) {
        RightsText kind = delegate.kind() == Mandate.Kind.CAREGIVER
                ? RightsText.DELEGATE_CAREGIVER
                : RightsText.DELEGATE_REPRESENTATIVE;
        return new WhoPage.Person(
                delegate.name().orElse(""),
                delegate.name().map(Literal::of).orElseGet(kind::plain),
                "",
                "",
                delegate.sees(),
                why(delegate.reason(), delegate.until()),
                false);
    }

    private static Message why(WhoSees.Reason reason, Optional<Instant> until) {
        RightsText text = switch (reason) {
            case AUTHOR -> RightsText.WHY_AUTHOR;
            case CONSENT -> RightsText.WHY_CONSENT;
            case CARE_TEAM -> RightsText.WHY_CARE_TEAM;
            case TREATING_DOCTOR -> RightsText.WHY_TREATING_DOCTOR;
            case SHOWN_TO_THEM -> RightsText.WHY_SHOWN;
            case HIDDEN_FROM_THEM -> RightsText.WHY_HIDDEN_FROM_THEM;
            case MATRIX_ALLOWS -> RightsText.WHY_MATRIX_ALLOWS;
            case MATRIX_REFUSES -> RightsText.WHY_MATRIX_REFUSES;
            case HIDDEN -> RightsText.WHY_HIDDEN;
            case NO_AGREEMENT -> RightsText.WHY_NO_AGREEMENT;
            case BLOCKED -> RightsText.WHY_BLOCKED;
            case EMERGENCY_ALLOWED -> RightsText.WHY_EMERGENCY_ALLOWED;
            case EMERGENCY_REFUSED -> RightsText.WHY_EMERGENCY_REFUSED;
            case REPRESENTATIVE -> RightsText.WHY_REPRESENTATIVE;
            case CAREGIVER -> RightsText.WHY_CAREGIVER;
            case OUT_OF_SCOPE -> RightsText.WHY_OUT_OF_SCOPE;
        };
        return until.map(end -> RightsText.WHY_UNTIL.with(text.plain(), LocalDate.ofInstant(end, PARIS)))
                .orElseGet(text::plain);
    }
}
