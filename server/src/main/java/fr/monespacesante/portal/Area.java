package fr.monespacesante.portal;

/// The three parts of the site, one for each kind of person.
public enum Area {
    CITIZEN("/", "/espace", "/connexion", FrameText.TAGLINE),
    PROFESSIONAL("/pro/connexion", "/pro", "/pro/connexion", FrameText.PRO_TAGLINE),
    AGENT("/agent/connexion", "/agent", "/agent/connexion", FrameText.AGENT_TAGLINE);

    private final String door;
    private final String home;
    private final String login;
    private final FrameText tagline;

    Area(String door, String home, String login, FrameText tagline) {
        this.door = door;
        this.home = home;
        this.login = login;
        this.tagline = tagline;
    }

    static Area of(String address) {
        if (address.matches("/pro([/?].*)?")) {
            return PROFESSIONAL;
        }
        return address.matches("/agent([/?].*)?") ? AGENT : CITIZEN;
    }

    /// The first page, for someone who is signed in or not.
    public String home(boolean signedIn) {
        return signedIn ? home : door;
    }

    public String login() {
        return login;
    }

    public FrameText tagline() {
        return tagline;
    }
}
