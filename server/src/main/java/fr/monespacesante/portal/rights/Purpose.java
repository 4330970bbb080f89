package fr.monespacesante.portal.rights;

/// What a professional is chosen for.
public enum Purpose {
    BLOCK("bloquer", RightsText.BLOCK, RightsText.BLOCK_LEAD, RightsText.BLOCK_YES),
    TREATING_DOCTOR("medecin-traitant", RightsText.TREATING_NAME, RightsText.TREATING_LEAD, RightsText.TREATING_YES),
    FEEDING("alimentation", RightsText.FEEDING_REFUSE, RightsText.FEEDING_LEAD, RightsText.FEEDING_YES),
    PREVIEW("voir-comme", RightsText.PREVIEW, RightsText.PREVIEW_LEAD, RightsText.PREVIEW_YES),
    DOCUMENT("", RightsText.RULE_TITLE, RightsText.RULE_LEAD, RightsText.RULE_YES);

    private final String path;
    private final RightsText title;
    private final RightsText lead;
    private final RightsText yes;

    Purpose(String path, RightsText title, RightsText lead, RightsText yes) {
        this.path = path;
        this.title = title;
        this.lead = lead;
        this.yes = yes;
    }

    String address() {
        return RightsPage.ADDRESS + "/" + path;
    }

    public RightsText title() {
        return title;
    }

    public RightsText lead() {
        return lead;
    }

    public RightsText yes() {
        return yes;
    }
}
