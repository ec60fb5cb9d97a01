package org.entente.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;

/**
 * What a collection says about itself in {@code collection.ttl}. What the file leaves out has the value of {@link #DEFAULT}, but for the
 * licence and whom to write to, which then are unknown.
 *
 * @param titles by language
 * @param subtitles what it is about, in a few words that can follow a colon, by language; may be empty
 * @param licence IRI of the licence of its data; "" if unknown
 * @param languages those in which its things have labels and its reports notes, at least one; tags in lower case
 * @param ids name space of its things, such as {@code https://example.org/locarno/id/}
 * @param publishers names of who publishes it, by language; may be empty
 * @param contact address of who corrects it, {@code mailto:} or a page; "" if unknown
 * @param questions questions that it answers, for its home page, in order of the alphabet
 */
public record CollectionDescription(
        Map<String, String> titles,
        Map<String, String> subtitles,
        String licence,
        List<String> languages,
        String ids,
        Map<String, String> publishers,
        String contact,
        List<Question> questions) {

    /** The name of the file in the folder of a collection. */
    public static final String FILE = "collection.ttl";

    /** A collection without the file. */
    public static final CollectionDescription DEFAULT = new CollectionDescription(
            Map.of("", "Entente"), Map.of(), "", List.of("de", "en"), Ent.ID, Map.of(), "", List.of());

    /**
     * A question as a reader may ask it.
     *
     * @param language its tag, "" for none
     */
    public record Question(String text, String language) {}

    public CollectionDescription {
        IdSpaces.add(ids);
    }

    /** The description in the state that the thread's transaction sees. */
    public static CollectionDescription in(DatasetGraph dataset) {
        return CommittedState.of(dataset)
                .map(state -> state.computed(CollectionDescription.class, () -> {}, () -> stated(dataset)))
                .orElseGet(() -> stated(dataset));
    }

    private static CollectionDescription stated(DatasetGraph dataset) {
        // A view of some graphs has no other ones.
        Graph graph = dataset.getGraph(Graphs.COLLECTION);
        return graph == null ? DEFAULT : of(graph);
    }

    /** The description in a graph; the default if it describes no dataset. Values that cannot be used are left out. */
    static CollectionDescription of(Graph graph) {
        Optional<Node> found = graph.stream(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
                .map(t -> t.getSubject())
                .min(Comparator.comparing(Node::toString));
        if (found.isEmpty()) {
            return DEFAULT;
        }
        Node it = found.get();
        Map<String, String> titles = texts(graph, it, DCTerms.title.asNode());
        List<String> languages = values(graph, it, DCTerms.language.asNode())
                .filter(CollectionDescription::isLanguage)
                .sorted()
                .toList();
        return new CollectionDescription(
                titles.isEmpty() ? DEFAULT.titles : titles,
                texts(graph, it, DCTerms.alternative.asNode()),
                first(graph, it, DCTerms.license.asNode()),
                languages.isEmpty() ? DEFAULT.languages : languages,
                values(graph, it, VOID.uriSpace.asNode())
                        .filter(CollectionDescription::isIdSpace)
                        .sorted()
                        .findFirst()
                        .orElse(Ent.ID),
                texts(graph, it, DCTerms.publisher.asNode()),
                first(graph, it, DCAT.contactPoint.asNode()),
                graph.stream(it, SKOS.example.asNode(), Node.ANY)
                        .map(t -> t.getObject())
                        .filter(Node::isLiteral)
                        .map(n -> new Question(n.getLiteralLexicalForm(), n.getLiteralLanguage()))
                        .sorted(Comparator.comparing(Question::text))
                        .toList());
    }

    /** Whether a text can be the name space of things: an absolute http(s) IRI that ends in a slash. */
    public static boolean isIdSpace(String text) {
        return text.matches("https?://[^/?#\\s<>\"{}|^`\\\\]+/([^?#\\s<>\"{}|^`\\\\]*/)?");
    }

    /** Whether a text is the tag of a language as the file has it, in lower case. */
    public static boolean isLanguage(String tag) {
        return tag.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*");
    }

    /** What an IRI in the name space of Entente, as prefixes make it, is in that of the collection; any other IRI as it is. */
    public String own(String iri) {
        return iri.startsWith(Ent.ID) ? ids + iri.substring(Ent.ID.length()) : iri;
    }

    public String title(String language) {
        return LanguageOrder.best(titles, language).orElseThrow();
    }

    /** "" if there is none. */
    public String subtitle(String language) {
        return LanguageOrder.best(subtitles, language).orElse("");
    }

    /** Who publishes it; its title if it does not say. */
    public String publisher(String language) {
        return LanguageOrder.best(publishers, language).orElseGet(() -> title(language));
    }

    /** The usual short name of the licence, such as "CC BY 4.0"; its IRI if it has none here, "" if it is unknown. */
    public String licenceName() {
        return Licences.name(licence);
    }

    /** The contact as a reader reads it: an address of mail without {@code mailto:}. */
    public String contactName() {
        return contact.replaceFirst("^mailto:", "");
    }

    /** The questions in this language; if it has none there, in any. */
    public List<String> questions(String language) {
        List<String> told = questions.stream()
                .filter(q -> q.language().equals(language))
                .map(Question::text)
                .toList();
        return told.isEmpty() ? questions.stream().map(Question::text).toList() : told;
    }

    private static Map<String, String> texts(Graph graph, Node it, Node property) {
        Map<String, String> texts = new HashMap<>();
        graph.stream(it, property, Node.ANY)
                .map(t -> t.getObject())
                .filter(Node::isLiteral)
                .sorted(Comparator.comparing(Node::toString))
                .forEach(n -> texts.putIfAbsent(n.getLiteralLanguage(), n.getLiteralLexicalForm()));
        return Map.copyOf(texts);
    }

    private static String first(Graph graph, Node it, Node property) {
        return values(graph, it, property).sorted().findFirst().orElse("");
    }

    private static Stream<String> values(Graph graph, Node it, Node property) {
        return graph.stream(it, property, Node.ANY)
                .map(t -> t.getObject())
                .filter(n -> n.isLiteral() || n.isURI())
                .map(n -> n.isURI() ? n.getURI() : n.getLiteralLexicalForm());
    }
}
