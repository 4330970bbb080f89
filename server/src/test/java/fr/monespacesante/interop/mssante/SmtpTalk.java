package fr.monespacesante.interop.mssante;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.sandbox.laboratory.MutualTls;
import fr.monespacesante.sandbox.pki.Pki;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

/// A client of SMTP that says exactly what it is told to, byte for byte.
public final class SmtpTalk implements AutoCloseable {
    private Socket socket;
    private BufferedReader in;

    private SmtpTalk(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = reader();
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /// After the greeting, in the clear.
    public static SmtpTalk plain(int port) throws IOException {
        SmtpTalk talk = new SmtpTalk(port);
        assertThat(talk.reply()).startsWith("220 ");
        return talk;
    }

    /// After STARTTLS and EHLO, as who bears this certificate.
    public static SmtpTalk as(String certificate, Path pki, int port) throws IOException {
        SmtpTalk talk = plain(port);
        talk.say("EHLO client.example");
        assertThat(talk.say("STARTTLS")).startsWith("220 ");
        talk.tls(certificate, pki);
        assertThat(talk.say("EHLO client.example")).startsWith("250-").contains("SIZE");
        return talk;
    }

    public void tls(String certificate, Path pki) throws IOException {
        try {
            SSLSocket tls = (SSLSocket) MutualTls.context(
                            pki.resolve(certificate), Pki.PASSWORD.toCharArray(), pki.resolve("truststore.p12"))
                    .getSocketFactory()
                    .createSocket(socket, "localhost", socket.getPort(), true);
            tls.startHandshake();
            socket = tls;
            in = reader();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One command, and all of its answer.
    public String say(String command) throws IOException {
        write(command + "\r\n");
        return reply();
    }

    public void write(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /// The next answer, its lines joined; empty when the connection has ended.
    public String reply() throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = in.readLine();
            if (line == null) {
                return String.join("\n", lines);
            }
            lines.add(line);
        } while (line.length() > 3 && line.charAt(3) == '-');
        return String.join("\n", lines);
    }

    public boolean isOver() {
        try {
            return in.readLine() == null;
        } catch (IOException e) {
            return true;
        }
    }

    /// A message as it stands, with dots doubled and its end.
    public String data(String message) throws IOException {
        assertThat(say("DATA")).startsWith("354 ");
        String stuffed = message.replaceAll("(?m)^\\.", "..");
        write(stuffed + (stuffed.endsWith("\r\n") ? "" : "\r\n") + ".\r\n");
        return reply();
    }

    /// From the envelope to the last answer.
    public String deliver(String sender, String recipient, String message) throws IOException {
        assertThat(say("MAIL FROM:<" + sender + ">")).startsWith("250 2.1.0");
        assertThat(say("RCPT TO:<" + recipient + ">")).startsWith("250 2.1.5");
        return data(message);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
