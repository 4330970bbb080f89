package fr.monespacesante.content;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Speaks clamd's protocol and finds one signature of its own.
public final class FakeClamd implements AutoCloseable {
    /// What it takes for a virus.
    public static final String SIGNATURE = "MES-TEST-SIGNATURE-9f2c";

    public enum Mood {
        WELL,
        /// Takes connections and says nothing.
        SILENT,
        /// Ends the connection in the middle.
        BROKEN,
        /// Finds everything too large.
        LIMITED
    }

    private final ServerSocketChannel door;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger checks = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;

    private FakeClamd(ServerSocketChannel door) {
        this.door = door;
        Thread.ofVirtual().start(this::accept);
    }

    public static FakeClamd atPort() {
        return open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false);
    }

    public static FakeClamd at(Path socket) {
        return open(UnixDomainSocketAddress.of(socket), true);
    }

    private static FakeClamd open(SocketAddress address, boolean unix) {
        try {
            ServerSocketChannel door =
                    unix ? ServerSocketChannel.open(StandardProtocolFamily.UNIX) : ServerSocketChannel.open();
            door.bind(address);
            return new FakeClamd(door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As `mes.antivirus.clamd` names it.
    public String address() {
        try {
            return switch (door.getLocalAddress()) {
                case InetSocketAddress inet -> "localhost:" + inet.getPort();
                case UnixDomainSocketAddress unix -> unix.getPath().toString();
                default -> throw new IllegalStateException();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void is(Mood next) {
        mood = next;
    }

    public int checks() {
        return checks.get();
    }

    private void accept() {
        while (door.isOpen()) {
            try {
                SocketChannel one = door.accept();
                Thread.ofVirtual().start(() -> serve(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel;
                DataInputStream in = new DataInputStream(Channels.newInputStream(channel))) {
            StringBuilder command = new StringBuilder();
            for (int octet = in.read(); octet > 0; octet = in.read()) {
                command.append((char) octet);
            }
            if (mood == Mood.SILENT) {
                closing.await();
            }
            if (mood == Mood.BROKEN) {
                return;
            }
            channel.write(ByteBuffer.wrap((answer(command.toString(), in) + "\0").getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException | InterruptedException e) {
            // the client has gone, or the test is over
        }
    }

    private String answer(String command, DataInputStream in) throws IOException {
        if (command.equals("zPING")) {
            return "PONG";
        }
        if (!command.equals("zINSTREAM")) {
            return "UNKNOWN COMMAND";
        }
        checks.incrementAndGet();
        StringBuilder content = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            if (mood == Mood.LIMITED) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        return content.indexOf(SIGNATURE) < 0 ? "stream: OK" : "stream: Mes.Test-1 FOUND";
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
