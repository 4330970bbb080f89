package fr.monespacesante.sandbox.laboratory;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Resource;

/// A service that takes documents from whoever shows a certificate, remembers their identifiers, and can be told to
/// answer "later" a number of times, or to refuse.
final class FakeService implements AutoCloseable {
    private final HttpsServer server;
    private final FhirContext fhir = FhirContext.forR4();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    final Queue<Resource> received = new ConcurrentLinkedQueue<>();
    final AtomicInteger laters = new AtomicInteger();
    volatile boolean refuses;

    FakeService(SSLContext tls) throws IOException {
        server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/fhir", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "https://localhost:" + server.getAddress().getPort() + "/fhir";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (laters.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            exchange.getResponseHeaders().add("Retry-After", "7");
            reply(exchange, 503, "");
            return;
        }
        if (refuses) {
            reply(exchange, 422, """
                    {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"business-rule",
                    "diagnostics":"the type is not known","expression":["DocumentReference.type"]}]}""");
            return;
        }
        Resource resource = (Resource) fhir.newJsonParser().parseResource(body);
        received.add(resource);
        if (resource instanceof Bundle bundle) {
            DocumentReference card =
                    (DocumentReference) bundle.getEntry().get(1).getResource();
            boolean created = known.add(card.getMasterIdentifier().getValue());
            reply(exchange, 200, """
                    {"resourceType":"Bundle","type":"transaction-response","entry":[
                    {"response":{"status":"%s"}}]}""".formatted(created ? "201 Created" : "200 OK"));
        } else {
            DocumentReference card = (DocumentReference) resource;
            reply(exchange, known.add(card.getMasterIdentifier().getValue()) ? 201 : 200, body);
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
