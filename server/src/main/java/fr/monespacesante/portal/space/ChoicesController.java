package fr.monespacesante.portal.space;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Visit;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.notification.PreferenceRows;
import fr.monespacesante.notification.Preferences;
import fr.monespacesante.notification.Preferences.Choice;
import fr.monespacesante.notification.Preferences.Pace;
import fr.monespacesante.notification.PushDevices;
import fr.monespacesante.notification.Topic;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The holder chooses how to be told, and on which browsers (NOT-02).
@Controller
@RequestMapping(ChoicesController.PAGE)
class ChoicesController {
    static final String PAGE = "/espace/parametres/notifications";
    private static final Act CHANGE = new Act.ChangeRights(Act.RightsChange.CHANGE_NOTIFICATIONS);

    private final Pages pages;
    private final OwnSpace own;
    private final PreferenceRows preferences;
    private final PushDevices devices;
    private final Citizens citizens;

    ChoicesController(Pages pages, OwnSpace own, PreferenceRows preferences, PushDevices devices, Citizens citizens) {
        this.pages = pages;
        this.own = own;
        this.preferences = preferences;
        this.devices = devices;
        this.citizens = citizens;
    }

    @GetMapping
    View choices(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return show(request, who, visit -> filled(preferences.of(visit).preferences()));
    }

    @PostMapping
    View choose(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = checked(Form.of(fields));
        if (!form.valid()) {
            return show(request, who, visit -> form);
        }
        Preferences wanted = read(form);
        return change(request, who, NoticeText.CHOICES_SAVED, visit -> preferences.save(visit, wanted));
    }

    @PostMapping("/appareil")
    View add(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String p256dh,
            @RequestParam(defaultValue = "") String auth) {
        Outcome<PushDevices.Device> added =
                own.enter(request, who, CHANGE, visit -> devices.add(visit, nom, endpoint, p256dh, auth));
        return switch (added) {
            case Outcome.Done<PushDevices.Device> _ -> pages.redirect(PAGE, Notice.success(NoticeText.DEVICE_ADDED));
            case Outcome.Refused<PushDevices.Device>(Problem problem, String where) ->
                switch (where) {
                    case "name" ->
                        show(
                                request,
                                who,
                                visit -> filled(preferences.of(visit).preferences())
                                        .with("nom", nom)
                                        .wrong("nom", NoticeText.DEVICE_NAME_NEEDED));
                    case "devices" -> pages.redirect(PAGE, Notice.error(NoticeText.DEVICES_TOO_MANY));
                    case "endpoint" -> pages.redirect(PAGE, Notice.error(NoticeText.DEVICE_REFUSED));
                    default -> pages.refused(problem);
                };
        };
    }

    @PostMapping("/appareil/retirer")
    View remove(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @RequestParam UUID appareil) {
        return change(request, who, NoticeText.DEVICE_REMOVED, visit -> {
            devices.remove(visit, appareil);
            return Outcome.done(appareil);
        });
    }

    private View show(HttpServletRequest request, CitizenSession who, Function<Visit, Form> form) {
        boolean mailed = citizens.find(who.citizen())
                .filter(citizen -> citizen.contact().email() != null)
                .isPresent();
        Outcome<ChoicesPage> page = own.enter(
                request,
                who,
                new Act.ReadNotices(),
                visit -> Outcome.done(
                        new ChoicesPage(form.apply(visit), mailed, devices.of(visit), devices.publicKey())));
        return switch (page) {
            case Outcome.Done<ChoicesPage>(ChoicesPage shown) -> pages.show(shown);
            case Outcome.Refused<ChoicesPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private <T> View change(
            HttpServletRequest request, CitizenSession who, NoticeText done, Function<Visit, Outcome<T>> body) {
        return switch (own.enter(request, who, CHANGE, body)) {
            case Outcome.Done<T> _ -> pages.redirect(PAGE, Notice.success(done));
            case Outcome.Refused<T>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private static Form filled(Preferences preferences) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            Choice choice = preferences.choice(topic);
            values.put(topic + ChoicesPage.EMAIL, choice.email() ? List.of(ChoicesPage.YES) : List.of());
            values.put(topic + ChoicesPage.PUSH, choice.push() ? List.of(ChoicesPage.YES) : List.of());
            values.put(topic + ChoicesPage.PACE, List.of(choice.pace().name()));
        }
        values.put(ChoicesPage.HOUR, List.of(String.valueOf(preferences.digestHour())));
        return Form.of(values);
    }

    private static Form checked(Form form) {
        Form checked = form;
        for (Topic topic : Topic.values()) {
            if (!topic.always() && !form.value(topic + ChoicesPage.PACE).matches("AT_ONCE|DAILY")) {
                checked = checked.wrong(topic + ChoicesPage.PACE, NoticeText.CHOICES_PACE_WRONG);
            }
        }
        return form.value(ChoicesPage.HOUR).matches("1?[0-9]|2[0-3]")
                ? checked
                : checked.wrong(ChoicesPage.HOUR, NoticeText.CHOICES_HOUR_WRONG);
    }

    /// What a form says of a topic that cannot be silenced is not even read.
    private static Preferences read(Form form) {
        Map<Topic, Choice> choices = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            if (!topic.always()) {
                choices.put(
                        topic,
                        new Choice(
                                form.has(topic + ChoicesPage.EMAIL, ChoicesPage.YES),
                                form.has(topic + ChoicesPage.PUSH, ChoicesPage.YES),
                                Pace.valueOf(form.value(topic + ChoicesPage.PACE))));
            }
        }
        return new Preferences(choices, Integer.parseInt(form.value(ChoicesPage.HOUR)));
    }
}
