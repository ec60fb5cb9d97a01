package org.entente.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.ShippedCollection;
import org.entente.check.CollectionValidator;
import org.entente.derive.Rules;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents print as Turtle is a collection without a finding: the blocks of one document are its files. */
class DocumentedTurtleTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:turtle|ttl)\\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("# ((?:authority/|sources/|decisions/)?[a-z0-9-]+\\.ttl)\\n");

    static Stream<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String top : List.of("docs", "data", "ontology", ".")) {
            try (Stream<Path> files = Files.walk(ShippedCollection.HOME.resolve(top), top.equals(".") ? 1 : 4)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(found::add);
            }
        }
        return found.stream()
                .map(Path::normalize)
                .distinct()
                .filter(file -> !blocks(file).isEmpty())
                .sorted();
    }

    private static List<String> blocks(Path document) {
        try {
            return BLOCK.matcher(Files.readString(document))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void blocks_of_turtle_are_the_files_of_a_collection_without_a_finding(Path document, @TempDir Path data)
            throws IOException {
        for (String block : blocks(document)) {
            Matcher name = FILE.matcher(block);
            assertThat(name.lookingAt())
                    .as("The block begins with the name of its file: %s", block)
                    .isTrue();
            Path file = data.resolve(name.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, block);
        }
        CollectionFiles files = ShippedCollection.FILES.withData(data);
        try (Store store =
                Store.inMemory(Rules.read(files.rules(), files.description().ids()))) {
            assertThat(new CollectionLoader(store, CollectionValidator.of(files), Clock.systemUTC())
                            .load(files, Progress.SILENT)
                            .findings())
                    .isEmpty();
        }
    }
}
