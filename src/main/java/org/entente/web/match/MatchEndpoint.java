package org.entente.web.match;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.entente.execution.CancellationCheck;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.reconcile.Candidate;
import org.entente.reconcile.CollectionState;
import org.entente.reconcile.CollectionStates;
import org.entente.reconcile.CsvException;
import org.entente.reconcile.CsvReconciler;
import org.entente.reconcile.EntityDescriptions;
import org.entente.reconcile.EntityIdentifiers;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.Matcher;
import org.entente.reconcile.RowSink;
import org.entente.store.Progress;
import org.entente.text.ExceptionText;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ProblemView;

/** {@code /match}: a list comes in, is shown with what was found, and goes out with identifiers. It travels in the form and is not kept. */
final class MatchEndpoint {
    private static final List<String> TYPES = List.of("Person", "Organization", "Post", "Place", "Polity", "Event");
    private static final int EXAMPLES = 3;
    /** From this score on a name is the same, and so far ahead it must be. */
    private static final double SAME = 95;

    private static final double LEAD = 10;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final QueryExecutor executor;
    private final ServerOptions options;
    private final CollectionStates states;
    private final Pages pages;

    MatchEndpoint(QueryExecutor executor, ServerOptions options, CollectionStates states, Pages pages) {
        this.executor = executor;
        this.options = options;
        this.states = states;
        this.pages = pages;
    }

    /** The empty form. */
    void page(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        show(ctx, new MatchView(types(ctx), Map.of(), Optional.empty(), Optional.empty()));
    }

    /** The list with what was found, as a page or as a file. */
    void match(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        Map<String, String> typed = Map.of();
        try {
            MatchRequest request = MatchRequest.of(ctx, options.bodies().write());
            typed = request.fields();
            if (request.isEmpty()) {
                throw Problem.of(422, "csv", "There is no list", "Paste a list or choose a file.");
            }
            answer(ctx, request);
        } catch (CsvException e) {
            refuse(
                    ctx,
                    typed,
                    Problem.of(e.isTooLarge() ? 413 : 422, "csv", "The list cannot be read", ExceptionText.of(e)));
        } catch (Problem problem) {
            if (problem.status() >= 500) {
                throw problem;
            }
            refuse(ctx, typed, problem);
        }
    }

    private void refuse(Context ctx, Map<String, String> typed, Problem problem) {
        ctx.status(problem.status());
        show(ctx, new MatchView(types(ctx), typed, Optional.of(ProblemView.of(problem)), Optional.empty()));
    }

