package fr.monespacesante.sandbox.openid;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// A well-formed request for a code.
record AuthorizationRequest(
        String clientId,
        String redirectUri,
        Set<String> scopes,
        String state,
        String nonce,
        String codeChallenge,
        String acr) {

    /// What reading a request gives.
    sealed interface Reading {
        /// The request is good.
        record Accepted(AuthorizationRequest request) implements Reading {}

        /// Client or address unknown: the browser must not be sent anywhere (RFC 6749, 4.1.2.1).
        record Refused(String reason) implements Reading {}

        /// The client is told of its error at its own address.
        record Returned(URI location) implements Reading {}
    }

    private static final List<String> PARAMETERS = List.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "acr_values",
            "prompt");

    static Reading read(Provider provider, Clients clients, MultiValueMap<String, String> parameters, String issuer) {
        for (String name : PARAMETERS) {
            List<String> values = parameters.get(name);
            if (values != null && values.size() > 1) {
                return new Reading.Refused("Le paramètre " + name + " est répété.");
            }
        }
        Map<String, String> one = present(parameters);
        String clientId = one.getOrDefault("client_id", "");
        String redirectUri = one.getOrDefault("redirect_uri", "");
        var client = clients.find(provider, clientId);
        if (client.isEmpty()) {
            return new Reading.Refused("Le programme (client_id) n’est pas enregistré chez ce fournisseur.");
        }
        if (!client.get().redirectUris().contains(redirectUri)) {
            return new Reading.Refused("L’adresse de retour (redirect_uri) n’est pas enregistrée pour ce programme.");
        }
        String state = one.getOrDefault("state", "");
        String error = error(provider, one);
        if (error != null) {
            return new Reading.Returned(answer(redirectUri, answerOf("error", error, state, issuer)));
        }
        return new Reading.Accepted(new AuthorizationRequest(
                clientId,
                redirectUri,
                words(one.getOrDefault("scope", "")),
                state,
                one.getOrDefault("nonce", ""),
                one.getOrDefault("code_challenge", ""),
                level(provider, one)));
    }

    /// The parameters as they came, to carry them through the page where a person is chosen.
    static Map<String, String> present(MultiValueMap<String, String> parameters) {
        Map<String, String> present = new LinkedHashMap<>();
        for (String name : PARAMETERS) {
            String value = parameters.getFirst(name);
            if (value != null) {
                present.put(name, value);
            }
        }
        return present;
    }

    URI granted(String code, String issuer) {
        return answer(redirectUri, answerOf("code", code, state, issuer));
    }

    URI denied(String issuer) {
        return answer(redirectUri, answerOf("error", "access_denied", state, issuer));
    }

    private static @Nullable String error(Provider provider, Map<String, String> one) {
        if (!"code".equals(one.get("response_type"))) {
            return "unsupported_response_type";
        }
        if (!words(one.getOrDefault("scope", "")).contains("openid")) {
            return "invalid_scope";
        }
        if (provider.nonceRequired() && (!one.containsKey("state") || !one.containsKey("nonce"))) {
            return "invalid_request";
        }
        boolean challenged = one.containsKey("code_challenge");
        if (challenged != one.containsKey("code_challenge_method")
                || (challenged && !"S256".equals(one.get("code_challenge_method")))) {
            return "invalid_request";
        }
        if ("none".equals(one.get("prompt"))) {
            return "login_required";
        }
        return level(provider, one).isEmpty() ? "access_denied" : null;
    }

    /// The first level asked for that the provider has; its own where none is asked for; empty where it has none of
    /// them.
    private static String level(Provider provider, Map<String, String> one) {
        Set<String> asked = words(one.getOrDefault("acr_values", ""));
        if (asked.isEmpty()) {
            return provider.levels().getFirst();
        }
        return asked.stream().filter(provider.levels()::contains).findFirst().orElse("");
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(text.trim().split("\\s+")));
        words.remove("");
        return words;
    }

    private static Map<String, String> answerOf(String name, String value, String state, String issuer) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put(name, value);
        if (!state.isEmpty()) {
            answer.put("state", state);
        }
        answer.put("iss", issuer);
        return answer;
    }

    static URI answer(String address, Map<String, String> answer) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(address);
        answer.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(answer).toUri();
    }
}
