package fr.monespacesante.portal.data;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Act.DownloadEverything.Step;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.takeout.Copies;
import fr.monespacesante.takeout.OpenCopy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// "Download everything" (EXP-01).
@Controller
class TakeoutController {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Pages pages;
    private final OwnSpace own;
    private final Copies copies;
    private final Clock clock;

    TakeoutController(Pages pages, OwnSpace own, Copies copies, Clock clock) {
        this.clock = clock;
        this.pages = pages;
        this.own = own;
        this.copies = copies;
    }

    @GetMapping(TakeoutPage.ADDRESS)
    View data(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return pages.show(new TakeoutPage(
                copies.of(own.space(request, who), who.space()).stream().findFirst()));
    }

    @PostMapping(TakeoutPage.ADDRESS + "/copie")
    View ask(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return switch (own.enter(request, who, new Act.DownloadEverything(Step.ASK), copies::ask)) {
            case Outcome.Done<UUID> _ -> pages.redirect(TakeoutPage.ADDRESS);
            case Outcome.Refused<UUID>(Problem problem, String _) -> refused(problem);
        };
    }

    private View refused(Problem problem) {
        return switch (problem) {
            case TRANSITION_NOT_ALLOWED -> pages.redirect(TakeoutPage.ADDRESS, Notice.error(DataText.ALREADY_RUNNING));
            case TOO_MANY_ATTEMPTS -> pages.redirect(TakeoutPage.ADDRESS, Notice.error(DataText.TOO_OFTEN));
            case ACCESS_REFUSED -> pages.redirect(TakeoutPage.ADDRESS, Notice.error(DataText.NOT_YOURS));
            default -> pages.refused(problem);
        };
    }

    @PostMapping(TakeoutPage.ADDRESS + "/copie/supprimer")
    View remove(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(defaultValue = "") String copie) {
        boolean removed = copies.remove(own.space(request, who), who.space(), uuid(copie));
        return removed
                ? pages.redirect(TakeoutPage.ADDRESS, Notice.success(DataText.REMOVED))
                : pages.redirect(TakeoutPage.ADDRESS);
    }

    private static UUID uuid(String text) {
        return text.matches("[0-9a-f-]{36}") ? UUID.fromString(text) : new UUID(0, 0);
    }

    /// The file. A download that broke off goes on where it stopped: the decision is taken again for
    /// each part.
    @GetMapping(TakeoutPage.ADDRESS + "/copie/{id:[0-9a-f-]{36}}")
    void fetch(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.RANGE, defaultValue = "") String range,
            @RequestHeader(name = HttpHeaders.IF_RANGE, defaultValue = "") String ifRange)
            throws IOException {
        switch (own.enter(request, who, new Act.DownloadEverything(Step.FETCH), visit -> copies.open(visit, id))) {
            case Outcome.Done<OpenCopy>(OpenCopy copy) -> send(response, copy, range, ifRange);
            case Outcome.Refused<OpenCopy> _ -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void send(HttpServletResponse response, OpenCopy copy, String range, String ifRange) throws IOException {
        String tag = "\"" + copy.id() + "\"";
        Range part = ifRange.isEmpty() || ifRange.equals(tag) ? Range.of(range, copy.size()) : Range.whole(copy.size());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag);
        if (part.outside()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + copy.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"mon-espace-sante-" + LocalDate.now(clock.withZone(PARIS)) + ".zip\"");
        if (part.partial()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + copy.size());
        }
        response.setContentLengthLong(part.length());
        try (InputStream in = copy.from(part.first())) {
            OutputStream out = response.getOutputStream();
            byte[] buffer = new byte[64 * 1024];
            for (long left = part.length(); left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("a copy ends before its end");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
            out.flush();
        }
    }
}
