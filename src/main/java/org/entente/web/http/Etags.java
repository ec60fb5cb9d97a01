package org.entente.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.jena.query.Query;
import org.entente.execution.Determinism;

/** Names answers: equal tags mean equal answers, and a client that has the answer is not sent it again. */
public final class Etags {
    private Etags() {}

    /** A weak tag (compression may differ) of the store's state and of all that shapes the answer. */
    public static String of(String state, Object... shapes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object shape : shapes) {
                digest.update(String.valueOf(shape).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            String hash = HexFormat.of().formatHex(digest.digest(), 0, 10);
            return "W/\"" + state.replaceAll("[^A-Za-z0-9._-]", "") + "-" + hash + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sets the tag.
     *
     * @return whether the client already has this answer: then the status is 304 and there is nothing left to do
     */
    public static boolean unchanged(Context ctx, String tag) {
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", "no-cache");
        boolean unchanged = isKnown(ctx.header("If-None-Match"), tag);
        if (unchanged) {
            ctx.status(304);
        }
        return unchanged;
    }

    /**
     * Whether the header names the tag (RFC 9110, weak comparison).
     *
     * @param known the value of {@code If-None-Match}; null if it was not sent
     */
    static boolean isKnown(String known, String tag) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || strength(one).equals(strength(tag)));
    }

    /**
     * As {@link #unchanged(Context, String)} for the answer to a query. No tag is set, and nothing kept, where the answer hangs on
     * more than the store: a service that could not be reached may answer the next time.
     */
    public static boolean unchanged(Context ctx, Query query, String tag) {
        if (Determinism.neededBy(query)) {
            ctx.header("Cache-Control", "no-store");
            return false;
        }
        return unchanged(ctx, tag);
    }

    private static String strength(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
