package fr.monespacesante.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Puts what an agent sends into the folder of campaign files, streamed to the disk, and gives the reports
/// out.
@Component
public class CampaignInbox {
    private static final int LONGEST_NAME = 80;
    private static final int CHECKED_EVERY = 1 << 26;
    private static final long LEFT_FREE = 1L << 29;

    private final AccountProperties properties;
    private final SecureRandom random;

    CampaignInbox(AccountProperties properties, SecureRandom random) {
        this.properties = properties;
        this.random = random;
    }

    /// A file whole, under its name and a few signs more; `CampaignFolder` finds it in a moment.
    ///
    /// @return false when the disk has no room for it; nothing of it stays then
    public boolean receive(String name, InputStream bytes) throws IOException {
        Files.createDirectories(properties.campaignDirectory());
        byte[] mark = new byte[4];
        random.nextBytes(mark);
        String safe = safe(name) + "-" + HexFormat.of().formatHex(mark) + ".csv";
        Path part = properties.campaignDirectory().resolve(safe + ".part");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(part)) {
            whole = copy(bytes, out, part);
        } finally {
            if (!whole) {
                Files.deleteIfExists(part);
            }
        }
        if (whole) {
            Files.move(part, properties.campaignDirectory().resolve(safe), StandardCopyOption.ATOMIC_MOVE);
        }
        return whole;
    }

    private static boolean copy(InputStream bytes, OutputStream out, Path part) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long unchecked = CHECKED_EVERY;
        for (int some = bytes.read(buffer); some >= 0; some = bytes.read(buffer)) {
            unchecked += some;
            if (unchecked > CHECKED_EVERY) {
                unchecked = 0;
                if (Files.getFileStore(part).getUsableSpace() < LEFT_FREE) {
                    return false;
                }
            }
            out.write(buffer, 0, some);
        }
        return true;
    }

    /// The lines of a file that were not taken; empty while there is no report.
    public Optional<Path> report(CampaignFile file) throws IOException {
        Path report = properties.campaignDirectory().resolve(file.name() + ".report");
        return Files.isRegularFile(report) ? Optional.of(report) : Optional.empty();
    }

    /// The first faults of a file, for its page.
    public List<String> faults(CampaignFile file, int atMost) throws IOException {
        Optional<Path> report = report(file);
        if (report.isEmpty()) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(report.get())) {
            return lines.skip(1).limit(atMost).toList();
        }
    }

    private static String safe(String name) {
        String safe = name.replaceAll("(?i)\\.csv$", "").replaceAll("[^A-Za-z0-9_-]+", "-");
        return safe.isBlank() ? "campagne" : safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
    }
}
