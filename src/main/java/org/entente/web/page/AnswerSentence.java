package org.entente.web.canned;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.entente.query.ParameterType;
import org.entente.time.DateText;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.entente.vocab.Iris;
import org.entente.web.page.Messages;

/** Says in one sentence what all rows of an answer come to, in the words of the query's header. */
final class AnswerSentence implements AnswerTemplate.Values {
    private final CannedQuestion question;
    private final Rows rows;
    private final EntityResolver names;
    private final Messages messages;

    private AnswerSentence(CannedQuestion question, Rows rows, EntityResolver names) {
        this.question = question;
        this.rows = rows;
        this.names = names;
        this.messages = Messages.in(question.request().language());
    }

    /**
     * What is said above the answer.
     *
     * @param rows of all pages; the sentence is left out if there are none, or more than were read
     * @param names to say how names were read
     */
    static CannedForm.Said of(CannedQuestion question, Rows rows, EntityResolver names) {
        AnswerSentence said = new AnswerSentence(question, rows, names);
        Map<String, String> values = new TreeMap<>();
        question.query().header().parameters().forEach(parameter -> said.value(parameter.name())
                .filter(value -> parameter.type() != ParameterType.ENUM)
                .ifPresent(value -> values.put(parameter.name(), value)));
        return new CannedForm.Said(said.sentence(), said.readings(), values);
    }

    private String sentence() {
        if (rows.isEmpty() || rows.more()) {
            return "";
        }
        LocalText text = question.query().header().answer();
        return text.isEmpty() ? "" : new AnswerTemplate(text.in(messages.language())).fill(this);
    }

    private List<String> readings() {
        List<String> readings = new ArrayList<>();
        for (Arguments.Reading reading : question.arguments().readings()) {
            if (reading.type() == ParameterType.DATE) {
                readings.add(messages.get("answer.read", reading.text(), date(reading.meant())));
            } else {
                String how = names.difference(reading.text(), reading.meant(), messages.language());
                String label = label(reading.meant());
                if (!how.isEmpty()) {
                    readings.add(messages.get("answer.readHow", reading.text(), label, how));
                } else if (!label.equalsIgnoreCase(reading.text())) {
                    readings.add(messages.get("answer.read", reading.text(), label));
                }
            }
        }
        return readings;
    }

    @Override
    public Optional<String> value(String name) {
        if (name.equals(AnswerTemplate.PERIOD)) {
            return Optional.of(period());
        }
        List<String> texts = question.arguments().canonical().getOrDefault(name, List.of());
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        String variable =
                question.query().header().parameter(name).orElseThrow().variable();
        Node one = question.arguments().scalars().get(variable);
        List<Node> nodes = one == null ? question.arguments().lists().getOrDefault(variable, List.of()) : List.of(one);
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
    public long count(String column, String where, Set<String> localNames) {
        return rows.rows().stream()
                .filter(row -> where.isEmpty()
                        || row.node(where)
                                .filter(Node::isURI)
                                .map(node -> Iris.localName(node.getURI()))
                                .filter(localNames::contains)
                                .isPresent())
                .map(row -> row.node(column).orElse(null))
                .filter(Objects::nonNull)
                .flatMap(AnswerSentence::each)
                .distinct()
                .count();
    }

    /** Lists of sources are one text with blanks between. */
    private static Stream<String> each(Node node) {
        String text = Row.text(node);
        return text.startsWith("http") ? Stream.of(text.split("\\s+")) : Stream.of(text);
    }

    /** " in 2015", " between 2015 and 2019"; "" if the rows have no dates. */
    private String period() {
        List<String> dates = question.query().header().columns().stream()
                .filter(column -> column.type() == ColumnType.DATE)
                .map(Column::name)
                .limit(1)
                .toList();
        if (dates.isEmpty()) {
            return "";
        }
        List<TimeBounds> bounds = rows.rows().stream()
                .map(row -> row.text(dates.getFirst()))
                .filter(text -> !text.isEmpty())
                .flatMap(AnswerSentence::bounds)
                .toList();
        Optional<Integer> first = bounds.stream()
                .map(TimeBounds::earliestStart)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(LocalDate::getYear);
        Optional<Integer> last = bounds.stream()
                .map(TimeBounds::latestEnd)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(LocalDate::getYear);
        if (first.isEmpty() || last.isEmpty()) {
            return "";
        }
        return " "
                + (first.equals(last)
                        ? messages.get("answer.year", first.get().toString())
                        : messages.get(
                                "answer.years",
                                first.get().toString(),
                                last.get().toString()));
    }

    private static Stream<TimeBounds> bounds(String edtf) {
        try {
            return Stream.of(Edtf.parse(edtf).bounds());
        } catch (EdtfException e) {
            return Stream.empty();
        }
    }
}
