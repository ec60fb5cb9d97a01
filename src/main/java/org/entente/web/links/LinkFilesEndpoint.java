package org.entente.web.links;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.link.Beacon;
import org.entente.link.Contribution.LeftOut;
import org.entente.link.Contributions;
import org.entente.link.OpenRefine;
import org.entente.link.WikidataOffices;
import org.entente.text.Json;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** What accepted links give to others: files for OpenRefine and libraries, and where Wikidata and our sources differ. */
final class LinkFilesEndpoint {
    private final QueryExecutor executor;
    private final Pages pages;

    LinkFilesEndpoint(QueryExecutor executor, Pages pages) {
        this.executor = executor;
        this.pages = pages;
    }

    /** {@code /links/differences}: offices of Wikidata that our sources contradict; {@code show=} the others, and identifiers. */
    void differences(Context ctx) {
        ctx.header("Vary", "Accept, Accept-Language");
        Format format = Negotiation.require(
                ctx.queryParam("format"), ctx.header("Accept"), List.of(Format.HTML, Format.PLAIN_JSON, Format.CSV));
        String shown = ctx.queryParam("show") == null ? "differs" : String.valueOf(ctx.queryParam("show"));
        if (!DifferencesView.relations().contains(shown)) {
            throw Problem.parameter("show", "one of " + String.join(", ", DifferencesView.relations()));
        }
        Differences found = executor.inOneState(
                ctx.ip(),
                session -> new Differences(
                        WikidataOffices.all(session.dataset(), Language.of(ctx)),
                        Contributions.of(session.dataset(), Language.of(ctx)).differences()));
        List<WikidataOffices.OfPerson> all = found.offices();
        Map<String, Long> counts = new HashMap<>(
                all.stream().collect(Collectors.groupingBy(DifferencesView::word, Collectors.counting())));
        counts.put(DifferencesView.IDENTIFIERS, (long) found.identifiers().size());
        if (shown.equals(DifferencesView.IDENTIFIERS)) {
            identifiers(ctx, format, found.identifiers(), counts);
            return;
        }
        List<WikidataOffices.OfPerson> rows = all.stream()
                .filter(office -> DifferencesView.word(office).equals(shown))
                .toList();
        switch (format) {
            case CSV -> ctx.contentType(format.contentType()).result(csv(rows));
            case PLAIN_JSON -> ctx.contentType(format.contentType()).result(json(rows));
            default ->
                pages.html(
                        ctx, PageInfo.titled("links.differences"), new DifferencesView(shown, counts, rows, List.of()));
        }
    }

    private record Differences(List<WikidataOffices.OfPerson> offices, List<LeftOut> identifiers) {}

    private void identifiers(Context ctx, Format format, List<LeftOut> rows, Map<String, Long> counts) {
        switch (format) {
            case CSV -> ctx.contentType(format.contentType()).result(identifiersCsv(rows));
            case PLAIN_JSON -> ctx.contentType(format.contentType()).result(identifiersJson(rows));
            default ->
                pages.html(
                        ctx,
                        PageInfo.titled("links.differences"),
                        new DifferencesView(DifferencesView.IDENTIFIERS, counts, List.of(), rows));
        }
    }

    private static String identifiersCsv(List<LeftOut> rows) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord("entity", "label", "item", "property", "wikidata", "ours");
            for (LeftOut row : rows) {
                printer.printRecord(
                        Prefixes.compact(row.entity()),
                        row.label(),
                        row.subject(),
                        row.property().pid(),
                        String.join(" ", row.theirs()),
                        row.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String identifiersJson(List<LeftOut> rows) {
        var root = Json.MAPPER.createObjectNode();
        var items = root.putArray("items");
        rows.forEach(row -> {
            var node = items.addObject()
                    .put("entity", Prefixes.compact(row.entity()))
                    .put("label", row.label())
                    .put("item", row.subject())
                    .put("property", row.property().pid())
                    .put("ours", row.value())
                    .put("relation", DifferencesView.IDENTIFIERS);
            row.theirs().forEach(node.putArray("wikidata")::add);
        });
        return write(root);
    }

    /** {@code /links/beacon?scheme=gnd}. */
    void beacon(Context ctx) {
        String scheme = ctx.queryParam("scheme") == null ? "gnd" : String.valueOf(ctx.queryParam("scheme"));
        if (!Beacon.PREFIXES.containsKey(scheme)) {
            throw Problem.parameter(
                    "scheme",
                    "one of " + Beacon.PREFIXES.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        String text = executor.inOneState(ctx.ip(), session -> Beacon.write(session.dataset(), scheme));
        ctx.header("Content-Disposition", "attachment; filename=\"entente-" + scheme + ".beacon.txt\"");
        ctx.contentType(Format.TEXT.contentType()).result(text);
    }

    /** {@code /links/openrefine}: the table, or with {@code format=json} the schema for it. */
    void openRefine(Context ctx) {
        Format format = Negotiation.require(
                ctx.queryParam("format"), ctx.header("Accept"), List.of(Format.CSV, Format.PLAIN_JSON));
        boolean schema = format == Format.PLAIN_JSON;
        String text = schema
                ? OpenRefine.schema()
                : executor.inOneState(ctx.ip(), session -> OpenRefine.table(Contributions.of(session.dataset())));
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"entente-wikidata." + (schema ? "schema.json" : "csv") + "\"");
        ctx.contentType(format.contentType()).result(text);
    }

    private static String csv(List<WikidataOffices.OfPerson> rows) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(
                    "person", "label", "item", "office", "officeLabel", "wikidataStart", "wikidataEnd", "ours");
            for (WikidataOffices.OfPerson one : rows) {
                printer.printRecord(
                        Prefixes.compact(one.person()),
                        one.label(),
                        one.item(),
                        one.row().qid(),
                        one.row().label(),
                        one.row().start(),
                        one.row().end(),
                        one.row().ours());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String json(List<WikidataOffices.OfPerson> rows) {
        var root = Json.MAPPER.createObjectNode();
        var items = root.putArray("items");
        rows.forEach(one -> items.addObject()
                .put("person", Prefixes.compact(one.person()))
                .put("label", one.label())
                .put("item", one.item())
                .put("office", one.row().qid())
                .put("officeLabel", one.row().label())
                .put("wikidataStart", one.row().start())
                .put("wikidataEnd", one.row().end())
                .put("ours", one.row().ours())
                .put("relation", DifferencesView.word(one)));
        return write(root);
    }

    private static String write(ObjectNode root) {
        try {
            return Json.MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
