package fr.monespacesante.portal.account;

import fr.monespacesante.identity.Contact;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import java.util.List;

/// What the pages of the activation share.
public final class ActivationPages {
    static final String START = "/activation";
    static final String NEXT = "/activation/suite";
    static final String TERMS_VERSION = "2026-11";

    public static final List<Option> CODES_BY = List.of(
            Option.of(Contact.CodesBy.EMAIL.name(), ActivationText.CODES_BY_EMAIL),
            Option.of(Contact.CodesBy.SMS.name(), ActivationText.CODES_BY_SMS));

    private ActivationPages() {}

    static Message title() {
        return ActivationText.TITLE.plain();
    }
}
