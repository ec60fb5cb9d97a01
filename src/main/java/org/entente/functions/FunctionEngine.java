package org.entente.functions;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.optimize.TransformPropertyFunction;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.PlanBase;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.entente.bounds.MemoryGuard;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries that ask one function and nothing else. There is nothing in them to plan: the rows of the answer are those of the
 * function as they are, with the variables that are wanted. All other queries are left to the usual engines.
 */
final class FunctionEngine implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
        return query.isSelectType()
                && !(query.hasGroupBy()
                        || query.hasHaving()
                        || query.hasAggregators()
                        || query.hasOrderBy()
                        || query.hasLimit()
                        || query.hasOffset()
                        || query.hasValues()
                        || query.isDistinct()
                        || query.isReduced())
                && query.getProject().getExprs().isEmpty()
                && pattern(query).filter(FunctionEngine::isOneFunction).isPresent()
                && DatasetDescription.create(query, context) == null;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding binding, Context context) {
        MemoryGuard.add(context);
        query.ensureResultVars();
        OpPropFunc call = call(pattern(query).orElseThrow(), context);
        PropertyFunctionFactory factory = PropertyFunctionRegistry.chooseRegistry(context)
                .get(call.getProperty().getURI());
        IndexFunction function =
                (IndexFunction) factory.create(call.getProperty().getURI());
        function.wants(query.getProjectVars());
        return new OneFunction(call, new Rows(function, call, binding, ExecutionContext.create(dataset, context)));
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
        return false;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding binding, Context context) {
        throw new UnsupportedOperationException("queries only");
    }

    private static OpPropFunc call(List<TriplePath> triples, Context context) {
        return CallReader.read(triples).orElseGet(() -> {
            BasicPattern pattern = new BasicPattern();
            triples.forEach(each -> pattern.add(each.asTriple()));
            // Says what is wrong with lists that are none.
            Op op = new TransformPropertyFunction(context).transform(new OpBGP(pattern));
            if (op instanceof OpPropFunc call) {
                return call;
            }
            throw new IllegalStateException("no function: " + triples);
        });
    }

    /** The triples of a query that has no other pattern. */
    private static Optional<List<TriplePath>> pattern(Query query) {
        Element element = query.getQueryPattern();
        if (element instanceof ElementGroup group && group.size() == 1) {
            element = group.get(0);
        }
        return element instanceof ElementPathBlock block
                ? Optional.of(block.getPattern().getList())
                : Optional.empty();
    }

    /** One triple with the function, and the lists of its arguments. */
    private static boolean isOneFunction(List<TriplePath> pattern) {
        int functions = 0;
        int list = 0;
        for (TriplePath triple : pattern) {
            Node property = triple.getPredicate();
            if (property == null || !property.isURI()) {
                return false;
            }
            if (property.equals(RDF.Nodes.first) || property.equals(RDF.Nodes.rest)) {
                list++;
            } else if (IndexFunction.is(property)) {
                functions++;
            } else {
                return false;
            }
        }
        return functions == 1 && list % 2 == 0;
    }

    /** The rows as they are: nothing around them would do more than pass them on. */
    private static final class OneFunction extends PlanBase {
        private final Rows rows;

        OneFunction(OpPropFunc call, Rows rows) {
            super(call, () -> {});
            this.rows = rows;
        }

        @Override
        protected QueryIterator iteratorOnce() {
            return rows;
        }
    }

    /** Asks the function when the first row is wanted: until then nobody could end it. */
    private static final class Rows extends QueryIter {
        private final IndexFunction function;
        private final OpPropFunc call;
        private final Binding binding;
        private @Nullable Iterator<Binding> rows;

        Rows(IndexFunction function, OpPropFunc call, Binding binding, ExecutionContext context) {
            super(context);
            this.function = function;
            this.call = call;
            this.binding = binding;
        }

        private Iterator<Binding> rows() {
            Iterator<Binding> begun = rows;
            if (begun == null) {
                begun = function.rows(
                        binding,
                        Substitute.substitute(call.getSubjectArgs(), binding),
                        Substitute.substitute(call.getObjectArgs(), binding),
                        getExecContext());
                rows = begun;
            }
            return begun;
        }

        @Override
        protected boolean hasNextBinding() {
            return rows().hasNext();
        }

        @Override
        protected Binding moveToNextBinding() {
            return rows().next();
        }

        @Override
        protected void closeIterator() {
            // Rows hold nothing open.
        }

        @Override
        protected void requestCancel() {
            // The function asks for the signal itself.
        }
    }
}
