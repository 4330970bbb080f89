package fr.monespacesante.interop;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Pro Santé Connect, as the service checks its access tokens.
///
/// @param issuer as its tokens name it; without one no professional is accepted by token
/// @param audiences the client programs whose tokens are accepted
/// @param jwksUri where its keys are; found by discovery at the issuer when absent
/// @param userinfoUri where its claims are; found by discovery at the issuer when absent
/// @param cachedTokens how many checked tokens one node remembers
/// @param cachedFor how long at most; never beyond a token's own end
@ConfigurationProperties("mes.psc")
public record PscProperties(
        @Nullable String issuer,
        @DefaultValue List<String> audiences,
        @Nullable String jwksUri,
        @Nullable String userinfoUri,
        @DefaultValue("10000") int cachedTokens,
        @DefaultValue("10m") Duration cachedFor) {
    public PscProperties {
        audiences = List.copyOf(audiences);
        if (issuer != null && audiences.isEmpty()) {
            throw new IllegalArgumentException("mes.psc.issuer needs mes.psc.audiences: tokens for whom?");
        }
    }
}
