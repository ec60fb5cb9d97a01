package org.entente.web.release;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.release.KeptRelease;
import org.entente.release.KeptState;
import org.entente.release.Releases;
import org.entente.web.page.ServiceContext;

/** The releases of this server, open ones, and the present state. */
final class Shelf {
    /** Stands for the present state where two releases are compared. */
    static final String NOW = "now";

    private final Optional<Releases> releases;
    private final EarlierStates open;
    private final QueryExecutor executor;
    private final Supplier<KeptState> present;

    Shelf(ServiceContext service, Optional<Releases> releases, EarlierStates open) {
        this.releases = releases;
        this.open = open;
        this.executor = service.executor();
        this.present = () -> KeptState.present(
                service.store(),
                service.catalog(),
                releases.orElseThrow(Shelf::none).collection());
    }

    /** Id of the present state. */
    String now() {
        return executor.release();
    }

    /** The releases; empty if this server keeps none. */
    Optional<Releases> releases() {
        return releases;
    }

    List<KeptRelease> all() {
        return releases.map(Releases::all).orElse(List.of());
    }

    Optional<KeptRelease> find(String id) {
        return releases.flatMap(shelf -> shelf.find(id));
    }

    /** @throws Problem 404 if it was not kept */
    KeptRelease require(String id) {
        return find(id).orElseThrow(() -> EarlierStates.unknown(id, all()));
    }

    /** @throws Problem 404 if this server keeps no releases */
    Releases folder() {
        return releases.orElseThrow(Shelf::none);
    }

    /** The state of a release, or the present one. */
    KeptState state(String id) {
        if (id.equals(NOW) || find(id).isEmpty() && id.equals(now())) {
            return present.get();
        }
        return open.state(require(id));
    }

    /** Answers an address as it was; the present state, if it was not kept, at its present address. */
    void answer(Context ctx, String id, String path) {
        Optional<KeptRelease> kept = find(id);
        if (kept.isPresent()) {
            open.answer(ctx, kept.get(), path);
        } else if (id.equals(now())) {
            String query = ctx.req().getQueryString();
            ctx.status(307)
                    .header("Cache-Control", "no-store")
                    .header("Location", path.replaceFirst("^/+", "/") + (query == null ? "" : "?" + query));
        } else {
            throw EarlierStates.unknown(id, all());
        }
    }

    private static Problem none() {
        return Problem.notFound(
                "No releases", "This server keeps no releases. Start it with --releases and a folder for them.");
    }
}
