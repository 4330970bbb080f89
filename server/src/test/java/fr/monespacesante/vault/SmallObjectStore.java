package fr.monespacesante.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The part of the S3 protocol that the service speaks (put once, get, delete, list), over HTTP, for tests.
public final class SmallObjectStore implements AutoCloseable {
    private final TreeMap<String, byte[]> objects = new TreeMap<>();
    private final HttpServer server;

    public SmallObjectStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/blobs", this::answer);
        server.start();
    }

    /// Its only bucket is `blobs`; any keys will do.
    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = path.length() > "/blobs/".length() ? path.substring("/blobs/".length()) : "";
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                if (objects.containsKey(key) && exchange.getRequestHeaders().containsKey("If-None-Match")) {
                    error(exchange, 412, "PreconditionFailed");
                } else {
                    objects.put(key, payload(exchange, body));
                    send(exchange, 200, new byte[0]);
                }
            }
            case "GET" -> {
                if (key.isEmpty()) {
                    send(exchange, 200, list(exchange).getBytes(StandardCharsets.UTF_8));
                } else if (objects.containsKey(key)) {
                    send(exchange, 200, objects.get(key));
                } else {
                    error(exchange, 404, "NoSuchKey");
                }
            }
            case "DELETE" -> {
                objects.remove(key);
                send(exchange, 204, new byte[0]);
            }
            default -> error(exchange, 405, "MethodNotAllowed");
        }
    }

    /// A client may send its bytes in signed chunks: `size;signature CRLF bytes CRLF …`.
    private static byte[] payload(HttpExchange exchange, byte[] body) {
        if (!exchange.getRequestHeaders().containsKey("x-amz-decoded-content-length")) {
            return body;
        }
        int length = Integer.parseInt(exchange.getRequestHeaders().getFirst("x-amz-decoded-content-length"));
        byte[] clear = new byte[length];
        int from = 0;
        int written = 0;
        while (written < length) {
            int end = from;
            while (body[end] != '\r') {
                end++;
            }
            String head = new String(body, from, end - from, StandardCharsets.US_ASCII);
            int size = Integer.parseInt(head.split(";")[0], 16);
            System.arraycopy(body, end + 2, clear, written, size);
            written += size;
            from = end + 2 + size + 2;
        }
        return clear;
    }

    private String list(HttpExchange exchange) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] sides = pair.split("=", 2);
            asked.put(sides[0], sides.length == 2 ? URLDecoder.decode(sides[1], StandardCharsets.UTF_8) : "");
        }
        String prefix = asked.getOrDefault("prefix", "");
        Stream<String> keys = objects.keySet().stream().filter(key -> key.startsWith(prefix));
        String inside = asked.getOrDefault("delimiter", "").isEmpty()
                ? keys.map(key -> "<Contents><Key>" + key
                                + "</Key><LastModified>2026-11-21T10:00:00.000Z</LastModified>" + "<Size>"
                                + objects.getOrDefault(key, new byte[0]).length + "</Size></Contents>")
                        .collect(Collectors.joining())
                : keys
                        .map(key -> key.substring(0, key.indexOf('/') + 1))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .map(one -> "<CommonPrefixes><Prefix>" + one + "</Prefix></CommonPrefixes>")
                        .collect(Collectors.joining());
        return "<ListBucketResult><IsTruncated>false</IsTruncated>" + inside + "</ListBucketResult>";
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
