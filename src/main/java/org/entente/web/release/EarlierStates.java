package org.entente.web.release;

import io.javalin.http.Context;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.Problem;
import org.entente.release.KeptRelease;
import org.entente.release.KeptState;

/**
 * Releases that are open, each with a server of its own without a port: at most {@link #MOST}, opened when somebody asks and left to the
 * garbage collector when others are asked for. One of the shipped size takes some 100 MB and a few seconds to open.
 */
public final class EarlierStates {
    /** Largest number of open releases. */
    static final int MOST = 2;

    /** Makes the server of an earlier state. */
    public interface Opener {
        /** @param prefix path before its addresses */
        Servlet open(KeptState state, String prefix);
    }

    private record Open(KeptState state, Servlet server) {}

    private final Opener opener;
    private final LinkedHashMap<String, Open> open = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Open> eldest) {
            return size() > MOST;
        }
    };

    EarlierStates(Opener opener) {
        this.opener = opener;
    }

    /** The state of a release; others wait while it is opened. */
    KeptState state(KeptRelease release) {
        return open(release).state();
    }

    private synchronized Open open(KeptRelease release) {
        Open known = open.get(release.id());
        if (known == null) {
            KeptState state = KeptState.open(release);
            known = new Open(state, opener.open(state, "/r/" + release.id()));
            open.put(release.id(), known);
        }
        return known;
    }

    /** Number of open releases. */
    synchronized int size() {
        return open.size();
    }

    /** Lets the server of a release answer the rest of the path. */
    void answer(Context ctx, KeptRelease release, String path) {
        String prefix = "/r/" + release.id();
        EarlierResponse response = new EarlierResponse(ctx.res());
        try {
            open(release).server().service(new EarlierRequest(ctx.req(), path), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        String location = ctx.res().getHeader("Location");
        if (location != null) {
            ctx.header("Location", Addresses.location(location, prefix));
        }
        Collection<String> links = List.copyOf(ctx.res().getHeaders("Link"));
        if (!links.isEmpty()) {
            ctx.header("Link", Addresses.inLinkHeader(String.join(", ", links), prefix));
        }
        byte[] body = response.body();
        String type = String.valueOf(ctx.res().getContentType());
        ctx.result(
                type.startsWith("text/html")
                        ? Addresses.inPage(new String(body, StandardCharsets.UTF_8), prefix)
                                .getBytes(StandardCharsets.UTF_8)
                        : body);
    }

    static Problem unknown(String id, List<KeptRelease> kept) {
        List<String> ids = kept.stream().map(KeptRelease::id).toList();
        return Problem.notFound(
                        "This release was not kept",
                        "There is no release " + (id.length() > 60 ? "of this name" : id) + ". "
                                + (ids.isEmpty()
                                        ? "This server keeps none so far."
                                        : "/releases lists those that were kept; the newest is " + ids.getLast() + "."))
                .with("releases", ids);
    }
}
