package org.entente.web.canned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.DateReader;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.web.page.Cell;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.ResultTable;
import org.entente.web.page.View;

/** The coverage of years, publishers and countries, with its gaps. */
public final class CoveragePage implements ResultPage {
    /** The query for the gaps, whose result this page shows, too. */
    static final String GAPS = "coverage-gaps";

    private final QueryCatalog catalog;
    private final EntityResolver names;

    CoveragePage(QueryCatalog catalog, EntityResolver names) {
        this.catalog = catalog;
        this.names = names;
    }

    /**
     * The page of the coverage.
     *
     * @param years all years from the first to the last
     * @param most largest number in any year
     * @param gapYears years without events, as spans
     * @param uncounted why the figures do not say how many there are at least
     */
    public record Coverage(
            CannedAnswer answer,
            List<Year> years,
            long most,
            String gapYears,
            List<Publisher> publishers,
            List<Polity> polities,
            String uncounted)
            implements View {
        @Override
        public String template() {
            return "canned/coverage.jte";
        }

        /** The address of the query for the gaps. */
        public String gaps() {
            return "/queries/" + GAPS;
        }

        /** The height of a bar in percent of the chart. */
        public long height(long number) {
            return most == 0 ? 0 : Math.round(100.0 * number / most);
        }
    }

    /** The events of a year, and the documents published in it. */
    public record Year(int year, long events, long documents, long reports) {}

    /**
     * The share of a publisher.
     *
     * @param publisher empty if it is not known
     */
    public record Publisher(Cell publisher, long documents, long reports, String years) {}

    /**
     * A country or region.
     *
     * @param present for each year, whether there are events
     * @param without years without events, as spans
     */
    public record Polity(Cell polity, long events, long documents, List<Boolean> present, String without) {}

    @Override
    public Groups group(QueryExecutor.Session session, Rows rows, EntityLabels labels, CannedRequest request) {
        Rows gaps = gaps(session, request.language());
        EntityLabels polityLabels = EntityLabels.of(session, ResultTable.named(gaps), request.language());
        TreeMap<Integer, long[]> years = new TreeMap<>();
        for (Row row : gaps.rows()) {
            if (row.node("year").isPresent()) {
                years.put((int) row.number("year"), new long[] {row.number("events"), row.number("documents"), 0});
            }
        }
        for (Row row : rows.rows()) {
            long[] counts = row.node("year").isPresent() ? years.get((int) row.number("year")) : null;
            if (counts != null) {
                counts[2] += row.number("reports");
            }
        }
        List<Year> all = new ArrayList<>();
        years.forEach((year, n) -> all.add(new Year(year, n[0], n[1], n[2])));
        long most = all.stream()
                .mapToLong(y -> Math.max(y.events(), y.documents()))
                .max()
                .orElse(0);
        TreeSet<Integer> empty = new TreeSet<>();
        all.stream().filter(y -> y.events() == 0).forEach(y -> empty.add(y.year()));
        List<Polity> polities = new ArrayList<>(gaps.rows().stream()
                .filter(row -> row.node("polity").isPresent())
                .map(row -> polity(row, years.navigableKeySet(), polityLabels))
                .toList());
        Collections.reverse(polities); // most documents first
        List<Publisher> publishers = publishers(rows, labels);
        String uncounted = catalog.query(GAPS)
                .map(query -> query.header().uncounted().in(request.language()))
                .orElse("");
        return new Groups(
                rows.isEmpty() ? 0 : 1,
                answer -> new Coverage(answer, all, most, spans(empty), publishers, polities, uncounted));
    }

    private Rows gaps(QueryExecutor.Session session, String language) {
        CannedQuery query = catalog.query(GAPS).orElse(null);
        if (query == null) {
            return new Rows(List.of(), List.of(), false);
        }
        BoundQuery bound = query.bind(
                Parameters.read(query, Map.of("lang", List.of(language)), names, DateReader.PLAIN),
                new Paging(1, CannedQuestion.MOST_GROUPED));
        return session.select(bound.filled(), CannedQuestion.MOST_GROUPED);
    }

    private static Polity polity(Row row, java.util.NavigableSet<Integer> years, EntityLabels labels) {
        TreeSet<Integer> without = new TreeSet<>();
        for (String year : row.text("yearsWithout").split(" ")) {
            if (!year.isEmpty()) {
                without.add(Integer.parseInt(year));
            }
        }
        return new Polity(
                ConflictsPage.cell(row, "polity", labels),
                row.number("events"),
                row.number("documents"),
                years.stream().map(year -> !without.contains(year)).toList(),
                spans(without));
    }

    private static List<Publisher> publishers(Rows rows, EntityLabels labels) {
        Map<String, List<Row>> byPublisher = new LinkedHashMap<>();
        rows.rows().forEach(row -> byPublisher
                .computeIfAbsent(row.text("publisher"), p -> new ArrayList<>())
                .add(row));
        return byPublisher.values().stream()
                .map(its -> {
                    TreeSet<Integer> years = new TreeSet<>();
                    its.stream()
                            .filter(row -> row.node("year").isPresent())
                            .forEach(row -> years.add((int) row.number("year")));
                    return new Publisher(
                            ConflictsPage.cell(its.getFirst(), "publisher", labels),
                            its.stream()
                                    .mapToLong(row -> row.number("documents"))
                                    .sum(),
                            its.stream().mapToLong(row -> row.number("reports")).sum(),
                            spans(years));
                })
                .sorted((a, b) -> Long.compare(b.reports(), a.reports()))
                .toList();
    }

    /** Years as spans, such as {@code 1996–2005, 2008}. */
    static String spans(TreeSet<Integer> years) {
        List<int[]> spans = new ArrayList<>();
        for (int year : years) {
            if (!spans.isEmpty() && spans.getLast()[1] == year - 1) {
                spans.getLast()[1] = year;
            } else {
                spans.add(new int[] {year, year});
            }
        }
        return spans.stream().map(span -> span(span[0], span[1])).collect(Collectors.joining(", "));
    }

    private static String span(int from, int to) {
        return from == to ? Integer.toString(from) : from + (to == from + 1 ? ", " : "–") + to;
    }
}
