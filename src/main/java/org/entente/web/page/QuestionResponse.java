package org.entente.web.page;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.entente.web.http.Format;
import org.entente.web.http.RdfWriter;

/** An answer, as a page or as data, with its headers. */
public final class QuestionResponse {
    private interface Body {
        void send(Context ctx, Pages pages);
    }

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Body body;

    private QuestionResponse(Body body) {
        this.body = body;
    }

    public static QuestionResponse page(PageInfo info, View view) {
        return new QuestionResponse((ctx, pages) -> pages.html(ctx, info, view));
    }

    public static QuestionResponse data(Format format, byte[] bytes) {
        return new QuestionResponse(
                (ctx, pages) -> ctx.contentType(format.contentType()).result(bytes));
    }

    public static QuestionResponse data(Format format, String text) {
        return data(format, text.getBytes(StandardCharsets.UTF_8));
    }

    public static QuestionResponse graph(Format format, Model model) {
        return new QuestionResponse((ctx, pages) -> RdfWriter.send(ctx, model, format));
    }

    /** Adds a header. */
    public QuestionResponse with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    void send(Context ctx, Pages pages) {
        headers.forEach(ctx::header);
        body.send(ctx, pages);
    }
}
