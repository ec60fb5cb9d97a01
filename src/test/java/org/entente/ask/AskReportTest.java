package org.entente.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints how the frozen questions are answered: {@code -Dask.report=develop}, {@code final} or {@code all}; a table of expected against given
 * families, every question that is not right, and the time that 95 of 100 need.
 */
@EnabledIfSystemProperty(named = "ask.report", matches = "develop|final|all")
class AskReportTest {
    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "ru", "mixed"})
    void report(String language) {
        String half = System.getProperty("ask.report");
        List<AskedQuestions.Question> questions = AskedQuestions.read(language).stream()
                .filter(q -> half.equals("all") || q.develop() == half.equals("develop"))
                .toList();
        List<AskedQuestions.Result> results =
                questions.stream().map(AskedQuestions::result).toList();
        StringBuilder out = new StringBuilder("\n=== " + language + ", " + half + "\n");
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        for (AskedQuestions.Result r : results) {
            String expected = r.question().answerable() ? r.question().family() : "(no answer)";
            String given = r.right() ? "right" : r.honest() ? "no answer" : "wrong";
            table.computeIfAbsent(expected, k -> new TreeMap<>()).merge(given, 1, Integer::sum);
            if (System.getProperty("ask.times") != null) {
                out.append("%6.0f ms %s %s%n".formatted(r.millis(), r.question().id(), r.family()));
            }
            if (!r.right()) {
                out.append(r.wrong() ? "WRONG " : "miss  ")
                        .append(r.question().id())
                        .append(' ')
                        .append(r.question().text())
                        .append("\n      ")
                        .append(r.family())
                        .append(' ')
                        .append(r.answer()
                                .asked()
                                .map(a -> a.slots().toString())
                                .orElse(""))
                        .append("\n      ")
                        .append(r.answer().verdict().word())
                        .append(" instead of ")
                        .append(r.question().verdicts())
                        .append("; unexplained ")
                        .append(r.answer().unexplained())
                        .append("; missing ")
                        .append(r.question().rows().stream()
                                .filter(k -> !r.keys().contains(k))
                                .toList())
                        .append("\n      ")
                        .append(r.answer().answer())
                        .append('\n');
            }
        }
        table.forEach((family, counts) -> out.append("%-18s %s%n".formatted(family, counts)));
        long right = results.stream()
                .filter(r -> r.question().answerable() && r.right())
                .count();
        long answerable =
                results.stream().filter(r -> r.question().answerable()).count();
        long honest = results.stream()
                .filter(r -> !r.question().answerable() && r.right())
                .count();
        long wrong = results.stream().filter(AskedQuestions.Result::wrong).count();
        List<Double> times = results.stream()
                .map(AskedQuestions.Result::millis)
                .sorted(Comparator.naturalOrder())
                .toList();
        out.append("right %d of %d, honest %d of %d, wrong %d, p95 %.0f ms%n"
                .formatted(right, answerable, honest, results.size() - answerable, wrong, times.get((int)
                        (times.size() * 0.95))));
        System.out.println(out);
    }
}
