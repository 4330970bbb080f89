package fr.monespacesante.portal.agent;

import fr.monespacesante.identity.AgentSession;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.Visitor;
import fr.monespacesante.portal.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The agent who is signed in, for the frame of the pages.
@Component
class AgentVisitors implements Visitors {
    private static final String LOGOUT = "/agent/deconnexion";

    private final List<AgentTile> tiles;

    AgentVisitors(ObjectProvider<AgentTile> tiles) {
        this.tiles = tiles.orderedStream().toList();
    }

    @Override
    public Optional<Visitor> of(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AgentSession who
                ? Optional.of(new Visitor(who.displayName(), sections(who), 0, LOGOUT))
                : Optional.empty();
    }

    private List<Section> sections(AgentSession who) {
        return Stream.concat(
                        Stream.of(Section.AGENT_HOME),
                        tiles.stream().filter(tile -> who.has(tile.role())).map(AgentTile::section))
                .toList();
    }
}
