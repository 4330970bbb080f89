package fr.monespacesante.portal.data;

import fr.monespacesante.access.History;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.portal.Language;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Texts;
import fr.monespacesante.portal.history.HistoryCopy;
import fr.monespacesante.portal.record.Filed;
import fr.monespacesante.portal.record.Readings;
import fr.monespacesante.record.Documents;
import fr.monespacesante.takeout.Chapter;
import fr.monespacesante.takeout.Contents;
import fr.monespacesante.takeout.Parcel;
import fr.monespacesante.vault.SpaceKey;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The pages inside a copy (EXP-01): they need no service, no network and no script. French stands at
/// the top, English under `en/`; the page of a document is the same for both, as its own words are in
/// one language anyway.
@Component
@Order(1)
class CopyPages implements Chapter {
    private final TemplateEngine engine;
    private final Readings readings;
    private final History history;
    private final HistoryCopy lines;
    private final Documents documents;
    private final Citizens citizens;
    private final Mandates mandates;

    CopyPages(
            TemplateEngine engine,
            Readings readings,
            History history,
            HistoryCopy lines,
            Documents documents,
            Citizens citizens,
            Mandates mandates) {
        this.engine = engine;
        this.readings = readings;
        this.history = history;
        this.lines = lines;
        this.documents = documents;
        this.citizens = citizens;
        this.mandates = mandates;
    }

    @Override
    public Writing prepare(Visit visit) {
        List<Traces.Numbered> traces = history.newest(
                        visit,
                        ids -> documents.standing(visit, ids),
                        trace -> true,
                        Optional.empty(),
                        Integer.MAX_VALUE)
                .items();
        HistoryCopy.Lines told = lines.of(visit, traces);
        CopyRights rights = CopyRights.of(visit, documents.all(visit));
        CopyProfile profile = new CopyProfile(
                visit.space().person(),
                citizens.ofSpace(visit.id()).map(Citizen::contact),
                mandates.in(visit.id()).stream()
                        .filter(delegate -> delegate.mandate().holdsAt(visit.now()))
                        .toList());
        return (parcel, contents) -> {
            parcel.add("pages/style.css", style());
            for (Contents.Item item : contents.documents()) {
                document(parcel, item);
            }
            for (Language language : Language.values()) {
                write(parcel, contents, language, told, rights, profile);
            }
            parcel.add("fhir/historique.json", told.auditEvents());
        };
    }

    private void write(
            Parcel parcel,
            Contents contents,
            Language language,
            HistoryCopy.Lines told,
            CopyRights rights,
            CopyProfile profile)
            throws IOException {
        Texts texts = new Texts(language);
        boolean french = language == Language.FRENCH;
        String name = contents.person().displayName();
        page(
                parcel,
                french ? "index" : "en/index",
                "data/copy/index.jte",
                french
                        ? new CopyFrame(texts, DataText.C_TITLE.with(name), "", "", "en/index.html")
                        : new CopyFrame(texts, DataText.C_TITLE.with(name), "../", "./", "../index.html"),
                Map.of("contents", contents, "lines", told.lines().size()));
        page(parcel, french, "documents", DataText.C_DOCUMENTS.plain(), texts, Map.of("list", new CopyList(contents)));
        page(parcel, french, "autorisations", DataText.C_RIGHTS.plain(), texts, Map.of("rights", rights));
        page(parcel, french, "historique", DataText.C_HISTORY.plain(), texts, Map.of("lines", told.lines()));
        page(parcel, french, "profil", DataText.C_PROFILE.plain(), texts, Map.of("profile", profile));
    }

    private void page(Parcel parcel, boolean french, String name, Message title, Texts texts, Map<String, Object> model)
            throws IOException {
        CopyFrame frame = french
                ? new CopyFrame(texts, title, "../", "../", "../en/" + name + ".html")
                : new CopyFrame(texts, title, "../", "./", "../pages/" + name + ".html");
        page(parcel, (french ? "pages/" : "en/") + name, "data/copy/" + name + ".jte", frame, model);
    }

    private void page(Parcel parcel, String path, String template, CopyFrame frame, Map<String, Object> model)
            throws IOException {
        Map<String, Object> all = new HashMap<>(model);
        all.put("frame", frame);
        all.put("t", frame.texts());
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, all, output);
        parcel.add(path + ".html", output::writeTo);
    }

    private void document(Parcel parcel, Contents.Item item) throws IOException {
        String name = CopyList.page(item);
        Optional<Filed> filed = Optional.empty();
        if (!item.damaged()) {
            try {
                filed = Optional.of(readings.filed(item.document(), name));
            } catch (SpaceKey.DamagedStream damaged) {
                filed = Optional.empty();
            }
        }
        if (filed.isPresent()) {
            for (Map.Entry<String, byte[]> part : filed.get().parts().entrySet()) {
                parcel.add("pages/" + part.getKey(), part.getValue());
            }
        }
        CopyFrame frame = new CopyFrame(
                new Texts(Language.FRENCH), Literal.of(item.entry().title()), "../", "../", "");
        Map<String, Object> model = new HashMap<>();
        model.put("item", item);
        model.put("original", "../" + CopyList.href(item.path()));
        model.put("shown", filed.map(Filed::shown));
        page(parcel, "pages/" + name, "data/copy/document.jte", frame, model);
    }

    private static byte[] style() throws IOException {
        try (InputStream in = CopyPages.class.getResourceAsStream("/takeout/style.css")) {
            if (in == null) {
                throw new IOException("the style of the pages of a copy is missing");
            }
            return in.readAllBytes();
        }
    }
}
