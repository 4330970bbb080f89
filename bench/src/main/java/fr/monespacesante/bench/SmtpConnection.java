package fr.monespacesante.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// One connection of an operator to the service: STARTTLS with its certificate, then message after message.
final class SmtpConnection implements AutoCloseable {
    private static final int PATIENCE = 120_000;
    private static final int BUFFER = 64 * 1024;

    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /// How long one message took, in nanoseconds: the whole of it, and from DATA to the last answer. The code is the
    /// last answer's.
    record Timed(int code, long whole, long data) {
        boolean isAccepted() {
            return code == 250;
        }
    }

    /// @param name said in EHLO
    SmtpConnection(int port, SSLContext tls, String name) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        expect(220, answer());
        say("EHLO " + name);
        say("STARTTLS");
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, "localhost", port, true);
        secured.setUseClientMode(true);
        secured.startHandshake();
        this.socket = secured;
        this.in = new BufferedInputStream(secured.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(secured.getOutputStream(), BUFFER);
        expect(250, say("EHLO " + name));
    }

    /// @param message with CR LF lines, none of which begins with a dot
    Timed send(String from, String to, byte[] message) throws IOException {
        long start = System.nanoTime();
        int code = say("MAIL FROM:<" + from + "> SIZE=" + message.length);
        code = code == 250 ? say("RCPT TO:<" + to + ">") : code;
        long data = System.nanoTime();
        code = code == 250 ? say("DATA") : code;
        if (code == 354) {
            out.write(message);
            out.write(".\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            code = answer();
        } else {
            say("RSET");
        }
        long end = System.nanoTime();
        return new Timed(code, end - start, end - data);
    }

    private int say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return answer();
    }

    private int answer() throws IOException {
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line();
        }
        return Integer.parseInt(line.substring(0, 3));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was cut");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    private static void expect(int wanted, int code) throws IOException {
        if (code != wanted) {
            throw new IOException("answered " + code + " instead of " + wanted);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // it is over anyway
        }
    }
}
