package fr.monespacesante.portal.pro;

import fr.monespacesante.identity.PlacesOfWork;
import fr.monespacesante.identity.ProfessionalIdentity;
import fr.monespacesante.identity.ProfessionalSession;
import fr.monespacesante.messaging.Exchanges;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.Visitor;
import fr.monespacesante.portal.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The professional who is signed in, for the frame of the pages.
@Component
class ProVisitors implements Visitors {
    private static final String LOGOUT = "/pro/deconnexion";

    private final Exchanges exchanges;

    ProVisitors(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public Optional<Visitor> of(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ProfessionalSession who
                ? Optional.of(visitor(who))
                : Optional.empty();
    }

    private Visitor visitor(ProfessionalSession who) {
        ProfessionalIdentity professional = who.professional();
        return new Visitor(
                professional.name(),
                who.place().isPresent() ? List.of(Section.PATIENTS, Section.EXCHANGES, Section.ACTIVITY) : List.of(),
                0,
                who.place().isPresent() ? exchanges.answered(professional.rpps()) : 0,
                LOGOUT,
                who.place().map(ProfessionalIdentity.Place::structureName).orElse(""),
                who.place().isPresent() && professional.places().size() > 1 ? PlacesOfWork.PAGE : "",
                List.of(),
                Optional.empty());
    }
}
