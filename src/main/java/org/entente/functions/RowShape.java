package org.entente.functions;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/** What the arguments of a call want of its rows: columns for variables, and values that a row must have. */
final class RowShape {
    private static final int NONE = -1;

    private final Binding given;
    private final List<Node> arguments;
    private final Var[] variables;
    /** The column of each variable. */
    private final int[] columns;
    /** Each variable as it was last asked for: it is most often asked for again, row by row. */
    private final Var[] asked;
    /** Columns whose argument is a value, or a variable that stands for another column, too. */
    private int[] compared;

    /**
     * @param arguments those on the left first
     * @param wanted variables that a row should have, as far as they are arguments; null for all
     */
    RowShape(Binding given, List<Node> arguments, @Nullable List<Var> wanted) {
        this.given = given;
        this.arguments = arguments;
        int count = arguments.size();
        Var[] own = new Var[count];
        int[] ofOwn = new int[count];
        int[] fixed = new int[count];
        int found = 0;
        int others = 0;
        for (int i = 0; i < count; i++) {
            if (!(arguments.get(i) instanceof Var variable) || first(variable, arguments) < i) {
                fixed[others++] = i;
            } else if (wanted == null || first(variable, wanted) >= 0) {
                own[found] = variable;
                ofOwn[found++] = i;
            }
        }
        variables = Arrays.copyOf(own, found);
        asked = variables.clone();
        columns = Arrays.copyOf(ofOwn, found);
        compared = Arrays.copyOf(fixed, others);
    }

    /** Where a variable stands first; -1 if it does not. */
    private static int first(Var variable, List<? extends Node> among) {
        int hash = variable.hashCode();
        for (int i = 0; i < among.size(); i++) {
            Node each = among.get(i);
            if (each == variable || each.hashCode() == hash && each.equals(variable)) {
                return i;
            }
        }
        return NONE;
    }

    /** Rows have the given value of a column by the way in which they are found; it need not be compared. */
    void knows(int column) {
        compared = Arrays.stream(compared).filter(each -> each != column).toArray();
    }

    /** Whether rows are compared with values that are given. */
    boolean compares() {
        return compared.length > 0;
    }

    /** Whether anybody wants to know a column. */
    boolean has(int column) {
        return Arrays.stream(columns).anyMatch(each -> each == column);
    }

    Binding given() {
        return given;
    }

    Var[] variables() {
        return variables;
    }

    /** The place of a variable among those of the shape; -1 if it is not there. */
    int place(Var variable) {
        for (int i = 0; i < asked.length; i++) {
            if (asked[i] == variable) {
                return i;
            }
        }
        for (int i = 0; i < asked.length; i++) {
            if (variables[i].equals(variable)) {
                asked[i] = variable;
                return i;
            }
        }
        return NONE;
    }

    /** The values of all variables in the next rows of a source. */
    @Nullable
    Node[][] columns(RowSource source, int count) {
        @Nullable Node[][] made = new Node[columns.length][];
        for (int i = 0; i < made.length; i++) {
            made[i] = column(source, columns[i], count);
        }
        return made;
    }

    private static @Nullable Node[] column(RowSource source, int column, int count) {
        @Nullable Node[] values = new Node[count];
        source.put(column, values);
        return values;
    }

    /** Which of the next rows of a source agree with what is given; null if all do. */
    int @Nullable [] agreeing(RowSource source, int count) {
        if (compared.length == 0) {
            return null;
        }
        boolean[] refused = new boolean[count];
        int left = count;
        for (int column : compared) {
            Node wanted = arguments.get(column);
            @Nullable Node[] values = column(source, column, count);
            // One variable may stand in two places.
            @Nullable
            Node[] others = wanted instanceof Var variable ? column(source, first(variable, arguments), count) : null;
            for (int i = 0; i < count; i++) {
                if (!refused[i] && !(others == null ? is(values[i], wanted) : same(values[i], others[i]))) {
                    refused[i] = true;
                    left--;
                }
            }
        }
        if (left == count) {
            return null;
        }
        int[] agreeing = new int[left];
        for (int i = 0, at = 0; i < count; i++) {
            if (!refused[i]) {
                agreeing[at++] = i;
            }
        }
        return agreeing;
    }

    private static boolean is(@Nullable Node value, Node wanted) {
        return value == wanted || value != null && wanted.sameValueAs(value);
    }

    private static boolean same(@Nullable Node value, @Nullable Node other) {
        return value == null || other == null || value.equals(other);
    }
}
