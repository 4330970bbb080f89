package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Matrix;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.identity.HealthDirectory;
import fr.monespacesante.identity.Professional;
import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Texts;
import fr.monespacesante.portal.record.Category;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Says the rights of a space in plain words.
@Component
class RightsPages {
    private final Matrix matrix;
    private final Mandates mandates;
    private final HealthDirectory directory;
    private final Documents documents;

    RightsPages(Matrix matrix, Mandates mandates, HealthDirectory directory, Documents documents) {
        this.matrix = matrix;
        this.mandates = mandates;
        this.directory = directory;
        this.documents = documents;
    }

    RightsPage of(Visit visit, Texts texts) {
        Rights rights = visit.rights();
        Rights.Named doctor = rights.treatingDoctor();
        List<Rights.Consent> consents = rights.consents().stream()
                .filter(consent -> consent.holdsAt(visit.now()))
                .sorted((one, other) -> Boolean.compare(other.careTeam(), one.careTeam()))
                .toList();
        List<Rights.DocumentRule> rules = rights.documentRules().stream()
                .filter(rule -> rule.holdsAt(visit.now()))
                .toList();
        Map<Rpps, Professional> listed = listed(doctor, consents, rules);
        return new RightsPage(
                rights,
                visit.now(),
                Optional.ofNullable(doctor)
                        .map(named -> new RightsPage.Reader(
                                named, from(named, listed), Optional.empty(), sees(named.profession(), true, texts))),
                consents.stream()
                        .map(consent -> new RightsPage.Reader(
                                consent.professional(),
                                from(consent.professional(), listed),
                                Optional.of(consent),
                                sees(consent.professional().profession(), false, texts)))
                        .toList(),
                mandates.in(visit.id()).stream()
                        .filter(delegate -> delegate.mandate().holdsAt(visit.now())
                                && !visit.space().standing().concealed()
                                && (delegate.mandate().kind() != Mandate.Kind.LEGAL_REPRESENTATIVE
                                        || visit.space().person().isMinorAt(visit.now())))
                        .toList(),
                rules(visit, rules, listed),
                rights.hiddenOnArrival().stream()
                        .map(name -> Category.valueOf(name).label().plain())
                        .toList(),
                delays(rights));
    }

    static List<RightsPage.Delay> delays(Rights rights) {
        return rights.delays().stream()
                .map(delay -> new RightsPage.Delay(delay.typeCode(), label(delay.typeCode()), delay.days()))
                .toList();
    }

    static String label(String typeCode) {
        return Nomenclatures.national()
                .type(typeCode)
                .map(type -> type.code().label())
                .orElse(typeCode);
    }

    private List<RightsPage.Rule> rules(Visit visit, List<Rights.DocumentRule> rules, Map<Rpps, Professional> listed) {
        Map<DocumentId, DocumentEntry> known = documents.known(
                visit, rules.stream().map(rule -> new DocumentId(rule.series())).collect(Collectors.toSet()));
        return rules.stream()
                .map(rule -> {
                    DocumentEntry entry = known.get(new DocumentId(rule.series()));
                    return new RightsPage.Rule(
                            rule,
                            from(rule.professional(), listed),
                            entry == null ? "" : entry.title(),
                            "/espace/documents/" + rule.series());
                })
                .filter(rule -> !rule.title().isEmpty())
                .toList();
    }

    private Map<Rpps, Professional> listed(
            Rights.@org.jspecify.annotations.Nullable Named doctor,
            Collection<Rights.Consent> consents,
            Collection<Rights.DocumentRule> rules) {
        Set<Rpps> numbers = new HashSet<>();
        Stream.concat(
                        Optional.ofNullable(doctor).stream(),
                        Stream.concat(
                                consents.stream().map(Rights.Consent::professional),
                                rules.stream().map(Rights.DocumentRule::professional)))
                .forEach(named -> numbers.add(new Rpps(named.rpps())));
        return directory.find(numbers);
    }

    /// Calling and place of work.
    static String from(Rights.Named named, Map<Rpps, Professional> listed) {
        Professional known = listed.get(new Rpps(named.rpps()));
        String calling = known == null ? Professional.calling(named.profession(), "") : known.calling();
        return Stream.of(calling, named.structureName())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// Which documents a profession may open, by the matrix.
    private Message sees(String profession, boolean hiddenToo, Texts texts) {
        Set<DocumentCategory> some = EnumSet.noneOf(DocumentCategory.class);
        Set<DocumentCategory> none = EnumSet.allOf(DocumentCategory.class);
        Nomenclatures.national().types().forEach(type -> {
            String code = type.code().code();
            if (matrix.mayConsult(profession, code)) {
                some.add(DocumentCategory.of(code));
            }
        });
        none.removeAll(some);
        if (none.isEmpty()) {
            return (hiddenToo ? RightsText.SEES_ALL_HIDDEN : RightsText.SEES_ALL).plain();
        }
        if (some.isEmpty()) {
            return RightsText.SEES_NOTHING.plain();
        }
        boolean few = some.size() <= none.size();
        String names = (few ? some : none)
                .stream()
                        .map(category ->
                                texts.of(Category.valueOf(category.name()).label()))
                        .collect(Collectors.joining(", "));
        RightsText text = few
                ? (hiddenToo ? RightsText.SEES_ONLY_HIDDEN : RightsText.SEES_ONLY)
                : (hiddenToo ? RightsText.SEES_EXCEPT_HIDDEN : RightsText.SEES_EXCEPT);
        return text.with(Literal.of(names));
    }
}
