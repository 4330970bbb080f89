package fr.monespacesante.portal;

/// The entries of the navigation of a person who is logged in, and `NONE` for pages that are in none of them.
public enum Section {
    NONE("", FrameText.NAVIGATION),
    HOME("/espace", FrameText.NAVIGATION_HOME),
    DOCUMENTS("/espace/documents", FrameText.NAVIGATION_DOCUMENTS),
    ADD("/espace/documents/ajouter", FrameText.NAVIGATION_ADD),
    MESSAGES("/espace/messages", FrameText.NAVIGATION_MESSAGES),
    HISTORY("/espace/historique", FrameText.NAVIGATION_HISTORY),
    NOTIFICATIONS("/espace/notifications", FrameText.NAVIGATION_NOTIFICATIONS),
    SETTINGS("/espace/parametres", FrameText.NAVIGATION_SETTINGS),
    PATIENTS("/pro", FrameText.NAVIGATION_PATIENTS),
    EXCHANGES("/pro/messages", FrameText.NAVIGATION_MESSAGES),
    ACTIVITY("/pro/activite", FrameText.NAVIGATION_ACTIVITY),
    AGENT_HOME("/agent", FrameText.NAVIGATION_HOME),
    SUPPORT("/agent/assistance", FrameText.NAVIGATION_SUPPORT),
    ARCHIVES("/agent/archives", FrameText.NAVIGATION_ARCHIVES),
    ASSISTED("/agent/accompagnement", FrameText.NAVIGATION_ASSISTED),
    SUPERVISION("/agent/supervision", FrameText.NAVIGATION_SUPERVISION),
    CAMPAIGNS("/agent/campagnes", FrameText.NAVIGATION_CAMPAIGNS);

    private final String address;
    private final FrameText label;

    Section(String address, FrameText label) {
        this.address = address;
        this.label = label;
    }

    public String address() {
        return address;
    }

    public Text label() {
        return label;
    }
}
