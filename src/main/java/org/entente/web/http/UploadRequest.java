package org.entente.web.http;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;

/**
 * A form that may bring a file.
 *
 * @param fields the other fields, with all their values
 * @param file of the field "file"; empty if none was chosen
 */
public record UploadRequest(Map<String, List<String>> fields, Optional<byte[]> file) {
    /**
     * Reads the form.
     *
     * @param limit bytes of the whole form
     * @param page whose form it is, for messages
     * @throws Problem 400, 413 or 415 if it is none
     */
    public static UploadRequest of(Context ctx, long limit, String page) {
        return switch (RequestBody.mediaType(ctx)) {
            case "multipart/form-data" -> multipart(ctx, limit);
            case RequestBody.FORM ->
                new UploadRequest(
                        RequestBody.parameters(RequestBody.text(RequestBody.read(ctx, limit))), Optional.empty());
            default -> throw Problem.unsupported("Send the form of " + page + ".");
        };
    }

    private static UploadRequest multipart(Context ctx, long limit) {
        return RequestBody.form(ctx, limit, () -> {
            Map<String, List<String>> fields = new LinkedHashMap<>(ctx.formParamMap());
            fields.values().removeIf(List::isEmpty);
            Optional<UploadedFile> file = ctx.uploadedFiles("file").stream()
                    .filter(one -> one.size() > 0)
                    .findFirst();
            return new UploadRequest(fields, file.map(one -> bytes(one, limit)));
        });
    }

    /**
     * What the file holds.
     *
     * @throws Problem 413 if it is longer than the limit
     */
    public static byte[] bytes(UploadedFile file, long limit) {
        try (InputStream in = file.content()) {
            byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                throw Problem.tooLarge(limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first value of a field; "" if it has none. */
    public String field(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
