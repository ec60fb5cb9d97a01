package org.entente.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Finding;

/**
 * Adds to files of a collection and to the store in one step: all have it, or none. The other files are not read again; they must be
 * those that the store holds. Rules, shapes and checks run as after a load. Who is killed between file and store finds the file changed at
 * the next start, and it is loaded.
 */
public final class FileAppender {
    private final Store store;
    private final CollectionFiles collection;
    private final Clock clock;

    public FileAppender(Store store, CollectionFiles collection, Clock clock) {
        this.store = store;
        this.collection = collection;
        this.clock = clock;
    }

    /**
     * What is added to one file.
     *
     * @param graph that the file fills, perhaps with others
     * @param text what the file has then: it begins with what it has now
     */
    public record Addition(Node graph, FileText text) {}

    /**
     * Adds to the end of files, which are made if there are none.
     *
     * @param additions written in this order
     * @param before looks at the state before anything is changed; what it throws ends the write
     * @return what stands against it; with an error among it, nothing is written
     * @throws StoreException if the files are not those of the store, or the file has been changed or cannot be written
     */
    public List<Finding> append(List<Addition> additions, Consumer<DatasetGraph> before) {
        if (!store.release().files().equals(collection.contentId())) {
            throw new StoreException(
                    "The files of the collection are not those that this server shows. Wait until they are loaded, then try again.");
        }
        List<Finding> findings = new ArrayList<>();
        List<LoadedFile> read = new ArrayList<>();
        for (Addition one : additions) {
            Path file = one.text().file();
            FileReadings.Reading reading = new FileReadings(
                            collection.description().ids())
                    .of(
                            new CollectionFiles.SourceFile(
                                    file, CollectionFiles.name(collection.data(), file), one.graph()),
                            one.text().text());
            findings.addAll(reading.findings());
            read.add(reading.file());
        }
        if (findings.stream().anyMatch(Finding::isError)) {
            return findings;
        }
        List<FileText> texts = additions.stream().map(Addition::text).toList();
        List<Rewritten> rewritten = texts.stream().map(Rewritten::new).toList();
        String release = collection.contentIdWith(texts);
        try {
            store.write(dataset -> {
                before.accept(dataset);
                add(dataset, read, release);
                store.derive(Progress.SILENT);
                findings.addAll(store.judge(
                        store.validator(),
                        SourceLocations.of(read.stream()
                                .map(file -> file.outline().subjects())
                                .toList())));
                if (findings.stream().anyMatch(Finding::isError)) {
                    throw new RefusedWrite(findings);
                }
                rewritten.forEach(Rewritten::write);
            });
        } catch (RefusedWrite refused) {
            rewritten.forEach(Rewritten::takeBack);
        } catch (RuntimeException e) {
            rewritten.forEach(Rewritten::takeBack);
            throw e;
        }
        return findings;
    }

    private void add(DatasetGraph dataset, List<LoadedFile> files, String release) {
        Set<Node> graphs = new TreeSet<>(java.util.Comparator.comparing(Node::toString));
        graphs.addAll(ReleaseGraph.parts(dataset));
        for (LoadedFile file : files) {
            if (!graphs.contains(file.graph())
                    && !dataset.getGraph(file.graph()).isEmpty()) {
                throw new StoreException(
                        "The graph " + file.graph().getURI()
                                + " holds statements that were written over HTTP. Save them in a file and delete the graph first.");
            }
            graphs.add(file.graph());
            file.triples().forEach(located -> dataset.add(Quad.create(file.graph(), located.triple())));
        }
        LoadedState state = new LoadedState(release, "", clock.instant(), List.copyOf(graphs));
        store.announce(state, collection.rulesId(), "");
    }
}
