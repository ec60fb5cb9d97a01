package org.entente.web.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.execution.QueryExecutor;
import org.entente.names.NameHit;
import org.entente.names.NameReason;
import org.entente.store.NameIndex;
import org.entente.store.PerRevision;
import org.entente.store.Store;
import org.entente.vocab.Prefixes;
import org.entente.web.page.EvidenceKind;

/** Searches names and describes the hits in the reader's language. */
final class NameSearch {
    private final Store store;
    private final QueryExecutor executor;
    private final PerRevision<HitDescriptions> descriptions = new PerRevision<>();

    NameSearch(Store store, QueryExecutor executor) {
        this.store = store;
        this.executor = executor;
    }

    /** The entities that a name may mean, the best first. */
    List<SearchHit> search(String text, int n, Set<String> classes, String language, String client) {
        NameIndex names = store.names();
        return found(names, names.search(text, n, classes), language, client);
    }

    /** The entities whose names begin with the text, the best first, then similar names. */
    List<SearchHit> suggest(String typed, int n, Set<String> classes, String language, String client) {
        NameIndex names = store.names();
        return found(names, names.suggest(typed, n, classes), language, client);
    }

    private List<SearchHit> found(NameIndex names, List<NameHit> hits, String language, String client) {
        if (hits.isEmpty()) {
            return List.of();
        }
        HitDescriptions said =
                descriptions.get(executor.state(), () -> executor.inOneState(client, HitDescriptions::of));
        return hits.stream().map(hit -> found(names, hit, said, language)).toList();
    }

    private static SearchHit found(NameIndex names, NameHit hit, HitDescriptions said, String language) {
        String iri = hit.name().entity();
        return new SearchHit(
                Prefixes.compact(iri),
                iri,
                names.label(iri, language).orElse(hit.name().text()),
                said.of(iri, names, language),
                EvidenceKind.of(names.classes(iri)).map(EvidenceKind::word).orElse(""),
                hit.name().text(),
                hit.name().language(),
                Math.round(hit.score() * 1000) / 1000.0,
                hit.whyIn(language),
                hit.why().stream().map(NameSearch::word).toList());
    }

    private static String word(NameReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
