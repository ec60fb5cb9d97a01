package org.entente.wikidata;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.names.NameMatches.Level;
import org.entente.store.NameIndex;
import org.entente.store.Store;
import org.entente.vocab.Ent;

/** Which items of a dump matter to a collection: those it is linked to in any state, and those that bear the name of a thing of it. */
public final class Wanted implements Predicate<WikidataEntity> {
    private static final Node SCHEME = NodeFactory.createURI(Ent.term("identifierScheme"));
    private static final Node WIKIDATA = NodeFactory.createURI(Ent.term("wikidata"));
    private static final Node VALUE = NodeFactory.createURI(Ent.term("identifierValue"));
    private static final Set<String> LINKABLE =
            Set.of(Ent.term("Agent"), Ent.term("Post"), Ent.term("Place"), Ent.term("Event"), Ent.term("Document"));

    private final NameIndex names;
    private final Set<String> linked;

    private Wanted(NameIndex names, Set<String> linked) {
        this.names = names;
        this.linked = linked;
    }

    /** For the collection as it is in the store now. */
    public static Wanted by(Store store) {
        return new Wanted(store.names(), store.read(Wanted::linked));
    }

    /** Qids that links of the collection name, whatever their state. */
    static Set<String> linked(DatasetGraph dataset) {
        Set<String> qids = new HashSet<>();
        dataset.getDefaultGraph().find(Node.ANY, SCHEME, WIKIDATA).forEachRemaining(t -> dataset.getDefaultGraph()
                .find(t.getSubject(), VALUE, Node.ANY)
                .forEachRemaining(v -> qids.add(v.getObject().getLiteralLexicalForm())));
        return qids;
    }

    @Override
    public boolean test(WikidataEntity item) {
        return linked.contains(item.id())
                || item.names().distinct().anyMatch(name -> {
                    Level level = names.match(name, LINKABLE).level();
                    return level == Level.EXACT || level == Level.NORMAL;
                });
    }
}
