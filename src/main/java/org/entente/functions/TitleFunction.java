package org.entente.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.ARQInternalErrorException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.names.OfficeTitle;

/**
 * {@code ent:titleVerdict(?title, ?post)}: how a printed title relates to a post, by the post's names in the consolidated view:
 * "agrees", "differs" or "unread".
 */
final class TitleFunction extends FunctionBase {
    private static final List<Node> NAMES =
            List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

    @Override
    public void checkBuild(String uri, ExprList arguments) {
        if (arguments.size() != 2) {
            throw new QueryBuildException("ent:titleVerdict expects (?title, ?post)");
        }
    }

    @Override
    protected NodeValue exec(List<NodeValue> arguments, FunctionEnv env) {
        NodeValue title = arguments.get(0);
        if (!title.isLiteral()) {
            throw new ExprEvalException("ent:titleVerdict expects (?title, ?post), a printed title first");
        }
        List<String> names = new ArrayList<>();
        for (Node property : NAMES) {
            env.getDataset()
                    .getDefaultGraph()
                    .find(arguments.get(1).asNode(), property, Node.ANY)
                    .forEachRemaining(t -> names.add(t.getObject().getLiteralLexicalForm()));
        }
        OfficeTitle.Verdict verdict = OfficeTitle.of(title.asString()).comparedWith(names);
        return NodeValue.makeString(verdict.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public NodeValue exec(List<NodeValue> arguments) {
        throw new ARQInternalErrorException("ent:titleVerdict needs the dataset");
    }
}
