package org.entente.web.http;

import io.javalin.http.Context;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.query.Query;
import org.entente.execution.Determinism;

/** Names answers: equal tags mean equal answers, and a client that has the answer is not sent it again. */
public final class Etags {
    private static final String EDITION = "entente.edition";

    private Etags() {}

    /** What else shapes every answer to this request: another edition of the program or of the canned queries is another answer. */
    public static void edition(Context ctx, String edition) {
        ctx.attribute(EDITION, edition);
    }

    /** A weak tag (compression may differ) of the store's state and of all that shapes the answer. */
    public static String of(String state, Object... shapes) {
        StringBuilder all = new StringBuilder();
        for (Object shape : shapes) {
            all.append(shape).append('\0');
        }
        String hash = DigestUtils.sha256Hex(all.toString()).substring(0, 20);
        return "W/\"" + state.replaceAll("[^A-Za-z0-9._-]", "") + "-" + hash + "\"";
    }

    /**
     * Sets the tag.
     *
     * @return whether the client already has this answer: then the status is 304 and there is nothing left to do
     */
    public static boolean unchanged(Context ctx, String answer) {
        String edition = ctx.attribute(EDITION);
        String tag = edition == null ? answer : of(state(answer), answer, edition);
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

    private static String state(String tag) {
        return tag.substring(3, tag.lastIndexOf('-'));
    }

    private static String strength(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
