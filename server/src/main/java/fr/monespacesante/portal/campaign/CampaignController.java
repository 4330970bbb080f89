package fr.monespacesante.portal.campaign;

import fr.monespacesante.account.CampaignCounts;
import fr.monespacesante.account.CampaignFile;
import fr.monespacesante.account.CampaignFiles;
import fr.monespacesante.account.CampaignInbox;
import fr.monespacesante.account.Mailings;
import fr.monespacesante.audit.AgentTrace;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.identity.AgentArea;
import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.agent.AgentTile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// The figures of the campaigns, and their files (ENR-01, ENR-16).
@Controller
@RequestMapping(CampaignController.PAGE)
class CampaignController {
    static final String PAGE = "/agent/campagnes";
    static final String FILES = PAGE + "/fichiers";
    private static final String ID = "/fichiers/{id:[0-9a-f-]{36}}";
    private static final int DAYS = 60;
    private static final int SHOWN = 50;

    private final Pages pages;
    private final CampaignCounts counts;
    private final CampaignFiles files;
    private final CampaignInbox inbox;
    private final Mailings mailings;
    private final Journal journal;

    CampaignController(
            Pages pages,
            CampaignCounts counts,
            CampaignFiles files,
            CampaignInbox inbox,
            Mailings mailings,
            Journal journal) {
        this.pages = pages;
        this.counts = counts;
        this.files = files;
        this.inbox = inbox;
        this.mailings = mailings;
        this.journal = journal;
    }

    @GetMapping
    View figures(@RequestParam MultiValueMap<String, String> asked) {
        Form filter = Form.of(asked);
        Optional<String> department =
                Optional.of(filter.value("departement")).filter(text -> text.matches("\\d\\d|2[AB]|9[78]\\d|--"));
        return pages.show(new CampaignPage(
                filter, counts.total(department), counts.byDepartment(), counts.byDay(department, DAYS)));
    }

    @GetMapping("/fichiers")
    View files() {
        return files(Form.EMPTY);
    }

    private View files(Form form) {
        return pages.show(new FilesPage(
                form, files.newest(SHOWN).stream().map(FileLine::new).toList(), mailings.newest(SHOWN)));
    }

    @GetMapping(ID)
    View file(@PathVariable UUID id) throws IOException {
        Optional<CampaignFile> file = files.find(id);
        if (file.isEmpty()) {
            return pages.refused(Problem.NOT_FOUND);
        }
        List<FilePage.Fault> first = file.get().problem().isPresent()
                ? List.of()
                : inbox.faults(file.get(), SHOWN).stream()
                        .map(FilePage.Fault::of)
                        .toList();
        return pages.show(new FilePage(new FileLine(file.get()), first));
    }

    @GetMapping(ID + "/rapport")
    View report(@PathVariable UUID id) throws IOException {
        Optional<CampaignFile> file = files.find(id);
        Optional<Path> report = file.isPresent() ? inbox.report(file.get()) : Optional.empty();
        if (report.isEmpty()) {
            return pages.refused(Problem.NOT_FOUND);
        }
        return (model, request, response) -> {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"rapport-" + id + ".csv\"");
            response.setContentLengthLong(Files.size(report.get()));
            Files.copy(report.get(), response.getOutputStream());
        };
    }

    /// From the form as it is, for files that go into memory.
    @PostMapping(path = "/fichiers", consumes = "multipart/form-data")
    View sent(
            @AuthenticationPrincipal AgentSession who,
            @RequestParam(name = "fichier", required = false) Optional<MultipartFile> file)
            throws IOException {
        if (file.isEmpty() || file.get().isEmpty()) {
            return files(Form.EMPTY.wrong("fichier", CampaignText.SEND_NONE));
        }
        String name = file.get().getOriginalFilename();
        try (InputStream in = file.get().getInputStream()) {
            return received(who, name == null ? "" : name, in);
        }
    }

    /// From a browser with script: the file alone, streamed to the disk whatever its size.
    @PostMapping(path = "/fichiers", consumes = "application/octet-stream")
    View streamed(
            @AuthenticationPrincipal AgentSession who,
            @RequestHeader(name = "X-File-Name", defaultValue = "") String name,
            HttpServletRequest request)
            throws IOException {
        return received(who, decoded(name), request.getInputStream());
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private View received(AgentSession who, String name, InputStream file) throws IOException {
        if (!inbox.receive(name, file)) {
            return files(Form.EMPTY.wrong("fichier", CampaignText.SEND_NO_ROOM));
        }
        journal.sent(who);
        return pages.redirect(FILES, Notice.success(CampaignText.SENT));
    }

    /// Who of the operator sent a file.
    record Journal(AgentTraces traces, Clock clock) {
        void sent(AgentSession who) {
            traces.append(new AgentTrace(
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    who.id(),
                    who.displayName(),
                    "SEND_CAMPAIGN_FILE",
                    null,
                    null));
        }
    }

    /// Who comes to these pages, and where they find them.
    @Configuration(proxyBeanMethods = false)
    static class Place {
        private static final String ROLE = "operator";

        @Bean
        AgentArea campaignArea() {
            return new AgentArea(PAGE + "/**", ROLE);
        }

        @Bean
        AgentTile campaignTile() {
            return new AgentTile(ROLE, Section.CAMPAIGNS, CampaignText.TILE, "fr-icon-mail-line");
        }

        @Bean
        Journal campaignJournal(AgentTraces traces, Clock clock) {
            return new Journal(traces, clock);
        }
    }
}
