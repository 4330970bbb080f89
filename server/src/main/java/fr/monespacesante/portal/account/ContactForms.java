package fr.monespacesante.portal.account;

import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;

/// What is wrong with a contact that someone typed.
public final class ContactForms {
    private ContactForms() {}

    public static Form wrong(Form form, Problem problem, String where) {
        boolean phone = where.equals("phone");
        return switch (problem) {
            case MALFORMED ->
                form.wrong(phone ? "phone" : "email", phone ? ActivationText.WRONG_PHONE : ActivationText.WRONG_EMAIL);
            case REQUIRED_ELEMENT_MISSING ->
                form.wrong(phone ? "phone" : "email", phone ? ActivationText.NEEDS_PHONE : ActivationText.NEEDS_EMAIL);
            default -> form.wrong("email", Refusals.message(problem, where));
        };
    }
}
