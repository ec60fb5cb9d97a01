package org.entente.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the {@code #+} lines of a query file say.
 *
 * @param summary one line, at least de and en
 * @param description a paragraph; may be missing
 * @param tags keywords
 * @param question question templates with {@code {parameter}} slots, by language
 * @param parameters the declared parameters, in the order of the file
 * @param example parameter name to the texts of an example that returns rows with the shipped data
 * @param view how the result is best shown: table, timeline, network, map or chart
 * @param pagination rows per page
 * @param columns what the declared columns are, in the order of the file; columns of the query may be left out
 * @param panels where it stands on the pages of entities
 */
public record QueryHeader(
        LocalText summary,
        LocalText description,
        List<String> tags,
        LocalText question,
        List<Parameter> parameters,
        Map<String, List<String>> example,
        String view,
        int pagination,
        List<Column> columns,
        List<Panel> panels) {

    public QueryHeader {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        example = Map.copyOf(example);
        columns = List.copyOf(columns);
        panels = List.copyOf(panels);
    }

    /** A header that says nothing of columns and panels. */
    public QueryHeader(
            LocalText summary,
            LocalText description,
            List<String> tags,
            LocalText question,
            List<Parameter> parameters,
            Map<String, List<String>> example,
            String view,
            int pagination) {
        this(summary, description, tags, question, parameters, example, view, pagination, List.of(), List.of());
    }

    /** The declared column of this name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The parameter of this name. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** The same with one of its parameters. */
    QueryHeader only(Parameter parameter) {
        return new QueryHeader(summary, description, tags, question, List.of(parameter), Map.of(), view, pagination);
    }
}
