package org.entente.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A query in which plain patterns stand for the calls of this program's functions. A call for which there is none stays.
 *
 * @param query the query
 * @param left why calls of a function stayed, by the IRI of the function
 */
record PortableCalls(Query query, Map<String, String> left) {
    private static final Pattern ALL_VARIABLES = Pattern.compile("SELECT\\s+(DISTINCT\\s+|REDUCED\\s+)?\\*");

    static PortableCalls in(Query query) {
        if (query.getQueryPattern() == null
                || FunctionCall.functionsIn(query.getQueryPattern()).isEmpty()) {
            return new PortableCalls(query, Map.of());
        }
        String text = query.serialize();
        Rewriting rewriting = new Rewriting(text);
        if (ALL_VARIABLES.matcher(text).find()) {
            // Those of the patterns would be columns, too.
            rewriting.leave(query.getQueryPattern(), "with SELECT *");
            return new PortableCalls(query, rewriting.left);
        }
        Query rewritten = QueryTransformOps.transform(query, rewriting.new Groups(false), rewriting.new Exists());
        return new PortableCalls(rewritten, rewriting.left);
    }

    private static final class Rewriting {
        private final Map<String, String> left = new HashMap<>();
        private final String fresh;
        private int calls;

        Rewriting(String text) {
            String start = "own";
            while (text.contains("?" + start)) {
                start += "_";
            }
            fresh = start;
        }

        void leave(Element element, String why) {
            FunctionCall.functionsIn(element).forEach(function -> left.put(function.getURI(), why));
        }

        private List<Element> instead(ElementPathBlock block, Set<Var> before, boolean inExists) {
            List<Element> made = new ArrayList<>();
            Set<TriplePath> gone = new HashSet<>();
            for (FunctionCall call : FunctionCall.in(block)) {
                try {
                    List<Element> pattern = PatternOfCall.of(call, fresh + calls + "_", before, inExists);
                    calls++;
                    pattern.forEach(element -> before.addAll(PatternVars.vars(element)));
                    made.addAll(pattern);
                    gone.addAll(call.triples());
                } catch (NotPortable e) {
                    left.put(call.function().getURI(), e.getMessage());
                }
            }
            if (gone.isEmpty()) {
                return List.of(block);
            }
            ElementPathBlock rest = new ElementPathBlock();
            block.getPattern().getList().stream()
                    .filter(triple -> !gone.contains(triple))
                    .forEach(rest::addTriplePath);
            if (!rest.isEmpty()) {
                made.add(rest);
            }
            return made;
        }

        private final class Groups extends ElementTransformCopyBase {
            private final boolean inExists;

            Groups(boolean inExists) {
                this.inExists = inExists;
            }

            @Override
            public Element transform(ElementGroup group, List<Element> elements) {
                ElementGroup made = new ElementGroup();
                Set<Var> before = new HashSet<>();
                boolean changed = false;
                for (Element element : elements) {
                    List<Element> instead = element instanceof ElementPathBlock block
                            ? instead(block, before, inExists)
                            : List.of(element);
                    changed |= instead.size() != 1 || instead.getFirst() != element;
                    instead.forEach(made::addElement);
                    before.addAll(PatternVars.vars(element));
                }
                return changed ? made : super.transform(group, elements);
            }

            /** The functions look at the whole collection wherever they are called; a pattern would look at this graph. */
            @Override
            public Element transform(ElementNamedGraph graph, Node name, Element inside) {
                leave(graph, "inside GRAPH");
                return graph;
            }
        }

        private final class Exists extends ExprTransformCopy {
            @Override
            public Expr transform(ExprFunctionOp exists, ExprList arguments, Op plan) {
                Element inside = exists.getElement();
                Element made = ElementTransformer.transform(inside, new Groups(true), this);
                return made == inside ? exists : exists.copy(arguments, made);
            }
        }
    }
}
