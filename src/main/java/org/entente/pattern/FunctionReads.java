package org.entente.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.VarAlloc;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.Ent;
import org.entente.vocab.EntFunction;
import org.entente.vocab.EntProperty;

/** Which statements the functions of Entente read when a pattern calls them. The functions of SPARQL read none. */
final class FunctionReads {
    private static final Set<Node> NAMES = Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());
    private static final Set<Node> TIMES = Set.of(
            EntProperty.EDTF,
            EntProperty.EARLIEST_START,
            EntProperty.LATEST_START,
            EntProperty.EARLIEST_END,
            EntProperty.LATEST_END);

    /** Properties of their arguments that functions look up. */
    private static final Map<String, Set<Node>> LOOKED_UP = Map.of(
            EntFunction.TITLE_VERDICT.getURI(), NAMES,
            EntFunction.CERTAINLY_WITHIN.getURI(), TIMES,
            EntFunction.POSSIBLY_WITHIN.getURI(), TIMES,
            EntFunction.CERTAINLY_OVERLAPS.getURI(), TIMES,
            EntFunction.POSSIBLY_OVERLAPS.getURI(), TIMES);

    /** Variables that no query can have. */
    private static final VarAlloc FOUND = new VarAlloc("/found");

    private FunctionReads() {}

    /** The arguments of which statements are read. A title is a text, of which there are none. */
    private static List<Expr> lookedUp(E_Function call) {
        List<Expr> arguments = call.getArgs();
        return call.getFunctionIRI().equals(EntFunction.TITLE_VERDICT.getURI()) && arguments.size() == 2
                ? arguments.subList(1, 2)
                : arguments;
    }

    /** The statements about its arguments; of a function whose look-ups are not listed, any statement. */
    static List<StatementPattern> of(Expr expression) {
        if (!(expression instanceof E_Function call) || !call.getFunctionIRI().startsWith(Ent.NS)) {
            return List.of();
        }
        Set<Node> properties = LOOKED_UP.get(call.getFunctionIRI());
        List<StatementPattern> reads = new ArrayList<>();
        for (boolean ofUnion : List.of(false, true)) {
            if (properties == null) {
                reads.add(new StatementPattern(
                        ofUnion, FOUND.allocVar(), FOUND.allocVar(), Set.of(), FOUND.allocVar(), false));
            } else {
                lookedUp(call).stream()
                        .filter(argument -> !argument.isConstant())
                        .map(argument -> argument.isVariable()
                                ? new StatementPattern(
                                        ofUnion, argument.asVar(), null, properties, FOUND.allocVar(), true)
                                : new StatementPattern(
                                        ofUnion, FOUND.allocVar(), null, properties, FOUND.allocVar(), false))
                        .forEach(reads::add);
            }
        }
        return reads;
    }
}
