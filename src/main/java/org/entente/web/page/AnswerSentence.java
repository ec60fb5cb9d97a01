package org.entente.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.query.AnswerTemplate;
import org.entente.query.Arguments;
import org.entente.query.Column;
import org.entente.query.ColumnType;
import org.entente.query.EntityResolver;
import org.entente.query.LocalText;
import org.entente.query.Panel;
import org.entente.query.ParameterType;
import org.entente.query.QueryHeader;
import org.entente.time.DateText;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.entente.vocab.Iris;
import org.entente.vocab.Prefixes;

/** Says in one sentence what all rows of an answer come to, in the words of the query's header. */
public final class AnswerSentence implements AnswerTemplate.Values {
    /** Number of labels in a list. */
    private static final int MOST_NAMED = 4;

    private final QueryHeader header;
    private final Arguments arguments;
    private final Rows rows;
    private final EntityResolver names;
    private final Messages messages;

    /**
     * @param rows of all pages; there is no sentence if there are none, or more than were read
     * @param names for the labels of values
     */
    public AnswerSentence(QueryHeader header, Arguments arguments, Rows rows, EntityResolver names, String language) {
        this.header = header;
        this.arguments = arguments;
        this.rows = rows;
        this.names = names;
        this.messages = Messages.in(language);
    }

    /** Names of parameters to their values, as a reader would say them. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        header.parameters().forEach(parameter -> value(parameter.name())
                .filter(value -> parameter.type() != ParameterType.ENUM)
                .ifPresent(value -> values.put(parameter.name(), value)));
        return values;
    }

    /** The sentence; "" if there is none. */
    public String sentence() {
        if (rows.isEmpty() || rows.more()) {
            return "";
        }
        LocalText text = text();
        return text.isEmpty() ? "" : new AnswerTemplate(text.in(messages.language())).fill(this);
    }

    /** The words of the panel that asks for just this, or those of the query. */
    private LocalText text() {
        return header.panels().stream()
                .filter(panel -> !panel.answer().isEmpty()
                        && !asked(panel.parameter()).isEmpty()
                        && panel.with().entrySet().stream()
                                .allMatch(with -> Set.copyOf(with.getValue()).equals(Set.copyOf(asked(with.getKey())))))
                .map(Panel::answer)
                .findFirst()
                .orElse(header.answer());
    }

    /** The values of a parameter as in an address, or its defaults. */
    private List<String> asked(String parameter) {
        List<String> given = arguments.canonical().getOrDefault(parameter, List.of());
        return given.isEmpty() ? header.parameter(parameter).orElseThrow().defaults() : given;
    }

