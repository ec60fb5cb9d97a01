package org.entente.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.names.NameHit;
import org.entente.names.NameKind;
import org.entente.names.NameMatches;
import org.entente.names.NameRow;
import org.entente.names.NameTable;
import org.entente.names.NameUse;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.vocab.IdSpaces;

/**
 * The names of all entities of the collection in one committed state: labels, alternative and misspelt forms, forms as
 * printed, titles of documents. Immutable.
 */
public final class NameIndex {
    private static final Map<Node, NameUse> NAMING = Map.of(
            RDFS.label.asNode(),
            NameUse.PREFERRED,
            SKOS.altLabel.asNode(),
            NameUse.OTHER,
            SKOS.hiddenLabel.asNode(),
            NameUse.MISSPELT,
            DCTerms.title.asNode(),
            NameUse.TITLE);
    private static final Map<Node, NameUse> USES = Map.of(
            EntConcept.PREFERRED_NAME,
            NameUse.PREFERRED,
            EntConcept.OTHER_NAME,
            NameUse.OTHER,
            EntConcept.MISSPELT,
            NameUse.MISSPELT,
            EntConcept.AS_PRINTED,
            NameUse.PRINTED);

    private static final Set<String> WHOLE = Set.of(
            EntClass.COLLECTIVE.getURI(), EntClass.POLITY.getURI(), EntClass.POST.getURI(), EntClass.PLACE.getURI());

    private static final Set<String> PLACES = Set.of(EntClass.POLITY.getURI(), EntClass.PLACE.getURI());
    /** "Berlin, Deutschland", "Rau (Kasachstan)". */
    private static final Pattern TAIL = Pattern.compile("^(.*\\S)\\s*(?:,\\s*([^,()]+)|\\(([^()]+)\\))$");
    /** A name that is confirmed by the country behind it is as good as one in another spelling. */
    private static final double WITH_COUNTRY = 0.98;

    /** Longest text to look up, in characters; a longer one is not a name, and would be slow to compare. */
    public static final int LONGEST = 500;

    /** Weight of a suggested name compared to a name in the collection. */
    private static final double SUGGESTION = 0.85;

    private final NameTable table;
    private final NameTable suggested;
    private final Map<String, Set<String>> classes;
    private final Map<String, Map<String, String>> labels;
    private final Map<String, String> survivors;
    private final Belonging belonging;
    private final Map<String, Integer> instances = new HashMap<>();
    private final String ids;

    private NameIndex(
            String ids,
            NameTable table,
            NameTable suggested,
            Map<String, Set<String>> classes,
            Map<String, Map<String, String>> labels,
            Map<String, String> survivors,
            Belonging belonging) {
        this.ids = ids;
        this.survivors = survivors;
        this.belonging = belonging;
        this.table = table;
        this.suggested = suggested;
        this.classes = classes;
        this.labels = labels;
        classes.values().forEach(of -> of.forEach(c -> instances.merge(c, 1, Integer::sum)));
    }

    /**
     * The names in the state that the thread's transaction sees. A write transaction, a dataset that is not of a store,
     * or a part of a store ({@code FROM}) gets an index of its own that is not cached.
     *
     * @param stop called from time to time while another thread builds the index; may throw to end the wait
     */
    static NameIndex in(DatasetGraph dataset, Runnable stop) {
        return CommittedState.of(dataset)
                .map(state -> state.computedAfter(NameIndex.class, stop, earlier -> of(dataset, earlier)))
                .orElseGet(() -> of(dataset, Optional.empty()));
    }

