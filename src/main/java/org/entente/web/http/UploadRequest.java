package org.entente.web.http;

import io.javalin.http.Context;
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
            case MultipartRequest.TYPE -> multipart(ctx, limit);
            case RequestBody.FORM ->
                new UploadRequest(
                        RequestBody.parameters(RequestBody.text(RequestBody.read(ctx, limit))), Optional.empty());
            default -> throw Problem.unsupported("Send the form of " + page + ".");
        };
    }

    private static UploadRequest multipart(Context ctx, long limit) {
        MultipartRequest form = MultipartRequest.of(ctx, limit);
        Optional<byte[]> file = form.files().stream()
                .filter(part -> part.name().equals("file") && part.bytes().length > 0)
                .map(MultipartRequest.Part::bytes)
                .findFirst();
        return new UploadRequest(form.fields(), file);
    }

    /** The first value of a field; "" if it has none. */
    public String field(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
