package org.entente.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.names.NameHit;
import org.entente.names.NameReason;
import org.entente.store.NameRegister;
import org.entente.store.Store;

/** Looks names up and says what was found in a reader's language. */
final class NameFinder {
    private final Store store;
    private final Asker asker;
    private final ByState<Descriptions> descriptions = new ByState<>();

    NameFinder(Store store, Asker asker) {
        this.store = store;
        this.asker = asker;
    }

    /** What the text may mean, best first. */
    List<Found> search(String text, int n, Set<String> classes, String language, String client) {
        NameRegister names = store.names();
        return found(names, names.search(text, n, classes), language, client);
    }

    /** What begins like the text, best first, then what is similar. */
    List<Found> suggest(String typed, int n, Set<String> classes, String language, String client) {
        NameRegister names = store.names();
        return found(names, names.suggest(typed, n, classes), language, client);
    }

    private List<Found> found(NameRegister names, List<NameHit> hits, String language, String client) {
        if (hits.isEmpty()) {
            return List.of();
        }
        Descriptions said = descriptions.get(asker.state(), () -> asker.inOneState(client, Descriptions::of));
        return hits.stream().map(hit -> found(names, hit, said, language)).toList();
    }

    private static Found found(NameRegister names, NameHit hit, Descriptions said, String language) {
        String iri = hit.name().entity();
        return new Found(
                Urls.shorten(iri),
                iri,
                names.label(iri, language).orElse(hit.name().text()),
                said.of(iri, names, language),
                Kind.of(names.classes(iri)).map(Kind::word).orElse(""),
                hit.name().text(),
                hit.name().language(),
                Math.round(hit.score() * 1000) / 1000.0,
                hit.whyIn(language),
                hit.why().stream().map(NameFinder::word).toList());
    }

    private static String word(NameReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
