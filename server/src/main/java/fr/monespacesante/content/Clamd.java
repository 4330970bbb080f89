package fr.monespacesante.content;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// ClamAV's daemon, over its socket: the command INSTREAM, in the form that ends with a zero byte
/// (clamd(8)).
///
/// Only a clear OK is clean. An error, such as a content beyond the daemon's own StreamMaxLength, is no
/// answer.
final class Clamd implements Antivirus {
    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 4_096;

    private final String where;
    private final Duration timeout;

    /// @param where path of a Unix socket, or `host:port`
    Clamd(String where, Duration timeout) {
        this.where = where;
        this.timeout = timeout;
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public boolean answers() {
        try {
            return ask("zPING\0", new byte[0], false).equals("PONG");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Finding look(byte[] content) {
        try {
            String answer = ask("zINSTREAM\0", content, true);
            if (answer.endsWith(" FOUND")) {
                LOG.warn("the antivirus found something in what came in");
                return Finding.INFECTED;
            }
            if (answer.equals("stream: OK")) {
                return Finding.CLEAN;
            }
            LOG.error("the antivirus did not check what it was given: {}", answer);
            return Finding.AWAY;
        } catch (IOException e) {
            LOG.error("the antivirus does not answer: {}", e.getClass().getSimpleName());
            return Finding.AWAY;
        }
    }

    /// The channel of a Unix socket knows no timeout of its own: who waits too long closes it.
    private String ask(String command, byte[] content, boolean streams) throws IOException {
        try (SocketChannel channel = open()) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            Thread.ofVirtual().name("antivirus").start(() -> {
                try {
                    answer.complete(talk(channel, command, content, streams));
                } catch (IOException | RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("too slow", e);
        } catch (ExecutionException e) {
            throw new IOException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private SocketChannel open() throws IOException {
        return where.startsWith("/") ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    private SocketAddress address() throws IOException {
        if (where.startsWith("/")) {
            return UnixDomainSocketAddress.of(Path.of(where));
        }
        int colon = where.lastIndexOf(':');
        InetSocketAddress address =
                new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
        if (address.isUnresolved()) {
            throw new IOException("unknown host");
        }
        return address;
    }

    private String talk(SocketChannel channel, String command, byte[] content, boolean streams) throws IOException {
        channel.connect(address());
        write(channel, ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
        if (streams) {
            try {
                stream(channel, content);
            } catch (IOException e) {
                // it stopped listening, and perhaps said why before
                return answer(channel);
            }
        }
        return answer(channel);
    }

    private static void stream(SocketChannel channel, byte[] content) throws IOException {
        for (int from = 0; from < content.length; from += CHUNK) {
            int length = Math.min(CHUNK, content.length - from);
            ByteBuffer size = ByteBuffer.allocate(4).putInt(length).flip();
            write(channel, size);
            write(channel, ByteBuffer.wrap(content, from, length));
        }
        write(channel, ByteBuffer.allocate(4).putInt(0).flip());
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_ANSWER);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                break;
            }
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0) {
                return new String(bytes.array(), 0, bytes.position() - 1, StandardCharsets.US_ASCII).strip();
            }
        }
        throw new EOFException("no whole answer");
    }
}
