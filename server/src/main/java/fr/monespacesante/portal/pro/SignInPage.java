package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import org.jspecify.annotations.Nullable;

/// Where professionals sign in.
///
/// @param wrong why the last attempt did not work; null when there was none
public record SignInPage(@Nullable SignInText wrong) implements PageModel {
    @Override
    public Message title() {
        return SignInText.TITLE.plain();
    }
}
