package org.entente.query;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.entente.sparql.FilledQuery;
import org.entente.vocab.Prefixes;

/** A valid query file. Immutable. */
public final class CannedQuery {
    /** The variable for the reader's language, which every query has; a string. */
    public static final String LANG = "lang";
    /** The languages in which everything has a label to show; the rule that makes the labels names the same. */
    public static final Set<String> DISPLAYED = Set.of("de", "en", "kk", "ru");
    /** A base that marks relative IRIs, which are then refused: they would depend on where the program runs. */
    static final String NO_BASE = "https://relative.invalid/";

    private final String id;
    private final Path file;
    private final QueryHeader header;
    private final String sparql;
    private final Set<String> patternVariables;
    private final Set<String> bindableVariables;
    /** What {@link #bind} copies; never changed. */
    private final Query template;
    /** Stands for the template where queries are compared; comparing templates would read them. */
    private final Object identity = new Object();

    CannedQuery(String id, Path file, QueryHeader header, String sparql) {
        this(id, file, header, sparql, parse(sparql));
    }

    /** @param template the parsed text; not changed afterwards */
    CannedQuery(String id, Path file, QueryHeader header, String sparql, Query template) {
        this.id = id;
        this.file = file;
        this.header = header;
        this.sparql = sparql;
        this.template = template;
        QueryShape shape = QueryShape.of(template);
        this.patternVariables = Set.copyOf(shape.inPatterns);
        this.bindableVariables = Set.copyOf(shape.bindable);
    }

    /** The same query with another header. */
    CannedQuery withHeader(QueryHeader other) {
        return other == header ? this : new CannedQuery(id, file, other, sparql, template);
    }

    /** Parses as standard SPARQL 1.1. */
    static Query parse(String sparql) {
        Query query = QueryFactory.create(sparql, NO_BASE, Syntax.syntaxSPARQL_11);
        // With a base, Jena writes IRIs relative to it, and some of them come back as other IRIs.
        query.setBase(null);
        return query;
    }

    /** The name of the file without {@code .rq}: the route. */
    public String id() {
        return id;
    }

    /** The file of the query. */
    public Path file() {
        return file;
    }

    /** The header of the file. */
    public QueryHeader header() {
        return header;
    }

    /** The SPARQL as written, without the header, with parameters as variables. */
    public String sparql() {
        return sparql;
    }

    /** Whether the result is a graph (CONSTRUCT) instead of rows (SELECT). */
    public boolean isConstruct() {
        return template.isConstructType();
    }

    /** The query without values, as a copy. */
    public Query unfilled() {
        return template.cloneQuery();
    }

    /** The columns, in order; empty for CONSTRUCT. */
    public java.util.List<String> columns() {
        return isConstruct() ? java.util.List.of() : java.util.List.copyOf(template.getResultVars());
    }

    /**
     * Fills in the parameters.
     *
     * @param arguments must have been read for this query
     */
    public BoundQuery bind(Arguments arguments, Paging paging) {
        Map<String, List<Node>> iris = new HashMap<>();
        Map<String, Node> others = new HashMap<>();
        arguments.scalars().forEach((name, node) -> {
            if (node.isURI()) {
                iris.put(name, List.of(node));
            } else {
                others.put(name, node);
            }
        });
        others.put(LANG, NodeFactory.createLiteralString(displayed(arguments.lang())));
        Object shape = List.of(identity, Set.copyOf(iris.keySet()), others, arguments.lists(), paging);
        return new BoundQuery(
                FilledQuery.of(shape, iris, filled -> {
                    Map<String, Node> scalars = new HashMap<>(others);
                    filled.forEach((name, nodes) -> scalars.put(name, nodes.getFirst()));
                    return filled(arguments, scalars, paging);
                }),
                paging);
    }

    private Query filled(Arguments arguments, Map<String, Node> scalars, Paging paging) {
        Query query = template.cloneQuery();
        new Substitution(
                        scalars,
                        arguments.lists(),
                        absent(arguments, bindableVariables),
                        absent(arguments, patternVariables))
                .apply(query);
        scalars.values().forEach(node -> declarePrefix(query, node));
        arguments.lists().values().forEach(nodes -> nodes.forEach(node -> declarePrefix(query, node)));
        query.setOffset(paging.offset() == 0 ? Query.NOLIMIT : paging.offset());
        query.setLimit(paging.size() + 1L);
        return query;
    }

    private static String displayed(String lang) {
        return DISPLAYED.contains(lang) ? lang : "en";
    }

    /** Variables of parameters without a value that no pattern binds. */
    private Set<String> absent(Arguments arguments, Set<String> bindable) {
        Set<String> names = new HashSet<>();
        header.parameters().forEach(parameter -> names.addAll(parameter.variables()));
        names.removeAll(arguments.scalars().keySet());
        names.removeAll(arguments.lists().keySet());
        names.removeAll(bindable);
        return names;
    }

    private static void declarePrefix(Query query, Node node) {
        boolean plain = node.isLiteral() && !XSDDatatype.XSDdateTime.equals(node.getLiteralDatatype());
        String iri = plain ? "" : node.isURI() ? node.getURI() : node.getLiteralDatatypeURI();
        Prefixes.prefixOf(iri).ifPresent(prefix -> {
            if (query.getPrefix(prefix) == null) {
                query.setPrefix(prefix, Prefixes.all().get(prefix));
            }
        });
    }

    @Override
    public String toString() {
        return id;
    }

    /** The first page in the size that the query declares. */
    public Paging firstPage() {
        return new Paging(1, header.pagination());
    }
}
