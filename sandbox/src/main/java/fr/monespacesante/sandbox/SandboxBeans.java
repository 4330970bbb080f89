package fr.monespacesante.sandbox;

import fr.monespacesante.sandbox.messages.Caught;
import fr.monespacesante.sandbox.messages.Mail;
import fr.monespacesante.sandbox.messages.MailServer;
import fr.monespacesante.sandbox.messages.MessageRoutes;
import fr.monespacesante.sandbox.messages.Outage;
import fr.monespacesante.sandbox.messages.Sms;
import fr.monespacesante.sandbox.mssante.Mssante;
import fr.monespacesante.sandbox.mssante.MssanteRoutes;
import fr.monespacesante.sandbox.openid.Clients;
import fr.monespacesante.sandbox.openid.OpenIdProviders;
import fr.monespacesante.sandbox.pages.Html;
import fr.monespacesante.sandbox.push.PushInbox;
import fr.monespacesante.sandbox.push.PushRoutes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// What the program is made of, named one by one: with the server's libraries on the class path too, Spring Boot's own
/// choice would bring a database and a login form.
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
class SandboxBeans {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SandboxProperties sandboxProperties(Environment environment) {
        return Binder.get(environment)
                .bindOrCreate(
                        "sandbox",
                        Bindable.of(SandboxProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
    }

    @Bean
    Clients clients(SandboxProperties properties) {
        return new Clients(properties.clients().stream()
                .map(SandboxProperties.RegisteredClient::toClient)
                .toList());
    }

    @Bean
    OpenIdProviders openIdProviders(
            SandboxProperties properties, Clients clients, Clock clock, Environment environment) {
        return new OpenIdProviders(
                () -> Sandbox.address(properties, environment), clients, clock, properties.tokenLifetime());
    }

    @Bean
    Messages messages(SandboxProperties properties, Clock clock) {
        return new Messages(
                new Caught<>(properties.kept()), new Outage(clock), new Caught<>(properties.kept()), new Outage(clock));
    }

    @Bean(destroyMethod = "close")
    MailServer mailServer(SandboxProperties properties, Messages messages, Clock clock) {
        return new MailServer(properties.smtpPort(), messages.mails(), messages.mailOutage(), clock);
    }

    @Bean
    PushInbox pushInbox(SandboxProperties properties, Clock clock, Environment environment) {
        return new PushInbox(
                properties.kept(), () -> Sandbox.address(properties, environment), new Outage(clock), clock);
    }

    @Bean(destroyMethod = "close")
    Operators operators(SandboxProperties properties, Clock clock) {
        SandboxProperties.Messaging settings = properties.mssante();
        if (!settings.isOn()) {
            return new Operators(Optional.empty());
        }
        Mssante.Ports ports = new Mssante.Ports(
                settings.submissionPort(),
                settings.imapPort(),
                settings.relayPort(),
                settings.otherRelayPort(),
                settings.servicePort());
        return new Operators(Optional.of(Mssante.start(Path.of(settings.pki()), ports, settings.firstRetry(), clock)));
    }

    @Bean
    RouterFunction<ServerResponse> routes(
            SandboxProperties properties,
            OpenIdProviders providers,
            Messages messages,
            PushInbox pushInbox,
            Operators operators,
            Clock clock) {
        MessageRoutes messageRoutes = new MessageRoutes(
                messages.mails(), messages.mailOutage(), messages.texts(), messages.smsOutage(), clock);
        RouterFunction<ServerResponse> routes = new HomePage(properties)
                .routes()
                .and(providers.routes())
                .and(messageRoutes.routes())
                .and(new PushRoutes(pushInbox).routes());
        return operators
                .running()
                .map(mssante -> routes.and(new MssanteRoutes(mssante, clock).routes()))
                .orElseGet(() -> routes.and(RouterFunctions.route()
                        .GET(
                                "/mssante",
                                request -> Html.page(
                                        "Messagerie des professionnels",
                                        "<p>Les opérateurs n’ont pas été démarrés (réglage sandbox.mssante.pki).</p>"))
                        .build()));
    }

    /// What was caught, and the switches that make the two servers refuse.
    record Messages(Caught<Mail> mails, Outage mailOutage, Caught<Sms> texts, Outage smsOutage) {}

    /// The operators of secure messaging, where they run.
    record Operators(Optional<Mssante> running) implements AutoCloseable {
        @Override
        public void close() {
            running.ifPresent(Mssante::close);
        }
    }
}
