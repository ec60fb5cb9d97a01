package org.entente.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Node;
import org.entente.store.CollectionDescription;
import org.entente.store.CollectionFiles;
import org.jspecify.annotations.Nullable;

/** The sheets of a collection. What things are called is read once for each state of its files. */
public final class Sheets {
    private final CollectionFiles files;
    private volatile @Nullable Known known;

    private record Known(String content, SheetNames names) {}

    public Sheets(CollectionFiles files) {
        this.files = files;
    }

    /** All sources by their names, such as d035, with what they are called. */
    public Map<String, String> sources() {
        SheetNames names = names();
        Map<String, String> sources = new LinkedHashMap<>();
        files.files().stream()
                .map(CollectionFiles.SourceFile::path)
                .filter(path -> path.startsWith(files.data().resolve("sources")))
                .map(path -> path.getFileName().toString().replaceFirst("\\.ttl$", ""))
                .forEach(source ->
                        sources.put(source, names.label(files.description().ids() + "doc/" + source)));
        return sources;
    }

    /** The file of a source; empty if there is none of this name. */
    public Optional<Path> file(String source) {
        String name = source.replaceFirst("^doc:", "");
        Path file = files.data().resolve("sources").resolve(name + ".ttl");
        return name.matches("[A-Za-z0-9_-]+") && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** @param file of a source */
    public SheetExport export(Path file) {
        return SheetExport.of(files, file, names());
    }

    /**
     * What a sheet would change.
     *
     * @throws SheetException with all cells that cannot be understood
     */
    public SheetImport.Result compare(SheetTable sheet) {
        return SheetImport.compare(files, names(), sheet);
    }

    /**
     * The text of the file of a source with some of the changes.
     *
     * @param text of the file as it was compared
     */
    public String apply(SheetImport.Result compared, String text, List<Change> taken) {
        return TurtleEdit.apply(files, compared, text, taken);
    }

    /** Values as they stand in the cells of a sheet: things by their names. */
    public String text(SheetColumn column, List<Node> values) {
        String language = values.stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .findFirst()
                .orElse("");
        return new Cells(names(), language).write(column, values);
    }

    /**
     * The text of a new source: its document, and what a sheet says of it.
     *
     * @param source its name
     * @param document the Turtle that describes it
     * @param described IRIs of things that the files do not describe yet, but will
     * @throws SheetException with all cells that cannot be understood
     */
    public String fill(String source, String document, SheetTable sheet, Set<String> described) {
        try {
            Path folder = Files.createTempDirectory("entente-source");
            try {
                Path about = files.data().resolve(CollectionDescription.FILE);
                if (Files.isRegularFile(about)) {
                    Files.copy(about, folder.resolve(CollectionDescription.FILE));
                }
                Path file = Files.createDirectory(folder.resolve("sources")).resolve(source + ".ttl");
                Files.writeString(file, document);
                CollectionFiles alone = files.withData(folder);
                SheetImport.Result result = SheetImport.compare(alone, names().with(described), sheet);
                return TurtleEdit.apply(alone, result, document, result.changes());
            } finally {
                FileUtils.deleteDirectory(folder.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SheetNames names() {
        String content = files.contentId();
        Known now = known;
        if (now == null || !now.content.equals(content)) {
            now = new Known(content, SheetNames.of(files));
            known = now;
        }
        return now.names;
    }
}
