package fr.monespacesante;

import fr.monespacesante.sandbox.RunningSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.test.context.DynamicPropertyRegistry;

/// The walk to a provider of the sandbox and back, as a browser makes it.
public final class TestSignIn {
    public static final String CLIENT = "mon-espace-sante";

    private TestSignIn() {}

    /// The settings of a service whose providers are those of this sandbox.
    public static void providers(DynamicPropertyRegistry properties, RunningSandbox world) {
        properties.add("mes.sign-in.professionals.issuer", () -> world.url() + "/psc");
        properties.add("mes.sign-in.agents.issuer", () -> world.url() + "/proconnect");
        properties.add("mes.sign-in.france-connect.issuer", () -> world.url() + "/franceconnect");
        properties.add("mes.sign-in.france-connect-plus.issuer", () -> world.url() + "/franceconnect-plus");
        for (String kind : new String[] {"professionals", "agents", "france-connect", "france-connect-plus"}) {
            properties.add("mes.sign-in." + kind + ".client-id", () -> CLIENT);
            properties.add("mes.sign-in." + kind + ".client-secret", () -> CLIENT + "-sandbox-secret");
        }
    }

    /// Tells the sandbox where the service is, once its port is known.
    public static void allow(RunningSandbox world, String origin) {
        world.allow(CLIENT, origin + "/pro/connexion/retour", origin + "/pro/au-revoir");
        world.allow(CLIENT, origin + "/agent/connexion/retour", origin + "/agent/au-revoir");
        for (String door : new String[] {"franceconnect", "franceconnect-plus"}) {
            world.allow(CLIENT, origin + "/connexion/" + door + "/retour", origin + "/connexion/au-revoir");
        }
    }

    /// A person is chosen at the provider.
    ///
    /// @param request the address that the service sent the browser to
    /// @return where the provider sends the browser back to: a path with its query
    public static String chosen(String request, String person) {
        URI address = URI.create(request);
        String form = address.getRawQuery() + "&person=" + URLEncoder.encode(person, StandardCharsets.UTF_8);
        URI target = URI.create(request.substring(0, request.indexOf('?')));
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(target)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            URI back = URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError("the provider refused: " + answer.body())));
            return back.getRawPath() + "?" + back.getRawQuery();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
