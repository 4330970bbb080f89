package fr.monespacesante.portal.agent;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// After the log-out.
public record AgentGoodbyePage() implements PageModel {
    @Override
    public Message title() {
        return AgentText.BYE_TITLE.plain();
    }
}
