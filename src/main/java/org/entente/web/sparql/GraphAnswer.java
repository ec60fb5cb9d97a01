package org.entente.web.sparql;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.describe.DescribeHandler;
import org.apache.jena.sparql.core.describe.DescribeHandlerRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.ModelUtils;
import org.jspecify.annotations.Nullable;

/** CONSTRUCT and DESCRIBE by their solutions, so that these can be counted: a graph does not show of how many it is made. */
final class GraphAnswer {
    private GraphAnswer() {}

    /** Whether the answer is a graph made of solutions; {@code DESCRIBE <a>} is not. */
    static boolean isCounted(Query query) {
        boolean variables = query.isQueryResultStar() || !query.getProjectVars().isEmpty();
        return query.isConstructType() || query.isDescribeType() && query.getQueryPattern() != null && variables;
    }

    /** The query for the solutions, with its LIMIT. */
    static Query solutions(Query query) {
        Query select = query.cloneQuery();
        select.setQuerySelectType();
        if (query.isConstructType() || query.isQueryResultStar()) {
            select.setQueryResultStar(true);
            select.resetResultVars();
        }
        return select;
    }

    /** What the query makes of its solutions. */
    static QueryExecResult of(Query query, RowSet solutions, QueryExec execution) {
        return query.isConstructType()
                ? new QueryExecResult(constructed(query, solutions, execution.getDataset()))
                : new QueryExecResult(described(query, solutions, execution).getGraph());
    }

    private static DatasetGraph constructed(
            Query construct, Iterator<Binding> solutions, @Nullable DatasetGraph store) {
        DatasetGraph made = DatasetGraphFactory.create();
        TemplateLib.calcQuads(construct.getConstructTemplate().getQuads(), solutions)
                .forEachRemaining(made::add);
        PrefixMap prefixes = made.prefixes();
        if (store != null) {
            prefixes.putAll(store.prefixes());
        }
        prefixes.putAll(construct.getPrefixMapping());
        return made;
    }

    private static Model described(Query describe, RowSet solutions, QueryExec execution) {
        Set<Node> things = new LinkedHashSet<>();
        solutions.forEachRemaining(row -> solutions.getResultVars().stream()
                .map(row::get)
                .filter(node -> node != null && !node.isLiteral())
                .forEach(things::add));
        things.addAll(describe.getResultURIs());
        Model made = ModelFactory.createDefaultModel();
        DatasetGraph store = execution.getDataset();
        store.prefixes().forEach(made::setNsPrefix);
        made.setNsPrefixes(describe.getPrefixMapping());
        execution.getContext().put(ARQConstants.sysCurrentDataset, store);
        for (DescribeHandler handler : DescribeHandlerRegistry.get().newHandlerList()) {
            handler.start(made, execution.getContext());
            for (Node thing : things) {
                handler.describe(
                        ModelUtils.convertGraphNodeToRDFNode(thing, made).asResource());
            }
            handler.finish();
        }
        return made;
    }
}
