package fr.monespacesante.sandbox.openid;

import com.nimbusds.jose.util.Base64URL;
import fr.monespacesante.sandbox.cast.Agent;
import fr.monespacesante.sandbox.cast.Citizen;
import fr.monespacesante.sandbox.cast.Professional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a provider says of a person to a client.
final class Claims {
    private static final String FRANCE = "99100";
    private static final Map<String, List<String>> SCOPES = Map.of(
            "identite_pivot",
            List.of("given_name", "family_name", "birthdate", "gender", "birthplace", "birthcountry"),
            "profile",
            List.of("given_name", "family_name", "birthdate", "gender", "preferred_username"),
            "birth",
            List.of("birthplace", "birthcountry"));

    private Claims() {}

    static Map<String, Object> of(Grant grant) {
        return switch (grant.person()) {
            case Professional professional -> ProfessionalClaims.of(professional);
            case Citizen citizen -> citizen(citizen, grant);
            case Agent agent -> agent(agent, grant);
        };
    }

    static String subject(Grant grant) {
        return switch (grant.person()) {
            case Professional professional -> ProfessionalClaims.subject(professional);
            case Citizen citizen -> pseudonym(citizen.key(), grant);
            case Agent agent -> pseudonym(agent.key(), grant);
        };
    }

    private static Map<String, Object> citizen(Citizen citizen, Grant grant) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("given_name", String.join(" ", citizen.givenNames()));
        all.put("family_name", citizen.birthName());
        all.put("birthdate", citizen.birthDate().toString());
        all.put("gender", citizen.sex() == Citizen.Sex.F ? "female" : "male");
        all.put("birthplace", citizen.birthPlace());
        all.put("birthcountry", FRANCE);
        if (!citizen.usedName().equals(citizen.birthName())) {
            all.put("preferred_username", citizen.usedName());
        }
        all.put("email", citizen.email());
        all.keySet().removeIf(claim -> !covers(grant.scopes(), claim));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject(grant));
        claims.putAll(all);
        return claims;
    }

    private static Map<String, Object> agent(Agent agent, Grant grant) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject(grant));
        claims.put("uid", agent.key());
        claims.put("given_name", agent.givenName());
        claims.put("usual_name", agent.familyName());
        claims.put("email", agent.email());
        claims.put("roles", agent.roles());
        return claims;
    }

    private static boolean covers(Set<String> scopes, String claim) {
        return scopes.contains(claim)
                || scopes.stream()
                        .anyMatch(scope -> SCOPES.getOrDefault(scope, List.of()).contains(claim));
    }

    /// The same person has another subject at each provider and for each client, so that two clients cannot compare.
    private static String pseudonym(String key, Grant grant) {
        String text = grant.provider().slug() + "|" + grant.clientId() + "|" + key;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64URL.encode(digest) + "v1";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
