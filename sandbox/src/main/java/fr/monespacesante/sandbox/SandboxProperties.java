package fr.monespacesante.sandbox;

import fr.monespacesante.sandbox.openid.Client;
import fr.monespacesante.sandbox.openid.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `sandbox`. Unknown ones are refused.
///
/// @param publicUrl the sandbox's own address; empty: `http://localhost:` and the port it listens on
/// @param serviceUrl where the service is, for the links of the home page
/// @param smtpPort 0 for any free one
/// @param kept how many mails, and how many texts, are kept
/// @param tokenLifetime of access tokens
/// @param mssante the operators of secure messaging
record SandboxProperties(
        @DefaultValue("") String publicUrl,
        @DefaultValue("http://localhost:8080") String serviceUrl,
        @DefaultValue("1025") int smtpPort,
        @DefaultValue("1000") int kept,
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue List<RegisteredClient> clients,
        @DefaultValue Messaging mssante) {

    SandboxProperties {
        if (kept < 1 || smtpPort < 0 || tokenLifetime.isNegative()) {
            throw new IllegalArgumentException("sandbox: kept, smtp-port or token-lifetime makes no sense");
        }
    }

    /// The operators of secure messaging; they do not start without certificates. Ports: 0 for any free one.
    ///
    /// @param pki the directory of certificates; empty: no operators
    /// @param servicePort where the service takes mail
    /// @param firstRetry how long the operators wait before they try again; each time longer
    record Messaging(
            @DefaultValue("") String pki,
            @DefaultValue("2587") int submissionPort,
            @DefaultValue("2993") int imapPort,
            @DefaultValue("2526") int relayPort,
            @DefaultValue("2527") int otherRelayPort,
            @DefaultValue("2525") int servicePort,
            @DefaultValue("2s") Duration firstRetry) {

        boolean isOn() {
            return !pki.isEmpty();
        }
    }

    /// A program that may use the providers.
    record RegisteredClient(
            String id,
            String secret,
            @DefaultValue Set<String> providers,
            @DefaultValue Set<String> redirectUris,
            @DefaultValue Set<String> postLogoutRedirectUris) {

        Client toClient() {
            return new Client(
                    id,
                    secret,
                    providers.stream().map(Provider::of).collect(Collectors.toSet()),
                    redirectUris,
                    postLogoutRedirectUris);
        }

        @Override
        public String toString() {
            return "RegisteredClient[" + id + "]";
        }
    }
}
