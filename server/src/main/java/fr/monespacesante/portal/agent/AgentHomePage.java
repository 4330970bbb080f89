package fr.monespacesante.portal.agent;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// An agent's first page.
public record AgentHomePage(String name, List<String> roles, List<AgentTile> tiles) implements PageModel {
    public AgentHomePage {
        roles = List.copyOf(roles);
        tiles = List.copyOf(tiles);
    }

    @Override
    public Message title() {
        return AgentText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.AGENT_HOME;
    }
}
