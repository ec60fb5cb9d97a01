package org.entente.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.LocatedTriple;
import org.entente.rdf.TurtleReader;
import org.entente.store.CollectionFiles;
import org.entente.store.Graphs;
import org.entente.vocab.Ent;
import org.entente.vocab.EntProperty;

/** The rule of {@code data/README.md}: in which file of {@code authority/} and {@code decisions/} a thing stands. */
final class Filing {
    private static final List<String> LETTERS = List.of("a-d", "e-j", "k-n", "o-z");
    private static final List<String> COUNTRIES = List.of("germany", "kazakhstan");
    private static final int OLDEST_YEAR_OF_ITS_OWN = 2015;
    private static final Pattern YEAR = Pattern.compile("-((?:19|20)\\d\\d)$");
    private static final String GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#";
    private static final Set<String> POSITION =
            Set.of(GEO + "lat", GEO + "long", EntProperty.POSITION_EVIDENCE.getURI());

    /** The class that a thing with such an IRI has, itself or by a class below it. */
    private static final Map<String, String> CLASS = Map.ofEntries(
            Map.entry("person", "Person"),
            Map.entry("state", "State"),
            Map.entry("region", "SubnationalPolity"),
            Map.entry("org", "Organization"),
            Map.entry("delegation", "Delegation"),
            Map.entry("post", "Post"),
            Map.entry("place", "Place"),
            Map.entry("event", "Event"),
            Map.entry("series", "EventSeries"),
            Map.entry("tenure", "Tenure"),
            Map.entry("agreement", "Agreement"),
            Map.entry("batch", "AgreementBatch"),
            Map.entry("project", "Project"),
            Map.entry("funding", "Funding"),
            Map.entry("decision", "Decision"));

    private final Path data;
    private final Map<Path, List<LocatedTriple>> filed = new TreeMap<>();
    private final Graph facts = GraphFactory.createDefaultGraph();

    private Filing(CollectionFiles collection) {
        this.data = collection.data();
        for (CollectionFiles.SourceFile file : collection.files()) {
            if (isFiled(file) || file.graph().equals(Graphs.ONTOLOGY)) {
                List<LocatedTriple> triples =
                        TurtleReader.read(file.path(), file.name()).triples();
                triples.forEach(located -> facts.add(located.triple()));
                if (isFiled(file)) {
                    filed.put(file.path(), triples);
                }
            }
        }
    }

    /** What stands elsewhere than the rule says, is of another kind than its IRI, or stands out of alphabetical order. */
    static List<String> faults(CollectionFiles collection) {
        Filing filing = new Filing(collection);
        Set<String> faults = new TreeSet<>();
        filing.filed.forEach((file, triples) -> filing.check(file, triples, faults));
        return List.copyOf(faults);
    }

    private static boolean isFiled(CollectionFiles.SourceFile file) {
        return file.graph().equals(Graphs.AUTHORITY) || file.graph().equals(Graphs.DECISIONS);
    }

    private void check(Path file, List<LocatedTriple> triples, Set<String> faults) {
        String here = data.relativize(file).toString().replace('\\', '/');
        String last = "";
        for (LocatedTriple located : triples) {
            Node thing = located.triple().getSubject();
            if (!thing.isURI()) {
                continue;
            }
            String name = name(thing);
            String there = file(located.triple());
            if (!there.equals(here)) {
                faults.add(here + ": " + name + " belongs in " + there);
            }
            if (!isOfItsKind(thing)) {
                faults.add(here + ": " + name + " is no ent:" + CLASS.get(kind(thing)));
            }
            if (CLASS.containsKey(kind(thing))) {
                if (name.compareTo(last) < 0) {
                    faults.add(here + ": " + name + " stands behind " + last);
                }
                last = name;
            }
        }
    }

