package org.entente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.execution.QueryLimiter;
import org.entente.execution.Stoppable;
import org.entente.store.Store;
import org.entente.web.http.RouteGroup;

/** {@code /metrics}: requests by route and status, queries running, waiting and astray, store, disk, memory; in Prometheus' text format. */
final class Metrics implements RouteGroup {
    private static final String START = "entente.start";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    private static final Duration[] OBJECTIVES = IntStream.of(50, 250, 1_000, 5_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(QueryLimiter limiter, Store store) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        collector.bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("entente.store.size", store, Store::bytes)
                .baseUnit("bytes")
                .description("size of the files of the store")
                .register(registry);
        Gauge.builder("entente.store.revision", store, s -> s.release().revision())
                .description("number of commits")
                .register(registry);
        store.folder().ifPresent(folder -> new DiskSpaceMetrics(folder.toFile()).bindTo(registry));
        Gauge.builder("entente.queries.running", limiter, QueryLimiter::running).register(registry);
        Gauge.builder("entente.queries.waiting", limiter, QueryLimiter::waiting).register(registry);
        Gauge.builder("entente.queries.strays", limiter, QueryLimiter::strays)
                .description("queries that did not end with their time limit and still keep a thread")
                .register(registry);
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.before(Metrics::begin);
        routes.after(this::end);
        RouteGroup.get(routes, "/metrics", this::handle);
    }

    private static void begin(Context ctx) {
        ctx.attribute(START, System.nanoTime());
        String query = ctx.req().getQueryString();
        Stoppable.about(ctx.req().getMethod() + " " + ctx.path() + (query == null ? "" : "?" + query));
    }

    private void end(Context ctx) {
        Long start = ctx.attribute(START);
        Stoppable.done();
        if (start == null) {
            return;
        }
        var matched = ctx.endpoints().lastHttpEndpoint();
        String method = ctx.req().getMethod();
        Timer.builder("http.server.requests")
                .tag("method", METHODS.contains(method) ? method : "OTHER")
                .tag("uri", matched == null || matched.path.isEmpty() ? "none" : matched.path)
                .tag("status", Integer.toString(ctx.statusCode()))
                .serviceLevelObjectives(OBJECTIVES)
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - start));
    }

    private void handle(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    void close() {
        collector.close();
        registry.close();
    }
}
