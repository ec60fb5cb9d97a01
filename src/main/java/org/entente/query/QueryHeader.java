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
 */
public record QueryHeader(
        LocalText summary,
        LocalText description,
        List<String> tags,
        LocalText question,
        List<Parameter> parameters,
        Map<String, List<String>> example,
        String view,
        int pagination) {

    public QueryHeader {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        example = Map.copyOf(example);
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
