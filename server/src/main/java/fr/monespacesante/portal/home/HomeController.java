package fr.monespacesante.portal.home;

import fr.monespacesante.portal.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The public pages.
@Controller
class HomeController {
    private final Pages pages;

    HomeController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    View home() {
        return pages.show(new HomePage());
    }

    @GetMapping("/accessibilite")
    View accessibility() {
        return pages.show(new AccessibilityPage());
    }

    @GetMapping("/donnees-personnelles")
    View data() {
        return pages.show(new DataPage());
    }
}
