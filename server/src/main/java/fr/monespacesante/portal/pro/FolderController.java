package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Act;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.LastVisits;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A patient's folder: the synthesis and the list, in one visit and one reading of the documents (DOC-16).
@Controller
class FolderController {
    private final Pages pages;
    private final ProDoor door;
    private final ProRefusals refusals;
    private final Documents documents;
    private final LastVisits lastVisits;

    FolderController(Pages pages, ProDoor door, ProRefusals refusals, Documents documents, LastVisits lastVisits) {
        this.pages = pages;
        this.door = door;
        this.refusals = refusals;
        this.documents = documents;
        this.lastVisits = lastVisits;
    }

    @GetMapping("/pro/patient/{patient:[0-9a-f-]{36}}")
    View folder(Bedside at, @RequestParam MultiValueMap<String, String> asked) {
        Form filters = Form.of(asked);
        Patient patient = at.patient();
        Outcome<FolderPage> page = door.enter(at, new Act.ListDocuments(), visit -> {
            Optional<Instant> before = lastVisits.note(visit);
            Synthesis synthesis = new Synthesis(
                    filters, visit.now(), before, at.who().professional().rpps(), patient.documents());
            DocumentQuery.Found found = documents.list(visit, synthesis.query());
            return Outcome.done(new FolderPage(
                    patient,
                    patient.age(visit.now()),
                    visit.right(),
                    before,
                    synthesis.shown(),
                    new FolderPage.Batch(
                            filters,
                            found.documents().stream().map(synthesis::row).toList(),
                            found.total(),
                            found.next().map(last -> last.value().toString()),
                            synthesis.authors())));
        });
        return switch (page) {
            case Outcome.Done<FolderPage>(FolderPage shown) -> pages.show(shown);
            case Outcome.Refused<FolderPage>(Problem problem, String _) -> refusals.of(at, problem, "/pro");
        };
    }
}
