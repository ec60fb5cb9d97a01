package org.entente.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.entente.execution.QueryLimiter;

/** {@code /metrics}: requests by route and status, queries running and waiting, memory; in Prometheus' text format. */
final class Metrics {
    private static final String START = "entente.start";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(QueryLimiter gate) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        Gauge.builder("entente.queries.running", gate, QueryLimiter::running).register(registry);
        Gauge.builder("entente.queries.waiting", gate, QueryLimiter::waiting).register(registry);
    }

    void begin(Context ctx) {
        ctx.attribute(START, System.nanoTime());
    }

    void end(Context ctx) {
        Long start = ctx.attribute(START);
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

    void handle(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    void close() {
        registry.close();
    }
}
