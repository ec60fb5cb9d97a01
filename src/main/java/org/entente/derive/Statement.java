package org.entente.derive;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;

/**
 * A statement of a pattern.
 *
 * @param subject a node or variable
 * @param predicates one, or several nodes of which each will do
 * @param object a node or variable
 */
record Statement(Node subject, List<Node> predicates, Node object) {
    /** Adds the statements that must hold together for an operator; false if it is more than that. */
    static boolean addAll(Op op, List<Statement> statements) {
        return switch (op) {
            case OpBGP bgp ->
                bgp.getPattern().getList().stream().allMatch(triple -> add(new TriplePath(triple), statements));
            case OpPath path -> add(path.getTriplePath(), statements);
            case OpSequence sequence -> sequence.getElements().stream().allMatch(part -> addAll(part, statements));
            case OpJoin join -> addAll(join.getLeft(), statements) && addAll(join.getRight(), statements);
            default -> false;
        };
    }

    private static boolean add(TriplePath triple, List<Statement> statements) {
        List<Node> predicates = new ArrayList<>();
        if (triple.isTriple()) {
            predicates.add(triple.getPredicate());
        } else if (!isChoice(triple.getPath(), predicates)) {
            return false;
        }
        statements.add(new Statement(triple.getSubject(), List.copyOf(predicates), triple.getObject()));
        // Terms that are made of others may have variables inside.
        return isPlain(triple.getSubject())
                && isPlain(triple.getObject())
                && predicates.stream().allMatch(Statement::isPlain);
    }

    private static boolean isChoice(Path path, List<Node> predicates) {
        return switch (path) {
            case P_Link link -> predicates.add(link.getNode());
            case P_Alt either -> isChoice(either.getLeft(), predicates) && isChoice(either.getRight(), predicates);
            default -> false;
        };
    }

    private static boolean isPlain(Node term) {
        return Var.isVar(term) || term.isConcrete();
    }
}
