package org.entente.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.NodeUtils;
import org.jspecify.annotations.Nullable;

/** The template of a rule, which gives rows of a table for each solution. Of use while the table does not shrink. */
final class RowTemplate {
    private final TripleTable table;
    /** The different terms of the template. */
    private final List<Node> terms = new ArrayList<>();
    /** Places among the terms, three for each triple. */
    private final int[] places;

    private final @Nullable Node[] values;
    private final int[] numbers;

    RowTemplate(List<Triple> template, TripleTable table) {
        this.table = table;
        this.places = new int[3 * template.size()];
        int at = 0;
        for (Triple triple : template) {
            places[at++] = place(triple.getSubject());
            places[at++] = place(triple.getPredicate());
            places[at++] = place(triple.getObject());
        }
        this.values = new Node[terms.size()];
        this.numbers = new int[terms.size()];
    }

    private int place(Node term) {
        if (!terms.contains(term)) {
            terms.add(term);
        }
        return terms.indexOf(term);
    }

    /** Tells the row of each triple of one solution that is complete and one of RDF. */
    void forEach(Binding solution, IntConsumer rows) {
        Map<Node, Node> blank = new HashMap<>(0);
        for (int i = 0; i < numbers.length; i++) {
            Node value = TemplateLib.subst(terms.get(i), solution, blank, true);
            // Terms that are the same in many solutions need not be looked up.
            if (value != values[i]) {
                values[i] = value;
                numbers[i] = -1;
            }
        }
        for (int at = 0; at < places.length; at += 3) {
            Node subject = values[places[at]];
            Node predicate = values[places[at + 1]];
            Node object = values[places[at + 2]];
            if (subject.isConcrete()
                    && predicate.isConcrete()
                    && object.isConcrete()
                    && NodeUtils.isValidAsRDF(subject, predicate, object)) {
                rows.accept(table.rowOf(number(places[at]), number(places[at + 1]), number(places[at + 2])));
            }
        }
    }

    private int number(int place) {
        if (numbers[place] < 0) {
            numbers[place] = table.numberOf(java.util.Objects.requireNonNull(values[place]));
        }
        return numbers[place];
    }
}
