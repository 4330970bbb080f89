package fr.monespacesante.portal.account;

import fr.monespacesante.account.FranceConnectAccounts;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.CivilIdentity;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// What follows a sign-in, whichever way it was made.
@Component
final class Entrance {
    private final Pages pages;
    private final FranceConnectAccounts accounts;

    Entrance(Pages pages, FranceConnectAccounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    /// To the citizen's space.
    ///
    /// @param toLink an identity that has waited for this sign-in to be linked
    View in(Citizen citizen, Optional<CivilIdentity> toLink) {
        return toLink.filter(identity -> accounts.link(citizen, identity) instanceof Outcome.Done<Citizen>)
                        .isPresent()
                ? pages.redirect("/espace", Notice.success(FranceConnectText.LINKED))
                : pages.redirect("/espace");
    }
}
