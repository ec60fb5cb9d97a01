package org.entente.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.store.CollectionFiles;

/**
 * A release on the shelf.
 *
 * @param folder with its files
 */
public record KeptRelease(Path folder, Manifest manifest) {
    static KeptRelease read(Path folder) {
        return new KeptRelease(folder, Manifest.read(folder));
    }

    public String id() {
        return manifest.release();
    }

    /** The statements as sorted N-Quads, compressed with gzip. */
    public Path statements() {
        return folder.resolve(Statements.NAME);
    }

    /** Files with all its statements, each in another format; releases of older programs have the first one only. */
    public List<Path> dumps() {
        return Stream.of(Statements.NAME, TrigFile.NAME)
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    /** The canned queries of the release. */
    Path queries() {
        return folder.resolve("queries");
    }

    /** A hash of its rules. */
    String rulesId() {
        return CollectionFiles.rulesId(rules());
    }

    /** The rules of the release. */
    Path rules() {
        return folder.resolve("rules");
    }
}
