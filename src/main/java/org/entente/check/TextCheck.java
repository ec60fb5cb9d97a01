package org.entente.check;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;
import org.entente.sparql.InternalQuery;
import org.entente.store.SourceLocations;
import org.entente.store.SourceLocations.Position;
import org.entente.text.Paragraphs;
import org.entente.text.SourceTexts;
import org.entente.text.WordRuns;

/**
 * What can be judged only beside the texts: printed words stand in the passage that is cited, whom the passage names is given that name,
 * an exact day is printed or follows from printed words, the hash of a passage is that of its words, and notes are not copied. Documents
 * whose text is not at hand are left out.
 */
final class TextCheck {
    private static final String OMISSION = "…";
    /** Runs of fewer words come about by chance. */
    private static final int COPIED_WORDS = 8;

    private final SourceTexts texts;
    private final SourceLocations positions;
    private final List<Finding> findings = new ArrayList<>();

    private TextCheck(SourceTexts texts, SourceLocations positions) {
        this.texts = texts;
        this.positions = positions;
    }

    static List<Finding> run(DatasetGraph dataset, SourceTexts texts, SourceLocations positions) {
        TextCheck check = new TextCheck(texts, positions);
        if (!texts.isEmpty()) {
            Select select = Select.on(dataset);
            check.each(select, InternalQuery.CHECK_PRINTED, check::printed);
            check.each(select, InternalQuery.CHECK_NAMES, check::names);
            check.each(select, InternalQuery.CHECK_DAYS, check::day);
            check.each(select, InternalQuery.CHECK_PASSAGES, check::hashes);
            check.each(select, InternalQuery.CHECK_OWN_WORDS, check::ownWords);
        }
        return check.findings;
    }

    private interface Judgement {
        void judge(Row row, Paragraphs paragraphs, List<String> passage);
    }

    private void each(Select select, InternalQuery query, Judgement judgement) {
        for (Row row : select.rows(query.query()).rows()) {
            Optional<String> digest = row.node("digest").map(Node::getLiteralLexicalForm);
            texts.of(row.bound("document").getURI(), digest).map(Paragraphs::of).ifPresent(paragraphs -> {
                List<String> passage = new ArrayList<>(paragraphs.at(row.text("locator")));
                judgement.judge(row, paragraphs, passage);
            });
        }
    }

    /** The title of a document counts as part of every passage, for everybody sees it. */
    private void printed(Row row, Paragraphs paragraphs, List<String> passage) {
        passage.add(row.text("title"));
        String text = row.text("text");
        if (passage.stream().anyMatch(p -> contains(p, text)) || contains(String.join(" ", passage), text)) {
            return;
        }
        String elsewhere = IntStream.range(0, paragraphs.all().size())
                .filter(i -> contains(paragraphs.all().get(i), text))
                .mapToObj(i -> "P" + (i + 1))
                .collect(Collectors.joining(", "));
        add(
                row,
                "printed-not-in-passage",
                "these words do not stand in the passage cited, " + row.text("locator") + ": “" + text + "”",
                elsewhere.isEmpty()
                        ? "Write them as the source does, with … where words are left out; the nominative goes to ent:titleBaseForm or"
                                + " ent:nameBaseForm."
                        : "They stand in " + elsewhere + ": add it to ent:locator.");
    }

    private void names(Row row, Paragraphs paragraphs, List<String> passage) {
        String text = normal(String.join(" ", passage));
        PrintedName.in(text, row.text("text").lines())
                .ifPresent(name -> add(
                        row,
                        "name-not-given",
                        "a name of the participant stands in the passage cited, " + row.text("locator")
                                + ", and is not given: “" + name + "”",
                        "Write it as the passage does, in ent:nameAsPrinted."));
    }

    /** Whether a text has these words in this order; … stands for words that were left out. */
    private static boolean contains(String text, String printed) {
        String where = normal(text);
        int from = 0;
        for (String part : normal(printed).split(OMISSION, -1)) {
            int at = where.indexOf(part.strip(), from);
            if (at < 0) {
                return false;
            }
            from = at + part.strip().length();
        }
        return true;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\u00ad", "")
                .replaceAll("[\\s\u00a0\u202f]+", " ")
                .strip();
    }

    private void day(Row row, Paragraphs paragraphs, List<String> passage) {
        LocalDate day = LocalDate.parse(row.text("day"));
        boolean printed =
                PrintedDay.in(String.join(" ", paragraphs.all()), day) || PrintedDay.in(row.text("title"), day);
        if (!printed && row.text("text").isEmpty()) {
            add(
                    row,
                    "day-not-printed",
                    "the text prints no such day: " + day,
                    "Give the words from which the day follows in ent:timeAsPrinted (“am Montag”, “heute”), or write it with ~.");
        }
    }

    private void hashes(Row row, Paragraphs paragraphs, List<String> passage) {
        Function<List<String>, Set<String>> hashed = all -> all.stream()
                .map(Paragraphs::hash)
                .filter(hash -> !hash.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = hashed.apply(passage);
        Set<String> given = new TreeSet<>(List.of(row.text("hashes").split(" ")));
        given.remove("");
        if (!given.equals(wanted)) {
            add(
                    row,
                    "passage-hash",
                    passage.isEmpty()
                            ? "the text has no paragraph " + row.text("locator")
                            : "the hash is not that of the passage " + row.text("locator"),
                    passage.isEmpty()
                            ? "Correct ent:locator."
                            : "Write ent:passageHash "
                                    + wanted.stream().map(h -> '"' + h + '"').collect(Collectors.joining(" , ")) + ".");
        }
    }

    private void ownWords(Row row, Paragraphs paragraphs, List<String> passage) {
        int run = WordRuns.longest(row.text("text"), String.join(" ", paragraphs.all()));
        if (run >= COPIED_WORDS) {
            add(
                    row,
                    "words-copied",
                    run + " words in a row are those of the source: “" + row.text("text") + "”",
                    "Say it in your own words.");
        }
    }

    private void add(Row row, String code, String message, String advice) {
        Node thing = row.bound("thing");
        Position at = positions.of(thing).orElse(new Position("(derived)", 0, 0));
        findings.add(new Finding(
                Severity.WARNING,
                at.file(),
                at.line(),
                at.column(),
                code,
                TermSuggestions.compact(thing.getURI()) + ": " + message,
                advice));
    }
}
