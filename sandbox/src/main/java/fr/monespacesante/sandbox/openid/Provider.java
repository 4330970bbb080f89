package fr.monespacesante.sandbox.openid;

import fr.monespacesante.sandbox.cast.Cast;
import fr.monespacesante.sandbox.cast.Citizen;
import fr.monespacesante.sandbox.cast.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One of the four identity providers, with what sets it apart.
public enum Provider {
    /// Professionals. User info in JSON, access token a JWT that an API can check by itself.
    PSC("psc", "Pro Santé Connect", false, false),
    /// Citizens, low assurance. State and nonce are compulsory, user info is a signed JWT.
    FRANCECONNECT("franceconnect", "FranceConnect", true, true),
    /// Citizens, substantial or high assurance.
    FRANCECONNECT_PLUS("franceconnect-plus", "FranceConnect+", true, true),
    /// Agents.
    PROCONNECT("proconnect", "ProConnect", true, false);

    private final String slug;
    private final String title;
    private final boolean nonceRequired;
    private final boolean signedUserInfo;

    Provider(String slug, String title, boolean nonceRequired, boolean signedUserInfo) {
        this.slug = slug;
        this.title = title;
        this.nonceRequired = nonceRequired;
        this.signedUserInfo = signedUserInfo;
    }

    /// First part of the path of every address of this provider.
    public String slug() {
        return slug;
    }

    String title() {
        return title;
    }

    /// Levels of assurance (acr) it can state, the one by default first.
    List<String> levels() {
        return this == FRANCECONNECT_PLUS ? List.of("eidas2", "eidas3") : List.of("eidas1");
    }

    boolean nonceRequired() {
        return nonceRequired;
    }

    boolean signedUserInfo() {
        return signedUserInfo;
    }

    /// Who can sign in here. Children have no account with FranceConnect.
    List<? extends Person> people() {
        return switch (this) {
            case PSC -> Cast.professionals();
            case FRANCECONNECT, FRANCECONNECT_PLUS ->
                Stream.concat(Cast.citizens().stream().filter(Citizen::adult), Stream.of(Cast.STRANGER))
                        .toList();
            case PROCONNECT -> Cast.agents();
        };
    }

    Optional<Person> person(String key) {
        return people().stream()
                .filter(each -> each.key().equals(key))
                .map(Person.class::cast)
                .findFirst();
    }

    /// @throws IllegalArgumentException when no provider has this slug
    public static Provider of(String slug) {
        for (Provider provider : values()) {
            if (provider.slug.equals(slug)) {
                return provider;
            }
        }
        throw new IllegalArgumentException("no provider is called " + slug);
    }
}
