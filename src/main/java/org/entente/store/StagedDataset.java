package org.entente.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TransactionalNotSupportedMixin;
import org.entente.packing.NumberRows;
import org.entente.packing.PackedDatabase;
import org.entente.packing.TermNumbers;

/**
 * What a first load is going to write: statements in numbers, in little room. All of a graph can be read in one go; who looks for some
 * statements of a graph, or with a predicate, has these put into memory as they are. What was added one by one can be taken back.
 */
final class StagedDataset extends DatasetGraphTriplesQuads implements BulkWriter, TransactionalNotSupportedMixin {
    private static final int GRAPH = 0;

    private TermNumbers terms = new TermNumbers();
    private final NumberRows triples = new NumberRows(3);
    private final NumberRows quads = new NumberRows(4);
    private boolean isSettled = true;
    /** What was added one by one. */
    private final DatasetGraph few = DatasetGraphFactory.createGeneral();
    /** Graphs, or all named graphs under a predicate, in which somebody looked for some statements. */
    private final Map<Node, DatasetGraph> looked = new HashMap<>();

    private final PrefixMap prefixes = PrefixMapFactory.create();

    @Override
    public void addAll(Node graph, Iterator<Triple> statements) {
        isSettled = false;
        looked.clear();
        if (Quad.isDefaultGraph(graph)) {
            statements.forEachRemaining(
                    t -> triples.add(terms.of(t.getSubject()), terms.of(t.getPredicate()), terms.of(t.getObject())));
            return;
        }
        int named = terms.of(graph);
        statements.forEachRemaining(
                t -> quads.add(named, terms.of(t.getSubject()), terms.of(t.getPredicate()), terms.of(t.getObject())));
    }

    /** Writes everything into an empty database. After that nothing is left here. */
    void fill(DatasetGraph database, Progress progress) {
        Map<Node, List<Triple>> byGraph = new HashMap<>();
        few.find().forEachRemaining(quad -> byGraph.computeIfAbsent(quad.getGraph(), graph -> new ArrayList<>())
                .add(quad.asTriple()));
        byGraph.forEach((graph, some) -> addAll(graph, some.iterator()));
        few.clear();
        long all = PackedDatabase.entries(terms, triples, quads);
        PackedDatabase.fill(
                database, terms, triples, quads, written -> progress.at("Writing what follows", written, all));
        triples.clear();
        quads.clear();
        terms = new TermNumbers();
    }

    private void settle() {
        if (!isSettled) {
            triples.settle();
            quads.settle();
            isSettled = true;
        }
    }

    /** Rows as quads. */
    private static Iterator<Quad> rows(int from, int to, IntFunction<Quad> quad) {
        return new Iterator<>() {
            private int at = from;

            @Override
            public boolean hasNext() {
                return at < to;
            }

            @Override
            public Quad next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return quad.apply(at++);
            }
        };
    }

    private Iterator<Quad> inView() {
        settle();
        return rows(
                0,
                triples.size(),
                row -> Quad.create(
                        Quad.defaultGraphNodeGenerated,
                        terms.term(triples.at(0, row)),
                        terms.term(triples.at(1, row)),
                        terms.term(triples.at(2, row))));
    }

    private Iterator<Quad> named(int from, int to) {
        return rows(
                from,
                to,
                row -> Quad.create(
                        terms.term(quads.at(GRAPH, row)),
                        terms.term(quads.at(1, row)),
                        terms.term(quads.at(2, row)),
                        terms.term(quads.at(3, row))));
    }

    private Iterator<Quad> ofGraph(Node graph) {
        settle();
        int number = terms.known(graph);
        return number < 0 ? Iter.nullIterator() : named(quads.from(number), quads.from(number + 1));
    }

    private Iterator<Quad> ofPredicate(Node predicate) {
        settle();
        int number = terms.known(predicate);
        return Iter.filter(
                named(0, quads.size()),
                quad -> number >= 0 && quad.getPredicate().equals(predicate));
    }

    private DatasetGraph looked(Node key, Iterator<Quad> statements) {
        return looked.computeIfAbsent(key, k -> {
            DatasetGraph found = DatasetGraphFactory.createGeneral();
            statements.forEachRemaining(found::add);
            return found;
        });
    }

    private static boolean isAny(Node... nodes) {
        return Stream.of(nodes).allMatch(node -> node == null || Node.ANY.equals(node));
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        Iterator<Quad> rows = isAny(s, p, o)
                ? inView()
                : looked(Quad.defaultGraphIRI, inView()).find(Quad.defaultGraphIRI, s, p, o);
        return Iter.concat(rows, few.find(Quad.defaultGraphIRI, s, p, o));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        Iterator<Quad> rows =
                isAny(s, p, o) ? ofGraph(g) : looked(g, ofGraph(g)).find(g, s, p, o);
        return Iter.concat(rows, few.find(g, s, p, o));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        settle();
        Iterator<Quad> rows = isAny(s, p, o)
                ? named(0, quads.size())
                : isAny(p)
                        ? looked(Node.ANY, named(0, quads.size())).findNG(Node.ANY, s, p, o)
                        : looked(p, ofPredicate(p)).findNG(Node.ANY, s, p, o);
        return Iter.concat(rows, few.findNG(Node.ANY, s, p, o));
    }

    @Override
    protected Stream<Quad> streamInDftGraph(Node s, Node p, Node o) {
        return Iter.asStream(findInDftGraph(s, p, o));
    }

    @Override
    protected Stream<Quad> streamInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return Iter.asStream(findInSpecificNamedGraph(g, s, p, o));
    }

    @Override
    protected Stream<Quad> streamInAnyNamedGraphs(Node s, Node p, Node o) {
        return Iter.asStream(findInAnyNamedGraphs(s, p, o));
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        settle();
        List<Node> graphs = new ArrayList<>();
        for (int row = 0; row < quads.size(); row = quads.from(quads.at(GRAPH, row) + 1)) {
            graphs.add(terms.term(quads.at(GRAPH, row)));
        }
        return Iter.distinct(Iter.concat(graphs.iterator(), few.listGraphNodes()));
    }

    @Override
    protected void addToDftGraph(Node s, Node p, Node o) {
        few.add(Quad.defaultGraphIRI, s, p, o);
    }

    @Override
    protected void addToNamedGraph(Node g, Node s, Node p, Node o) {
        few.add(g, s, p, o);
    }

    @Override
    protected void deleteFromDftGraph(Node s, Node p, Node o) {
        few.delete(Quad.defaultGraphIRI, s, p, o);
    }

    @Override
    protected void deleteFromNamedGraph(Node g, Node s, Node p, Node o) {
        few.delete(g, s, p, o);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public PrefixMap prefixes() {
        return prefixes;
    }

    @Override
    public boolean supportsTransactions() {
        return false;
    }

    @Override
    public boolean supportsTransactionAbort() {
        return false;
    }
}
