package fr.monespacesante.sandbox;

import fr.monespacesante.sandbox.messages.Caught;
import fr.monespacesante.sandbox.messages.Mail;
import fr.monespacesante.sandbox.messages.MailServer;
import fr.monespacesante.sandbox.messages.Outage;
import fr.monespacesante.sandbox.messages.Sms;
import fr.monespacesante.sandbox.mssante.Mssante;
import fr.monespacesante.sandbox.openid.Clients;
import fr.monespacesante.sandbox.openid.OpenIdProviders;
import fr.monespacesante.sandbox.pki.Pki;
import fr.monespacesante.sandbox.push.PushInbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/// A sandbox inside this process, on free ports, for tests.
///
/// ```
/// try (RunningSandbox sandbox = RunningSandbox.start()) {
///     // server with --…issuer-uri=${sandbox.url()}/psc, then, once its port is known:
///     sandbox.allow("mon-espace-sante", serverUrl + "/login/oauth2/code/psc", serverUrl + "/");
///     Mail mail = sandbox.mails().await("claire.martin-durand@courriel.test", Duration.ofSeconds(10));
/// }
/// ```
public final class RunningSandbox implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningSandbox(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// @param settings more settings, such as `--sandbox.token-lifetime=1s`
    public static RunningSandbox start(String... settings) {
        String[] arguments = Stream.concat(Stream.of("--server.port=0", "--sandbox.smtp-port=0"), Stream.of(settings))
                .toArray(String[]::new);
        return new RunningSandbox(Sandbox.run(arguments));
    }

    /// With the operators of secure messaging too.
    ///
    /// @param pki a directory for the certificates, made where they are missing
    public static RunningSandbox withOperators(Path pki, String... settings) {
        try {
            Pki.write(pki, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(Stream.concat(
                        Stream.of(
                                "--sandbox.mssante.pki=" + pki,
                                "--sandbox.mssante.submission-port=0",
                                "--sandbox.mssante.imap-port=0",
                                "--sandbox.mssante.relay-port=0",
                                "--sandbox.mssante.other-relay-port=0",
                                "--sandbox.mssante.first-retry=100ms"),
                        Stream.of(settings))
                .toArray(String[]::new));
    }

    /// The operators, of a sandbox that was started with them.
    public Mssante mssante() {
        return context.getBean(SandboxBeans.Operators.class).running().orElseThrow();
    }

    /// Such as `http://localhost:41234`; the issuers are this and `/psc`, `/franceconnect`, `/franceconnect-plus`,
    /// `/proconnect`.
    public String url() {
        return Sandbox.address(context.getBean(SandboxProperties.class), context.getEnvironment());
    }

    public int smtpPort() {
        return context.getBean(MailServer.class).port();
    }

    public Caught<Mail> mails() {
        return messages().mails();
    }

    public Caught<Sms> texts() {
        return messages().texts();
    }

    /// Makes the mail server answer 451 while it lasts.
    public Outage mailOutage() {
        return messages().mailOutage();
    }

    /// Makes the SMS gateway answer 503 while it lasts.
    public Outage smsOutage() {
        return messages().smsOutage();
    }

    /// The push service and its browsers.
    public PushInbox push() {
        return context.getBean(PushInbox.class);
    }

    /// Registers the addresses of a server whose port is known only now.
    public void allow(String clientId, String redirectUri, String postLogoutRedirectUri) {
        context.getBean(Clients.class).allow(clientId, redirectUri, postLogoutRedirectUri);
    }

    /// An access token of Pro Santé Connect for this professional; expired already when `lasting` is below zero.
    public String professionalToken(String rpps, String clientId, Duration lasting) {
        return context.getBean(OpenIdProviders.class).professionalToken(rpps, clientId, lasting);
    }

    @Override
    public void close() {
        context.close();
    }

    private SandboxBeans.Messages messages() {
        return context.getBean(SandboxBeans.Messages.class);
    }
}
