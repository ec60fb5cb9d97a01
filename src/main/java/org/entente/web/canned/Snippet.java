package org.entente.web.canned;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Code to copy that asks the question of a page.
 *
 * @param id for anchors
 * @param title name of the language
 */
public record Snippet(String id, String title, String code) {
    /**
     * Code for a canned query.
     *
     * @param address address of the query, with the host
     * @param parameters the parameters of the permanent link
     */
    static List<Snippet> of(String address, Map<String, List<String>> parameters) {
        return List.of(
                new Snippet("curl", "curl", curl(address, parameters)),
                new Snippet("python", "Python", python(address, parameters)),
                new Snippet("r", "R", r(address, parameters)));
    }

    private static String curl(String address, Map<String, List<String>> parameters) {
        return "curl --fail --get --header 'Accept: text/csv' '" + address + "'"
                + each(parameters, (name, value) -> " \\\n  --data-urlencode " + shell(name + "=" + value))
                + " \\\n  --output answer.csv\n";
    }

    private static String python(String address, Map<String, List<String>> parameters) {
        return """
                # pip install pandas requests
                import io
                import pandas
                import requests

                answer = requests.get(
                    %s,
                    params=[%s
                    ],
                    headers={"Accept": "text/csv"},
                    timeout=60,
                )
                answer.raise_for_status()
                rows = pandas.read_csv(io.StringIO(answer.text))
                print(rows)
                """.formatted(
                        quoted(address),
                        each(parameters, (name, value) -> "\n        (" + quoted(name) + ", " + quoted(value) + "),"))
                .replace("params=[\n    ],", "params=[],");
    }

    private static String r(String address, Map<String, List<String>> parameters) {
        return """
                # install.packages(c("httr2", "readr"))
                library(httr2)

                answer <- request(%s) |>
                  req_url_query(%s.multi = "explode") |>
                  req_headers(Accept = "text/csv") |>
                  req_perform()
                rows <- readr::read_csv(resp_body_string(answer))
                print(rows)
                """.formatted(
                        quoted(address),
                        parameters.entrySet().stream()
                                .map(e -> "`" + e.getKey() + "` = "
                                        + (e.getValue().size() == 1
                                                ? quoted(e.getValue().getFirst())
                                                : e.getValue().stream()
                                                        .map(Snippet::quoted)
                                                        .collect(Collectors.joining(", ", "c(", ")")))
                                        + ", ")
                                .collect(Collectors.joining()));
    }

    private interface Written {
        String of(String name, String value);
    }

    private static String each(Map<String, List<String>> parameters, Written written) {
        return parameters.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(value -> written.of(e.getKey(), value)))
                .collect(Collectors.joining());
    }

    /** Quotes a text for a POSIX shell. */
    static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Quotes a text for Python and R. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
