package org.entente.functions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * The call of a function from the triples that it is written as. Jena looks for every part of a list among all triples, which
 * with ten arguments takes longer than the function.
 */
final class CallReader {
    private final Map<Node, Node> first = new HashMap<>();
    private final Map<Node, Node> rest = new HashMap<>();
    private int read;

    private CallReader() {}

    /** The call; empty if there is not exactly one with whole lists. */
    static Optional<OpPropFunc> read(List<TriplePath> triples) {
        CallReader reader = new CallReader();
        TriplePath call = null;
        for (TriplePath triple : triples) {
            Node property = triple.getPredicate();
            boolean isPart = RDF.Nodes.first.equals(property) || RDF.Nodes.rest.equals(property);
            Node twice = isPart
                    ? (RDF.Nodes.first.equals(property) ? reader.first : reader.rest)
                            .put(triple.getSubject(), triple.getObject())
                    : null;
            if (twice != null || !isPart && call != null) {
                return Optional.empty();
            }
            call = isPart ? call : triple;
        }
        if (call == null || reader.first.size() != reader.rest.size()) {
            return Optional.empty();
        }
        PropFuncArg subject = reader.argument(call.getSubject());
        PropFuncArg object = reader.argument(call.getObject());
        return subject == null || object == null || reader.read != reader.first.size()
                ? Optional.empty()
                : Optional.of(new OpPropFunc(call.getPredicate(), subject, object, OpTable.unit()));
    }

    /** A node, or the list that begins there; null if it is no whole list. */
    private @Nullable PropFuncArg argument(Node node) {
        if (!first.containsKey(node) && !RDF.Nodes.nil.equals(node)) {
            return new PropFuncArg(node);
        }
        List<Node> members = new ArrayList<>();
        Node at = node;
        while (!RDF.Nodes.nil.equals(at)) {
            Node member = at == null ? null : first.get(at);
            if (member == null || read++ == first.size()) {
                return null;
            }
            members.add(member);
            at = rest.get(at);
        }
        return new PropFuncArg(members, node);
    }
}
