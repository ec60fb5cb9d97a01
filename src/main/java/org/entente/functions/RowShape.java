package org.entente.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/** What the arguments of a call want of its rows: columns for variables, and values that a row must have. */
final class RowShape {
    private final Binding given;
    private final Var[] variables;
    private final int[] columns;
    private final List<Node> arguments;
    /** Columns whose argument is a value, or a variable that stands for another column, too. */
    private final int[] compared;

    /**
     * @param arguments those on the left first
     * @param wanted variables that a row should have, as far as they are arguments; null for all
     */
    RowShape(Binding given, List<Node> arguments, @Nullable List<Var> wanted) {
        this.given = given;
        this.arguments = arguments;
        List<Integer> asked = new ArrayList<>();
        List<Integer> fixed = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean own = arguments.get(i).isVariable() && arguments.indexOf(arguments.get(i)) == i;
            if (!own) {
                fixed.add(i);
            } else if (wanted == null || wanted.contains(arguments.get(i))) {
                asked.add(i);
            }
        }
        columns = asked.stream().mapToInt(i -> i).toArray();
        variables = asked.stream().map(arguments::get).toArray(Var[]::new);
        compared = fixed.stream().mapToInt(i -> i).toArray();
    }

    Binding given() {
        return given;
    }

    Var[] variables() {
        return variables;
    }

    /** The column of a variable, -1 if it has none. */
    int column(Var variable) {
        for (int i = 0; i < variables.length; i++) {
            // Most often the very same.
            if (variables[i] == variable) {
                return columns[i];
            }
        }
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return columns[i];
            }
        }
        return -1;
    }

    /** Whether a row with these values in its columns agrees with what is given. */
    boolean accepts(IntFunction<@Nullable Node> row) {
        for (int column : compared) {
            Node wanted = arguments.get(column);
            Node value = row.apply(column);
            if (wanted.isVariable()) {
                // One variable may stand in two places.
                Node first = row.apply(arguments.indexOf(wanted));
                if (value != null && first != null && !value.equals(first)) {
                    return false;
                }
            } else if (value != wanted && (value == null || !wanted.sameValueAs(value))) {
                return false;
            }
        }
        return true;
    }
}
