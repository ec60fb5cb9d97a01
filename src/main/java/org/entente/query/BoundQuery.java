package org.entente.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggregatorFactory;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.entente.sparql.FilledQuery;

/**
 * A canned query with the values of its parameters.
 *
 * @param filled the query to run; it asks for one row more than the page has, to know whether there is a next page
 * @param paging the requested page
 */
public record BoundQuery(FilledQuery filled, Paging paging) {
    /** The query to run. */
    public Query query() {
        return filled.query();
    }

    /** The query for readers: self-contained SPARQL with the LIMIT of the page. */
    public String toSparql() {
        Query shown = query().cloneQuery();
        shown.setLimit(paging.size());
        return shown.serialize().strip() + "\n";
    }

    /**
     * The same rows sorted by a column, or by its label if it has one, and then in the order of the query. Rows without
     * a value come last.
     *
     * @param column a column of the result
     */
    public BoundQuery sortedBy(String column, boolean descending) {
        return new BoundQuery(
                filled.changed(List.of(column, descending), query -> sorted(query, column, descending)), paging);
    }

    private static Query sorted(Query query, String column, boolean descending) {
        Query sorted = query.cloneQuery();
        String shown = sorted.getResultVars().contains(column + "Label") ? column + "Label" : column;
        ExprVar variable = new ExprVar(Var.alloc(shown));
        Expr key = shown.equals(column) ? variable : new E_StrLowerCase(new E_Str(variable));
        List<SortCondition> own = new ArrayList<>(sorted.hasOrderBy() ? sorted.getOrderBy() : List.of());
        if (sorted.hasOrderBy()) {
            sorted.getOrderBy().clear();
        }
        sorted.addOrderBy(new E_LogicalNot(new E_Bound(variable)), Query.ORDER_ASCENDING);
        sorted.addOrderBy(key, descending ? Query.ORDER_DESCENDING : Query.ORDER_ASCENDING);
        own.forEach(sorted::addOrderBy);
        return sorted;
    }

    /** A query for the number of rows on all pages; it returns one row with the column {@code n}. */
    public FilledQuery counting() {
        return filled.changed("count", BoundQuery::counting);
    }

    private static Query counting(Query query) {
        Query all = query.cloneQuery();
        all.setLimit(Query.NOLIMIT);
        all.setOffset(Query.NOLIMIT);
        if (all.hasOrderBy()) {
            all.getOrderBy().clear();
        }
        Query count = QueryFactory.make();
        count.setQuerySelectType();
        count.addResultVar("n", count.allocAggregate(AggregatorFactory.createCount(false)));
        count.setQueryPattern(new ElementSubQuery(all));
        count.resetResultVars();
        return count;
    }
}
