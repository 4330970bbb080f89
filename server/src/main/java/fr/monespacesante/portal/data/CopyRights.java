package fr.monespacesante.portal.data;

import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.record.Category;
import fr.monespacesante.record.OpenDocument;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who may see what, as it stood when the copy was made.
public record CopyRights(Rights rights, Instant at, Map<UUID, String> titles) {
    public CopyRights {
        titles = Map.copyOf(titles);
    }

    static CopyRights of(Visit visit, List<OpenDocument> documents) {
        Map<UUID, String> titles = new HashMap<>();
        documents.forEach(document ->
                titles.put(document.entry().series(), document.entry().title()));
        return new CopyRights(visit.rights(), visit.now(), titles);
    }

    public List<Rights.Consent> consents() {
        return rights.consents().stream().filter(consent -> consent.holdsAt(at)).toList();
    }

    /// Those about a document that the reader may know of.
    public List<Message> rules() {
        return rights.documentRules().stream()
                .filter(rule -> rule.holdsAt(at) && titles.containsKey(rule.series()))
                .map(rule -> (rule.shown() ? DataText.C_RULE_SHOWN : DataText.C_RULE_HIDDEN)
                        .with(
                                titles.getOrDefault(rule.series(), ""),
                                rule.professional().name()))
                .toList();
    }

    public List<Message> arrivals() {
        return rights.hiddenOnArrival().stream()
                .map(name -> Category.valueOf(name).label().plain())
                .toList();
    }

    public List<Message> delays() {
        return rights.delays().stream()
                .map(delay -> DataText.C_DELAY.with(
                        delay.days(),
                        Nomenclatures.national()
                                .type(delay.typeCode())
                                .map(type -> type.code())
                                .map(Code::label)
                                .orElse(delay.typeCode())))
                .toList();
    }

    public static String named(String name, String structure) {
        return structure.isEmpty() || structure.equals(name) ? name : name + ", " + structure;
    }
}
