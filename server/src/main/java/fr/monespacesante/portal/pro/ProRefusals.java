package fr.monespacesante.portal.pro;

import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// What a professional is told when something is refused, and where they go on: never a dead end.
@Component
class ProRefusals {
    private final Pages pages;

    ProRefusals(Pages pages) {
        this.pages = pages;
    }

    /// @param back where the professional was
    View of(Bedside at, Problem problem, String back) {
        Patient patient = at.patient();
        return switch (problem) {
            case CONSENT_NEEDED -> pages.redirect(patient.address() + "/accord");
            case EMERGENCY_INCOMPLETE -> pages.redirect(patient.address() + "/urgence");
            case ACCESS_REFUSED -> pages.show(new RefusedPage(patient), HttpStatus.FORBIDDEN);
            case NOT_THE_AUTHOR -> pages.redirect(back, Notice.error(ProText.NOT_THE_AUTHOR));
            case NOT_LATEST_VERSION -> pages.redirect(back, Notice.error(ProText.NOT_LATEST));
            case VERSION_MISMATCH -> pages.redirect(back, Notice.error(ProText.STALE));
            case MARK_NOT_ALLOWED -> pages.redirect(back, Notice.error(ProText.MARK_NOT_ALLOWED));
            case SPACE_NOT_OPEN -> pages.redirect("/pro", Notice.error(ProText.FIND_AGAIN));
            default -> pages.refused(problem);
        };
    }
}
