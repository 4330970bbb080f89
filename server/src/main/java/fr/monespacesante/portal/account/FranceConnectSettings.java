package fr.monespacesante.portal.account;

import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.identity.FranceConnectLinks;
import fr.monespacesante.identity.WebFranceConnect;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Links FranceConnect to the space of somebody signed in, and ends that again (AUT-03).
@Controller
@RequestMapping(SettingsController.SECURITY + "/franceconnect")
class FranceConnectSettings {
    private final Pages pages;
    private final WebFranceConnect franceConnect;
    private final FranceConnectLinks links;
    private final WebSignIn signIn;

    FranceConnectSettings(Pages pages, WebFranceConnect franceConnect, FranceConnectLinks links, WebSignIn signIn) {
        this.pages = pages;
        this.franceConnect = franceConnect;
        this.links = links;
        this.signIn = signIn;
    }

    /// The doors there are, and which of them a citizen has linked.
    @Component
    record Doors(WebFranceConnect browser, FranceConnectLinks links) {}

    @GetMapping
    View link(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        if (!signIn.recent(request)) {
            return pages.redirect(ProofController.before(ProofController.Next.FRANCECONNECT));
        }
        List<FranceConnectKind> linked = links.of(who.citizen());
        return pages.show(new FranceConnectSettingsPage(franceConnect.offered().stream()
                .filter(kind -> !linked.contains(kind))
                .toList()));
    }

    @PostMapping("/retirer")
    View unlink(@AuthenticationPrincipal CitizenSession who, @RequestParam(defaultValue = "") String porte) {
        FranceConnectKind.of(porte).ifPresent(kind -> links.unlink(who.citizen(), kind));
        return pages.redirect(SettingsController.SECURITY, Notice.success(FranceConnectText.UNLINKED));
    }
}
