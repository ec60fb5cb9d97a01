package org.entente.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.execution.CancellationCheck;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.release.RowChange.CellChange;
import org.entente.release.RowChange.Kind;

/**
 * Compares two answers to one question row by row. Rows with the same key are one row; of what is left, the two that have most in common
 * are one row that changed, if at least half of it is the same.
 */
final class RowComparison {
    private static final int LONGEST = 200;

    private final Rows before;
    private final Rows after;
    private final List<String> key;
    private final Causes causes;
    private final CancellationCheck stop;

    RowComparison(Rows before, Rows after, List<String> key, Causes causes, CancellationCheck stop) {
        this.stop = stop;
        this.before = before;
        this.after = after;
        this.key = key;
        this.causes = causes;
    }

    List<RowChange> changes() {
        Map<String, Row> old = byKey(before);
        Map<String, Row> now = byKey(after);
        List<RowChange> changes = new ArrayList<>();
        old.entrySet().removeIf(entry -> {
            Row same = now.remove(entry.getKey());
            if (same != null && !cells(entry.getValue(), same).isEmpty()) {
                changes.add(changed(entry.getValue(), same));
            }
            return same != null;
        });
        List<Row> fewer = new ArrayList<>(old.values());
        List<Row> more = new ArrayList<>(now.values());
        for (Row row : List.copyOf(fewer)) {
            // Each row is compared with all others that are left.
            stop.check();
            nearest(row, more).ifPresent(other -> {
                fewer.remove(row);
                more.remove(other);
                if (!cells(row, other).isEmpty()) {
                    changes.add(changed(row, other));
                }
            });
        }
        more.forEach(row -> changes.add(new RowChange(Kind.MORE, shown(row), List.of(), causes.of(row))));
        fewer.forEach(row -> changes.add(new RowChange(Kind.FEWER, shown(row), List.of(), causes.of(row))));
        return changes;
    }

    private RowChange changed(Row old, Row now) {
        return new RowChange(Kind.CHANGED, shown(now), cells(old, now), causes.of(old, now));
    }

    private Map<String, Row> byKey(Rows rows) {
        Map<String, Row> byKey = new LinkedHashMap<>();
        List<String> named = rows.columns().containsAll(key) && !key.isEmpty() ? key : rows.columns();
        for (Row row : rows.rows()) {
            String text = named.stream().map(row::text).collect(Collectors.joining("\u0000"));
            // The same row twice is two rows.
            int copy = 0;
            while (byKey.putIfAbsent(text + "\u0000" + copy, row) != null) {
                copy++;
            }
        }
        return byKey;
    }

    private java.util.Optional<Row> nearest(Row row, List<Row> others) {
        Row best = null;
        int most = 0;
        for (Row other : others) {
            int same = same(row, other);
            if (same > most) {
                most = same;
                best = other;
            }
        }
        long filled = columns().stream().filter(row::has).count();
        return most * 2 >= filled ? java.util.Optional.ofNullable(best) : java.util.Optional.empty();
    }

    private int same(Row row, Row other) {
        return (int) columns().stream()
                .filter(column -> row.has(column) && row.text(column).equals(other.text(column)))
                .count();
    }

    private TreeSet<String> columns() {
        TreeSet<String> columns = new TreeSet<>(before.columns());
        columns.retainAll(after.columns());
        return columns;
    }

    /** What differs, in the columns that readers see: the label, where there is one, and not the key, which nobody reads. */
    private List<CellChange> cells(Row old, Row now) {
        return after.columns().stream()
                .filter(column -> before.columns().contains(column)
                        && !after.columns().contains(column + "Label")
                        && !key.contains(column)
                        && !Objects.equals(old.text(column), now.text(column)))
                .map(column -> new CellChange(column, old.text(column), now.text(column)))
                .toList();
    }

    /** The first columns with their labels, which say what a row is about. */
    private static Map<String, String> shown(Row row) {
        Map<String, String> shown = new LinkedHashMap<>();
        row.binding().varsMentioned().forEach(variable -> {
            String column = variable.getVarName();
            if (!row.has(column + "Label") && row.text(column).length() <= LONGEST) {
                shown.put(column, row.text(column));
            }
        });
        return shown;
    }
}
