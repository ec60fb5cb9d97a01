package org.entente.web.operation;

import io.javalin.http.Context;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimiter;
import org.entente.execution.RunningQuery;
import org.entente.operation.Tasks;
import org.entente.store.Release;
import org.entente.store.Store;
import org.entente.web.http.BuildInfo;
import org.entente.web.http.WriteKey;
import org.entente.web.page.ServiceContext;

/**
 * {@code /status}: what the server is doing. How many queries run and how long is for everybody; who asked what is for whoever has the
 * key, who may stop them, too.
 */
final class StatusEndpoint {
    private final Store store;
    private final QueryLimiter limiter;
    private final WriteKey key;
    private final Tasks tasks;

    StatusEndpoint(ServiceContext service, Tasks tasks) {
        this.store = service.store();
        this.limiter = service.limiter();
        this.key = service.key();
        this.tasks = tasks;
    }

    void show(Context ctx) throws IOException {
        boolean operator = ctx.header("Authorization") != null;
        if (operator) {
            key.require(ctx);
        }
        Release release = store.release();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("version", BuildInfo.version());
        status.put("state", release.state());
        status.put("revision", release.revision());
        status.put("upSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
        status.put("running", limiter.running());
        status.put("waiting", limiter.waiting());
        status.put("strays", limiter.strays());
        status.put(
                "queries",
                limiter.list().stream().map(query -> about(query, operator)).toList());
        tasks.running().ifPresent(task -> status.put("task", TasksEndpoint.about(task)));
        if (operator) {
            status.put("storeBytes", store.bytes());
            store.folder().ifPresent(folder -> {
                status.put("store", folder.toString());
                status.put("diskFreeBytes", folder.toFile().getUsableSpace());
            });
        }
        TasksEndpoint.json(ctx, status);
    }

    private static Map<String, Object> about(RunningQuery query, boolean operator) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", query.id());
        about.put("running", query.running());
        about.put("ageSeconds", query.age().toMillis() / 1000.0);
        if (operator) {
            about.put("client", query.client());
            about.put("text", query.text());
        }
        return about;
    }

    /** Stops a query; whoever sent it can do so with {@code /sparql/stop}, by the name that they gave it. */
    void stop(Context ctx) {
        key.require(ctx);
        String id = ctx.pathParam("id");
        if (!id.matches("[0-9]{1,18}") || !limiter.stop(Long.parseLong(id))) {
            throw Problem.notFound("No such query is running", "It has already ended. GET /status lists what runs.");
        }
        ctx.status(204);
    }
}
