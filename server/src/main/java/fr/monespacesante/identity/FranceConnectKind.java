package fr.monespacesante.identity;

import java.util.Arrays;
import java.util.Optional;

/// The two doors of FranceConnect (AUT-03). What the first vouches for is of low assurance: a one-time code or a
/// passkey is
/// still asked.
public enum FranceConnectKind {
    FRANCECONNECT("franceconnect", "FranceConnect", "eidas1"),
    FRANCECONNECT_PLUS("franceconnect-plus", "FranceConnect+", "eidas2");

    private final String slug;
    private final String title;
    private final String asked;

    FranceConnectKind(String slug, String title, String asked) {
        this.slug = slug;
        this.title = title;
        this.asked = asked;
    }

    public static Optional<FranceConnectKind> of(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
    }

    /// Last part of the addresses of this door.
    public String slug() {
        return slug;
    }

    /// As people know it.
    public String title() {
        return title;
    }

    public boolean needsSecondFactor() {
        return this == FRANCECONNECT;
    }

    /// Level of assurance (acr) that is asked for.
    String asked() {
        return asked;
    }

    boolean enough(String acr) {
        return switch (acr) {
            case "eidas1" -> this == FRANCECONNECT;
            case "eidas2", "eidas3" -> true;
            default -> false;
        };
    }
}
