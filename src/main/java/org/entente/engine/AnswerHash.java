package org.entente.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.entente.execution.Rows;

/**
 * An answer as text that does not depend on who gave it.
 *
 * @param lines one for each row or statement, in the order of the answer
 */
record AnswerHash(List<String> lines) {
    static AnswerHash of(Rows rows) {
        return new AnswerHash(rows.rows().stream()
                .map(row -> rows.columns().stream()
                        .map(column -> row.node(column).map(AnswerHash::text).orElse(""))
                        .collect(Collectors.joining(" | ")))
                .toList());
    }

    static AnswerHash of(Graph graph) {
        List<String> lines = new ArrayList<>();
        graph.find()
                .forEachRemaining(t ->
                        lines.add(text(t.getSubject()) + " " + text(t.getPredicate()) + " " + text(t.getObject())));
        return new AnswerHash(lines);
    }

    /** Tags of languages mean the same in any case; a value is the same in any form. */
    private static String text(Node written) {
        Node node = EngineValues.usual(written);
        return NodeFmtLib.strNT(
                node.isLiteral() && !node.getLiteralLanguage().isEmpty()
                        ? NodeFactory.createLiteralLang(
                                node.getLiteralLexicalForm(),
                                node.getLiteralLanguage().toLowerCase(Locale.ROOT))
                        : node);
    }

    /** Hash of the sorted lines. */
    String hash() {
        return DigestUtils.sha256Hex(String.join("\n", lines.stream().sorted().toList()));
    }

    /** Where the other answer differs, in a sentence; "" if it has the same lines in any order. */
    String differenceTo(AnswerHash other) {
        if (hash().equals(other.hash())) {
            return "";
        }
        List<String> missing = without(lines, other.lines);
        List<String> added = without(other.lines, lines);
        return lines.size() + " rows here, " + other.lines.size() + " there"
                + (missing.isEmpty() ? "" : "; only here: " + shortened(missing.getFirst()))
                + (added.isEmpty() ? "" : "; only there: " + shortened(added.getFirst()));
    }

    /** The same with the words of each line sorted. */
    AnswerHash withoutOrder() {
        return new AnswerHash(lines.stream()
                .map(line -> Arrays.stream(line.replace("\"\"", "empty").split("[\\s,;|\"]+"))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .toList());
    }

    private static List<String> without(List<String> all, List<String> taken) {
        List<String> left = new ArrayList<>(all.stream().sorted().toList());
        List<String> gone = taken.stream().sorted().toList();
        int next = 0;
        List<String> kept = new ArrayList<>();
        for (String line : left) {
            while (next < gone.size() && gone.get(next).compareTo(line) < 0) {
                next++;
            }
            if (next < gone.size() && gone.get(next).equals(line)) {
                next++;
            } else {
                kept.add(line);
            }
        }
        return kept;
    }

    private static String shortened(String line) {
        return line.length() > 1400 ? line.substring(0, 1400) + "…" : line;
    }
}
