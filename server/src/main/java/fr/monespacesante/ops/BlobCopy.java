package fr.monespacesante.ops;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/// The sealed documents in another directory. A blob never changes once it is written, so what is there already is left
/// alone: each copy brings only what is new.
final class BlobCopy {
    private BlobCopy() {}

    /// @return how many were copied
    static long mirror(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(from)) {
            return 0;
        }
        long[] copied = {0};
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes what) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                if (!Files.exists(target) || Files.size(target) != what.size()) {
                    copied[0] += copy(file, target);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // deleted meanwhile
                }
                throw e;
            }
        });
        return copied[0];
    }

    private static int copy(Path file, Path target) throws IOException {
        Path directory = target.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path draft = target.resolveSibling(target.getFileName() + ".draft");
        try {
            Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException deletedMeanwhile) {
            return 0;
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return 1;
    }
}
