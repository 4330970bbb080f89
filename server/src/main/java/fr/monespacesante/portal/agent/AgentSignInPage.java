package fr.monespacesante.portal.agent;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import org.jspecify.annotations.Nullable;

/// Where agents sign in.
///
/// @param wrong why the last attempt did not work; null when there was none
public record AgentSignInPage(@Nullable AgentText wrong) implements PageModel {
    @Override
    public Message title() {
        return AgentText.TITLE.plain();
    }
}
