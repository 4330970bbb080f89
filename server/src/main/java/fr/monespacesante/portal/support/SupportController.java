package fr.monespacesante.portal.support;

import fr.monespacesante.account.Identification;
import fr.monespacesante.identity.AgentArea;
import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.agent.AgentTile;
import fr.monespacesante.support.Call;
import fr.monespacesante.support.CallDesk;
import fr.monespacesante.support.SupportAgent;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The 3422 answers a call (SUP-01).
@Controller
@RequestMapping(QuestionsPage.ADDRESS)
class SupportController {
    static final String CALL = "/appels/{id:[0-9a-f-]{36}}";
    private static final long MINUTE = 60;

    private final Pages pages;
    private final CallDesk desk;
    private final Clock clock;

    SupportController(Pages pages, CallDesk desk, Clock clock) {
        this.pages = pages;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    View questions() {
        return pages.show(new QuestionsPage(Form.EMPTY));
    }

    @PostMapping
    View identify(@AuthenticationPrincipal AgentSession who, @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields)
                .needs("appelant", SupportText.NEEDS_CALLER)
                .needs("ins", SupportText.NEEDS_INS)
                .needs("nom", SupportText.NEEDS_NAME);
        Optional<LocalDate> born = form.date("ne");
        if (born.isEmpty()) {
            form = form.wrong("ne", SupportText.NEEDS_BORN);
        }
        form = form.needs("postal", SupportText.NEEDS_POSTAL_CODE).needs("serie", SupportText.NEEDS_SERIAL_END);
        boolean forChild = form.has("appelant", QuestionsPage.REPRESENTATIVE);
        if (forChild) {
            form = form.needs("representant", SupportText.NEEDS_REPRESENTATIVE);
        }
        if (!form.valid() || born.isEmpty()) {
            return pages.show(new QuestionsPage(form));
        }
        Identification.Answers answers = new Identification.Answers(
                form.value("ins"),
                form.value("nom"),
                born.get(),
                form.value("postal"),
                form.value("serie"),
                forChild ? Optional.of(form.value("representant")) : Optional.empty());
        return switch (desk.identify(agent(who), answers)) {
            case Outcome.Done<Call>(Call call) -> pages.redirect(address(call.id()));
            case Outcome.Refused<Call>(Problem problem, String where) ->
                pages.show(new QuestionsPage(form.wrong(
                        "ins",
                        problem == Problem.TOO_MANY_ATTEMPTS ? slow(where) : SupportText.NOT_IDENTIFIED.plain())));
        };
    }

    @GetMapping(CALL)
    View call(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return switch (desk.open(agent(who), id)) {
            case Outcome.Done<CallDesk.Sheet>(CallDesk.Sheet sheet) -> pages.show(new CallPage(sheet, clock.instant()));
            case Outcome.Refused<CallDesk.Sheet> _ -> over();
        };
    }

    @PostMapping(CALL + "/code")
    View sendCode(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return after(id, desk.sendCode(agent(who), id), SupportText.CODE_SENT);
    }

    @PostMapping(CALL + "/deblocage")
    View unlock(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return after(id, desk.unlock(agent(who), id), SupportText.UNLOCKED);
    }

    @GetMapping(CALL + "/opposition")
    View oppose(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return sure(who, id, SurePage.Kind.OPPOSITION, Form.EMPTY);
    }

    @PostMapping(CALL + "/opposition")
    View oppose(
            @AuthenticationPrincipal AgentSession who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = agreed(fields);
        if (!form.valid()) {
            return sure(who, id, SurePage.Kind.OPPOSITION, form);
        }
        return after(id, desk.oppose(agent(who), id), SupportText.OPPOSED);
    }

    @GetMapping(CALL + "/fermeture")
    View close(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        return sure(who, id, SurePage.Kind.CLOSING, Form.EMPTY);
    }

    @PostMapping(CALL + "/fermeture")
    View close(
            @AuthenticationPrincipal AgentSession who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = agreed(fields);
        return form.valid()
                ? after(id, desk.close(agent(who), id), SupportText.CLOSED_NOW)
                : sure(who, id, SurePage.Kind.CLOSING, form);
    }

    @PostMapping(CALL + "/fin")
    View end(@AuthenticationPrincipal AgentSession who, @PathVariable UUID id) {
        desk.end(agent(who), id);
        return pages.redirect(QuestionsPage.ADDRESS, Notice.success(SupportText.ENDED));
    }

    private static Form agreed(MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        return form.has("accord", "oui") ? form : form.wrong("accord", SupportText.NEEDS_AGREED);
    }

    private View sure(AgentSession who, UUID id, SurePage.Kind kind, Form form) {
        return desk.open(agent(who), id) instanceof Outcome.Done<CallDesk.Sheet>
                ? pages.show(new SurePage(kind, address(id), form))
                : over();
    }

    private View over() {
        return pages.redirect(QuestionsPage.ADDRESS, Notice.error(SupportText.OVER));
    }

    private View after(UUID id, Outcome<?> outcome, SupportText done) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> pages.redirect(address(id), Notice.success(done));
            case Outcome.Refused<?>(Problem problem, String _) ->
                switch (problem) {
                    case NOT_FOUND -> over();
                    case TOO_MANY_ATTEMPTS -> pages.redirect(address(id), Notice.error(SupportText.SLOW_NOW));
                    default -> pages.redirect(address(id), Notice.error(SupportText.MOVED_ON));
                };
        };
    }

    private static Message slow(String seconds) {
        return SupportText.SLOW.with((Long.parseLong(seconds) + MINUTE - 1) / MINUTE);
    }

    static String address(UUID call) {
        return QuestionsPage.ADDRESS + "/appels/" + call;
    }

    static SupportAgent agent(AgentSession who) {
        return new SupportAgent(who.id(), who.displayName());
    }

    /// Who comes to these pages, and where they find them.
    @Configuration(proxyBeanMethods = false)
    static class Place {
        private static final String ROLE = "support";

        @Bean
        AgentArea supportArea() {
            return new AgentArea(QuestionsPage.ADDRESS + "/**", ROLE);
        }

        @Bean
        AgentTile supportTile() {
            return new AgentTile(ROLE, Section.SUPPORT, SupportText.TILE, "fr-icon-customer-service-line");
        }
    }
}
