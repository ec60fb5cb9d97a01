package org.entente.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.entente.execution.Problem;
import org.entente.text.ExceptionText;
import org.jspecify.annotations.Nullable;

/**
 * A form of fields and files. Its bytes are read as those of any other body, within the same limits, and only then taken apart: a form that
 * ends too early is a mistake of its sender, and no trouble for the connection or the log.
 */
public record MultipartRequest(List<Part> parts) {
    public static final String TYPE = "multipart/form-data";

    /**
     * @param fileName null for a field
     * @param type media type in lower case; "" if it has none
     */
    public record Part(String name, @Nullable String fileName, String type, byte[] bytes) {}

    /** @throws Problem 413 if it is larger than the limit, 400 if it is no form, 408 if it comes too slowly */
    public static MultipartRequest of(Context ctx, long limit) {
        String boundary = boundary(ctx.req().getContentType());
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxLength(-1);
        parser.setMaxFileSize(-1);
        parser.setMaxMemoryFileSize(-1);
        parser.setUseFilesForPartsWithoutFileName(false);
        byte[] body = RequestBody.read(ctx, limit);
        try (MultiPartFormData.Parts sent =
                parser.parse(Content.Source.from(ByteBuffer.wrap(body))).join()) {
            List<Part> parts = new ArrayList<>();
            for (MultiPart.Part part : sent) {
                parts.add(part(part));
            }
            return new MultipartRequest(List.copyOf(parts));
        } catch (CompletionException | IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The form cannot be read: " + ExceptionText.of(e.getCause() == null ? e : e.getCause()) + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String boundary(String type) {
        String boundary;
        try {
            boundary = MultiPart.extractBoundary(type);
        } catch (IllegalArgumentException e) {
            // A quotation mark in it never ends.
            boundary = null;
        }
        if (boundary == null || boundary.isEmpty()) {
            throw Problem.badRequest("The form cannot be read: its Content-Type names no boundary.");
        }
        return boundary;
    }

    private static Part part(MultiPart.Part part) throws IOException {
        ByteBuffer content = Content.Source.asByteBuffer(part.getContentSource());
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        String type = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return new Part(
                part.getName() == null ? "" : part.getName(),
                part.getFileName(),
                type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                bytes);
    }

    /** The parts that are files. */
    public List<Part> files() {
        return parts.stream().filter(part -> part.fileName() != null).toList();
    }

    /**
     * The values of its fields.
     *
     * @throws Problem 400 if one is not UTF-8
     */
    public Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.fileName() == null) {
                fields.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(RequestBody.text(part.bytes()));
            }
        }
        return fields;
    }
}
