package org.entente.query;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The catalogue in the RDF vocabulary for SPARQL examples. Each query is a {@code sh:SPARQLExecutable} with its text,
 * comments, keywords and endpoint.
 */
public final class SparqlExamples {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SCHEMA = "https://schema.org/";

    private SparqlExamples() {}

    /**
     * @param sparql gives the text of a query, normally with its example values, so that it can be run
     * @param base base IRI of the queries, with a slash at the end
     * @param endpoint IRI of the SPARQL endpoint
     */
    public static Graph graph(
            QueryCatalog catalog, Function<CannedQuery, String> sparql, String base, String endpoint) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping()
                .setNsPrefix("sh", SH)
                .setNsPrefix("schema", SCHEMA)
                .setNsPrefix("rdfs", RDFS.getURI())
                .setNsPrefix("rdf", RDF.getURI());
        Node prefixes = NodeFactory.createURI(base + "prefixes");
        Set<String> used = new TreeSet<>();
        for (CannedQuery query : catalog.queries()) {
            Node node = NodeFactory.createURI(base + query.id());
            String text = sparql.apply(query);
            String form = query.isConstruct() ? "Construct" : "Select";
            graph.add(node, RDF.type.asNode(), iri(SH + "SPARQLExecutable"));
            graph.add(node, RDF.type.asNode(), iri(SH + "SPARQL" + form + "Executable"));
            graph.add(
                    node,
                    iri(SH + (query.isConstruct() ? "construct" : "select")),
                    NodeFactory.createLiteralString(text));
            graph.add(node, iri(SH + "prefixes"), prefixes);
            graph.add(node, iri(SCHEMA + "target"), iri(endpoint));
            query.header()
                    .summary()
                    .byLanguage()
                    .forEach((lang, summary) ->
                            graph.add(node, RDFS.comment.asNode(), NodeFactory.createLiteralLang(summary, lang)));
            query.header()
                    .tags()
                    .forEach(tag -> graph.add(node, iri(SCHEMA + "keywords"), NodeFactory.createLiteralString(tag)));
            Query parsed = CannedQuery.parse(text);
            parsed.getPrefixMapping().getNsPrefixMap().forEach((prefix, space) -> {
                if (used.add(prefix)) {
                    declare(graph, prefixes, base, prefix, space);
                }
            });
        }
        return graph;
    }

    private static void declare(Graph graph, Node prefixes, String base, String prefix, String space) {
        Node declaration = NodeFactory.createURI(base + "prefixes/" + prefix);
        graph.add(prefixes, iri(SH + "declare"), declaration);
        graph.add(declaration, iri(SH + "prefix"), NodeFactory.createLiteralString(prefix));
        graph.add(declaration, iri(SH + "namespace"), NodeFactory.createLiteralDT(space, XSDDatatype.XSDanyURI));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
