package org.entente.web.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.Row;
import org.entente.web.page.Cell;

/** Gives the documents behind the sentences their numbers, in the order in which they are first cited. */
final class Footnotes {
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();

    /** The marks of a sentence that says what these rows say. */
    List<Story.Mark> of(List<Row> rows) {
        Map<Node, Set<String>> passages = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.text("sources").isEmpty()) {
                continue;
            }
            String[] documents = row.text("sources").split(" ");
            String[] locators = row.text("locators").split(" \\| ");
            for (int i = 0; i < documents.length; i++) {
                Set<String> told =
                        passages.computeIfAbsent(NodeFactory.createURI(documents[i]), d -> new LinkedHashSet<>());
                if (i < locators.length && !locators[i].isEmpty() && !locators[i].equals("–")) {
                    told.addAll(List.of(locators[i].split(", ")));
                }
            }
        }
        List<Story.Mark> marks = new ArrayList<>();
        passages.forEach((document, told) -> marks.add(
                new Story.Mark(numbers.computeIfAbsent(document, d -> numbers.size() + 1), String.join(", ", told))));
        marks.sort(Comparator.comparingInt(Story.Mark::number));
        return marks;
    }

    /** All of them, when the story is told. */
    List<Story.Footnote> all(Function<Set<Node>, Function<Node, Cell>> labels) {
        Function<Node, Cell> label = labels.apply(numbers.keySet());
        List<Story.Footnote> notes = new ArrayList<>();
        numbers.forEach((document, number) -> notes.add(new Story.Footnote(number, label.apply(document))));
        return notes;
    }
}
