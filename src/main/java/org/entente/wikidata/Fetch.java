package org.entente.wikidata;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * When an item was fetched, and by what its server recognises that state again. The snapshot keeps it about the document of the item,
 * {@code wdata:}, as Wikidata itself tells documents from items.
 *
 * @param at when the server answered
 * @param etag of the answer; empty if it had none
 * @param lastModified of the answer, as the server wrote it; empty if it did not
 */
record Fetch(Instant at, String etag, String lastModified) {
    private static final String DOCUMENT = "https://www.wikidata.org/wiki/Special:EntityData/";
    private static final Node ABOUT = NodeFactory.createURI("http://schema.org/about");
    private static final Node RETRIEVED = NodeFactory.createURI("http://purl.org/pav/retrievedOn");
    private static final Node ETAG = NodeFactory.createURI("http://www.w3.org/2011/http-headers#etag");
    private static final Node LAST_MODIFIED =
            NodeFactory.createURI("http://www.w3.org/2011/http-headers#last-modified");

    /** What the snapshot knows of the item's last fetch; empty if it came with a file. */
    static Optional<Fetch> of(Graph graph, String qid) {
        Node document = NodeFactory.createURI(DOCUMENT + qid);
        String at = text(graph, document, RETRIEVED);
        try {
            return at.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Fetch(
                            Instant.parse(at), text(graph, document, ETAG), text(graph, document, LAST_MODIFIED)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Puts this in the place of what the snapshot knew. */
    void write(Graph graph, String qid) {
        Node document = NodeFactory.createURI(DOCUMENT + qid);
        for (Node property : List.of(RETRIEVED, ETAG, LAST_MODIFIED)) {
            graph.remove(document, property, Node.ANY);
        }
        graph.add(document, ABOUT, WikidataRdf.node(qid));
        String second = at.truncatedTo(ChronoUnit.SECONDS).toString();
        graph.add(document, RETRIEVED, NodeFactory.createLiteralDT(second, XSDDatatype.XSDdateTime));
        if (!etag.isEmpty()) {
            graph.add(document, ETAG, NodeFactory.createLiteralString(etag));
        }
        if (!lastModified.isEmpty()) {
            graph.add(document, LAST_MODIFIED, NodeFactory.createLiteralString(lastModified));
        }
    }

    private static String text(Graph graph, Node document, Node property) {
        Node found = WikidataRdf.object(graph, document, property);
        return found == null || !found.isLiteral() ? "" : found.getLiteralLexicalForm();
    }
}
