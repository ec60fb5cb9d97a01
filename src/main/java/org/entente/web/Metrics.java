package org.entente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.entente.execution.QueryLimiter;
import org.entente.execution.Stoppable;
import org.entente.web.http.RouteGroup;

/** {@code /metrics}: requests by route and status, queries running, waiting and astray, memory; in Prometheus' text format. */
final class Metrics implements RouteGroup {
    private static final String START = "entente.start";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(QueryLimiter limiter) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
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
        Timer.builder("entente.http.requests")
                .tag("route", matched == null || matched.path.isEmpty() ? "none" : matched.path)
                .tag("status", Integer.toString(ctx.statusCode()))
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - start));
    }

    private void handle(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    void close() {
        registry.close();
    }
}
