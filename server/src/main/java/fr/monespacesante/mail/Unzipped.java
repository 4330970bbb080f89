package fr.monespacesante.mail;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Unpacks a ZIP in memory, counting as it goes: what it says of its own sizes is not believed.
final class Unzipped {
    private static final int FREE = 1 << 20;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int UNIX = 3;
    private static final int LINK = 0xA;

    private Unzipped() {}

    /// By name, with `/` between folders.
    static Outcome<Map<String, byte[]>> of(byte[] zip, MailLimits limits) {
        if (holdsLink(zip)) {
            return Outcome.refused(Problem.DOCUMENT_DANGEROUS, "entry");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        long most = Math.min(limits.zipBytes(), Math.max(FREE, (long) zip.length * limits.zipRatio()));
        long total = 0;
        int entries = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().replace('\\', '/');
                if (++entries > limits.zipEntries() || leadsOut(name)) {
                    return Outcome.refused(Problem.DOCUMENT_DANGEROUS, "entry");
                }
                if (!names.add(name.toUpperCase(Locale.ROOT))) {
                    return Outcome.refused(Problem.DOCUMENT_DANGEROUS, "entry");
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                byte[] buffer = new byte[8_192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    total += read;
                    if (total > most) {
                        return Outcome.refused(Problem.DOCUMENT_DANGEROUS, "size");
                    }
                    bytes.write(buffer, 0, read);
                }
                if (!name.endsWith("/")) {
                    files.put(name, bytes.toByteArray());
                }
            }
        } catch (IOException | IllegalArgumentException noZip) {
            return Outcome.refused(Problem.DOCUMENT_BROKEN, "zip");
        }
        return files.isEmpty() ? Outcome.refused(Problem.DOCUMENT_BROKEN, "zip") : Outcome.done(files);
    }

    private static boolean leadsOut(String name) {
        return name.isEmpty()
                || name.length() > 255
                || name.startsWith("/")
                || name.contains(":")
                || name.chars().anyMatch(Character::isISOControl)
                || ("/" + name + "/").contains("/../");
    }

    /// Only the directory at the end of the file says which entries are links.
    private static boolean holdsLink(byte[] zip) {
        for (int i = 0; i + 46 <= zip.length; i++) {
            if (zip[i] == 'P' && little(zip, i) == DIRECTORY_ENTRY && zip[i + 5] == UNIX) {
                int mode = (zip[i + 40] & 0xFF) | (zip[i + 41] & 0xFF) << 8;
                if (mode >> 12 == LINK) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int little(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }
}
