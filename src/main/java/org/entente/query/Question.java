package org.entente.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.sparql.QueryFile;

/**
 * A question that the program answers itself, with a header like that of a canned query: its parameters are read, described and
 * refused in the same way.
 *
 * @param id its route
 */
public record Question(String id, QueryHeader header) {
    /**
     * Reads a question that ships with the program.
     *
     * @param resource lines of a header, each with its mark
     * @throws IllegalStateException if the header is wrong, which a test finds
     */
    public static Question read(String id, InputStream resource) {
        List<CatalogFinding> findings = new ArrayList<>();
        try (resource) {
            List<String> lines = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            QueryHeader header =
                    new HeaderReader(id, QueryFile.of(lines), findings).read().orElse(null);
            if (header == null || !findings.isEmpty()) {
                throw new IllegalStateException("Header of " + id + ": " + findings);
            }
            return new Question(id, header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what a request gave, as {@link Parameters#read(CannedQuery, java.util.Map, EntityResolver, DateReader)} does.
     *
     * @throws ParameterException for the first parameter that is wrong
     */
    public Arguments arguments(java.util.Map<String, List<String>> given, EntityResolver names, DateReader dates) {
        return Parameters.read(header, given, names, dates);
    }
}