    private static NameIndex of(DatasetGraph dataset, Optional<NameIndex> earlier) {
        Map<Node, Node> merged = merged(dataset.getDefaultGraph());
        Rows rows = new Rows();
        NAMING.forEach((property, use) -> dataset.find(Node.ANY, Node.ANY, property, Node.ANY)
                .forEachRemaining(q -> rows.add(
                        merged.getOrDefault(q.getSubject(), q.getSubject()),
                        q.getObject(),
                        merged.containsKey(q.getSubject()) && use == NameUse.PREFERRED ? NameUse.OTHER : use)));
        Graph derived = dataset.getDefaultGraph();
        derived.find(Node.ANY, EntProperty.NAME_OF, Node.ANY).forEachRemaining(nameOf -> {
            Node name = nameOf.getSubject();
            NameUse use = USES.getOrDefault(G.getZeroOrOneSP(derived, name, EntProperty.NAME_USE), NameUse.PRINTED);
            derived.find(name, EntProperty.NAME_TEXT, Node.ANY)
                    .forEachRemaining(text -> rows.add(nameOf.getObject(), text.getObject(), use));
        });
        Map<String, Set<String>> classes = new HashMap<>();
        dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining((Quad q) -> {
            if (isThing(q.getSubject()) && q.getObject().isURI() && !merged.containsKey(q.getSubject())) {
                classes.computeIfAbsent(q.getSubject().getURI(), k -> new HashSet<>())
                        .add(q.getObject().getURI());
            }
        });
        List<NameRow> all = rows.all();
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (NameRow row : all) {
            if (row.preferred()) {
                labels.computeIfAbsent(row.entity(), k -> new TreeMap<>()).put(row.language(), row.text());
            }
        }
        Map<String, String> survivors = new HashMap<>();
        merged.forEach((given, left) -> survivors.put(given.getURI(), left.getURI()));
        return new NameIndex(
                CollectionDescription.in(dataset).ids(),
                earlier.filter(index -> index.table.rows().equals(all) && index.classes.equals(classes))
                        .map(index -> index.table)
                        .orElseGet(() -> NameTable.of(all, entity -> kind(classes.getOrDefault(entity, Set.of())))),
                NameTable.of(SuggestedNames.of(dataset), entity -> kind(classes.getOrDefault(entity, Set.of()))),
                classes,
                labels,
                survivors,
                Belonging.of(derived));
    }

    /** How much of a name may stand for the whole, by the classes of the entity. */
    private static NameKind kind(Set<String> classes) {
        return classes.contains(EntClass.PERSON.getURI())
                ? NameKind.PERSON
                : WHOLE.stream().anyMatch(classes::contains) ? NameKind.WHOLE : NameKind.TITLE;
    }

    /** Merged entity to the entity that is left. */
    private static Map<Node, Node> merged(Graph view) {
        Map<Node, Node> merged = new HashMap<>();
        view.find(Node.ANY, EntProperty.MERGED_INTO, Node.ANY).forEachRemaining(t -> {
            if (!view.contains(t.getObject(), EntProperty.MERGED_INTO, Node.ANY)) {
                merged.put(t.getSubject(), t.getObject());
            }
        });
        return merged;
    }

    /** The IRI of the entity that is left if a decision merged this one, else the same IRI. */
    public String survivor(String iri) {
        String own = iri.startsWith(Ent.ID) ? iri(iri.substring(Ent.ID.length())) : iri;
        return survivors.getOrDefault(own, own);
    }

    /**
     * The IRI of the thing with this name behind the name space of the collection. A name that is written with a prefix, such as
     * {@code person:aristide-briand}, means it, too, whatever the name space is.
     */
    public String iri(String name) {
        String usual = Ent.ID + name;
        return ids.equals(Ent.ID) || classes.containsKey(usual) ? usual : ids + name;
    }

    /** Whether there is an entity with this IRI. */
    public boolean exists(String iri) {
        return classes.containsKey(iri);
    }

    /** The label in this language, else in another one as {@link LanguageOrder} says; empty if there is none. */
    public Optional<String> label(String iri, String language) {
        return LanguageOrder.best(labels.getOrDefault(iri, Map.of()), language);
    }

