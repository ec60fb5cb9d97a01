package org.entente.web.page;

import io.javalin.http.Context;
import org.entente.vocab.IdSpaces;

/**
 * Redirects from an entity that a decision merged into another. The redirect is not cached, because the decision may be
 * withdrawn.
 */
public final class MergedEntityRedirect {
    private MergedEntityRedirect() {}

    /**
     * Answers 308 with the query of the request if the entity was merged.
     *
     * @param thing IRI of the requested entity
     * @param survivor IRI of the entity that is left; the same IRI if it was not merged
     * @param before the path before the name of the entity
     * @param after the path after the name
     * @return whether it answered; if not, nothing was sent
     */
    public static boolean answered(Context ctx, String thing, String survivor, String before, String after) {
        if (survivor.equals(thing) || !IdSpaces.isThing(survivor)) {
            return false;
        }
        String query = ctx.req().getQueryString();
        ctx.status(308)
                .header("Cache-Control", "no-cache")
                .header("Location", before + IdSpaces.local(survivor) + after + (query == null ? "" : "?" + query));
        return true;
    }
}
