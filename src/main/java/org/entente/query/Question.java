package org.entente.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.sparql.QueryFile;

/**
 * A built-in question with a header like that of a canned query, so that its parameters are described and read in the
 * same way.
 *
 * @param id its path without the slash
 */
public record Question(String id, QueryHeader header) {
    /**
     * Reads the header of a built-in question.
     *
     * @param resource the lines of the header, each beginning with {@code #+}
     * @throws IllegalStateException if the header is wrong; a test makes sure that it is not
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

    /** The same question with examples of a collection. */
    public Question with(ExampleValues examples) {
        return new Question(id, examples.of(header));
    }

    /**
     * Reads the parameters of a request, as
     * {@link Parameters#read(CannedQuery, java.util.Map, EntityResolver, DateReader)} does.
     *
     * @throws ParameterException for the first parameter that is wrong
     */
    public Arguments arguments(java.util.Map<String, List<String>> given, EntityResolver names, DateReader dates) {
        return Parameters.read(header, given, names, dates);
    }
}
