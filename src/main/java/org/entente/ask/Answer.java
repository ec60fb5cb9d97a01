package org.entente.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a question, with its evidence.
 *
 * @param question as it was asked
 * @param asked what was understood; empty if the question was not understood
 * @param verdict what the answer comes to
 * @param answer in one sentence or two, in the language of the question
 * @param rows on what it rests; empty where there is no evidence
 * @param ran the canned query, dossier or chain behind it; empty if the question was not understood
 * @param alternatives other questions, or the things that a name may mean
 * @param unexplained words that were not understood
 * @param counted IRIs of the things whose number the answer tells; empty if it counts nothing
 */
public record Answer(
        String question,
        AskLanguage language,
        Optional<Asked> asked,
        Verdict verdict,
        String answer,
        List<Row> rows,
        Optional<Ran> ran,
        Coverage coverage,
        List<Alternative> alternatives,
        List<String> unexplained,
        Map<String, List<Term>> slots,
        List<String> counted) {
    /** What an answer comes to. */
    public enum Verdict {
        HELD("held"),
        SAME_EVENT("same-event"),
        BY_OFFICE("by-office"),
        ANNOUNCED("announced"),
        CONTRADICTED("contradicted"),
        NOT_HELD("not-held"),
        POSSIBLE("possible"),
        NOT_STATED("not-stated"),
        NO_EVIDENCE("no-evidence"),
        AMBIGUOUS("ambiguous"),
        NOT_UNDERSTOOD("not-understood");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The name in data. */
        public String word() {
            return word;
        }
    }

    /**
     * A thing or a text.
     *
     * @param iri "" for a text
     */
    public record Term(String iri, String label) {
        static Term text(String label) {
            return new Term("", label);
        }
    }

    /**
     * One row.
     *
     * @param cells column to values, in their order
     */
    public record Row(Map<String, List<Term>> cells, List<Source> sources) {
        public Row {
            cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
            sources = List.copyOf(sources);
        }
    }

    /**
     * Where it is said.
     *
     * @param locator paragraphs; "" if not stated
     */
    public record Source(Term document, String locator) {}

    /**
     * What was asked of the collection.
     *
     * @param query id of the canned query, or dossier, path
     * @param parameters with which the address gives the same rows again
     * @param href that address
     */
    public record Ran(String query, Map<String, List<String>> parameters, String href, List<String> sparql) {}

    /**
     * What may be meant.
     *
     * @param question to ask next
     */
    public record Alternative(String label, String question, String iri) {}

    /** Whether the collection had an answer. */
    public boolean found() {
        return !rows.isEmpty();
    }
}
