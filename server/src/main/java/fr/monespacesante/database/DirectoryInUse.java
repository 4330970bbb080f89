package fr.monespacesante.database;

import java.nio.file.Path;

/// Another service runs on this data directory.
public final class DirectoryInUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DirectoryInUse(Path lock) {
        super("another service runs on this data directory (it holds " + lock
                + "): stop it first, or choose another directory");
    }
}
