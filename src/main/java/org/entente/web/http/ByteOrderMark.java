package org.entente.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.entente.execution.Problem;

/** {@code bom=1}: CSV begins with a byte order mark. Excel reads UTF-8 as such only then; other programs do not expect it, so it is asked for. */
public final class ByteOrderMark implements RouteGroup {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Override
    public void add(RoutesConfig routes) {
        routes.before(ByteOrderMark::wanted);
        routes.after(ctx -> {
            InputStream result = ctx.resultInputStream();
            if (result != null && isCsv(ctx) && wanted(ctx)) {
                ctx.result(marked(result));
            }
        });
    }

    private static boolean isCsv(Context ctx) {
        String type = ctx.res().getContentType();
        return type != null && type.startsWith(Format.CSV.mediaType()) && ctx.statusCode() == 200;
    }

    /** Sheets for Excel have one already. All is read at once, for a result that is replaced is closed. */
    private static InputStream marked(InputStream result) throws IOException {
        byte[] all = result.readAllBytes();
        InputStream whole = new ByteArrayInputStream(all);
        boolean has = all.length >= MARK.length && Arrays.equals(all, 0, MARK.length, MARK, 0, MARK.length);
        return has ? whole : new SequenceInputStream(new ByteArrayInputStream(MARK), whole);
    }

    /** The same for an answer that is written as it is made. */
    public static OutputStream begun(Context ctx, OutputStream out) {
        if (isCsv(ctx) && wanted(ctx)) {
            try {
                out.write(MARK);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return out;
    }

    private static boolean wanted(Context ctx) {
        String given = ctx.queryParam("bom");
        if (given == null || given.isBlank() || given.equals("0")) {
            return false;
        }
        if (!given.equals("1")) {
            throw Problem.of(
                            422,
                            "parameter",
                            "The parameter bom is invalid",
                            "Parameter bom: expected 1, for CSV with a byte order mark, or 0.")
                    .with("parameter", "bom");
        }
        return true;
    }
}
