package fr.monespacesante.identity;

import fr.monespacesante.kernel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Who vouches for those who sign in with a provider of identity. Without one, nobody comes in that way.
///
/// @param address of this service as browsers see it; as the request names it when absent (the provider accepts only
/// addresses that it knows)
@ConfigurationProperties("mes.sign-in")
public record SignInProperties(
        @Nullable String address,
        @Nullable Provider professionals,
        @Nullable Provider agents,
        @Nullable Provider franceConnect,
        @Nullable Provider franceConnectPlus) {

    /// A provider of OpenID Connect, and this service as it knows it.
    public record Provider(String issuer, String clientId, Secret<String> clientSecret) {}

    String redirect(String path) {
        return (address == null ? "{baseUrl}" : address) + path;
    }
}
