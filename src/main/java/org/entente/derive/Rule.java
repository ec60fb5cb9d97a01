package org.entente.derive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;

/**
 * A CONSTRUCT query.
 *
 * @param name the name of its file, without the ending
 * @param template what it constructs
 * @param branches the alternatives of its pattern, each of which can be matched on its own
 */
record Rule(String name, List<Triple> template, List<RuleBranch> branches) {
    /** @throws RuleException if the file cannot be read or holds another kind of query; the message names it */
    static Rule read(Path file) {
        String name = file.getFileName().toString();
        try {
            Query query = QueryFactory.create(Files.readString(file));
            if (!query.isConstructType()) {
                throw new RuleException("a rule is a CONSTRUCT query, this is another kind");
            }
            return new Rule(
                    name.replaceFirst("\\.rq$", ""),
                    query.getConstructTemplate().getTriples(),
                    RuleBranch.of(query));
        } catch (QueryException | RuleException e) {
            throw new RuleException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
