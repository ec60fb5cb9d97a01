package org.entente.web.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.query.Query;
import org.entente.execution.Determinism;

/** Makes and compares ETags: equal tags mean equal answers, so a client that has the answer gets 304. */
public final class Etags {
    private static final String EDITION = "entente.edition";

    private Etags() {}

    /** Adds the edition of the program and of the canned queries, or what else its answers depend on, to all tags of this request. */
    public static void edition(Context ctx, String edition) {
        String before = ctx.attribute(EDITION);
        ctx.attribute(EDITION, before == null ? edition : before + " " + edition);
    }

    /**
     * A weak tag, because compression may differ, from the state of the store and everything else that the answer
     * depends on.
     */
    public static String of(String state, Object... shapes) {
        StringBuilder all = new StringBuilder();
        for (Object shape : shapes) {
            all.append(shape).append('\0');
        }
        String hash = DigestUtils.sha256Hex(all.toString()).substring(0, 20);
        return "W/\"" + plain(state) + "-" + hash + "\"";
    }

    /** Whether a tag was given to an answer of this state. */
    public static boolean isOf(String tag, String state) {
        return strength(tag).matches("\"" + Pattern.quote(plain(state)) + "-[0-9a-f]{20}\"");
    }

    private static String plain(String state) {
        return state.replaceAll("[^A-Za-z0-9._-]", "");
    }

    /**
     * Sets the tag.
     *
     * @return whether the client already has this answer; the status is then 304 and the body stays empty
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
     * Like {@link #unchanged(Context, String)}, for the answer to a query. A query whose answer depends on more than
     * the store, such as one with SERVICE, gets no tag and is not cached.
     */
    public static boolean unchanged(Context ctx, Query query, String tag) {
        return unchanged(ctx, Determinism.neededBy(query), tag);
    }

    /**
     * Like {@link #unchanged(Context, String)}.
     *
     * @param changing whether the answer depends on more than the store; it gets no tag then and is not cached
     */
    public static boolean unchanged(Context ctx, boolean changing, String tag) {
        if (changing) {
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
