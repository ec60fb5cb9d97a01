package org.entente.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.entente.store.NameIndex;
import org.entente.store.PerRevision;
import org.entente.store.Store;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntProperty;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Prefixes;
import org.jspecify.annotations.Nullable;

/**
 * Examples that fit the loaded collection. The headers of queries name people and places of the collection that ships; where the loaded
 * one does not know them, the things that it tells most about take their place, or there is no example.
 */
public final class ExampleValues {
    private final Store store;
    private final EntityResolver names;
    private final PerRevision<Fitted> known = new PerRevision<>();

    public ExampleValues(Store store) {
        this.store = store;
        this.names = new StoreEntityResolver(store);
    }

    /** What is known of one state of the store. */
    private final class Fitted {
        private final Map<CannedQuery, CannedQuery> queries = new ConcurrentHashMap<>();
        private final Map<QueryHeader, QueryHeader> headers = new ConcurrentHashMap<>();
        private @Nullable Told told;

        /** Counted when it is asked for first: the whole store is read, and a collection with good examples never asks. */
        synchronized Told told() {
            if (told == null) {
                told = store.read(dataset -> Told.in(dataset.getDefaultGraph()));
            }
            return told;
        }
    }

    /** How often each thing is mentioned, the years of events, and who met whom. */
    private record Told(Map<String, Integer> mentions, Set<String> years, Map<String, Set<String>> contacts) {
        static Told in(Graph view) {
            Told told = new Told(new HashMap<>(), new HashSet<>(), new HashMap<>());
            view.find(Node.ANY, Node.ANY, Node.ANY).forEachRemaining(t -> {
                if (t.getObject().isURI() && IdSpaces.isThing(t.getObject().getURI())) {
                    told.mentions.merge(t.getObject().getURI(), 1, Integer::sum);
                }
            });
            view.find(Node.ANY, EntProperty.MET_WITH, Node.ANY).forEachRemaining(t -> told.contacts
                    .computeIfAbsent(t.getSubject().toString(), s -> new HashSet<>())
                    .add(t.getObject().toString()));
            view.find(Node.ANY, EntProperty.EARLIEST_START, Node.ANY)
                    .forEachRemaining(t ->
                            told.years.add(t.getObject().getLiteralLexicalForm().replaceFirst("-.*", "")));
            return told;
        }
    }

    /** The query with examples of the collection; the query itself if its own are known. */
    CannedQuery of(CannedQuery query) {
        return fitted().queries.computeIfAbsent(query, q -> q.withHeader(fit(q.header())));
    }

    /** The header with examples of the collection; the header itself if its own are known. */
    public QueryHeader of(QueryHeader header) {
        return fitted().headers.computeIfAbsent(header, this::fit);
    }

    /** People of the collection of whom it tells most, by their labels; at most {@code n}, the second having met the first if anybody has. */
    public List<String> people(int n) {
        return things(EntClass.PERSON, n).stream().map(this::label).toList();
    }

    /** IRIs of the things of a class of which the collection tells most; at most {@code n}. */
    public List<String> things(Node type, int n) {
        List<String> iris = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            best(Set.of(type.getURI()), iris).ifPresent(iris::add);
        }
        return iris;
    }

    private QueryHeader fit(QueryHeader header) {
        List<Parameter> entities = header.parameters().stream()
                .filter(p -> p.type() == ParameterType.IRI)
                .toList();
        boolean foreign =
                entities.stream().anyMatch(p -> given(header, p).stream().anyMatch(value -> !isKnown(p, value)));
        if (!foreign) {
            return header;
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        List<String> taken = new ArrayList<>();
        for (Parameter parameter : entities) {
            best(Set.copyOf(parameter.classes()), taken).ifPresent(iri -> {
                taken.add(iri);
                chosen.put(parameter.name(), written(iri, parameter));
            });
        }
        fitted().told().years().stream().sorted().findFirst().ifPresent(year -> header.parameters().stream()
                .filter(p -> p.type() == ParameterType.DATE)
                .forEach(p -> chosen.put(p.name(), year)));
        Map<String, List<String>> example = new HashMap<>();
        header.example().forEach((name, values) -> {
            if (chosen.containsKey(name)) {
                example.put(name, List.of(chosen.get(name)));
            }
        });
        boolean complete = header.parameters().stream()
                .filter(Parameter::required)
                .allMatch(p -> example.containsKey(p.name()) || !p.defaults().isEmpty());
        return header.with(
                header.parameters().stream()
                        .map(p -> entities.contains(p) || p.type() == ParameterType.DATE
                                ? p.with(Optional.ofNullable(chosen.get(p.name())))
                                : p)
                        .toList(),
                complete ? example : Map.of());
    }

    private static List<String> given(QueryHeader header, Parameter parameter) {
        List<String> values = new ArrayList<>(header.example().getOrDefault(parameter.name(), List.of()));
        parameter.example().ifPresent(values::add);
        return values;
    }

    private boolean isKnown(Parameter parameter, String value) {
        return Prefixes.expand(value)
                .map(iri -> names.exists(names.survivor(iri)))
                .orElseGet(() ->
                        !names.resolve(value, Set.copyOf(parameter.classes())).isEmpty());
    }

    /** The thing of which most is told; after the first one who met it, if anybody did. */
    private Optional<String> best(Set<String> classes, List<String> taken) {
        Told now = fitted().told();
        NameIndex index = store.names();
        Set<String> met = taken.isEmpty() ? Set.of() : now.contacts.getOrDefault(taken.getFirst(), Set.of());
        return now.mentions.keySet().stream()
                .filter(iri -> !taken.contains(iri) && index.exists(iri))
                .filter(iri -> classes.isEmpty() || index.classes(iri).stream().anyMatch(classes::contains))
                .filter(iri -> index.label(iri, "en").isPresent())
                .min(Comparator.comparing((String iri) -> !met.contains(iri))
                        .thenComparing(iri -> -now.mentions.getOrDefault(iri, 0))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private String written(String iri, Parameter parameter) {
        String label = label(iri);
        List<EntityCandidate> meant = names.resolve(label, Set.copyOf(parameter.classes()));
        return meant.size() == 1 && meant.getFirst().iri().equals(iri) ? label : Prefixes.compact(iri);
    }

    private String label(String iri) {
        return store.names().label(iri, "en").orElse(iri);
    }

    private Fitted fitted() {
        return known.get(store.release().state(), Fitted::new);
    }
}
