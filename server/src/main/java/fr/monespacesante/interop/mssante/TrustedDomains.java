package fr.monespacesante.interop.mssante;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The list of trusted domains (MSG-01): UTF-8, a line each, `domaine;operateur;relais`, empty lines
/// and `#` comments skipped. No entry stands for more than its own name.
///
/// The file is read again when it changes. One that cannot be read whole changes nothing: the list
/// before it goes on, and `isBroken` says so.
final class TrustedDomains {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedDomains.class);
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    private static final Pattern RELAY = Pattern.compile("([A-Za-z0-9.-]{1,253}):(\\d{1,5})");
    private static final long LARGEST = 16L << 20;

    private final Path file;
    private final Object turn = new Object();
    private volatile Read read;

    private record Read(Stamp stamp, Map<String, TrustedDomain> domains, Set<String> operators, boolean broken) {
        Read(Stamp stamp, Map<String, TrustedDomain> domains, boolean broken) {
            this(
                    stamp,
                    domains,
                    domains.values().stream().map(TrustedDomain::operator).collect(Collectors.toUnmodifiableSet()),
                    broken);
        }
    }

    /// What is different when a file has changed.
    private record Stamp(long modified, long size, @Nullable Object key) {}

    /// @throws IllegalStateException when the list cannot be read at the start
    TrustedDomains(Path file) {
        this.file = file;
        try {
            this.read = new Read(stamp(file), read(file), false);
        } catch (IOException e) {
            throw new IllegalStateException("the list of trusted domains cannot be read: " + e.getMessage(), e);
        }
        LOG.info("{} trusted domains", read.domains().size());
    }

    Optional<TrustedDomain> find(String domain) {
        return Optional.ofNullable(now().domains().get(domain.toLowerCase(Locale.ROOT)));
    }

    /// Whether mail of this domain may come from who bears this certificate.
    boolean speaks(Peer peer, String domain) {
        return find(domain).filter(found -> peer.bears(found.operator())).isPresent();
    }

    /// The operator of at least one domain, by its certificate.
    Optional<String> operator(Peer peer) {
        return peer.names().stream()
                .filter(now().operators()::contains)
                .sorted()
                .findFirst();
    }

    int size() {
        return now().domains().size();
    }

    /// The file as it stands cannot be read; an older list is in use.
    boolean isBroken() {
        return now().broken();
    }

    private Read now() {
        Read known = read;
        Stamp stamp = stampNow();
        if (stamp.equals(known.stamp())) {
            return known;
        }
        synchronized (turn) {
            if (!stamp.equals(read.stamp())) {
                read = again(stamp, read.domains());
            }
            return read;
        }
    }

    private Read again(Stamp stamp, Map<String, TrustedDomain> before) {
        try {
            Map<String, TrustedDomain> domains = read(file);
            LOG.info("the list of trusted domains was read again: {} domains", domains.size());
            return new Read(stamp, domains, false);
        } catch (IOException e) {
            LOG.error("the new list of trusted domains cannot be read, the one before goes on: {}", e.getMessage());
            return new Read(stamp, before, true);
        }
    }

    private Stamp stampNow() {
        try {
            return stamp(file);
        } catch (IOException e) {
            return new Stamp(-1, -1, null);
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(found.lastModifiedTime().toMillis(), found.size(), found.fileKey());
    }

    private static Map<String, TrustedDomain> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no such file");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than any list");
        }
        Map<String, TrustedDomain> domains = new HashMap<>();
        int number = 0;
        for (String line : text(Files.readAllBytes(file)).split("\r?\n")) {
            number++;
            String written = line.replaceFirst("#.*", "").strip();
            if (written.isEmpty() || written.equalsIgnoreCase("domaine;operateur;relais")) {
                continue;
            }
            TrustedDomain domain = domain(written, number);
            if (domains.putIfAbsent(domain.name(), domain) != null) {
                throw new IOException("line " + number + " names a domain again");
            }
        }
        if (domains.isEmpty()) {
            throw new IOException("it names no domain");
        }
        return Map.copyOf(domains);
    }

    private static String text(byte[] bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8", e);
        }
    }

    private static TrustedDomain domain(String line, int number) throws IOException {
        String[] fields = line.split(";", -1);
        if (fields.length != 3) {
            throw new IOException("line " + number + " has not three fields");
        }
        String name = fields[0].strip().toLowerCase(Locale.ROOT);
        String operator = fields[1].strip().toLowerCase(Locale.ROOT);
        var relay = RELAY.matcher(fields[2].strip());
        if (!NAME.matcher(name).matches() || !NAME.matcher(operator).matches() || !relay.matches()) {
            throw new IOException("line " + number + " holds no domain, no operator or no relay");
        }
        int port = Integer.parseInt(Objects.requireNonNull(relay.group(2)));
        if (port < 1 || port > 65_535) {
            throw new IOException("line " + number + " holds no port");
        }
        return new TrustedDomain(name, operator, Objects.requireNonNull(relay.group(1)), port);
    }
}
