package fr.monespacesante.sandbox.openid;

import fr.monespacesante.sandbox.cast.Person;
import java.time.Instant;
import java.util.Set;

/// What a person let a client know: made when the person is chosen, carried by the code and by the access token.
record Grant(
        Provider provider,
        String clientId,
        String redirectUri,
        Set<String> scopes,
        String nonce,
        String codeChallenge,
        String acr,
        Person person,
        Instant givenAt) {

    static Grant of(Provider provider, AuthorizationRequest request, Person person, Instant now) {
        return new Grant(
                provider,
                request.clientId(),
                request.redirectUri(),
                request.scopes(),
                request.nonce(),
                request.codeChallenge(),
                request.acr(),
                person,
                now);
    }
}
