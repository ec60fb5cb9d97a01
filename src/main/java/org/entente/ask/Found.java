package org.entente.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.encounter.Named;

/**
 * What was found for a question.
 *
 * @param sentence the answer in words
 * @param counted the things whose number the sentence tells; empty if it counts nothing
 */
record Found(Verdict verdict, String sentence, List<Answer.Row> rows, List<String> counted) {
    /** Without a count. */
    Found(Verdict verdict, String sentence, List<Answer.Row> rows) {
        this(verdict, sentence, rows, List.of());
    }

    /** A row under construction. */
    static final class Cells {
        private final Map<String, List<Term>> cells = new LinkedHashMap<>();
        private final Map<String, Answer.Source> sources = new LinkedHashMap<>();

        private static Answer.Source both(Answer.Source one, Answer.Source other) {
            Set<String> locators = new LinkedHashSet<>();
            for (Answer.Source source : List.of(one, other)) {
                Stream.of(source.locator().split(",\\s*"))
                        .filter(each -> !each.isEmpty())
                        .forEach(locators::add);
            }
            return new Answer.Source(one.document(), String.join(", ", locators));
        }

        Cells put(String column, Term term) {
            if (!term.label().isEmpty()) {
                cells.computeIfAbsent(column, k -> new ArrayList<>()).add(term);
            }
            return this;
        }

        Cells put(String column, List<Term> terms) {
            terms.forEach(term -> put(column, term));
            return this;
        }

        Cells from(List<Answer.Source> more) {
            more.forEach(source -> sources.merge(source.document().iri(), source, Cells::both));
            return this;
        }

        Answer.Row row() {
            Map<String, List<Term>> all = new LinkedHashMap<>();
            cells.forEach(
                    (column, terms) -> all.put(column, terms.stream().distinct().toList()));
            return new Answer.Row(all, List.copyOf(sources.values()));
        }
    }

    /** A thing that carries its label. */
    static Term term(Named named) {
        return new Term(named.node().isURI() ? named.node().getURI() : "", named.label());
    }

    static List<Answer.Row> distinct(List<Answer.Row> rows) {
        return rows.stream().distinct().toList();
    }

    /** The labels of a column. */
    static List<String> labels(List<Answer.Row> rows, String column) {
        return rows.stream()
                .flatMap(row -> row.cells().getOrDefault(column, List.of()).stream())
                .map(Term::label)
                .distinct()
                .toList();
    }

    static int sources(List<Answer.Row> rows) {
        return (int) rows.stream()
                .flatMap(row -> row.sources().stream())
                .map(s -> s.document().iri())
                .distinct()
                .count();
    }
}
