package org.entente.web.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.URLCodec;
import org.entente.execution.Problem;
import org.entente.text.Utf8;
import org.jspecify.annotations.Nullable;

/** Reads what clients send: bodies up to a limit, as UTF-8, and forms. */
public final class RequestBody {
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final int PATIENCE = 4_000_000;
    private static final int BYTES_PER_SECOND = 10_000;
    private static final int GRACE_SECONDS = 10;
    private static final int PART = 16 * 1024;

    private RequestBody() {}

    /** @throws Problem 413 if the body is longer than the limit, 408 if it comes too slowly */
    public static byte[] read(Context ctx, long limit) {
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] bytes = read(in, (int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                // Many clients read the answer only after sending everything, so read on a little before refusing.
                read(in, PATIENCE);
                throw Problem.tooLarge(limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(InputStream in, int most) throws IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        int length;
        while (bytes.size() < most && (length = in.read(part, 0, Math.min(PART, most - bytes.size()))) >= 0) {
            bytes.write(part, 0, length);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            if (seconds > GRACE_SECONDS && bytes.size() / seconds < BYTES_PER_SECOND) {
                throw Problem.of(
                        408,
                        "too-slow",
                        "The body came too slowly",
                        "A body must come with at least " + BYTES_PER_SECOND + " bytes per second.");
            }
        }
        return bytes.toByteArray();
    }

    /** @throws Problem 400 if the bytes are not UTF-8 */
    public static String text(byte[] bytes) {
        return Utf8.decode(bytes).orElseThrow(() -> Problem.badRequest("The body is not UTF-8. Send it in UTF-8."));
    }

    /** The media type of the body without parameters, in lower case; "" if there is none. */
    public static String mediaType(Context ctx) {
        String type = ctx.req().getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static void requirePlain(Context ctx) {
        String coding = ctx.header("Content-Encoding");
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            throw Problem.unsupported("A body with Content-Encoding is not read here. Send it as it is.")
                    .header("Accept-Encoding", "identity");
        }
    }

    /**
     * Looks at the address, the coding and the charset before anything reads the request.
     *
     * @throws Problem 415 if the body is compressed, which this service does not read, or its type names a charset that is none; 400 if the
     *     address is not UTF-8
     */
    public static void requireReadable(Context ctx) {
        requirePlain(ctx);
        parameters(ctx.req().getQueryString());
        try {
            ctx.req().getContentType();
        } catch (IllegalArgumentException e) {
            throw Problem.unsupported("The charset that Content-Type names is unknown. Send UTF-8.");
        }
    }

    /**
     * The parameters of a query string or form, in their order.
     *
     * @param encoded null means none
     * @throws Problem 400 if the percent-encoding is malformed
     */
    public static Map<String, List<String>> parameters(@Nullable String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return Utf8.decode(URLCodec.decodeUrl(text.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow(
                            () -> Problem.badRequest("\"" + text + "\" is not UTF-8. Encode its letters in UTF-8."));
        } catch (DecoderException e) {
            throw Problem.badRequest("\"" + text + "\" is not percent-encoded. Write a percent sign as %25.");
        }
    }
}