    private String file(Triple triple) {
        Node thing = triple.getSubject();
        if (POSITION.contains(triple.getPredicate().getURI())) {
            return "authority/places/positions.ttl";
        }
        return switch (kind(thing)) {
            case "person" -> "authority/persons/" + letters(thing) + ".ttl";
            case "tenure" -> "authority/tenures/" + letters(thing) + ".ttl";
            case "event" -> "authority/events/" + year(thing) + ".ttl";
            case "org" -> "authority/organizations/" + organizations(thing) + ".ttl";
            case "post" -> "authority/posts/" + posts(thing) + ".ttl";
            case "place" -> "authority/places/" + country(thing, "place", "withinPlace") + ".ttl";
            case "state", "region" -> "authority/polities.ttl";
            case "agreement", "batch" -> "authority/agreements.ttl";
            case "project", "funding" -> "authority/projects.ttl";
            case "delegation" -> "authority/delegations.ttl";
            case "series" -> "authority/series.ttl";
            case "decision" -> "decisions/" + decisions(thing) + ".ttl";
            case "doc" -> "decisions/derivations.ttl";
            default -> "no file of authority/ or decisions/";
        };
    }

    private static String letters(Node thing) {
        char first = slug(thing).charAt(0);
        return LETTERS.stream()
                .filter(range -> range.charAt(0) <= first && first <= range.charAt(2))
                .findFirst()
                .orElse("no range of letters");
    }

    private static String year(Node event) {
        Matcher year = YEAR.matcher(slug(event));
        if (!year.find()) {
            return "without-year";
        }
        return Integer.parseInt(year.group(1)) < OLDEST_YEAR_OF_ITS_OWN
                ? "until-" + (OLDEST_YEAR_OF_ITS_OWN - 1)
                : year.group(1);
    }

    /** The class in the plural: {@code ent:PublicBody} in {@code public-bodies}. */
    private String organizations(Node organization) {
        String type = first(organization, RDF.type.asNode(), "Organization");
        if (type.equals("Organization")) {
            return "other";
        }
        String words = type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
    }

    private String posts(Node post) {
        if (facts.contains(post, RDF.type.asNode(), term("EnvoyPost"))) {
            return "envoys";
        }
        List<Node> represented = objects(post, term("represents"));
        if (represented.isEmpty()) {
            return "organizations";
        }
        Node polity = represented.get(0);
        String country = country(polity, "state", "withinPolity");
        return country.equals("germany") && !kind(polity).equals("state") ? "german-laender" : country;
    }

    /** The country with files of its own that something lies in, over however many steps. */
    private String country(Node thing, String kind, String within) {
        Set<Node> around = new HashSet<>();
        List<Node> next = List.of(thing);
        while (!next.isEmpty() && around.add(next.get(0))) {
            next = objects(next.get(0), term(within));
        }
        return COUNTRIES.stream()
                .filter(country -> around.contains(NodeFactory.createURI(Ent.ID + kind + "/" + country)))
                .findFirst()
                .orElse("elsewhere");
    }

    private String decisions(Node decision) {
        return switch (first(decision, term("aspect"), "")) {
            case "derivesFrom" -> "derivations";
            case "mergedInto", "splitFrom" -> "identities";
            default -> "conflicts";
        };
    }

    private boolean isOfItsKind(Node thing) {
        String expected = CLASS.get(kind(thing));
        return expected == null
                || objects(thing, RDF.type.asNode()).stream().anyMatch(type -> isBelow(type, term(expected)));
    }

    private boolean isBelow(Node type, Node above) {
        return type.equals(above)
                || objects(type, RDFS.subClassOf.asNode()).stream().anyMatch(parent -> isBelow(parent, above));
    }

    private String first(Node thing, Node property, String otherwise) {
        return objects(thing, property).stream()
                .map(node -> node.getURI().substring(Ent.NS.length()))
                .findFirst()
                .orElse(otherwise);
    }

    private List<Node> objects(Node thing, Node property) {
        List<Node> objects = new ArrayList<>();
        facts.find(thing, property, Node.ANY).forEachRemaining(triple -> objects.add(triple.getObject()));
        return objects;
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Ent.term(name));
    }

    private static String kind(Node thing) {
        return name(thing).replaceFirst(":.*", "");
    }

    private static String slug(Node thing) {
        return name(thing).replaceFirst(".*:", "");
    }

    /** {@code person:albert-rau} */
    private static String name(Node thing) {
        return thing.getURI().replaceFirst("^" + Pattern.quote(Ent.ID), "").replaceFirst("/", ":");
    }
}
