package org.entente.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.link.Contribution.Source;
import org.entente.wikidata.WikidataProperties;

/** Contributions as commands of QuickStatements (version 1) and as its table (version 2). */
public final class QuickStatements {
    private static final String PUBLISHED = "S577";
    private static final String RETRIEVED = "S813";

    private QuickStatements() {}

    /** Commands of version 1, their parts separated by tabs: one for each source, for the same statement again adds a source to it. */
    public static List<String> lines(List<Contribution> contributions) {
        return contributions.stream()
                .flatMap(c -> c.sources().stream().map(source -> command(c, source)))
                .distinct()
                .toList();
    }

    /** The commands as one text; QuickStatements has no comments, so without commands it is empty. */
    public static String text(List<Contribution> contributions) {
        return lines(contributions).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String command(Contribution one, Source source) {
        return one.subject() + "\t" + one.property().pid() + "\t" + value(one)
                + part(WikidataProperties.START, time(one.time().start()))
                + part(WikidataProperties.END, time(one.time().end()))
                + part(WikidataProperties.POINT_IN_TIME, time(one.time().seen()))
                + part("S248", source.item())
                + part("S854", quoted(source.address()))
                + part(PUBLISHED, time(source.published()))
                + part(RETRIEVED, time(source.retrieved()));
    }

    private static String part(String property, String value) {
        return value.isEmpty() ? "" : "\t" + property + "\t" + value;
    }

    /** The table of version 2, one source a row: the columns of each property that is given, and what is not of it left empty. */
    public static String csv(List<Contribution> contributions) {
        List<GivenProperty> given = contributions.stream()
                .map(Contribution::property)
                .distinct()
                .sorted()
                .toList();
        StringBuilder out = new StringBuilder("qid");
        given.forEach(
                property -> columns(property).forEach(column -> out.append(',').append(column)));
        out.append('\n');
        for (Contribution one : contributions) {
            for (Source source : one.sources()) {
                List<String> row = new ArrayList<>(List.of(one.subject()));
                given.forEach(property -> row.addAll(
                        property == one.property()
                                ? cells(one, source)
                                : Collections.nCopies(columns(property).size(), "")));
                out.append(row.stream().map(QuickStatements::csvCell).collect(Collectors.joining(",")))
                        .append('\n');
            }
        }
        return out.toString();
    }

    /** A capital S begins a reference, a small one goes on with it. */
    private static List<String> columns(GivenProperty property) {
        return switch (property) {
            case POSITION ->
                List.of(property.pid(), "qal580", "qal582", "qal585", "S854", "s577", "s813", "S248", "s577");
            case PARTICIPANT -> List.of(property.pid(), "S854", "s577", "s813", "S248", "s577");
            default -> List.of(property.pid(), "S854", "s813");
        };
    }

    private static List<String> cells(Contribution one, Source source) {
        Stream<String> times = one.property() == GivenProperty.POSITION
                ? Stream.of(
                        time(one.time().start()),
                        time(one.time().end()),
                        time(one.time().seen()))
                : Stream.of();
        String published = time(source.published());
        Stream<String> cited = one.property().isIdentifier()
                ? Stream.of(quoted(source.address()), time(source.retrieved()))
                : Stream.of(
                        quoted(source.address()),
                        source.address().isEmpty() ? "" : published,
                        time(source.retrieved()),
                        source.item(),
                        source.item().isEmpty() ? "" : published);
        return Stream.concat(Stream.of(value(one)), Stream.concat(times, cited)).toList();
    }

    private static String value(Contribution one) {
        return one.property().isIdentifier() ? quoted(one.value()) : one.value();
    }

    /** A text in quotation marks; identifiers and addresses hold none themselves, nor tabs. */
    private static String quoted(String text) {
        return text.isEmpty() ? "" : "\"" + text + "\"";
    }

    private static String csvCell(String text) {
        return text.contains("\"") || text.contains(",") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** A date of any precision as Wikidata writes it, "+2017-00-00T00:00:00Z/9"; empty for none. */
    private static String time(String date) {
        if (date.isEmpty()) {
            return "";
        }
        int precision = 9 + (date.length() - 4) / 3;
        String full = date + "-00".repeat(2 - (date.length() - 4) / 3);
        return "+" + full + "T00:00:00Z/" + precision;
    }
}
