package org.entente.web.page;

import io.javalin.http.Context;
import org.entente.vocab.Ent;

/** Leads on from a thing that a decision merged into another one; the decision may be withdrawn, so nobody is to remember it. */
public final class MergedEntityRedirect {
    private MergedEntityRedirect() {}

    /**
     * Answers 308 where another thing is left, with the query of the request.
     *
     * @param thing IRI that was asked for
     * @param survivor IRI of what is left
     * @param before path of the address before the name of the thing
     * @param after what follows the name
     * @return whether it did; otherwise nothing is answered yet
     */
    public static boolean answered(Context ctx, String thing, String survivor, String before, String after) {
        if (survivor.equals(thing) || !survivor.startsWith(Ent.ID)) {
            return false;
        }
        String query = ctx.req().getQueryString();
        ctx.status(308)
                .header("Cache-Control", "no-cache")
                .header(
                        "Location",
                        before + survivor.substring(Ent.ID.length()) + after + (query == null ? "" : "?" + query));
        return true;
    }
}
