package org.entente.web.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.sparql.InternalQuery;
import org.entente.store.LanguageOrder;
import org.entente.store.NameIndex;
import org.entente.vocab.EntClass;

/**
 * Descriptions of entities in a few words: the office of a person, the day of an event, else the class. They are read
 * from one state of the store.
 */
final class HitDescriptions {
    private static final String EVENT = EntClass.EVENT.getURI();

    private final Map<String, Map<String, String>> texts = new HashMap<>();

    private HitDescriptions() {}

    static HitDescriptions of(QueryExecutor.Session session) {
        HitDescriptions descriptions = new HitDescriptions();
        for (InternalQuery query :
                List.of(InternalQuery.SEARCH_OFFICES, InternalQuery.SEARCH_DAYS, InternalQuery.SEARCH_CLASSES)) {
            for (Row row : session.select(query, Map.of()).rows()) {
                descriptions.add(row);
            }
        }
        return descriptions;
    }

    private void add(Row row) {
        Node label = row.bound("label");
        if (label.isLiteral()) {
            texts.computeIfAbsent(row.bound("thing").toString(), k -> new HashMap<>())
                    .putIfAbsent(label.getLiteralLanguage(), label.getLiteralLexicalForm());
        }
    }

    /** The description in this language, else in another one; "" if there is none. */
    String of(String iri, NameIndex names, String language) {
        String type = names.type(iri);
        Optional<String> kind = text(type, language);
        return text(iri, language)
                .map(text -> names.classes(iri).contains(EVENT) && kind.isPresent() ? kind.get() + ", " + text : text)
                .or(() -> kind)
                .orElse("");
    }

    private Optional<String> text(String iri, String language) {
        return LanguageOrder.best(texts.getOrDefault(iri, Map.of()), language);
    }
}
