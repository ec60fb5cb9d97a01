package org.entente.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.entente.names.NameHit;
import org.entente.names.NameKind;
import org.entente.names.NameMatches;
import org.entente.names.NameRow;
import org.entente.names.NameTable;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;

/**
 * The names of all entities of the collection in one committed state: labels, alternative and misspelt forms, forms as
 * printed, titles of documents. Immutable.
 */
public final class NameIndex {
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

    private final NamedThings things;
    private final NameTable table;
    private final NameTable suggested;
    private final Belonging belonging;
    private final Map<String, String> survivors;
    private final Map<String, Integer> instances;
    private final String ids;

    private NameIndex(
            NamedThings things,
            NameTable table,
            NameTable suggested,
            Belonging belonging,
            Map<String, String> survivors,
            Map<String, Integer> instances,
            String ids) {
        this.things = things;
        this.table = table;
        this.suggested = suggested;
        this.belonging = belonging;
        this.survivors = survivors;
        this.instances = instances;
        this.ids = ids;
    }

    /**
     * The names in the state that the thread's transaction sees; they follow from those of an earlier one by what was written since,
     * if that is known. A write transaction, a dataset that is not of a store, or a part of a store ({@code FROM}) gets an index of its
     * own that is not cached.
     *
     * @param stop called from time to time while another thread builds the index; may throw to end the wait
     */
    static NameIndex in(DatasetGraph dataset, Runnable stop) {
        return CommittedState.of(dataset)
                .map(state -> state.following(
                        NameIndex.class,
                        stop,
                        () -> of(dataset),
                        (earlier, changes) -> earlier.after(changes, dataset)))
                .orElseGet(() -> of(dataset));
    }

    /** Whether a statement outside of the view may say something of names. */
    static boolean concerns(Quad quad) {
        return NamedThings.concern(quad) || SuggestedNames.concern(quad);
    }

    /** The names in a dataset. */
    static NameIndex of(DatasetGraph dataset) {
        NamedThings things = NamedThings.in(dataset);
        Map<String, String> survivors = new HashMap<>();
        things.merged().forEach((given, left) -> survivors.put(given.getURI(), left.getURI()));
        Map<String, Integer> instances = new HashMap<>();
        things.classes().forEach((thing, its) -> its.forEach(c -> instances.merge(c, 1, Integer::sum)));
        return new NameIndex(
                things,
                table(things.rows(), things),
                table(SuggestedNames.of(dataset), things),
                Belonging.of(dataset.getDefaultGraph()),
                survivors,
                instances,
                CollectionDescription.in(dataset).ids());
    }

    private NameIndex after(Changes changes, DatasetGraph dataset) {
        String idsNow = CollectionDescription.in(dataset).ids();
        NamedThings now = things.after(changes, dataset).orElse(null);
        if (now == null || !ids.equals(idsNow)) {
            return of(dataset);
        }
        Belonging belongingNow = belonging.after(changes, dataset.getDefaultGraph());
        boolean otherSuggested = Stream.of(changes.added(), changes.removed())
                .flatMap(List::stream)
                .anyMatch(SuggestedNames::concern);
        boolean otherNames = now.names() != things.names();
        boolean otherClasses = now.classes() != things.classes();
        if (!otherNames && !otherClasses && !otherSuggested && belongingNow == belonging) {
            return this;
        }
        Set<String> reclassified = otherClasses ? differing(now.classes(), things.classes(), changes) : Set.of();
        boolean otherKinds = reclassified.stream()
                .anyMatch(thing -> kind(now.classes().getOrDefault(thing, Set.of()))
                                != kind(things.classes().getOrDefault(thing, Set.of()))
                        && (now.names().containsKey(thing) || suggested.has(thing)));
        return new NameIndex(
                now,
                otherNames || otherKinds ? table(now.rows(), now) : table,
                otherSuggested || otherKinds ? table(SuggestedNames.of(dataset), now) : suggested,
                belongingNow,
                survivors,
                counted(reclassified, now),
                ids);
    }

    private static Set<String> differing(Layered<Set<String>> now, Layered<Set<String>> before, Changes changes) {
        return Stream.of(changes.added(), changes.removed())
                .flatMap(List::stream)
                .filter(quad -> quad.getPredicate().equals(RDF.type.asNode())
                        && quad.getSubject().isURI())
                .map(quad -> quad.getSubject().getURI())
                .filter(thing -> !now.getOrDefault(thing, Set.of()).equals(before.getOrDefault(thing, Set.of())))
                .collect(Collectors.toSet());
    }

    private Map<String, Integer> counted(Set<String> reclassified, NamedThings now) {
        if (reclassified.isEmpty()) {
            return instances;
        }
        Map<String, Integer> counted = new HashMap<>(instances);
        reclassified.forEach(thing -> {
            things.classes().getOrDefault(thing, Set.of()).forEach(c -> counted.merge(c, -1, Integer::sum));
            now.classes().getOrDefault(thing, Set.of()).forEach(c -> counted.merge(c, 1, Integer::sum));
        });
        counted.values().removeIf(count -> count == 0);
        return counted;
    }

    private static NameTable table(List<NameRow> rows, NamedThings things) {
        Layered<Set<String>> classes = things.classes();
        return NameTable.of(rows, thing -> kind(things.classes().getOrDefault(thing, Set.of())));
    }

    /** How much of a name may stand for the whole, by the classes of the entity. */
    private static NameKind kind(Set<String> classes) {
        return classes.contains(EntClass.PERSON.getURI())
                ? NameKind.PERSON
                : WHOLE.stream().anyMatch(classes::contains) ? NameKind.WHOLE : NameKind.TITLE;
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
        return ids.equals(Ent.ID) || things.classes().containsKey(usual) ? usual : ids + name;
    }

    /** Whether there is an entity with this IRI. */
    public boolean exists(String iri) {
        return things.classes().containsKey(iri);
    }

    /** The label in this language, else in another one as {@link LanguageOrder} says; empty if there is none. */
    public Optional<String> label(String iri, String language) {
        return LanguageOrder.best(
                        things.names().getOrDefault(iri, List.of()).stream()
                                .filter(NameRow::preferred)
                                .toList(),
                        NameRow::language,
                        language)
                .map(NameRow::text);
    }

    /** The narrowest class of the entity; "" if it has none. */
    public String type(String iri) {
        // broader classes have more instances, so the rarest class is the narrowest
        return things.classes().getOrDefault(iri, Set.of()).stream()
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
        return things.classes().getOrDefault(iri, Set.of());
    }

    /** The entity that the name means, if it is unambiguous. */
    public Optional<String> entity(String name, Set<String> ofClasses) {
        return match(name, ofClasses).entity();
    }

    private Predicate<String> instanceOf(Set<String> wanted) {
        return wanted.isEmpty()
                ? iri -> true
                : iri -> things.classes().getOrDefault(iri, Set.of()).stream().anyMatch(wanted::contains);
    }
}
