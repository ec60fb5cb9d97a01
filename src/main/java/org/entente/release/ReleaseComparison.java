package org.entente.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.execution.CancellationCheck;
import org.entente.execution.Rows;
import org.entente.query.CannedQuery;
import org.entente.query.Parameter;
import org.entente.query.ParameterException;
import org.entente.query.ParameterType;
import org.entente.vocab.Ent;

/**
 * What differs between two releases: statements, and answers. Asked are every canned query with its own example, and those about one
 * thing for the things about which most statements changed.
 *
 * @param asked number of questions that were asked of both
 * @param left number of questions about things that changed and that were not asked, since they are too many
 */
public record ReleaseComparison(
        String from,
        String to,
        StatementChanges statements,
        List<RowChange.Cause> causes,
        List<AnswerChange> answers,
        int asked,
        int left) {
    /** Most questions about things that changed. */
    private static final int MOST = 60;

    private static final Pattern THING = Pattern.compile("<(" + Pattern.quote(Ent.ID) + "[^>]+)>");

    /**
     * Compares two states.
     *
     * @param stop asked between statements, questions and rows; one question more may be answered before it is heard
     */
    public static ReleaseComparison of(KeptState from, KeptState to, CancellationCheck stop) {
        return from.id().equals(to.id()) ? same(from.id()) : new Asking(from, to, stop).compare();
    }

    /** One id is one state, so nothing needs to be asked. */
    private static ReleaseComparison same(String id) {
        StatementChanges none =
                new StatementChanges(List.of(), Collections.emptySortedMap(), StatementChanges.Count.NONE, List.of());
        return new ReleaseComparison(id, id, none, List.of(), List.of(), 0, 0);
    }

    /** Compares the answers to one question, with what its rows are due to. */
    public static List<RowChange> rows(KeptState from, KeptState to, Rows before, Rows after, List<String> key) {
        StatementChanges changes = StatementChanges.between(from, to, CancellationCheck.NEVER);
        return new RowComparison(before, after, key, new Causes(changes, from, to), CancellationCheck.NEVER).changes();
    }

    private static final class Asking {
        private final KeptState from;
        private final KeptState to;
        private final StatementChanges statements;
        private final Causes causes;
        private final DefaultAnswers before;
        private final DefaultAnswers after;
        private final List<AnswerChange> changed = new ArrayList<>();
        private final CancellationCheck stop;
        private int asked;

        Asking(KeptState from, KeptState to, CancellationCheck stop) {
            this.stop = stop;
            this.from = from;
            this.to = to;
            this.statements = StatementChanges.between(from, to, stop);
            this.causes = new Causes(statements, from, to);
            this.before = new DefaultAnswers(from.store());
            this.after = new DefaultAnswers(to.store());
        }

        ReleaseComparison compare() {
            Map<String, Manifest.Answer> older = new HashMap<>();
            from.answers().get().forEach(answer -> older.put(answer.query(), answer));
            for (Manifest.Answer now : to.answers().get()) {
                Optional<Manifest.Answer> then = Optional.ofNullable(older.get(now.query()));
                asked++;
                if (then.isEmpty() || !then.get().sha256().equals(now.sha256())) {
                    to.catalog().query(now.query()).ifPresent(query -> ask(query, now.parameters()));
                }
            }
            List<Question> questions = about();
            questions.stream().limit(MOST).forEach(question -> {
                asked++;
                ask(question.query(), Map.of(question.parameter(), List.of(question.thing())));
            });
            return new ReleaseComparison(
                    from.id(),
                    to.id(),
                    statements,
                    causes.all(),
                    List.copyOf(changed),
                    asked,
                    Math.max(0, questions.size() - MOST));
        }

        private void ask(CannedQuery query, Map<String, List<String>> parameters) {
            if (query.isConstruct()
                    || changed.stream()
                            .anyMatch(c -> c.query().equals(query.id())
                                    && c.parameters().equals(parameters))) {
                return;
            }
            stop.check();
            Optional<Rows> now = rows(after, to, query, parameters);
            stop.check();
            Optional<CannedQuery> older = from.catalog().query(query.id());
            Optional<Rows> then = older.flatMap(q -> rows(before, from, q, parameters));
            if (now.isEmpty() && then.isEmpty()) {
                return;
            }
            Rows none = new Rows(now.or(() -> then).orElseThrow().columns(), List.of(), false);
            List<RowChange> rows = new RowComparison(
                            then.orElse(none), now.orElse(none), query.header().key(), causes, stop)
                    .changes();
            if (!rows.isEmpty()) {
                changed.add(new AnswerChange(
                        query.id(),
                        parameters,
                        subject(parameters),
                        then.map(r -> (long) r.rows().size()).orElse(-1L),
                        now.map(r -> (long) r.rows().size()).orElse(-1L),
                        rows));
            }
        }

        private static Optional<Rows> rows(
                DefaultAnswers answers, KeptState state, CannedQuery query, Map<String, List<String>> parameters) {
            try {
                return Optional.of(state.store().read(dataset -> answers.rows(dataset, query, parameters)));
            } catch (ParameterException | QueryCancelledException e) {
                return Optional.empty();
            }
        }

        private String subject(Map<String, List<String>> parameters) {
            return parameters.values().stream()
                    .flatMap(List::stream)
                    .findFirst()
                    .map(value -> org.entente.vocab.Prefixes.expand(value).orElse(value))
                    .map(iri -> iri.startsWith("http")
                            ? to.store().read(d -> StateLabels.of(d, NodeFactory.createURI(iri), "en"))
                            : iri)
                    .orElse("");
        }

        private record Question(CannedQuery query, String parameter, String thing) {}

        /** The questions about one thing, for things in changed statements, those with most of them first. */
        private List<Question> about() {
            Map<String, Integer> changes = new HashMap<>();
            statements.changes().forEach(c -> THING.matcher(c.line())
                    .results()
                    .forEach(m -> changes.merge(m.group(1), 1, Integer::sum)));
            statements.view().forEach(line -> THING.matcher(line)
                    .results()
                    .forEach(m -> changes.merge(m.group(1), 1, Integer::sum)));
            List<String> things = changes.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .toList();
            Map<CannedQuery, Parameter> queries = new LinkedHashMap<>();
            to.catalog().queries().forEach(query -> about(query).ifPresent(parameter -> queries.put(query, parameter)));
            Map<String, Set<String>> types = to.store().read(dataset -> types(dataset, things));
            List<Question> questions = new ArrayList<>();
            for (String thing : things) {
                queries.forEach((query, parameter) -> {
                    if (parameter.classes().stream().anyMatch(types.getOrDefault(thing, Set.of())::contains)) {
                        questions.add(new Question(query, parameter.name(), thing));
                    }
                });
            }
            return questions;
        }

        /** The only required parameter of a query whose rows can be told apart, if it takes a thing. */
        private static Optional<Parameter> about(CannedQuery query) {
            List<Parameter> required = query.header().parameters().stream()
                    .filter(Parameter::required)
                    .toList();
            return query.header().key().isEmpty()
                            || required.size() != 1
                            || required.getFirst().type() != ParameterType.IRI
                    ? Optional.empty()
                    : Optional.of(required.getFirst());
        }

        private static Map<String, Set<String>> types(DatasetGraph dataset, List<String> things) {
            Map<String, Set<String>> types = new TreeMap<>();
            for (String thing : things) {
                Set<String> all = new TreeSet<>();
                dataset.getDefaultGraph()
                        .find(NodeFactory.createURI(thing), RDF.type.asNode(), Node.ANY)
                        .forEachRemaining(t -> above(dataset, t.getObject(), all));
                types.put(thing, all);
            }
            return types;
        }

        private static void above(DatasetGraph dataset, Node type, Set<String> all) {
            if (type.isURI() && all.add(type.getURI())) {
                dataset.getDefaultGraph()
                        .find(type, RDFS.subClassOf.asNode(), Node.ANY)
                        .forEachRemaining(t -> above(dataset, t.getObject(), all));
            }
        }
    }

    /** Answers that changed, those with most changed rows first. */
    public List<AnswerChange> mostChanged() {
        return answers.stream()
                .sorted(Comparator.comparing((AnswerChange a) -> a.rows().size())
                        .reversed())
                .toList();
    }
}