    /** The narrowest class of the entity; "" if it has none. */
    public String type(String iri) {
        // broader classes have more instances, so the rarest class is the narrowest
        return classes.getOrDefault(iri, Set.of()).stream()
                .min(Comparator.comparingInt((String c) -> instances.getOrDefault(c, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /**
     * The entities that the name means.
     *
     * @param ofClasses IRIs of classes; empty for any
     */
    public NameMatches match(String name, Set<String> ofClasses) {
        Predicate<String> wanted = instanceOf(ofClasses);
        NameMatches whole = table.match(name, wanted);
        if (whole.level() == NameMatches.Level.EXACT || whole.level() == NameMatches.Level.NORMAL) {
            return whole;
        }
        return tail(name)
                .map(tail -> table.match(tail.name(), wanted.and(tail::fits)))
                .filter(found -> !found.rows().isEmpty())
                .map(found -> new NameMatches(name, NameMatches.Level.TOKENS, found.rows()))
                .orElse(whole);
    }

    /**
     * A name with the country or place to which it belongs.
     *
     * @param places all that may be meant by it
     */
    private record Tail(String name, Set<String> places, Belonging belonging) {
        boolean fits(String entity) {
            return !places.contains(entity) && belonging.mayBelong(entity, places);
        }
    }

    private Optional<Tail> tail(String text) {
        Matcher tail = TAIL.matcher(text.strip());
        if (!tail.matches()) {
            return Optional.empty();
        }
        NameMatches places = table.match(tail.group(2) == null ? tail.group(3) : tail.group(2), instanceOf(PLACES));
        boolean named = places.level() == NameMatches.Level.EXACT || places.level() == NameMatches.Level.NORMAL;
        return named
                ? Optional.of(new Tail(tail.group(1), Set.copyOf(places.entities()), belonging))
                : Optional.empty();
    }

    /** In what the name of an entity that was found differs from the text, in a few words of the language; empty if in nothing. */
    public String difference(String text, String entity, String language) {
        return table.search(text, 1, entity::equals).stream()
                .findFirst()
                .filter(hit -> hit.level() != NameMatches.Level.EXACT)
                .map(hit -> hit.whyIn(language))
                .orElse("");
    }

    /**
     * The most similar names, the best first.
     *
     * @param ofClasses IRIs of classes; empty for any
     */
    public List<NameRow> near(String name, int n, Set<String> ofClasses) {
        return table.near(name, n, instanceOf(ofClasses));
    }

    /**
     * The entities that the name may mean, the best first, with one hit each. Scores can be compared between searches;
     * two hits with nearly the same score leave the question open.
     *
     * @param name at most {@value #LONGEST} characters; a longer one has no hits
     * @param n largest number of hits
     * @param ofClasses IRIs of classes; empty for any
     */
    public List<NameHit> search(String name, int n, Set<String> ofClasses) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        Predicate<String> wanted = instanceOf(ofClasses);
        List<NameHit> ours = table.search(name, n, wanted);
        List<NameHit> hits = tail(name)
                .map(tail -> better(
                        ours,
                        table.search(tail.name(), n, wanted.and(tail::fits)).stream()
                                .map(hit -> hit.times(WITH_COUNTRY))
                                .toList(),
                        n))
                .orElse(ours);
        return withSuggested(hits, () -> suggested.search(name, n, wanted), n);
    }

    private static List<NameHit> better(List<NameHit> some, List<NameHit> others, int n) {
        Map<String, NameHit> best = new LinkedHashMap<>();
        Stream.concat(some.stream(), others.stream())
                .forEach(hit -> best.merge(hit.name().entity(), hit, (a, b) -> a.score() >= b.score() ? a : b));
        return best.values().stream()
                .sorted(Comparator.comparingDouble((NameHit hit) -> -hit.score()))
                .limit(n)
                .toList();
    }

    /** Adds hits by suggested names, which count less than the names in the collection. */
    private List<NameHit> withSuggested(List<NameHit> ours, Supplier<List<NameHit>> theirs, int n) {
        if (suggested.size() == 0) {
            return ours;
        }
        return better(
                ours, theirs.get().stream().map(hit -> hit.times(SUGGESTION)).toList(), n);
    }

    /**
     * The entities with a name that begins with the typed text, the best first, with one hit each; then similar ones.
     *
     * @param typed whole words, perhaps with an unfinished last one
     */
    public List<NameHit> suggest(String typed, int n, Set<String> ofClasses) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        Predicate<String> wanted = instanceOf(ofClasses);
        return withSuggested(table.suggest(typed, n, wanted), () -> suggested.suggest(typed, n, wanted), n);
    }

    /** All names of the collection, without suggested ones. */
    public List<NameRow> rows() {
        return table.rows();
    }

    /** The number of names. */
    public int size() {
        return table.size();
    }

    /** The classes of the entity, including broader ones; empty if there are none. */
    public Set<String> classes(String iri) {
        return classes.getOrDefault(iri, Set.of());
    }

    /** The entity that the name means, if it is unambiguous. */
    public Optional<String> entity(String name, Set<String> ofClasses) {
        return match(name, ofClasses).entity();
    }

    private Predicate<String> instanceOf(Set<String> wanted) {
        return wanted.isEmpty()
                ? iri -> true
                : iri -> classes.getOrDefault(iri, Set.of()).stream().anyMatch(wanted::contains);
    }

    private static boolean isThing(Node node) {
        return node.isURI() && IdSpaces.isThing(node.getURI());
    }

    /** Collects the names; each text of an entity and language is kept once, with its best rank. */
    private static final class Rows {
        private record Key(String entity, String text, String language) {}

        private final Map<Key, NameUse> uses = new LinkedHashMap<>();

        void add(Node entity, Node text, NameUse use) {
            if (isThing(entity) && text.isLiteral()) {
                uses.merge(
                        new Key(entity.getURI(), text.getLiteralLexicalForm(), text.getLiteralLanguage()),
                        use,
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }

        List<NameRow> all() {
            return uses.entrySet().stream()
                    .map(e -> new NameRow(e.getKey().entity, e.getKey().text, e.getKey().language, e.getValue()))
                    .toList();
        }
    }
}
