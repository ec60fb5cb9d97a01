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
import org.entente.pattern.KeyedBranch;
import org.entente.pattern.PatternException;
import org.entente.vocab.IdSpaces;

/**
 * A CONSTRUCT query.
 *
 * @param name the name of its file, without the ending
 * @param text the query as it is run
 * @param template what it constructs
 * @param branches the alternatives of its pattern, each of which can be matched on its own
 */
record Rule(String name, String text, List<Triple> template, List<KeyedBranch> branches) {
    /**
     * @param ids name space of the things of the collection
     * @throws RuleException if the file cannot be read or holds another kind of query; the message names it
     */
    static Rule read(Path file, String ids) {
        String name = file.getFileName().toString();
        try {
            String text = IdSpaces.in(Files.readString(file), ids);
            Query query = QueryFactory.create(text);
            if (!query.isConstructType()) {
                throw new RuleException("a rule is a CONSTRUCT query, this is another kind");
            }
            return new Rule(
                    name.replaceFirst("\\.rq$", ""),
                    text,
                    query.getConstructTemplate().getTriples(),
                    KeyedBranch.alternatives(query));
        } catch (QueryException | RuleException | PatternException e) {
            throw new RuleException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
