package org.entente.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.NamedGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.entente.names.NameHit;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?e ent:named ("Tokajew" ?score ?why ?name ent:Person 5)}: the entities that a name may mean, the best first.
 * Only the text is required. IRIs are classes and a whole number is the limit; the other arguments are the score, the
 * reasons in words (German if the text is {@code "…"@de}) and the name that was found.
 */
final class NamedFunction extends PropertyFunctionEval {
    private static final int BY_DEFAULT = 10;
    private static final int MOST = 1000;
    private static final int COLUMNS = 3;

    private @Nullable NameIndex own;
    private @Nullable Asked answered;
    private List<NameHit> hits = List.of();

    NamedFunction() {
        super(PropFuncArgType.PF_ARG_SINGLE, PropFuncArgType.PF_ARG_EITHER);
    }

    @Override
    public void build(PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        if (subject.isList()) {
            throw wrong("one variable or entity on the left, with score, reason and name on the right");
        }
        super.build(subject, predicate, object, context);
    }

    /** The arguments on the right. */
    private record Asked(String text, String language, List<Node> columns, Set<String> classes, int limit) {
        static Asked of(PropFuncArg object) {
            List<Node> given = object.isList() ? object.getArgList() : List.of(object.getArg());
            if (given.isEmpty() || !given.getFirst().isLiteral()) {
                throw wrong("a name as its first argument on the right");
            }
            if (given.getFirst().getLiteralLexicalForm().length() > NameIndex.LONGEST) {
                throw wrong("a name of at most " + NameIndex.LONGEST + " letters");
            }
            Node name = given.getFirst();
            List<Node> columns = new ArrayList<>();
            Set<String> classes = new HashSet<>();
            int limit = BY_DEFAULT;
            for (Node argument : given.subList(1, given.size())) {
                if (argument.isURI()) {
                    classes.add(argument.getURI());
                } else if (isWhole(argument)) {
                    limit = limit(argument);
                } else {
                    columns.add(argument);
                }
            }
            if (columns.size() > COLUMNS) {
                throw wrong("at most ?score, ?why and ?name after the text, then classes and a number");
            }
            return new Asked(name.getLiteralLexicalForm(), name.getLiteralLanguage(), columns, classes, limit);
        }

        /** Whether the same is looked up; the entity on the left only chooses among what is found. */
        boolean isSame(@Nullable Asked other) {
            return other != null && text.equals(other.text) && classes.equals(other.classes) && limit == other.limit;
        }

        private static boolean isWhole(Node node) {
            return node.isLiteral() && XSDDatatype.XSDinteger.equals(node.getLiteralDatatype());
        }

        private static int limit(Node number) {
            String digits = number.getLiteralLexicalForm().strip();
            if (!digits.matches("\\+?[1-9][0-9]{0,3}") || Integer.parseInt(digits) > MOST) {
                throw wrong("a maximum number from 1 to " + MOST + ", not " + digits);
            }
            return Integer.parseInt(digits);
        }
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        Asked asked = Asked.of(object);
        Runnable stop = stop(context.getCancelSignal());
        stop.run();
        if (!asked.isSame(answered)) {
            hits = register(context, stop)
                    .search(asked.text, isOfOneGraph(context) ? MOST : asked.limit, asked.classes);
            answered = asked;
        }
        Node entity = subject.getArg();
        return QueryIterPlainWrapper.create(
                hits.stream()
                        .filter(hit -> !isOfOneGraph(context) || isIn(context.getActiveGraph(), hit))
                        .limit(asked.limit)
                        .map(hit -> row(binding, entity, asked, hit))
                        .filter(Objects::nonNull)
                        .iterator(),
                context);
    }

    /** Whether the function is used inside GRAPH, where it only finds entities in that graph. */
    private static boolean isOfOneGraph(ExecutionContext context) {
        return context.getActiveGraph() instanceof NamedGraph graph
                && graph.getGraphName() != null
                && !Quad.isDefaultGraph(graph.getGraphName());
    }

    private static boolean isIn(Graph graph, NameHit hit) {
        Node entity = NodeFactory.createURI(hit.name().entity());
        return graph.contains(entity, Node.ANY, Node.ANY) || graph.contains(Node.ANY, Node.ANY, entity);
    }

    /** The index of names; one that cannot be cached in the store is kept while the query runs. */
    private NameIndex register(ExecutionContext context, Runnable stop) {
        if (own == null || CommittedState.of(context.getDataset()).isPresent()) {
            own = NameIndex.in(context.getDataset(), stop);
        }
        return own;
    }

    /** Null if the hit contradicts what is given. */
    private static @Nullable Binding row(Binding binding, Node entity, Asked asked, NameHit hit) {
        Node iri = NodeFactory.createURI(hit.name().entity());
        String language = asked.language.startsWith("de") ? "de" : "en";
        Node[] values = {
            NodeFactoryExtra.doubleToNode(Math.round(hit.score() * 1000) / 1000.0),
            NodeFactory.createLiteralLang(hit.whyIn(language), language),
            hit.name().language().isEmpty()
                    ? NodeFactory.createLiteralString(hit.name().text())
                    : NodeFactory.createLiteralLang(
                            hit.name().text(), hit.name().language())
        };
        BindingBuilder builder = BindingFactory.builder(binding);
        if (!put(builder, entity, iri)) {
            return null;
        }
        for (int i = 0; i < asked.columns.size(); i++) {
            if (!put(builder, asked.columns.get(i), values[i])) {
                return null;
            }
        }
        return builder.build();
    }

    private static boolean put(BindingBuilder builder, Node argument, Node value) {
        if (!argument.isVariable()) {
            return argument.sameValueAs(value);
        }
        // the same variable may be used twice
        Node already = builder.get((Var) argument);
        if (already == null) {
            builder.add((Var) argument, value);
            return true;
        }
        return already.equals(value);
    }

    private static Runnable stop(AtomicBoolean cancelled) {
        return () -> {
            if (cancelled != null && cancelled.get()) {
                throw new QueryCancelledException();
            }
        };
    }

    private static QueryParseException wrong(String expected) {
        return new QueryParseException("ent:named expects " + expected, -1, -1);
    }
}
