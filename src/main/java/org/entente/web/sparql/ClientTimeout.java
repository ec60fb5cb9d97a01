package org.entente.web.sparql;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.execution.Problem;
import org.entente.text.ShortText;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code timeout=}: how long a client wants to wait. A plain number means seconds, as in Fuseki and RDF4J; with a unit it is
 * read as QLever does. Virtuoso's clients mean milliseconds: what they send is then longer than the server's own limit, which counts.
 */
final class ClientTimeout {
    private static final Pattern TIME = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ms|s|min|h)?");

    private ClientTimeout() {}

    /**
     * @return null if the client says nothing
     * @throws Problem 400 if it is no time, or none at all
     */
    static @Nullable Duration of(Map<String, List<String>> parameters) {
        List<String> sent = parameters.getOrDefault("timeout", List.of());
        if (sent.isEmpty()) {
            return null;
        }
        Matcher time = TIME.matcher(sent.getFirst().strip());
        if (sent.size() > 1 || !time.matches()) {
            throw wrong(sent);
        }
        BigDecimal unit =
                switch (time.group(2) == null ? "s" : time.group(2)) {
                    case "ms" -> BigDecimal.ONE;
                    case "min" -> BigDecimal.valueOf(60_000);
                    case "h" -> BigDecimal.valueOf(3_600_000);
                    default -> BigDecimal.valueOf(1000);
                };
        long millis = new BigDecimal(time.group(1)).multiply(unit).longValue();
        if (millis <= 0) {
            throw wrong(sent);
        }
        return Duration.ofMillis(millis);
    }

    private static Problem wrong(List<String> sent) {
        return Problem.badRequest("timeout=" + ShortText.of(String.join(" and ", sent), 60)
                        + " is no time. Write seconds (5 or 0.5), or a number with a unit: 500ms, 5s, 1min.")
                .with("parameter", "timeout");
    }
}
