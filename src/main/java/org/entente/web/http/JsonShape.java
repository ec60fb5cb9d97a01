package org.entente.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.entente.execution.Problem;

/** {@code shape=objects}: JSON rows are plain objects, for programs that do not know SPARQL's own JSON. */
public final class JsonShape implements RouteGroup {
    private static final String OBJECTS = "objects";

    @Override
    public void add(RoutesConfig routes) {
        routes.before(JsonShape::wanted);
        routes.after(ctx -> {
            InputStream result = ctx.resultInputStream();
            if (result != null && isRows(ctx) && wanted(ctx)) {
                ByteArrayOutputStream flat = new ByteArrayOutputStream();
                FlatRows rows = new FlatRows(flat);
                rows.write(result.readAllBytes());
                rows.flush();
                ctx.contentType(Format.PLAIN_JSON.contentType()).result(new ByteArrayInputStream(flat.toByteArray()));
            }
        });
    }

    /** The same for an answer that is written as it is made, whose headers are not sent yet. */
    public static OutputStream begun(Context ctx, OutputStream out) {
        if (!isRows(ctx) || !wanted(ctx)) {
            return out;
        }
        ctx.contentType(Format.PLAIN_JSON.contentType());
        return new FlatRows(out);
    }

    private static boolean isRows(Context ctx) {
        String type = ctx.res().getContentType();
        return type != null && type.startsWith(Format.JSON.mediaType()) && ctx.statusCode() == 200;
    }

    private static boolean wanted(Context ctx) {
        String given = ctx.queryParam("shape");
        if (given == null || given.isBlank()) {
            return false;
        }
        if (!given.equals(OBJECTS)) {
            throw Problem.parameter("shape", "objects, for JSON rows as plain objects");
        }
        return true;
    }
}
