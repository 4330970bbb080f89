package fr.monespacesante.portal.support;

import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.account.ActivationPages;
import fr.monespacesante.portal.account.ActivationText;
import fr.monespacesante.portal.account.ContactForms;
import fr.monespacesante.portal.account.Refusals;
import fr.monespacesante.support.CallDesk;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Corrects the contact of a caller: it is asked for, a code goes there, the caller reads it out.
@Controller
@RequestMapping(QuestionsPage.ADDRESS + SupportController.CALL + "/contact")
class NewContactController {
    private static final String ASKED = "mes.support.contact";

    private final Pages pages;
    private final CallDesk desk;

    NewContactController(Pages pages, CallDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    /// Kept between the two pages.
    private record Asked(UUID call, UUID code, Contact contact) implements Serializable {
        @Override
        public String toString() {
            return "Asked[redacted]";
        }
    }

    @GetMapping
    View contact(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return desk.open(SupportController.agent(who), id) instanceof Outcome.Done<CallDesk.Sheet>
                ? pages.show(new NewContactPage(SupportController.address(id), "", Form.EMPTY))
                : over();
    }

    @PostMapping
    View contact(
            HttpSession session,
            @AuthenticationPrincipal AgentSession who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        String back = SupportController.address(id);
        if (ActivationPages.CODES_BY.stream().noneMatch(option -> option.value().equals(form.value("codesBy")))) {
            return pages.show(new NewContactPage(back, "", form.wrong("codesBy", ActivationText.NEEDS_CODES_BY)));
        }
        Outcome<Asked> asked = Contact.of(
                        form.value("email"), form.value("phone"), Contact.CodesBy.valueOf(form.value("codesBy")))
                .then(contact -> desk.askContact(SupportController.agent(who), id, contact)
                        .map(code -> new Asked(id, code, contact)));
        return switch (asked) {
            case Outcome.Done<Asked>(Asked kept) -> {
                session.setAttribute(ASKED, kept);
                yield pages.redirect(back + "/contact/code");
            }
            case Outcome.Refused<Asked>(Problem problem, String where) -> notAsked(back, form, problem, where);
        };
    }

    private View notAsked(String back, Form form, Problem problem, String where) {
        return switch (problem) {
            case NOT_FOUND -> over();
            case TRANSITION_NOT_ALLOWED -> pages.redirect(back, Notice.error(SupportText.MOVED_ON));
            default -> pages.show(new NewContactPage(back, "", ContactForms.wrong(form, problem, where)));
        };
    }

    @GetMapping("/code")
    View code(HttpSession session, @PathVariable UUID id) {
        return session.getAttribute(ASKED) instanceof Asked asked
                        && asked.call().equals(id)
                ? pages.show(new NewContactPage(
                        SupportController.address(id), asked.contact().hint(), Form.EMPTY))
                : pages.redirect(SupportController.address(id));
    }

    @PostMapping("/code")
    View code(
            HttpSession session,
            @AuthenticationPrincipal AgentSession who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code) {
        String back = SupportController.address(id);
        if (!(session.getAttribute(ASKED) instanceof Asked asked)
                || !asked.call().equals(id)) {
            return pages.redirect(back);
        }
        Form form = code.isBlank() ? Form.EMPTY.wrong("code", SupportText.CODE_NEEDED) : Form.EMPTY;
        if (!form.valid()) {
            return pages.show(new NewContactPage(back, asked.contact().hint(), form));
        }
        return switch (desk.changeContact(SupportController.agent(who), id, asked.contact(), asked.code(), code)) {
            case Outcome.Done<Boolean> _ -> {
                session.removeAttribute(ASKED);
                yield pages.redirect(back, Notice.success(SupportText.CONTACT_CHANGED));
            }
            case Outcome.Refused<Boolean>(Problem problem, String where) ->
                problem == Problem.NOT_FOUND
                        ? over()
                        : pages.show(new NewContactPage(
                                back,
                                asked.contact().hint(),
                                Form.EMPTY.wrong("code", Refusals.message(problem, where))));
        };
    }

    private View over() {
        return pages.redirect(QuestionsPage.ADDRESS, Notice.error(SupportText.OVER));
    }
}
