package org.entente.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.sparql.HeaderNode;
import org.jspecify.annotations.Nullable;

/** Reads the {@code columns} of a header: name of a column to its type, or to its type and heading. */
final class ColumnReader {
    private static final Set<String> KEYS = Set.of("type", "label");

    private final HeaderValues in;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    ColumnReader(HeaderValues in) {
        this.in = in;
    }

    /** Name of each column to the line of the file that declares it. */
    Map<String, Integer> lines() {
        return lines;
    }

    List<Column> columns(@Nullable HeaderNode node) {
        List<Column> columns = new ArrayList<>();
        in.fields(node, "columns").forEach((name, value) -> {
            lines.put(name, in.line(value));
            if (value.scalar().isPresent()) {
                columns.add(new Column(name, type(name, value), LocalText.NONE));
                return;
            }
            Map<String, HeaderNode> keys = in.fields(value, "column " + name);
            in.refuseUnknown(keys, KEYS, "column " + name + ": key");
            HeaderNode type = keys.get("type");
            if (type == null) {
                in.finding(value.line(), "column " + name + ": no type");
            }
            columns.add(new Column(
                    name,
                    type == null ? ColumnType.TEXT : type(name, type),
                    keys.containsKey("label")
                            ? in.text(keys.get("label"), "column " + name + ": label", value.line())
                            : LocalText.NONE));
        });
        return columns;
    }

    private ColumnType type(String column, HeaderNode node) {
        String word = in.scalar(node, "column " + column).orElse("");
        return ColumnType.named(word).orElseGet(() -> {
            in.finding(
                    node.line(),
                    "column " + column + ": type must be one of "
                            + Arrays.stream(ColumnType.values())
                                    .map(ColumnType::word)
                                    .collect(Collectors.joining(", ")));
            return ColumnType.TEXT;
        });
    }
}
