package fr.monespacesante.portal.pro;

import fr.monespacesante.identity.PlacesOfWork;
import fr.monespacesante.identity.ProfessionalIdentity;
import fr.monespacesante.identity.ProfessionalSession;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The professional comes in, says where they work, and goes (AUT-04).
@Controller
class SignInController {
    private final Pages pages;
    private final PlacesOfWork places;

    SignInController(Pages pages, PlacesOfWork places) {
        this.pages = pages;
        this.places = places;
    }

    @GetMapping("/pro/connexion")
    View signIn(@AuthenticationPrincipal @Nullable ProfessionalSession who, HttpServletRequest request) {
        if (who != null) {
            return pages.redirect("/pro");
        }
        if (request.getParameter("inconnu") != null) {
            return pages.show(new SignInPage(SignInText.UNKNOWN));
        }
        if (request.getParameter("indisponible") != null) {
            return pages.show(new SignInPage(SignInText.AWAY));
        }
        return pages.show(new SignInPage(request.getParameter("echec") == null ? null : SignInText.FAILED));
    }

    /// The log-out is forwarded here, and so comes as it was sent.
    @RequestMapping(
            path = "/pro/au-revoir",
            method = {RequestMethod.GET, RequestMethod.POST})
    View goodbye() {
        return pages.show(new GoodbyePage());
    }

    @GetMapping(PlacesOfWork.PAGE)
    View ask(@AuthenticationPrincipal ProfessionalSession who) {
        List<ProfessionalIdentity.Place> all = who.professional().places();
        Form form = who.place()
                .map(place -> Form.EMPTY.with("lieu", String.valueOf(all.indexOf(place))))
                .orElse(Form.EMPTY);
        return pages.show(new PlacePage(form, all));
    }

    @PostMapping(PlacesOfWork.PAGE)
    View choose(
            @AuthenticationPrincipal ProfessionalSession who,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam MultiValueMap<String, String> fields) {
        Form form = Form.of(fields);
        List<ProfessionalIdentity.Place> all = who.professional().places();
        for (int i = 0; i < all.size(); i++) {
            if (form.has("lieu", String.valueOf(i))) {
                places.choose(request, response, who, all.get(i));
                return who.place().isPresent()
                        ? pages.redirect("/pro", Notice.success(SignInText.PLACE_CHANGED))
                        : pages.redirect("/pro");
            }
        }
        return pages.show(new PlacePage(form.wrong("lieu", SignInText.PLACE_NEED), all));
    }
}
