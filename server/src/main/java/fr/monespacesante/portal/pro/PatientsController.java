package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The professional's first page.
@Controller
class PatientsController {
    private final Pages pages;

    PatientsController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/pro")
    View home() {
        return pages.show(new PatientsPage());
    }
}
