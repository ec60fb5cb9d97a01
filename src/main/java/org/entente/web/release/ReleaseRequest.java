package org.entente.web.release;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.entente.release.Keeping;
import org.entente.web.http.BuildInfo;
import org.entente.web.http.Negotiation;
import org.entente.web.http.Origins;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;

/** What is sent with a write: who, why, and the key, which a program sends in the header and a browser in the form. */
record ReleaseRequest(Map<String, List<String>> fields) {
    static ReleaseRequest read(Context ctx, ServerOptions options) {
        Origins.requireSame(ctx.req(), options, "This must be sent from this site", "Open /releases here.");
        byte[] body = RequestBody.read(ctx, options.bodies().query());
        return new ReleaseRequest(
                RequestBody.mediaType(ctx).equals(RequestBody.FORM)
                        ? RequestBody.parameters(RequestBody.text(body))
                        : Map.of());
    }

    /** Whether a page shows what was done, rather than JSON. */
    static boolean fromBrowser(Context ctx) {
        return Negotiation.prefersHtml(ctx.header("Accept"));
    }

    /**
     * Who has signed in need not send the key, if the form comes from here.
     *
     * @throws org.entente.execution.Problem as {@link WriteKey#require}
     */
    void require(Context ctx, WriteKey key, ServerOptions options) {
        boolean session = !fields.containsKey("key") && key.signedIn(ctx).isPresent();
        if ((session || fields.containsKey("key")) && ctx.header("Authorization") == null) {
            if (session) {
                Origins.requireSame(
                        ctx.req(),
                        options,
                        "This must be sent from this site",
                        "Open the page here and send it there.");
            }
            key.require(ctx, text("key"));
        } else {
            key.require(ctx);
        }
    }

    /** Who keeps something, and why. */
    Keeping keeping() {
        return new Keeping(text("by"), text("note"), BuildInfo.version());
    }

    String text(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }
}
