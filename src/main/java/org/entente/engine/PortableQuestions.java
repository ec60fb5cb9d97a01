package org.entente.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.dossier.DossierReader;
import org.entente.execution.Select;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.ExampleValues;
import org.entente.query.Paging;
import org.entente.query.Parameter;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.query.StoreEntityResolver;
import org.entente.sparql.InternalQuery;
import org.entente.store.Store;
import org.entente.vocab.EntClass;

/** What an engine is asked to find out how it answers: canned queries with their examples, and what pages and dossiers of examples ask. */
final class PortableQuestions {
    private static final List<InternalQuery> OF_THING = List.of(
            InternalQuery.ENTITY_STATEMENTS,
            InternalQuery.ENTITY_ACCOUNTS,
            InternalQuery.ENTITY_INCOMING,
            InternalQuery.ENTITY_IDENTIFIERS);
    private static final List<InternalQuery> OF_NODES =
            List.of(InternalQuery.ENTITY_LABELS, InternalQuery.PAGE_LABELS, InternalQuery.PAGE_LABELS_OF_SUBJECT);
    private static final List<Node> WITH_PAGES =
            List.of(EntClass.PERSON, EntClass.EVENT, EntClass.ORGANIZATION, EntClass.PLACE, EntClass.DOCUMENT);

    private final Store store;
    private final QueryCatalog catalog;
    private final ExampleValues examples;

    PortableQuestions(Store store, QueryCatalog catalog) {
        this.store = store;
        this.examples = new ExampleValues(store);
        this.catalog = catalog.with(examples);
    }

    /** By id of the canned query: the query with each of its examples; empty where the collection has none. */
    Map<String, List<Query>> canned() {
        Map<String, List<Query>> questions = new TreeMap<>();
        catalog.queries().forEach(query -> {
            List<Query> asked = new ArrayList<>();
            Map<String, List<String>> example = new HashMap<>(query.header().example());
            bound(query, example, "en").ifPresent(asked::add);
            for (Parameter parameter : query.header().parameters()) {
                parameter
                        .example()
                        .filter(value -> !example.containsKey(parameter.name()))
                        .ifPresent(value -> {
                            Map<String, List<String>> more = new HashMap<>(example);
                            more.put(parameter.name(), List.of(value));
                            bound(query, more, "de").ifPresent(asked::add);
                        });
            }
            questions.put(query.id(), asked);
        });
        return questions;
    }

    private Optional<Query> bound(CannedQuery query, Map<String, List<String>> given, String language) {
        Map<String, List<String>> values = new HashMap<>(given);
        values.put(CannedQuery.LANG, List.of(language));
        try {
            return Optional.of(query.bind(
                            Parameters.read(query, values, new StoreEntityResolver(store), new EdtfDates()),
                            new Paging(1, Portability.MOST))
                    .query());
        } catch (ParameterException e) {
            return Optional.empty();
        }
    }

    /** By path of the program's query: what pages and dossiers of some things ask. Call in a read transaction. */
    Map<String, List<Query>> ofPages(DatasetGraph dataset) {
        Map<String, List<Query>> questions = new TreeMap<>();
        Select listening = Select.on(dataset).askingFirst((query, of, most, time) -> {
            questions
                    .computeIfAbsent(QuestionKeys.of(query, of), key -> new ArrayList<>())
                    .add(query);
            return Optional.empty();
        });
        List<Node> people = things(EntClass.PERSON, 4);
        for (int i = 0; i + 1 < people.size(); i++) {
            DossierReader.read(List.of(people.get(i)), List.of(people.get(i + 1)), "en", listening);
        }
        if (!people.isEmpty()) {
            DossierReader.read(people.subList(0, 1), things(EntClass.ORGANIZATION, 2), "de", listening);
        }
        List<Node> all =
                WITH_PAGES.stream().flatMap(type -> things(type, 2).stream()).toList();
        for (Node thing : all) {
            OF_THING.forEach(query -> listening.rows(query, Map.of("thing", thing)));
        }
        OF_NODES.forEach(query -> listening.rows(query, "node", all));
        return questions;
    }

    private List<Node> things(Node type, int n) {
        return examples.things(type, n).stream().map(NodeFactory::createURI).toList();
    }
}
