package fr.monespacesante.vault;

import fr.monespacesante.kernel.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/// `bin/archivist`: the archivist's own half, on a machine of their own.
public final class ArchivistTool {
    private final PrintStream out;
    private final BufferedReader in;

    public ArchivistTool(PrintStream out) {
        this.out = out;
        this.in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    /// @return the exit code
    public int run(List<String> arguments) {
        if (arguments.size() != 3) {
            out.println("archivist make FILE, or archivist answer FILE");
            return 2;
        }
        Path file = Path.of(arguments.get(2));
        try {
            return arguments.get(1).equals("make") ? make(file) : answer(file);
        } catch (IOException e) {
            out.println(file + " cannot be used: " + e.getClass().getSimpleName());
            return 1;
        }
    }

    private int make(Path file) throws IOException {
        Secret<String> passphrase = passphrase();
        if (passphrase.reveal().length() < 12) {
            out.println("That is too short.");
            return 1;
        }
        ArchivistKey key = ArchivistKey.make();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key.kept(passphrase, new SecureRandom()));
        Path lock = file.resolveSibling(file.getFileName() + ".pub");
        Files.writeString(lock, key.lock());
        out.println("Keep " + file + " to yourself. Give " + lock
                + " to the operator, as archivist-a.pub or archivist-b.pub beside the master keys.");
        return 0;
    }

    private int answer(Path file) throws IOException {
        Secret<String> passphrase = passphrase();
        Optional<ArchivistKey> key = ArchivistKey.read(Files.readString(file), passphrase);
        if (key.isEmpty()) {
            out.println("That is not the passphrase of this file.");
            return 1;
        }
        String challenge = in.readLine();
        Optional<String> answer = key.get().answer(challenge == null ? "" : challenge);
        if (answer.isEmpty()) {
            out.println("This is not a challenge for this key.");
            return 1;
        }
        out.println(answer.get());
        return 0;
    }

    /// The first line that comes in; `bin/archivist` reads it without showing it.
    private Secret<String> passphrase() throws IOException {
        String line = in.readLine();
        return new Secret<>(line == null ? "" : line);
    }
}
