package org.entente.functions;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
            List<Found> chains = new ChainSearch(call.index, call.options, call.stop).chains(from.get(), to.get());
            call.shape.knows(0);
            call.shape.knows(1);
            return call.rows(
                    form == Form.SHORTEST_PATH ? new WholeChains(call.index, chains.iterator()) : hops(call, chains));
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

    private ChainHops hops(PropertyFunctionCall call, List<Found> chains) {
        int left = form == Form.PATHS ? 0 : RANK_AND_LENGTH;
        return new ChainHops(call.index, chains, left, call.hasColumn(form.most - 1));
    }

    private static Iterator<Binding> all(PropertyFunctionCall call, int start, boolean fromIt) {
        Reached reached = Reached.from(start, call.index, call.options, call.stop);
        call.shape.knows(fromIt ? 0 : 1);
        if (!call.hasColumn(1)) {
            return call.rows(new Lengths(call.index, start, reached, fromIt));
        }
        return call.rows(new WholeChains(
                call.index,
                Arrays.stream(reached.nodes())
                        .boxed()
                        .flatMap(
                                end -> new ChainSearch(call.index, call.options, call.stop).chains(start, end).stream())
                        .map(found -> fromIt ? found : turned(found))
                        .iterator()));
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

    /** The ends of chains and their length. */
    private static final class Lengths extends RowSource {
        private final ContactIndex index;
        private final int start;
        private final Reached reached;
        private final boolean fromIt;
        private int from;
        private int to;

        Lengths(ContactIndex index, int start, Reached reached, boolean fromIt) {
            this.index = index;
            this.start = start;
            this.reached = reached;
            this.fromIt = fromIt;
        }

        @Override
        int next(int most) {
            from = to;
            to = Math.min(reached.count(), from + most);
            return to - from;
        }

        @Override
        void put(int column, @Nullable Node[] into) {
            if (column == 2) {
                for (int i = 0; i < into.length; i++) {
                    into[i] = IndexNodes.number(reached.hops()[from + i]);
                }
            } else if (column == 0 == fromIt) {
                Arrays.fill(into, index.node(start));
            } else {
                for (int i = 0; i < into.length; i++) {
                    into[i] = index.node(reached.nodes()[from + i]);
                }
            }
        }
    }

    /** The columns that only {@code ent:paths} has. */
    private static final int RANK_AND_LENGTH = 2;
}
