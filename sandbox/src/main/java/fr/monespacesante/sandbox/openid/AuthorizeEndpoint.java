package fr.monespacesante.sandbox.openid;

import fr.monespacesante.sandbox.cast.Agent;
import fr.monespacesante.sandbox.cast.Citizen;
import fr.monespacesante.sandbox.cast.Person;
import fr.monespacesante.sandbox.cast.Professional;
import fr.monespacesante.sandbox.openid.AuthorizationRequest.Reading;
import fr.monespacesante.sandbox.pages.Html;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The page where one chooses whom to be, and what comes of the choice.
///
/// The request travels through the page in hidden fields and is read anew afterwards, so that a changed field gets no
/// further than a wrong request would.
final class AuthorizeEndpoint {
    private final Provider provider;
    private final Clients clients;
    private final Grants grants;
    private final Tokens tokens;
    private final Clock clock;

    AuthorizeEndpoint(Provider provider, Clients clients, Grants grants, Tokens tokens, Clock clock) {
        this.provider = provider;
        this.clients = clients;
        this.grants = grants;
        this.tokens = tokens;
        this.clock = clock;
    }

    ServerResponse show(ServerRequest request) {
        return switch (read(request)) {
            case Reading.Refused refused -> refusal(refused.reason());
            case Reading.Returned returned -> sendTo(returned.location());
            case Reading.Accepted accepted ->
                Html.page("Se connecter avec " + provider.title(), choice(request, accepted.request()));
        };
    }

    ServerResponse choose(ServerRequest request) {
        return switch (read(request)) {
            case Reading.Refused refused -> refusal(refused.reason());
            case Reading.Returned returned -> sendTo(returned.location());
            case Reading.Accepted accepted -> chosen(request, accepted.request());
        };
    }

    private ServerResponse chosen(ServerRequest request, AuthorizationRequest authorization) {
        String issuer = tokens.issuer(provider);
        Optional<Person> person = provider.person(request.param("person").orElse(""));
        return sendTo(person.map(who -> Grant.of(provider, authorization, who, clock.instant()))
                .map(grant -> authorization.granted(grants.issueCode(grant), issuer))
                .orElseGet(() -> authorization.denied(issuer)));
    }

    private Reading read(ServerRequest request) {
        return AuthorizationRequest.read(provider, clients, request.params(), tokens.issuer(provider));
    }

    private static ServerResponse refusal(String reason) {
        return Html.page(
                HttpStatus.BAD_REQUEST,
                "Demande de connexion refusée",
                "<p class=\"warning\">" + Html.escape(reason) + "</p>");
    }

    private static ServerResponse sendTo(URI location) {
        return ServerResponse.status(HttpStatus.FOUND)
                .location(location)
                .header("Cache-Control", "no-store")
                .build();
    }

    private String choice(ServerRequest request, AuthorizationRequest authorization) {
        String hidden = AuthorizationRequest.present(request.params()).entrySet().stream()
                .map(AuthorizeEndpoint::hidden)
                .collect(Collectors.joining("\n"));
        String people =
                provider.people().stream().map(AuthorizeEndpoint::button).collect(Collectors.joining("\n"));
        return """
                <p>Le programme <code>%s</code> demande qui vous êtes. Ici, pas de mot de passe&nbsp;: choisissez une personne.</p>
                <form method="post" action="/%s/authorize">
                %s
                <ul class="people">
                %s
                </ul>
                <p><button class="plain" name="cancel" value="1">Annuler et revenir</button></p>
                </form>
                """.formatted(Html.escape(authorization.clientId()), provider.slug(), hidden, people);
    }

    private static String hidden(Map.Entry<String, String> parameter) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(Html.escape(parameter.getKey()), Html.escape(parameter.getValue()));
    }

    private static String button(Person person) {
        return "<li><button name=\"person\" value=\"%s\"><strong>%s</strong> %s</button></li>"
                .formatted(
                        Html.escape(person.key()), Html.escape(person.displayName()), Html.escape(description(person)));
    }

    private static String description(Person person) {
        return switch (person) {
            case Citizen citizen -> "né(e) le " + citizen.birthDate() + " à " + citizen.birthPlaceName();
            case Professional professional ->
                professional.professionName() + ", RPPS " + professional.rpps() + " – "
                        + professional.activities().stream()
                                .map(activity -> activity.structure().name())
                                .collect(Collectors.joining(" ; "));
            case Agent agent -> String.join(", ", agent.roles());
        };
    }
}
