package org.entente.web.sheet;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.reconcile.CsvException;
import org.entente.sheet.Change;
import org.entente.sheet.SheetException;
import org.entente.sheet.SheetExport;
import org.entente.sheet.SheetImport;
import org.entente.sheet.Sheets;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.FileText;
import org.entente.store.Progress;
import org.entente.store.StoreException;
import org.entente.text.ExceptionText;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Origins;
import org.entente.web.http.RefusedLoad;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ServiceContext;

/** {@code /sheet}: gives the sheet of a source, compares one with its file, and writes what was ticked. Sheets are not kept. */
final class SheetEndpoint {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ServiceContext service;
    private final Optional<CollectionFiles> files;
    private final Optional<Sheets> sheets;

    SheetEndpoint(ServiceContext service) {
        this.service = service;
        this.files = service.options().folders().collection();
        this.sheets = files.map(Sheets::new);
    }

    private Sheets sheets() {
        return sheets.orElseThrow(() -> Problem.notFound(
                "There are no sheets here", "This server does not know the files of its collection, only the store."));
    }

    /** The form; with {@code source=} and {@code format=} the sheet itself. */
    void page(Context ctx) {
        String source = Optional.ofNullable(ctx.queryParam("source")).orElse("").replaceFirst("^doc:", "");
        String format = Optional.ofNullable(ctx.queryParam("format")).orElse("html");
        ctx.header("Vary", "Accept-Language");
        if (!source.isEmpty()) {
            Path file = file(source);
            switch (format) {
                case "csv" -> download(ctx, source + ".csv", Format.CSV.contentType(), csv(ctx, file));
                case "xlsx" -> download(ctx, source + ".xlsx", WORKBOOK, workbook(ctx, file));
                case "html" -> show(ctx, view(ctx, source, saved(ctx)));
                default -> throw Problem.badRequest("format= is csv or xlsx, not \"" + format + "\".");
            }
            return;
        }
        show(ctx, view(ctx, "", 0));
    }

    private static int saved(Context ctx) {
        String saved = Optional.ofNullable(ctx.queryParam("saved")).orElse("");
        return saved.matches("\\d{1,5}") ? Integer.parseInt(saved) : 0;
    }

    private Path file(String source) {
        return sheets().file(source)
                .orElseThrow(() -> Problem.notFound(
                        "There is no such source",
                        "No source is called " + source + ". GET /sheet lists all of them."));
    }

    private byte[] csv(Context ctx, Path file) {
        SheetExport sheet = service.limiter().run(ctx.ip(), () -> sheets().export(file));
        return ("\uFEFF" + sheet.csv()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] workbook(Context ctx, Path file) {
        return service.limiter().run(ctx.ip(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            sheets().export(file).workbook(out);
            return out.toByteArray();
        });
    }

    private static void download(Context ctx, String name, String type, byte[] bytes) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(type).result(bytes);
    }

    /** A sheet comes in: it is compared, and what was ticked is written or given back as a file. */
    void receive(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        Origins.requireSame(
                ctx.req(),
                service.options(),
                "Sheets must be sent from this site",
                "Open /sheet here and send it there.");
        sheets();
        SheetView view = view(ctx, "", 0);
        try {
            SheetRequest request =
                    SheetRequest.of(ctx, service.options().bodies().write());
            SheetImport.Result result = service.limiter().run(ctx.ip(), () -> sheets().compare(request.table()));
            view = new SheetDifferences(request, result).view(view);
            answer(ctx, request, result, view);
        } catch (CsvException e) {
            refuse(ctx, view, Problem.of(422, "csv", "The sheet cannot be read", ExceptionText.of(e)), List.of());
        } catch (SheetException e) {
            List<String> lines = ExceptionText.of(e).lines().toList();
            refuse(ctx, view, wrong(422, lines.size() + " cells cannot be understood; nothing was compared."), lines);
        } catch (RefusedLoad e) {
            refuse(ctx, view, e.problem(), e.reasons());
        } catch (Problem problem) {
            if (problem.status() >= 500) {
                throw problem;
            }
            refuse(ctx, view, problem, List.of());
        }
    }

    private void answer(Context ctx, SheetRequest request, SheetImport.Result result, SheetView view) {
        if (request.step().equals("compare")) {
            show(ctx, view);
            return;
        }
        boolean writes = request.step().equals("apply");
        if (writes) {
            service.key().require(ctx, request.key());
        }
        List<Change> taken = new SheetDifferences(request, result).taken();
        if (writes) {
            service.limiter().run(ctx.ip(), () -> write(result, taken), () -> false);
            ctx.status(303)
                    .header(
                            "Location",
                            "/sheet?source=" + SheetDifferences.source(result) + "&saved=" + taken.size() + "&lang="
                                    + Language.of(ctx));
        } else {
            String text = sheets().apply(result, read(result.file()), taken);
            download(
                    ctx,
                    SheetDifferences.source(result) + ".ttl",
                    "text/turtle; charset=utf-8",
                    text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** File and store in one step; the checks of a load decide. */
    private synchronized Void write(SheetImport.Result result, List<Change> taken) {
        if (service.store().release().isSetBack()) {
            throw wrong(409, "The collection is set back to an earlier release. Go forward again first.");
        }
        String before = read(result.file());
        String after = sheets().apply(result, before, taken);
        try {
            RefusedLoad.require(
                    CollectionLoader.of(service.store())
                            .load(
                                    files.orElseThrow(),
                                    List.of(new FileText(result.file(), before, after)),
                                    Progress.SILENT),
                    wrong(422, "The checks refuse these changes; nothing was written."));
            return null;
        } catch (StoreException e) {
            throw wrong(409, ExceptionText.of(e));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem wrong(int status, String detail) {
        return Problem.of(status, "sheet", "The sheet was not taken", detail);
    }

    private void refuse(Context ctx, SheetView view, Problem problem, List<String> lines) {
        ctx.status(problem.status());
        problem.headers().forEach(ctx::header);
        show(ctx, view.with(ProblemView.of(problem), lines));
    }

    private SheetView view(Context ctx, String source, int saved) {
        Map<String, String> sources = service.limiter().run(ctx.ip(), () -> sheets().sources());
        return new SheetView(
                sources, source, service.key().isSet(), Optional.empty(), List.of(), Optional.empty(), saved);
    }

    private void show(Context ctx, SheetView view) {
        service.pages().html(ctx, PageInfo.titled("sheet.title"), view);
    }
}
