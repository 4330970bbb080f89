package fr.monespacesante.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A program that sends what it likes: it keeps cookies as a browser does, follows no redirect, and adds no token or
/// header by itself.
final class Intruder {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String token = "";

    Intruder(HttpClient http, String origin) {
        this.http = http;
        this.origin = origin;
        headers.put("Accept", "text/html");
    }

    static Intruder at(String origin) {
        return new Intruder(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), origin);
    }

    /// What every answer of a test is compared by.
    record Answer(int status, String body, Map<String, List<String>> headers) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .collect(Collectors.joining(", "));
        }

        boolean sendsToLogin() {
            return (status == 302 || status == 303)
                    && header("Location").replaceFirst("^https?://[^/]+", "").matches("(/pro|/agent)?/connexion");
        }
    }

    Intruder with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /// The token of the last page that held a form.
    String token() {
        return token;
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /// A form without any token.
    Answer bare(String path, Map<String, String> form) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(encoded(form)),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /// A form with the token this browser has.
    Answer post(String path, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", token);
        return bare(path, all);
    }

    /// A form with a file, as a browser sends it.
    Answer upload(String path, Map<String, String> form, String fileName, String type, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", token);
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(multipart(all, fileName, type, content)),
                Map.of("Content-Type", "multipart/form-data; boundary=frontiere"));
    }

    static byte[] multipart(Map<String, String> form, String fileName, String type, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--frontiere\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--frontiere\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--frontiere--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    Answer send(String method, String path, BodyPublisher body, Map<String, String> more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : origin + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = answer(request.build());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        cookies.values().removeIf(String::isEmpty);
        Matcher matcher = TOKEN.matcher(answer.body());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return new Answer(answer.statusCode(), answer.body(), answer.headers().map());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
