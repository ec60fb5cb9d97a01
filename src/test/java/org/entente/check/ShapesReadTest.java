package org.entente.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.entente.ShippedCollection;
import org.entente.store.Changes;
import org.entente.store.CollectionDescription;
import org.entente.store.JudgedChanges;
import org.entente.store.SourceLocations;
import org.entente.vocab.EntProperty;
import org.junit.jupiter.api.Test;

/** What shapes read after a change: what is about it, not all statements with its property. */
class ShapesReadTest {
    private final AtomicLong read = new AtomicLong();

    @Test
    void a_statement_that_changed_does_not_have_all_others_with_its_property_read() {
        ShapeCheck shapes =
                ShapeCheck.read(ShippedCollection.FILES.shapes(), CollectionDescription.DEFAULT.languages());
        ShippedCollection.store().read(dataset -> {
            DatasetGraph counted = counted(dataset);
            Object first = new Object();
            shapes.check(counted, new JudgedChanges(new Object(), first, Changes.UNKNOWN), new SourceLocations());
            List<Quad> all =
                    List.copyOf(Iter.toList(dataset.findNG(Node.ANY, Node.ANY, EntProperty.ATTENDANCE, Node.ANY)));
            Changes one = new Changes(true, List.of(all.getFirst()), List.of(), true);
            // The first change is also what tells by which way nodes are found.
            Object second = new Object();
            shapes.check(counted, new JudgedChanges(first, second, one), new SourceLocations());
            read.set(0);
            shapes.check(counted, new JudgedChanges(second, new Object(), one), new SourceLocations());
            assertThat(all.size()).isGreaterThan(600);
            assertThat(read.get()).isPositive().isLessThan(all.size() / 2);
            return null;
        });
    }

    private DatasetGraph counted(DatasetGraph dataset) {
        return new DatasetGraphWrapper(dataset) {
            @Override
            public Graph getUnionGraph() {
                return counted(super.getUnionGraph());
            }
        };
    }

    private Graph counted(Graph graph) {
        return new GraphWrapper(graph) {
            @Override
            public ExtendedIterator<Triple> find(Triple pattern) {
                return count(super.find(pattern));
            }

            @Override
            public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
                return count(super.find(subject, predicate, object));
            }
        };
    }

    private ExtendedIterator<Triple> count(ExtendedIterator<Triple> found) {
        return found.mapWith(triple -> {
            read.incrementAndGet();
            return triple;
        });
    }
}
