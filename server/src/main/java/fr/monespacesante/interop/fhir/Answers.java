package fr.monespacesante.interop.fhir;

import ca.uhn.fhir.rest.api.SummaryEnum;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes answers in the form that the caller asked for.
final class Answers {
    private static final int FIRST_BYTES = 64 << 10;
    private static final long MOST_DRAINED = 256L << 20;

    private final FhirModel model;
    private final JsonFactory json = new JsonFactory();

    Answers(FhirModel model) {
        this.model = model;
    }

    void send(Call call, Answer answer, HttpServletResponse response) throws IOException {
        switch (answer) {
            case Answer.Bare bare -> {
                bare.headers().forEach(response::setHeader);
                response.setStatus(bare.status());
            }
            case Answer.Resource resource -> resource(call, resource, response);
            case Answer.Bytes bytes -> bytes(call, bytes, response);
        }
    }

    private void resource(Call call, Answer.Resource resource, HttpServletResponse response) throws IOException {
        Format format = call.format();
        SummaryEnum summary = call.summary();
        String type = call.path().isEmpty() ? "Bundle" : call.path().getFirst();
        Set<String> elements = call.elements(type);
        boolean plain = format == Format.JSON
                && (summary == null || summary == SummaryEnum.COUNT || summary == SummaryEnum.DATA)
                && elements.isEmpty()
                && !call.pretty();
        byte[] body = bytes(resource.body());
        if (!plain) {
            body = model.rendered(body, format, summary, elements, call.pretty())
                    .getBytes(StandardCharsets.UTF_8);
        }
        resource.headers().forEach(response::setHeader);
        write(response, resource.status(), format, body);
    }

    /// A refusal, before or instead of anything else.
    void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Problem problem = refusal.problem();
        response.resetBuffer();
        if (problem.kind() == Problem.Kind.UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
            response.setHeader(
                    "WWW-Authenticate",
                    problem == Problem.NOT_AUTHENTICATED ? "Bearer" : "Bearer error=\"invalid_token\"");
        }
        Format format = Format.of(request.getQueryString() == null ? null : queryFormat(request))
                .orElseGet(() -> Format.accepted(request.getHeader("Accept")));
        byte[] body = bytes(Problems.outcome(problem, refusal.where(), refusal.detail()));
        if (format == Format.XML) {
            body = model.rendered(body, format, null, Set.of(), false).getBytes(StandardCharsets.UTF_8);
        }
        write(response, Problems.status(problem), format, body);
        if (problem == Problem.TOO_LARGE) {
            response.flushBuffer();
            drain(request);
        }
    }

    private static Optional<String> query(HttpServletRequest request, String name) {
        for (String part : request.getQueryString().split("&")) {
            if (part.startsWith(name + "=")) {
                return Optional.of(
                        java.net.URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static String queryFormat(HttpServletRequest request) {
        return query(request, "_format").orElse("");
    }

    private static void write(HttpServletResponse response, int status, Format format, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(format.mimeType() + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] bytes(JsonBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            body.write(generator);
        }
        return bytes.toByteArray();
    }

    /// Raw by default, wrapped for who asks for FHIR alone. The first part is read, and so checked, before the answer
    /// begins; damage found later cuts the answer off, and its length shows that.
    private void bytes(Call call, Answer.Bytes answer, HttpServletResponse response) throws IOException {
        DocumentEntry entry = answer.document().entry();
        String type = entry.content().mimeType();
        Optional<Format> wrapped = wrapped(call, type);
        if (wrapped.isEmpty() && !acceptsRaw(call, type)) {
            response.setStatus(406);
            return;
        }
        try (InputStream in = answer.document().stream()) {
            byte[] first = in.readNBytes(FIRST_BYTES);
            response.setStatus(200);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("ETag", Answer.etag(entry.version()));
            if (wrapped.isPresent()) {
                response.setContentType(wrapped.get().mimeType() + ";charset=UTF-8");
                wrap(wrapped.get(), answer, first, in, response.getOutputStream());
            } else {
                response.setContentType(type);
                response.setContentLengthLong(entry.content().size());
                OutputStream out = response.getOutputStream();
                out.write(first);
                in.transferTo(out);
            }
        }
    }

    private static void wrap(Format format, Answer.Bytes answer, byte[] first, InputStream in, OutputStream out)
            throws IOException {
        String type = answer.document().entry().content().mimeType();
        String before = format == Format.JSON
                ? "{\"resourceType\":\"Binary\",\"id\":\"%s\",\"contentType\":\"%s\",\"data\":\""
                : "<Binary xmlns=\"http://hl7.org/fhir\"><id value=\"%s\"/><contentType value=\"%s\"/><data value=\"";
        out.write(before.formatted(answer.id(), type).getBytes(StandardCharsets.UTF_8));
        // the encoder closes what it writes to, and the answer goes on after it
        OutputStream encoder = Base64.getEncoder().wrap(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }
        });
        encoder.write(first);
        in.transferTo(encoder);
        encoder.close();
        out.write((format == Format.JSON ? "\"}" : "\"/></Binary>").getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Format> wrapped(Call call, String type) {
        if (call.parameter("_format").isPresent()) {
            return Optional.of(call.format());
        }
        String accept = call.header("Accept").orElse("").toLowerCase(Locale.ROOT);
        boolean fhir = accept.contains("application/fhir+") || accept.contains("+fhir");
        return fhir && !accept.contains(type) ? Optional.of(Format.accepted(accept)) : Optional.empty();
    }

    private static boolean acceptsRaw(Call call, String type) {
        String accept = call.header("Accept").orElse("").toLowerCase(Locale.ROOT);
        String family = type.substring(0, type.indexOf('/') + 1) + "*";
        return accept.isBlank() || accept.contains("*/*") || accept.contains(type) || accept.contains(family);
    }

    /// Lets a sender finish, so that they can read why they were refused.
    private static void drain(HttpServletRequest request) {
        byte[] buffer = new byte[16 << 10];
        try (InputStream in = request.getInputStream()) {
            long left = MOST_DRAINED;
            for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
                left -= read;
            }
        } catch (IOException | IllegalStateException e) {
            // they went away, or had sent everything
            return;
        }
    }
}
