package org.entente.web.reconcile;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.execution.CancellationCheck;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.reconcile.CollectionState;
import org.entente.reconcile.CollectionStates;
import org.entente.reconcile.CsvException;
import org.entente.reconcile.CsvReconciler;
import org.entente.reconcile.CsvText;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.ReconciliationQuery;
import org.entente.reconcile.Workbooks;
import org.entente.store.Progress;
import org.entente.text.ExceptionText;
import org.entente.text.NearWords;
import org.entente.text.ShortText;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.MultipartRequest;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /reconcile/csv}: takes a table as text/csv or as a file of a form, and returns it with columns for the
 * entities that were found.
 */
final class ReconcileCsvEndpoint {
    /** Largest number of rows in a request; the command line has no limit. */
    static final int MOST_ROWS = 5_000;

    private static final String CSV = "text/csv";
    private static final String TSV = "text/tab-separated-values";
    private static final String MULTIPART = MultipartRequest.TYPE;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";\\s]+)");
    private static final Set<String> OWN =
            Set.of("column", "type", "limit", "delimiter", "heading", "sheet", "escape", "charset", "lang");

    private final QueryExecutor executor;
    private final ServerOptions options;
    private final CollectionStates states;

    ReconcileCsvEndpoint(QueryExecutor executor, ServerOptions options, CollectionStates states) {
        this.executor = executor;
        this.options = options;
        this.states = states;
    }

    void handle(Context ctx) {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(RequestBody.parameters(ctx.req().getQueryString()));
        byte[] bytes;
        Optional<String> charset = Optional.empty();
        switch (RequestBody.mediaType(ctx)) {
            case CSV, TSV -> {
                bytes = RequestBody.read(ctx, options.bodies().write());
                Matcher named = CHARSET.matcher(ctx.req().getContentType());
                charset = named.find() ? Optional.of(named.group(1)) : Optional.empty();
            }
            case MULTIPART -> {
                MultipartRequest form =
                        MultipartRequest.of(ctx, options.bodies().write());
                bytes = file(form);
                form.fields().forEach((name, values) -> {
                    if (!values.getFirst().isBlank()) {
                        parameters.putIfAbsent(name, values);
                    }
                });
            }
            default ->
                throw Problem.unsupported("Send the table as " + CSV + ", or as a file in a form (" + MULTIPART
                                + "); not as \"" + RequestBody.mediaType(ctx) + "\".")
                        .header("Accept-Post", CSV + ", " + MULTIPART);
        }
        String given = QueryParameters.first(parameters, "charset");
        Optional<Charset> declared = (given == null ? charset : Optional.of(given)).map(ReconcileCsvEndpoint::charset);
        String language = Language.of(ctx);
        try {
            ReadTable read = table(bytes, declared, QueryParameters.first(parameters, "sheet"));
            Answer answer = executor.inOneState(
                    ctx.ip(),
                    session -> reconcile(states.in(session.dataset()), read, parameters, language, session.stop()));
            ctx.header("Entente-Columns", Urls.inHeader(answer.columns()));
            ctx.header("Content-Disposition", "attachment; filename=\"reconciled.csv\"");
            ctx.header("Cache-Control", "no-store");
            ctx.contentType(Format.CSV.contentType()).result(answer.csv());
        } catch (CsvException e) {
            throw Problem.of(e.isTooLarge() ? 413 : 400, "csv", "The table cannot be reconciled", ExceptionText.of(e))
                    .with("line", e.line())
                    .with("column", e.column());
        }
    }

    /** What was sent, read as far as it can be without knowing what is asked. */
    private interface ReadTable {
        CsvReconciler with(CsvReconciler.Options options);
    }

    private static ReadTable table(byte[] bytes, Optional<Charset> declared, @Nullable String sheet) {
        if (Workbooks.isWorkbook(bytes)) {
            List<List<String>> rows =
                    Workbooks.read(bytes, Optional.ofNullable(sheet), MOST_ROWS).rows();
            return options -> CsvReconciler.read(rows, options);
        }
        String text = CsvText.decode(bytes, declared);
        return options -> CsvReconciler.read(text, options, MOST_ROWS);
    }

    private record Answer(String csv, String columns) {}

    private static Answer reconcile(
            CollectionState state,
            ReadTable table,
            Map<String, List<String>> parameters,
            String language,
            CancellationCheck stop) {
        CsvReconciler reconciler = table.with(options(parameters, state, language));
        StringBuilder out = new StringBuilder();
        try {
            reconciler.write(state, out, Progress.SILENT, stop::check);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(out.toString(), reconciler.columns());
    }

    private static CsvReconciler.Options options(
            Map<String, List<String>> parameters, CollectionState state, String language) {
        Map<EntityProperty, String> properties = new EnumMap<>(EntityProperty.class);
        for (String name : parameters.keySet()) {
            if (!OWN.contains(name)) {
                Set<String> known = new LinkedHashSet<>(OWN);
                known.addAll(EntityProperty.ids());
                EntityProperty property = EntityProperty.of(name).orElseThrow(() -> Problem.of(
                                422,
                                "unknown-parameter",
                                "Unknown parameter",
                                "\"" + ShortText.of(name, 60)
                                        + "\" is neither a parameter nor a property. Available: "
                                        + String.join(", ", known) + ".")
                        .with("parameter", name)
                        .with("near", NearWords.of(name, known, 3)));
                properties.put(property, parameters.get(name).getFirst());
            }
        }
        List<EntityType> types = new ArrayList<>();
        for (String type : parameters.getOrDefault("type", List.of())) {
            if (!type.isBlank()) {
                types.add(ReconcileInput.type(type, "type", state.types()));
            }
        }
        String escape = QueryParameters.first(parameters, "escape");
        if (escape != null && !escape.equals("formulas") && !escape.equals("none")) {
            throw ReconcileInput.invalid("escape", "is unknown", "Send formulas or none");
        }
        int limit = QueryParameters.first(parameters, "limit") == null
                ? CsvReconciler.Options.DEFAULT_LIMIT
                : QueryParameters.number(parameters, "limit", 1, ReconciliationQuery.MOST);
        return new CsvReconciler.Options(
                parameters.getOrDefault("column", List.of()).stream()
                        .filter(column -> !column.isBlank())
                        .toList(),
                types,
                properties,
                limit,
                delimiter(QueryParameters.first(parameters, "delimiter")),
                QueryParameters.first(parameters, "heading") == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(QueryParameters.number(parameters, "heading", 0, 1_000)),
                "formulas".equals(escape),
                language);
    }

    private static Optional<Character> delimiter(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CsvReconciler.Options.delimiter(given));
        } catch (IllegalArgumentException e) {
            throw ReconcileInput.invalid("delimiter", ExceptionText.of(e), "Leave it out to have it detected");
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ReconcileInput.invalid(
                    "charset", "\"" + ShortText.of(name, 60) + "\" is unknown", "Send UTF-8 or windows-1252");
        }
    }

    /** The first file of the form. */
    private static byte[] file(MultipartRequest form) {
        return form.files().stream()
                .findFirst()
                .map(MultipartRequest.Part::bytes)
                .orElseThrow(() -> Problem.badRequest(
                        "There is no file in the form. Send the table in a file field, such as file."));
    }
}
