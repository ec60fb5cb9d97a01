package org.entente.web.release;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.web.http.LocalClient;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/** Asks this server for what programs get at an address: the whole result as CSV, or what the collection states about a thing. */
final class Results {
    private static final Pattern FIRST = Pattern.compile("<([^>]*)>; rel=\"first\"");

    private final LocalClient local;
    private final ServerOptions options;

    Results(LocalClient local, ServerOptions options) {
        this.local = local;
        this.options = options;
    }

    /**
     * A result.
     *
     * @param address of it, without the release
     * @param canonical address of its page, normalised, without the release
     * @param query id of the canned query; "" if it is none
     */
    record Result(String address, String canonical, String query, String text, boolean table) {
        String sha256() {
            return DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
        }

        Rows rows() {
            return table ? csv(text) : lines(text);
        }
    }

    LocalClient.Caller caller(Context ctx) {
        return new LocalClient.Caller(ctx.ip(), Urls.base(ctx, options));
    }

    /**
     * The result behind a page.
     *
     * @param before path of a release; "" for the present
     * @param page address of the page
     */
    Optional<Result> behind(LocalClient.Caller caller, String before, String page) {
        if (path(page).startsWith("/page/")) {
            return of(caller, before, "/data/" + path(page).substring("/page/".length()) + ".nq", page);
        }
        Map<String, List<String>> parameters = parameters(page);
        parameters.put("format", List.of("csv"));
        String address = Urls.with(path(page), parameters);
        LocalClient.Answer answer = local.get(caller, before + address);
        if (!answer.succeeded() || !answer.mediaType().equals("text/csv")) {
            return Optional.empty();
        }
        String canonical = canonical(answer, before, page);
        boolean more = answer.headers().containsKey("entente-more");
        Map<String, List<String>> whole = parameters(canonical);
        if (more) {
            whole.put("limit", List.of(Long.toString(options.queries().rows())));
        }
        whole.put("format", List.of("csv"));
        return of(caller, before, Urls.with(path(canonical), whole), canonical);
    }

    /** The result at an address for programs. */
    Optional<Result> of(LocalClient.Caller caller, String before, String address, String page) {
        LocalClient.Answer answer = local.get(caller, before + address);
        if (!answer.succeeded()) {
            return Optional.empty();
        }
        boolean table = answer.mediaType().equals("text/csv");
        String text = table ? answer.text() : answer.text().lines().sorted().collect(Collectors.joining("\n"));
        return Optional.of(new Result(address, page, answer.headers().getOrDefault("entente-query", ""), text, table));
    }

    private static String canonical(LocalClient.Answer answer, String before, String page) {
        Matcher first = FIRST.matcher(answer.headers().getOrDefault("link", ""));
        if (!first.find()) {
            return page;
        }
        String address = first.group(1).startsWith(before) ? first.group(1).substring(before.length()) : first.group(1);
        Map<String, List<String>> parameters = parameters(address);
        parameters.remove("format");
        // How the page shows the result is no part of the question.
        parameters.remove("view");
        return Urls.with(path(address), parameters);
    }

    static String path(String address) {
        return address.replaceFirst("\\?.*", "");
    }

    static Map<String, List<String>> parameters(String address) {
        return new LinkedHashMap<>(
                RequestBody.parameters(address.contains("?") ? address.substring(address.indexOf('?') + 1) : ""));
    }

    private static Rows csv(String text) {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            List<String> columns = parser.getHeaderNames();
            List<Row> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                BindingBuilder row = BindingFactory.builder();
                for (String column : columns) {
                    if (!record.get(column).isEmpty()) {
                        row.add(Var.alloc(column), NodeFactory.createLiteralString(record.get(column)));
                    }
                }
                rows.add(new Row(row.build()));
            }
            return new Rows(columns, rows, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rows lines(String text) {
        return new Rows(
                List.of("statement"),
                text.lines()
                        .map(line -> new Row(
                                BindingFactory.binding(Var.alloc("statement"), NodeFactory.createLiteralString(line))))
                        .toList(),
                false);
    }
}
