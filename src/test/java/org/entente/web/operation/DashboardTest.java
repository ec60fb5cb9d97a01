package org.entente.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.ServedStore;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard that ships asks only for metrics that a server has. */
class DashboardTest {
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b(?!\\()");

    @TempDir
    Path folder;

    @Test
    void every_metric_of_the_dashboard_is_there() throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (JsonNode expression : Json.MAPPER
                .readTree(Files.readString(Path.of("docs/operations/grafana.json")))
                .findValues("expr")) {
            METRIC.matcher(expression.asText()).results().forEach(m -> wanted.add(m.group()));
        }
        wanted.remove("histogram_quantile");
        assertThat(wanted).hasSizeGreaterThan(10);
        try (ServedStore site = ServedStore.over(Store.onDisk(folder, Derivation.NONE), ServerOptions.defaults())) {
            site.get("/health/live");
            System.gc();
            Set<String> there = site.get("/metrics")
                    .body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replaceFirst("[{ ].*", ""))
                    .collect(Collectors.toSet());
            assertThat(there).containsAll(wanted);
        }
    }
}