    private void answer(Context ctx, MatchRequest request) {
        String language = Language.of(ctx);
        switch (request.wanted()) {
            case "csv" ->
                download(ctx, "csv", Format.CSV.contentType(), executor.inOneState(ctx.ip(), session -> {
                    StringBuilder out = new StringBuilder("\uFEFF");
                    write(
                            request,
                            states.in(session.dataset()),
                            RowSink.csv(out, CSVFormat.RFC4180),
                            language,
                            session.stop());
                    return out.toString().getBytes(StandardCharsets.UTF_8);
                }));
            case "xlsx" ->
                download(ctx, "xlsx", WORKBOOK, executor.inOneState(ctx.ip(), session -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    write(request, states.in(session.dataset()), RowSink.workbook(out), language, session.stop());
                    return out.toByteArray();
                }));
            default -> {
                MatchView.Found found = executor.inOneState(
                        ctx.ip(), session -> found(request, states.in(session.dataset()), language, session.stop()));
                show(ctx, new MatchView(types(ctx), request.fields(), Optional.empty(), Optional.of(found)));
            }
        }
    }

    private static void download(Context ctx, String extension, String type, byte[] bytes) {
        ctx.header("Content-Disposition", "attachment; filename=\"entente-matched." + extension + "\"");
        ctx.contentType(type).result(bytes);
    }

    private static void write(
            MatchRequest request, CollectionState state, RowSink out, String language, CancellationCheck stop) {
        try {
            table(request, state, language).write(state, out, request.decided(), Progress.SILENT, stop::check);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvReconciler table(MatchRequest request, CollectionState state, String language) {
        List<EntityType> types = TYPES.contains(request.type())
                ? List.of(state.types().named(request.type()).orElseThrow())
                : List.of();
        return request.table(types, language);
    }

    private static MatchView.Found found(
            MatchRequest request, CollectionState state, String language, CancellationCheck stop) {
        CsvReconciler table = table(request, state, language);
        List<String> roles = table.roles();
        List<MatchView.Column> columns = new ArrayList<>();
        for (int column = 0; column < table.headings().size(); column++) {
            int at = column;
            columns.add(new MatchView.Column(
                    column,
                    table.headings().get(column),
                    roles.get(column),
                    table.rows().stream()
                            .map(row -> row.get(at))
                            .filter(cell -> !cell.isBlank())
                            .limit(EXAMPLES)
                            .toList()));
        }
        Matcher matcher = new Matcher(state, language);
        Map<Integer, String> decided = request.decided();
        List<MatchView.Row> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            stop.check();
            CsvReconciler.RowMatch match = table.match(i, matcher);
            boolean chosen = decided.containsKey(i);
            String automatic = match.isMatch() ? match.candidates().getFirst().id() : "";
            boolean sameName = hasSameName(match);
            if (!chosen && automatic.isEmpty() && sameName && request.wanted().equals("names")) {
                decided.put(i, match.candidates().getFirst().id());
            }
            rows.add(new MatchView.Row(
                    i,
                    match.name(),
                    match.verdict().in(language),
                    decided.containsKey(i),
                    decided.getOrDefault(i, automatic),
                    automatic,
                    sameName,
                    match.candidates().stream()
                            .map(candidate -> candidate(candidate, state, language))
                            .toList()));
        }
        MatchRequest.Source source = request.source();
        return new MatchView.Found(
                table.whole(),
                new MatchView.Read(source.encoding(), source.sheet(), source.sheets(), table.heading()),
                columns,
                rows);
    }

    /** Whether the best has the whole name, more than one word of it, with nothing against it and nobody close behind. */
    private static boolean hasSameName(CsvReconciler.RowMatch match) {
        return match.verdict() == Candidate.Verdict.NAME_ONLY
                && match.name().strip().contains(" ")
                && match.candidates().getFirst().score() >= SAME
                && (match.candidates().size() == 1
                        || match.candidates().get(1).score()
                                <= match.candidates().getFirst().score() - LEAD);
    }

    private static MatchView.Candidate candidate(Candidate candidate, CollectionState state, String language) {
        Messages text = Messages.in(language);
        return new MatchView.Candidate(
                candidate.id(),
                Urls.page(candidate.iri()),
                state.label(candidate.iri(), language),
                new EntityDescriptions(state).of(candidate.iri(), language),
                Long.toString(Math.round(candidate.score())),
                EntityIdentifiers.of(state, candidate.iri()).wikidata(),
                candidate.features().stream()
                        .map(feature -> text.get("reconcile.feature." + feature.id()) + " "
                                + Math.round(100 * feature.value()) + " %"
                                + (feature.note().isEmpty() ? "" : " (" + feature.note() + ")"))
                        .collect(Collectors.joining(" · ")));
    }

    private Map<String, String> types(Context ctx) {
        String language = Language.of(ctx);
        return executor.inOneState(ctx.ip(), session -> {
            CollectionState state = states.in(session.dataset());
            Map<String, String> names = new LinkedHashMap<>();
            TYPES.forEach(type -> state.types().named(type).ifPresent(t -> names.put(type, t.label(language))));
            return names;
        });
    }

    private void show(Context ctx, MatchView view) {
        pages.html(ctx, PageInfo.titled("match.title"), view);
    }
}
