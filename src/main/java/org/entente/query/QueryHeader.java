package org.entente.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a query file: its {@code #+} lines.
 *
 * @param summary one line, at least in German and English
 * @param description a paragraph; may be missing
 * @param tags keywords
 * @param question question templates with {@code {parameter}} slots, by language
 * @param parameters the declared parameters, in the order of the file
 * @param example parameter name to the texts of an example that returns rows with the shipped data
 * @param view how the result is shown by default: table, timeline, network, map or chart
 * @param pagination number of rows on a page
 * @param columns the declared columns, in the order of the file; not all columns need a declaration
 * @param panels its panels on the pages of entities
 * @param answer the sentence that says what the rows come to, see {@link AnswerTemplate}; may be missing
 * @param facets columns by whose values a reader narrows the rows, each with a parameter of the same name; a cell may list several
 * @param key the columns that say what a row is about: no two rows have the same values in all of them
 * @param claims whether its rows are claims of sources; those have the columns {@code sources} and {@code locators}
 * @param counted what readers take for the number of all such things; empty if nothing is counted
 * @param uncounted why the number of rows says nothing of how many there are, where readers may take it for that; may be missing
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
        List<Panel> panels,
        LocalText answer,
        List<String> facets,
        List<String> key,
        boolean claims,
        Optional<Counted> counted,
        LocalText uncounted) {

    public QueryHeader {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        example = Map.copyOf(example);
        columns = List.copyOf(columns);
        panels = List.copyOf(panels);
        facets = List.copyOf(facets);
        key = List.copyOf(key);
    }

    /** A header without columns and panels. */
    public QueryHeader(
            LocalText summary,
            LocalText description,
            List<String> tags,
            LocalText question,
            List<Parameter> parameters,
            Map<String, List<String>> example,
            String view,
            int pagination) {
        this(
                summary,
                description,
                tags,
                question,
                parameters,
                example,
                view,
                pagination,
                List.of(),
                List.of(),
                LocalText.NONE,
                List.of(),
                List.of(),
                true,
                Optional.empty(),
                LocalText.NONE);
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

    /** The same header with other examples. */
    QueryHeader with(List<Parameter> others, Map<String, List<String>> examples) {
        return new QueryHeader(
                summary,
                description,
                tags,
                question,
                others,
                examples,
                view,
                pagination,
                columns,
                panels,
                answer,
                facets,
                key,
                claims,
                counted,
                uncounted);
    }

    /** The same header with only one of its parameters. */
    QueryHeader only(Parameter parameter) {
        return new QueryHeader(summary, description, tags, question, List.of(parameter), Map.of(), view, pagination);
    }
}
