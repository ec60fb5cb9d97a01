package org.entente.wikidata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.entente.store.Graphs;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot in one state of a store; call inside a transaction.
 */
public final class Snapshot {
    /** A file that is wholly in the snapshot, by the digest of its content. */
    static final Node FILE = DCTerms.hasPart.asNode();
    /** A file that was refused, by the digest of its content: it is not tried again until it is another one. */
    static final Node REFUSED = NodeFactory.createURI("urn:entente:refusedFile");

    private final Graph graph;

    private Snapshot(Graph graph) {
        this.graph = graph;
    }

    public static Snapshot in(DatasetGraph dataset) {
        return new Snapshot(dataset.getGraph(Graphs.WIKIDATA));
    }

    /** Number of the snapshot: every load that changes something makes a new one; 0 for none. */
    public long number() {
        Node version = WikidataRdf.object(graph, Graphs.WIKIDATA, WikidataRdf.VERSION);
        return version == null ? 0 : Long.parseLong(version.getLiteralLexicalForm());
    }

    /** Names the content of a file: the store keeps the names of the files that are wholly in the snapshot. */
    static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    /**
     * Whether a file was loaded to its end. A process that is killed between the load of a collection and that of its snapshot
     * leaves a store that lacks it.
     *
     * @throws IOException if the file cannot be read
     */
    public boolean holds(Path file) throws IOException {
        return holdsFile(digest(file));
    }

    /**
     * Whether a file of this content was refused.
     *
     * @throws IOException if the file cannot be read
     */
    public boolean refused(Path file) throws IOException {
        return graph.contains(Graphs.WIKIDATA, REFUSED, NodeFactory.createLiteralString(digest(file)));
    }

    boolean holdsFile(String digest) {
        return graph.contains(Graphs.WIKIDATA, FILE, NodeFactory.createLiteralString(digest));
    }

    /** Names the snapshot for people and decisions: its number and its time; "none" if there is none. */
    public String name() {
        Node modified = WikidataRdf.object(graph, Graphs.WIKIDATA, DCTerms.modified.asNode());
        return number() == 0
                ? "none"
                : "wikidata-" + number() + (modified == null ? "" : " of " + modified.getLiteralLexicalForm());
    }

    /** The item; empty if it is not in the snapshot. The item of a merged Qid is the one it was merged into. */
    public Optional<WikidataEntity> entity(String qid) {
        return WikidataRdf.get(graph, qid);
    }

    /** The item into which Wikidata merged this one; empty if it did not, as far as the snapshot knows. */
    public Optional<String> mergedInto(String qid) {
        Set<String> passed = new TreeSet<>();
        String at = qid;
        for (Node next = next(at); next != null && passed.add(at); next = next(at)) {
            at = WikidataRdf.qid(next.getURI());
        }
        return at.equals(qid) ? Optional.empty() : Optional.of(at);
    }

    private @Nullable Node next(String qid) {
        return WikidataRdf.object(graph, WikidataRdf.node(qid), OWL.sameAs.asNode());
    }

    /** The Qids that Wikidata merged into this one, as far as the snapshot knows. */
    public Set<String> merged(String qid) {
        Set<String> merged = new TreeSet<>();
        graph.find(Node.ANY, OWL.sameAs.asNode(), Node.ANY).forEachRemaining(t -> {
            String old = WikidataRdf.qid(t.getSubject().getURI());
            if (mergedInto(old).filter(qid::equals).isPresent()) {
                merged.add(old);
            }
        });
        return merged;
    }

    /** When and how the item was fetched; empty if it is not here or came with a file. */
    Optional<Fetch> fetch(String qid) {
        return Fetch.of(graph, qid);
    }

    /** Whether somebody in the snapshot holds or held this as a position. */
    public boolean isPosition(String qid) {
        return graph.contains(Node.ANY, WikidataRdf.direct(WikidataProperties.POSITION), WikidataRdf.node(qid));
    }

    /** Qids of what somebody in the snapshot holds or held as a position. */
    public Set<String> positions() {
        Set<String> qids = new TreeSet<>();
        graph.find(Node.ANY, WikidataRdf.direct(WikidataProperties.POSITION), Node.ANY)
                .forEachRemaining(t -> qids.add(WikidataRdf.qid(t.getObject().getURI())));
        return qids;
    }

    /** Qids of the items that are instances of a class, not of those below it. */
    public Set<String> instancesOf(String type) {
        Set<String> qids = new TreeSet<>();
        graph.find(Node.ANY, WikidataRdf.direct(WikidataProperties.INSTANCE_OF), WikidataRdf.node(type))
                .forEachRemaining(t -> qids.add(WikidataRdf.qid(t.getSubject().getURI())));
        return qids;
    }

    /** Qids of all items, sorted. */
    public Set<String> qids() {
        Set<String> qids = new TreeSet<>();
        graph.find(Node.ANY, WikidataRdf.VERSION, Node.ANY).forEachRemaining(t -> {
            if (t.getSubject().isURI() && t.getSubject().getURI().startsWith(WikidataRdf.ENTITY)) {
                qids.add(WikidataRdf.qid(t.getSubject().getURI()));
            }
        });
        return qids;
    }
}