    @Override
    public boolean asksForAll(AnswerTemplate.Rows counted) {
        return header.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.ENUM)
                .allMatch(parameter -> asked(parameter.name()).isEmpty()
                        || parameter.values().stream()
                                .filter(value -> value.node()
                                        .flatMap(Prefixes::expand)
                                        .map(Iris::localName)
                                        .filter(name -> counted.where().values().stream()
                                                .anyMatch(names -> names.contains(name)))
                                        .isPresent())
                                .allMatch(value -> asked(parameter.name()).contains(value.name())));
    }

    @Override
    public Optional<String> value(String name) {
        if (name.equals(AnswerTemplate.PERIOD)) {
            return Optional.of(period());
        }
        List<String> texts = arguments.canonical().getOrDefault(name, List.of());
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        String variable = header.parameter(name).orElseThrow().variable();
        Node one = arguments.scalars().get(variable);
        List<Node> nodes = one == null ? arguments.lists().getOrDefault(variable, List.of()) : List.of(one);
        return Optional.of(nodes.stream()
                .map(node -> node.isURI() ? label(node.getURI()) : date(bound(name, node.getLiteralLexicalForm())))
                .collect(Collectors.joining(", ")));
    }

    private String label(String iri) {
        return names.label(iri, messages.language()).orElse(Iris.localName(iri));
    }

    /** "After 2019" as a beginning is 2020. */
    private static String bound(String parameter, String edtf) {
        return switch (parameter) {
            case "from" -> edtf.endsWith("/..") ? edtf.substring(0, edtf.length() - 3) : edtf;
            case "to" -> edtf.startsWith("../") ? edtf.substring(3) : edtf;
            default -> edtf;
        };
    }

    private String date(String text) {
        try {
            return DateText.in(messages.language()).plain(text);
        } catch (EdtfException e) {
            return text;
        }
    }

    @Override
    public long count(String column, AnswerTemplate.Rows counted) {
        Set<String> except = counted.except().isEmpty()
                ? Set.of()
                : values(column, counted.except()).collect(Collectors.toSet());
        return values(column, counted.where())
                .filter(value -> !except.contains(value))
                .distinct()
                .count();
    }

    /** The values of a column in the rows that have one of these local names in each of these columns. */
    private Stream<String> values(String column, Map<String, Set<String>> where) {
        return values(column, CountedThings.rows(rows.rows(), where));
    }

    private static Stream<String> values(String column, Stream<Row> rows) {
        return rows.map(row -> row.node(column).orElse(null))
                .filter(Objects::nonNull)
                .flatMap(AnswerSentence::each);
    }

    @Override
    public String list(String column) {
        List<String> labels = rows.rows().stream()
                .map(row -> row.text(rows.columns().contains(column + "Label") ? column + "Label" : column))
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
        List<String> first = labels.subList(0, Math.min(labels.size(), MOST_NAMED));
        String more = labels.size() > first.size() ? messages.get("answer.more", labels.size() - first.size()) : "";
        return String.join(", ", first) + more;
    }

    /** Lists of sources are one text with blanks between. */
    private static Stream<String> each(Node node) {
        String text = Row.text(node);
        return text.startsWith("http") ? Stream.of(text.split("\\s+")) : Stream.of(text);
    }

    /** " in 2015", " between 2015 and 2019"; "" if the rows have no dates. */
    private String period() {
        List<String> dates = header.columns().stream()
                .filter(column -> column.type() == ColumnType.DATE)
                .map(Column::name)
                .limit(1)
                .toList();
        if (dates.isEmpty()) {
            return "";
        }
        List<String> texts =
                rows.rows().stream().map(row -> row.text(dates.getFirst())).toList();
        List<TimeBounds> bounds = texts.stream().flatMap(AnswerSentence::bounds).toList();
        String years = years(bounds);
        return years.isEmpty() || texts.stream().noneMatch(String::isEmpty)
                ? years
                : years + messages.get("answer.undated");
    }

    /** A side that is open in one of the dates is open. */
    private String years(List<TimeBounds> bounds) {
        Optional<String> first = bounds.stream().allMatch(date -> date.earliestStart() != null)
                ? bounds.stream()
                        .map(date -> Objects.requireNonNull(date.earliestStart()))
                        .min(LocalDate::compareTo)
                        .map(date -> Integer.toString(date.getYear()))
                : Optional.empty();
        Optional<String> last = bounds.stream().allMatch(date -> date.latestEnd() != null)
                ? bounds.stream()
                        .map(date -> Objects.requireNonNull(date.latestEnd()))
                        .max(LocalDate::compareTo)
                        .map(date -> Integer.toString(date.getYear()))
                : Optional.empty();
        if (first.isEmpty() && last.isEmpty()) {
            return "";
        }
        return " "
                + (first.isEmpty()
                        ? messages.get("answer.until", last.get())
                        : last.isEmpty()
                                ? messages.get("answer.since", first.get())
                                : first.equals(last)
                                        ? messages.get("answer.year", first.get())
                                        : messages.get("answer.years", first.get(), last.get()));
    }

    /** Where sources disagree, a cell has the date of each. */
    private static Stream<TimeBounds> bounds(String cell) {
        return Stream.of(cell.split(" \\| ")).filter(text -> !text.isEmpty()).flatMap(AnswerSentence::parsed);
    }

    private static Stream<TimeBounds> parsed(String edtf) {
        try {
            return Stream.of(Edtf.parse(edtf).bounds());
        } catch (EdtfException e) {
            return Stream.empty();
        }
    }
}
