package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Right;
import fr.monespacesante.audit.Activities;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.identity.ProfessionalSession;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A professional sees what they did themselves, as the patients' histories say it.
@Controller
class ActivityController {
    private static final int SIZE = 50;

    private final Pages pages;
    private final Activities activities;
    private final Consulted consulted;

    ActivityController(Pages pages, Activities activities, Consulted consulted) {
        this.pages = pages;
        this.activities = activities;
        this.consulted = consulted;
    }

    @GetMapping("/pro/activite")
    View activity(
            HttpServletRequest request,
            @AuthenticationPrincipal ProfessionalSession who,
            @RequestParam(name = "apres", defaultValue = "") String after) {
        List<Patient> known = consulted.all(request);
        Page<Activities.Line> page = activities.of(who.professional().rpps().nationalId(), id(after), SIZE);
        return pages.show(new ActivityPage(
                page.items().stream().map(line -> line(line, known)).toList(), page.next()));
    }

    private static Optional<String> id(String text) {
        try {
            return Optional.of(UUID.fromString(text).toString());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static ActivityPage.Line line(Activities.Line line, List<Patient> known) {
        Trace trace = line.trace();
        String from = trace.actor().structureName();
        String reason = trace.reason();
        return new ActivityPage.Line(
                trace.at(),
                act(trace.act()),
                line.space()
                        .flatMap(space -> known.stream()
                                .filter(patient -> patient.space().equals(space))
                                .findFirst()),
                from == null ? "" : from,
                trace.refused() ? ProText.RIGHT_NONE : right(trace.right()),
                reason == null ? "" : reason);
    }

    private static ProText right(String code) {
        return Arrays.stream(Right.values())
                .filter(right -> right.name().equals(code))
                .findFirst()
                .map(ProText::of)
                .orElse(ProText.RIGHT_NONE);
    }

    private static ProText act(String code) {
        return switch (code) {
            case "FIND_SPACE" -> ProText.DID_FIND;
            case "LIST_DOCUMENTS" -> ProText.DID_LIST;
            case "READ_DOCUMENT" -> ProText.DID_READ;
            case "DEPOSIT_DOCUMENT" -> ProText.DID_DEPOSIT;
            case "CHANGE_DOCUMENT" -> ProText.DID_CHANGE;
            case "DELETE_DOCUMENT" -> ProText.DID_DELETE;
            case "DECLARE_CONSENT" -> ProText.DID_CONSENT;
            case "RECEIVE_MESSAGE" -> ProText.DID_WRITE;
            case "READ_MESSAGE" -> ProText.DID_READ_MESSAGE;
            case "CLOSE_CONVERSATION" -> ProText.DID_END;
            default -> ProText.DID_OTHER;
        };
    }
}
