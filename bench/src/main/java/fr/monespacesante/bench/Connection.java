package fr.monespacesante.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// One kept-alive HTTP/1.1 connection of one client. It does what the measuring needs and nothing else.
final class Connection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final int port;
    private final @Nullable SSLContext tls;
    private final byte[] buffer = new byte[64 * 1024];
    private @Nullable Open open;
    private int filled;
    private int at;

    private record Open(Socket socket, InputStream in, OutputStream out) {}

    /// @param headers as `name: value`, names in small letters
    record Response(int status, List<String> headers, byte[] body) {
        Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        List<String> all(String name) {
            return headers.stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean isGood() {
            return status >= 200 && status < 400;
        }
    }

    Connection(int port, @Nullable SSLContext tls) {
        this.port = port;
        this.tls = tls;
    }

    /// @param head the request line and headers, without `Host` and `Content-Length`, lines ended by `\r\n`
    Response send(String head, byte @Nullable [] body) throws IOException {
        boolean fresh = open == null;
        try {
            return exchange(head, body);
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
            // a kept connection may have been closed meanwhile; a second failure is one of the service
            return exchange(head, body);
        }
    }

    Response get(String path, String... headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n" + lines(headers), null);
    }

    Response post(String path, byte[] body, String... headers) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\n" + lines(headers), body);
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }

    private Response exchange(String head, byte @Nullable [] body) throws IOException {
        Open now = open();
        String length = body == null ? "" : "Content-Length: " + body.length + "\r\n";
        now.out().write((head + "Host: localhost:" + port + "\r\n" + length + "\r\n").getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            now.out().write(body);
        }
        now.out().flush();
        Response response = read(now.in());
        while (response.status() == 100) {
            response = read(now.in());
        }
        if (response.header("connection").filter("close"::equalsIgnoreCase).isPresent()) {
            close();
        }
        return response;
    }

    private Open open() throws IOException {
        Open known = open;
        if (known != null) {
            return known;
        }
        Socket socket = tls == null ? new Socket() : tls.getSocketFactory().createSocket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        filled = 0;
        at = 0;
        Open made = new Open(socket, socket.getInputStream(), socket.getOutputStream());
        open = made;
        return made;
    }

    private Response read(InputStream in) throws IOException {
        String status = line(in);
        if (status.length() < 12) {
            throw new IOException("no answer");
        }
        int code = Integer.parseInt(status.substring(9, 12));
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        Response head = new Response(code, headers, new byte[0]);
        if (code == 100 || code == 204 || code == 304) {
            return head;
        }
        byte[] body = head.header("transfer-encoding")
                        .filter("chunked"::equalsIgnoreCase)
                        .isPresent()
                ? chunks(in)
                : exactly(in, Integer.parseInt(head.header("content-length").orElse("0")));
        return new Response(code, headers, body);
    }

    private byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            all.writeBytes(exactly(in, size));
            line(in);
        }
        line(in);
        return all.toByteArray();
    }

    private int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private byte[] exactly(InputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        int done = Math.min(size, filled - at);
        System.arraycopy(buffer, at, bytes, 0, done);
        at += done;
        while (done < size) {
            int read = in.read(bytes, done, size - done);
            if (read < 0) {
                throw new EOFException("the answer was cut off");
            }
            done += read;
        }
        return bytes;
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            if (at == filled) {
                filled = in.read(buffer);
                at = 0;
                if (filled < 0) {
                    filled = 0;
                    throw new EOFException("closed");
                }
            }
            char next = (char) (buffer[at++] & 0xff);
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append(next);
            }
        }
    }

    @Override
    public void close() {
        Open known = open;
        open = null;
        if (known != null) {
            try {
                known.socket().close();
            } catch (IOException _) {
                // it is being given up
            }
        }
    }
}
