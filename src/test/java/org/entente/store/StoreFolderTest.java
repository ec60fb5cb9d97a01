package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are no store, stores of other versions, damaged files: what is wrong is said, and nothing is lost. */
class StoreFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_store_of_a_newer_version_is_refused_and_left_as_it_is_and_an_older_one_is_used() throws IOException {
        fill(folder);
        Path mark = folder.resolve(".entente-format");
        assertThat(mark).hasContent("1\n");
        for (String newer : List.of("2", "99999999999", "x")) {
            Files.writeString(mark, newer);
            assertThatThrownBy(() -> Store.onDisk(folder, Derivation.NONE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("newer Entente")
                    .hasMessageContaining("Nothing was changed");
        }
        // Versions before the mark.
        Files.delete(mark);
        try (Store store = Store.onDisk(folder, Derivation.NONE)) {
            assertThat(labels(store)).isEqualTo(300);
        }
        assertThat(mark).hasContent("1\n");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Store.onDisk(file, Derivation.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("It is a file: name a folder with --store");
    }

    @Slow
    @Test
    void a_folder_that_is_removed_while_the_store_is_open_takes_no_more_writes_and_is_still_read() throws IOException {
        try (Store store = Store.onDisk(folder.resolve("store"), Derivation.NONE)) {
            store.write(dataset -> dataset.add(Quad.create(A, A, A, A)));
            PathUtils.deleteDirectory(folder.resolve("store"));
            assertThatThrownBy(() -> store.write(dataset -> dataset.add(Quad.create(A, A, A, A))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is gone");
            assertThatThrownBy(() -> store.writeJudged(dataset -> dataset.add(Quad.create(A, A, A, A))))
                    .isInstanceOf(StoreException.class);
            assertThat(store.<Boolean>read(dataset -> dataset.contains(A, A, A, A)))
                    .isTrue();
        }
    }

    private static final Node A = NodeFactory.createURI("urn:a");

    @Test
    void a_statement_that_one_index_lacks_is_found() throws IOException {
        fill(folder);
        Path generation = folder.resolve("Data-0001");
        long before = Files.size(generation.resolve("GSPO.dat"));
        assertThat(before).isPositive();
        // The records of an index: a byte of every block.
        for (long block = 0; block < before; block += 8_192) {
            flip(generation.resolve("POSG.dat"), block + 100);
        }
        try (Store store = Store.onDisk(folder, Derivation.NONE)) {
            assertThat(store.damage(Progress.SILENT)).isNotEmpty();
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("restore a backup");
        }
    }

    @Test
    void a_file_of_names_that_was_cut_is_found_or_refused() throws IOException {
        fill(folder);
        Path names = folder.resolve("Data-0001/nodes-data.obj");
        try (RandomAccessFile file = new RandomAccessFile(names.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        try (Store store = Store.onDisk(folder, Derivation.NONE)) {
            assertThat(store.damage(Progress.SILENT)).isNotEmpty();
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("restore a backup");
        }
    }

    private static void flip(Path path, long at) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(at);
            int old = file.read();
            file.seek(at);
            file.write(old ^ 0xff);
        }
    }

    private static void fill(Path folder) {
        try (Store store = Store.onDisk(folder, Derivation.NONE)) {
            store.write(dataset -> {
                for (int i = 0; i < 300; i++) {
                    dataset.add(
                            Graphs.OWN_AUTHORITY,
                            NodeFactory.createURI("http://example.org/" + i),
                            RDFS.label.asNode(),
                            NodeFactory.createLiteralString("thing " + i));
                }
            });
        }
    }

    private static int labels(Store store) {
        return store.read(dataset -> dataset.getGraph(Graphs.OWN_AUTHORITY).size());
    }
}
