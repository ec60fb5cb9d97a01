package org.entente.wikidata;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.names.NameMatches.Level;
import org.entente.store.NameIndex;
import org.entente.store.Store;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** Which items of a dump matter to a collection: those it is linked to in any state, and those that bear the name of a thing of it. */
public final class Wanted implements Predicate<WikidataEntity> {
    private static final Set<String> LINKABLE = Set.of(
            EntClass.AGENT.getURI(),
            EntClass.POST.getURI(),
            EntClass.PLACE.getURI(),
            EntClass.EVENT.getURI(),
            EntClass.DOCUMENT.getURI());

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
        dataset.getDefaultGraph()
                .find(Node.ANY, EntProperty.IDENTIFIER_SCHEME, EntConcept.WIKIDATA)
                .forEachRemaining(t -> dataset.getDefaultGraph()
                        .find(t.getSubject(), EntProperty.IDENTIFIER_VALUE, Node.ANY)
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
