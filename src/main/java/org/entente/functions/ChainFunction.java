package org.entente.functions;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.entente.contact.ChainSearch;
import org.entente.contact.ChainSearch.Found;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactOptions;
import org.entente.contact.Reached;
import org.jspecify.annotations.Nullable;

/**
 * Chains of encounters, held ones by default, in three forms:
 *
 * <ul>
 *   <li>{@code (?from ?to) ent:shortestPath (?length ?path "options")}: one row for the shortest chain. {@code ?path} is a string:
 *       the IRIs of person, event, person … person in angle brackets with single spaces. One of the ends may be a variable; then
 *       there is a row for everyone within reach.
 *   <li>{@code (?from ?to) ent:pathHop (?hop ?a ?event ?b ?level ?witnesses ?confidence ?encounter ?document "options")}: the same
 *       chain, one row for every hop, counted from 1. With {@code ?document}, one row for every document that supports a hop. Both ends
 *       must be given.
 *   <li>{@code (?from ?to) ent:paths (?rank ?length ?hop ?a ?event ?b ?level ?witnesses ?confidence ?encounter ?document "k=3; options")}: the
 *       k shortest chains, three unless said otherwise, one row for every hop of each. Both ends must be given.
 * </ul>
 */
final class ChainFunction extends IndexFunction {
    enum Form {
        SHORTEST_PATH("shortestPath", 1, 2),
        PATH_HOP("pathHop", 1, 9),
        PATHS("paths", 1, 11);

        final String function;
        private final int least;
        private final int most;

        Form(String function, int least, int most) {
            this.function = function;
            this.least = least;
            this.most = most;
        }
    }

    private static final int CHAINS = 3;

    private final Form form;

    ChainFunction(Form form) {
        super(form.function, PropFuncArgType.PF_ARG_LIST, PropFuncArgType.PF_ARG_EITHER);
        this.form = form;
    }

    @Override
    Iterator<Binding> rows(Binding binding, PropFuncArg subject, PropFuncArg object, ExecutionContext context) {
        ContactOptions byDefault = form == Form.PATHS ? ContactOptions.HELD.withK(CHAINS) : ContactOptions.HELD;
        PropertyFunctionCall call =
                new PropertyFunctionCall(this, 2, form.least, form.most, byDefault, binding, subject, object, context);
        Optional<Integer> from = call.side(0);
        Optional<Integer> to = call.side(1);
        if (form != Form.PATHS && call.options.k() != 1) {
            throw call.wrong("no k; ent:paths gives several chains");
        }
        if (from.isPresent() && to.isPresent()) {
            return rows(call, new ChainSearch(call.index, call.options, call.stop).chains(from.get(), to.get()));
        }
        if (form != Form.SHORTEST_PATH || from.isEmpty() && to.isEmpty()) {
            throw call.wrong(
                    form == Form.SHORTEST_PATH ? "one of (?from ?to) to be given" : "both ?from and ?to to be given");
        }
        if (to.isPresent() && call.options.inOrder()) {
            throw call.wrong("?from to be given if the order in time counts");
        }
        return from.isPresent() ? all(call, from.get(), true) : all(call, to.get(), false);
    }

    private Iterator<Binding> rows(PropertyFunctionCall call, List<Found> chains) {
        return IntStream.range(0, chains.size())
                .boxed()
                .flatMap(rank -> form == Form.SHORTEST_PATH
                        ? Stream.ofNullable(whole(call, chains.get(rank)))
                        : hops(call, rank + 1, chains.get(rank)))
                .iterator();
    }

    private static Iterator<Binding> all(PropertyFunctionCall call, int start, boolean fromIt) {
        Reached reached = Reached.from(start, call.index, call.options, call.stop);
        if (!call.hasColumn(1)) {
            return new IndexRows(call.stop, 0, reached.count(), i -> new Length(
                            call, start, reached.nodes()[i], reached.hops()[i], fromIt)
                    .ifAsked());
        }
        return Arrays.stream(reached.nodes())
                .boxed()
                .flatMap(end -> new ChainSearch(call.index, call.options, call.stop).chains(start, end).stream())
                .map(found -> whole(call, fromIt ? found : turned(found)))
                .filter(row -> row != null)
                .iterator();
    }

    private static Found turned(Found found) {
        int[] agents = new int[found.agents().length];
        int[] encounters = new int[found.length()];
        for (int i = 0; i < agents.length; i++) {
            agents[i] = found.agents()[agents.length - 1 - i];
        }
        for (int i = 0; i < encounters.length; i++) {
            encounters[i] = found.encounters()[encounters.length - 1 - i];
        }
        return new Found(agents, encounters);
    }

    /** The ends of a chain and its length. */
    private static final class Length extends IndexRow {
        private final ContactIndex index;
        private final int from;
        private final int to;
        private final int hops;

        Length(PropertyFunctionCall call, int start, int end, int hops, boolean fromIt) {
            super(call.shape);
            index = call.index;
            from = fromIt ? start : end;
            to = fromIt ? end : start;
            this.hops = hops;
        }

        @Override
        @Nullable
        Node value(int column) {
            return switch (column) {
                case 0 -> index.node(from);
                case 1 -> index.node(to);
                case 2 -> IndexNodes.number(hops);
                default -> null;
            };
        }
    }

    private static @Nullable Binding whole(PropertyFunctionCall call, Found found) {
        ContactIndex index = call.index;
        String path = IntStream.range(0, found.length())
                .mapToObj(i -> iri(index.node(found.agents()[i])) + " "
                        + iri(index.node(index.event(found.encounters()[i]))) + " ")
                .collect(Collectors.joining("", "", iri(index.node(found.agents()[found.length()]))));
        return call.row(
                index.node(found.agents()[0]),
                index.node(found.agents()[found.length()]),
                IndexNodes.number(found.length()),
                PropertyFunctionCall.text(path));
    }

    private static String iri(Node node) {
        return node.isURI() ? "<" + node.getURI() + ">" : node.toString();
    }

    private Stream<Binding> hops(PropertyFunctionCall call, int rank, Found found) {
        ContactIndex index = call.index;
        Node from = index.node(found.agents()[0]);
        Node to = index.node(found.agents()[found.length()]);
        boolean documented = call.hasColumn(form.most - 1);
        return IntStream.range(0, found.length())
                .boxed()
                .flatMap(i -> {
                    int encounter = found.encounters()[i];
                    Node[] values = {
                        from,
                        to,
                        IndexNodes.number(rank),
                        IndexNodes.number(found.length()),
                        IndexNodes.number(i + 1),
                        index.node(found.agents()[i]),
                        index.node(index.event(encounter)),
                        index.node(found.agents()[i + 1]),
                        index.level(encounter).node(),
                        IndexNodes.number(index.witnesses(encounter)),
                        index.confidence(encounter).node(),
                        index.encounter(encounter)
                    };
                    Node[] hop = form == Form.PATHS ? values : withoutRank(values);
                    return documented
                            ? index.documents(encounter).stream().map(document -> call.row(with(hop, document)))
                            : Stream.ofNullable(call.row(hop));
                })
                .filter(row -> row != null);
    }

    private static Node[] withoutRank(Node[] values) {
        Node[] hop = new Node[values.length - 2];
        System.arraycopy(values, 0, hop, 0, 2);
        System.arraycopy(values, 4, hop, 2, hop.length - 2);
        return hop;
    }

    private static Node[] with(Node[] hop, Node document) {
        Node[] row = Arrays.copyOf(hop, hop.length + 1);
        row[hop.length] = document;
        return row;
    }
}
