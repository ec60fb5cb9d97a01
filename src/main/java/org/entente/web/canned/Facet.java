package org.entente.web.canned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.query.EntityResolver;
import org.entente.query.Parameter;
import org.entente.query.ParameterType;
import org.entente.vocab.Iris;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;
import org.entente.web.page.Cell;
import org.entente.web.page.EntityLabels;

/**
 * What narrows the rows of a list: the values of one column, counted.
 *
 * @param choices most frequent first; years in their order
 */
public record Facet(String title, List<Choice> choices) {
    /**
     * One value.
     *
     * @param count rows of the present list that have it
     * @param href the list with this filter, or without it if it is chosen
     */
    public record Choice(String label, long count, String href, boolean chosen) {}

    /** Whether one of the values is chosen. */
    public boolean isChosen() {
        return choices.stream().anyMatch(Choice::chosen);
    }

    /** Terms in the columns of facets, which need a label. */
    static List<Node> mentioned(CannedQuestion question, Rows rows, EntityResolver names) {
        return question.query().header().facets().stream()
                .flatMap(facet -> rows.rows().stream().flatMap(row -> values(row, facet)))
                .distinct()
                .filter(text ->
                        text.startsWith("http") && names.label(text, "en").isEmpty())
                .map(NodeFactory::createURI)
                .toList();
    }

    /** @param rows of all pages */
    static List<Facet> of(CannedQuestion question, Rows rows, EntityResolver names, EntityLabels labels) {
        List<Facet> facets = new ArrayList<>();
        for (String name : question.query().header().facets()) {
            Parameter parameter = question.query().header().parameter(name).orElseThrow();
            Map<String, Long> counts = new LinkedHashMap<>();
            rows.rows().forEach(row -> values(row, name).forEach(value -> counts.merge(value, 1L, Long::sum)));
            List<String> chosen = question.arguments().canonical().getOrDefault(name, List.of());
            boolean number = parameter.type() == ParameterType.INTEGER;
            Comparator<Choice> order = number
                    ? Comparator.comparing(Choice::label).reversed()
                    : Comparator.comparingLong((Choice choice) -> -choice.count())
                            .thenComparing(Choice::label);
            List<Choice> choices = counts.entrySet().stream()
                    .map(each -> choice(question, parameter, each.getKey(), each.getValue(), chosen, names, labels))
                    .sorted(Comparator.comparing((Choice choice) -> !choice.chosen())
                            .thenComparing(order))
                    .toList();
            if (!choices.isEmpty()) {
                facets.add(
                        new Facet(parameter.description().in(question.request().language()), choices));
            }
        }
        return facets;
    }

    private static Choice choice(
            CannedQuestion question,
            Parameter parameter,
            String value,
            long count,
            List<String> chosen,
            EntityResolver names,
            EntityLabels labels) {
        boolean iri = value.startsWith("http");
        String written =
                !iri ? value : parameter.type() == ParameterType.IRI ? Prefixes.compact(value) : Iris.localName(value);
        String label = iri
                ? names.label(value, question.request().language())
                        .or(() -> Optional.ofNullable(labels.of(NodeFactory.createURI(value)))
                                .map(Cell.Label::text))
                        .orElse(Iris.localName(value))
                : value;
        boolean isChosen = chosen.contains(written);
        Map<String, List<String>> parameters = new TreeMap<>(question.request().permalink(question.arguments()));
        parameters.remove(parameter.name());
        if (!isChosen) {
            parameters.put(parameter.name(), List.of(written));
        }
        return new Choice(label, count, Urls.with(question.request().path(), parameters), isChosen);
    }

    private static Stream<String> values(Row row, String column) {
        String text = row.text(column);
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(" "));
    }
}
