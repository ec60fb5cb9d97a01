package org.entente.web.http;

import io.javalin.http.Context;
import java.util.Arrays;
import org.entente.execution.Problem;
import org.entente.store.Changes;
import org.jspecify.annotations.Nullable;

/**
 * A write: what the client demands of the state that it is about to change (RFC 9110, 13.1), and what it is told afterwards. Whoever sends
 * the ETag of an answer changes nothing that somebody else has changed meanwhile.
 *
 * @param match {@code If-Match}; null if it was not sent
 * @param noneMatch {@code If-None-Match}; null if it was not sent
 */
public record WriteRequest(@Nullable String match, @Nullable String noneMatch) {
    private static final String ANY = "*";

    public static WriteRequest of(Context ctx) {
        return new WriteRequest(ctx.header("If-Match"), ctx.header("If-None-Match"));
    }

    /**
     * Call in the transaction that writes.
     *
     * @param state of the store, as its ETags have it
     * @param there whether there is already what shall be written
     * @throws Problem 412 if it is not as demanded
     */
    public void require(String state, boolean there) {
        if (match != null && !(match.strip().equals(ANY) ? there : names(match, state))) {
            throw failed(
                    "If-Match",
                    match.strip().equals(ANY)
                            ? "There is nothing yet."
                            : "The store has changed since this ETag was sent.");
        }
        if (noneMatch != null && (noneMatch.strip().equals(ANY) ? there : names(noneMatch, state))) {
            throw failed(
                    "If-None-Match",
                    noneMatch.strip().equals(ANY) ? "It is there already." : "The store is as this ETag says.");
        }
    }

    /** Answers that it was done, and how many statements it added and removed. */
    public static void done(Context ctx, int status, Changes changes) {
        ctx.status(status);
        if (changes.known()) {
            ctx.header("Entente-Added", Integer.toString(changes.added().size()));
            ctx.header("Entente-Removed", Integer.toString(changes.removed().size()));
        }
    }

    private static boolean names(String tags, String state) {
        return Arrays.stream(tags.split(",")).anyMatch(tag -> Etags.isOf(tag.strip(), state));
    }

    private static Problem failed(String header, String why) {
        return Problem.of(
                412,
                "precondition-failed",
                "Nothing was changed",
                why + " That is what " + header
                        + " forbids. GET what you want to change, and send the change again with its ETag.");
    }
}
