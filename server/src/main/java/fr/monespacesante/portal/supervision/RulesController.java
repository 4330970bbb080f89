package fr.monespacesante.portal.supervision;

import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.supervision.Rule;
import fr.monespacesante.supervision.RuleDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The thresholds: all of them, and one to be changed (SUV-01).
@Controller
@RequestMapping(RulesController.PAGE)
class RulesController {
    static final String PAGE = SupervisionController.PAGE + "/regles";
    private static final String CODE = "/{code:[A-Z_]{3,30}}";
    private static final Pattern PROFESSION = Pattern.compile("\\s*(\\w{1,4})\\s*[=:]\\s*(\\d{1,9})\\s*");

    private final Pages pages;
    private final RuleDesk desk;

    RulesController(Pages pages, RuleDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping
    View rules(@AuthenticationPrincipal AgentSession who) {
        return pages.show(new RulesPage(desk.all(SupervisionController.operator(who)).stream()
                .map(RulesPage.Line::of)
                .toList()));
    }

    @GetMapping(CODE)
    View rule(@AuthenticationPrincipal AgentSession who, @PathVariable String code) {
        return find(who, code)
                .map(rule -> pages.show(new RulePage(rule.code(), Form.of(values(rule)))))
                .orElseGet(() -> pages.refused(Problem.NOT_FOUND));
    }

    @PostMapping(CODE)
    View change(
            @AuthenticationPrincipal AgentSession who,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> fields) {
        Optional<Rule.Code> known = SupervisionController.chosen(Rule.Code.values(), code);
        if (known.isEmpty()) {
            return pages.refused(Problem.NOT_FOUND);
        }
        Form form = Form.of(fields);
        Optional<Map<String, Integer>> professions = professions(form.value("professions"));
        if (professions.isEmpty()) {
            return pages.show(new RulePage(known.get(), form.wrong("professions", SupervisionText.WRONG_PROFESSIONS)));
        }
        Rule to = new Rule(
                known.get(),
                form.has("active", "oui"),
                (int) number(form.value("seuil")),
                (int) number(form.value("minutes")),
                professions.get(),
                number(form.value("version")));
        return switch (desk.change(SupervisionController.operator(who), to)) {
            case Outcome.Done<Rule> _ -> pages.redirect(PAGE, Notice.success(SupervisionText.SAVED));
            case Outcome.Refused<Rule>(Problem problem, String where) -> refused(to.code(), form, problem, where);
        };
    }

    private View refused(Rule.Code code, Form form, Problem problem, String where) {
        return switch (problem) {
            case MALFORMED, CODE_NOT_IN_VALUE_SET ->
                pages.show(new RulePage(
                        code,
                        switch (where) {
                            case "threshold" -> form.wrong("seuil", SupervisionText.WRONG_THRESHOLD);
                            case "minutes" -> form.wrong("minutes", SupervisionText.WRONG_MINUTES);
                            default ->
                                form.wrong(
                                        "professions",
                                        code.ofProfessionals()
                                                ? SupervisionText.WRONG_PROFESSIONS
                                                : SupervisionText.NO_PROFESSIONS);
                        }));
            case VERSION_MISMATCH -> pages.redirect(PAGE, Notice.error(SupervisionText.CHANGED_MEANWHILE));
            default -> pages.refused(problem);
        };
    }

    private Optional<Rule> find(AgentSession who, String code) {
        return desk.all(SupervisionController.operator(who)).stream()
                .filter(rule -> rule.code().name().equals(code))
                .findFirst();
    }

    private static Map<String, List<String>> values(Rule rule) {
        String professions = rule.professions().entrySet().stream()
                .map(own -> own.getKey() + " = " + own.getValue())
                .collect(Collectors.joining("\n"));
        return Map.of(
                "active", List.of(rule.enabled() ? "oui" : "non"),
                "seuil", List.of(String.valueOf(rule.threshold())),
                "minutes", List.of(String.valueOf(rule.minutes())),
                "professions", List.of(professions),
                "version", List.of(String.valueOf(rule.version())));
    }

    /// Empty when a line is not of that form.
    private static Optional<Map<String, Integer>> professions(String text) {
        Map<String, Integer> found = new TreeMap<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            Matcher parts = PROFESSION.matcher(line);
            if (!parts.matches()) {
                return Optional.empty();
            }
            found.put(parts.group(1), (int) number(parts.group(2)));
        }
        return Optional.of(found);
    }

    /// What is not a number is 0, which no rule takes.
    private static long number(String text) {
        String digits = text.replaceAll("\\s", "");
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    }
}
