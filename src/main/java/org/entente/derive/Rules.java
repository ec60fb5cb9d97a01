package org.entente.derive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.Derivation;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of a folder of CONSTRUCT queries, run in the order of their file names. Each sees what the earlier ones derived; what it
 * constructs goes to the graph of derived triples and to the default graph, the consolidated view.
 */
public final class Rules implements Derivation {
    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

    private final List<Rule> rules;

    private record Rule(String name, Query construct) {}

    private Rules(List<Rule> rules) {
        this.rules = rules;
    }

    /** Reads {@code *.rq} of a folder, for a collection that names its things as Entente does. */
    public static Rules read(Path folder) {
        return read(folder, Ent.ID);
    }

    /**
     * Reads {@code *.rq} of a folder.
     *
     * @param ids name space of the things of the collection; what the rules make gets its IRIs there
     * @throws RuleException if a file cannot be read or is not a CONSTRUCT query; the message names the file
     */
    public static Rules read(Path folder, String ids) {
        try (var files = Files.list(folder)) {
            return new Rules(files.filter(f -> f.toString().endsWith(".rq"))
                    .sorted()
                    .map(file -> readRule(file, ids))
                    .toList());
        } catch (IOException e) {
            throw new RuleException("The rules in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Rule readRule(Path file, String ids) {
        String name = file.getFileName().toString();
        try {
            Query query = QueryFactory.create(IdSpaces.in(Files.readString(file), ids));
            if (!query.isConstructType()) {
                throw new RuleException(name + ": a rule is a CONSTRUCT query, this is another kind");
            }
            return new Rule(name.replaceFirst("\\.rq$", ""), query);
        } catch (QueryException e) {
            throw new RuleException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the rules in the order in which they run. */
    public List<String> names() {
        return rules.stream().map(Rule::name).toList();
    }

    @Override
    public void derive(DatasetGraph dataset) {
        DerivationDataset workspace = DerivationDataset.of(dataset);
        for (Rule rule : rules) {
            long start = System.nanoTime();
            Graph consequences = GraphFactory.createDefaultGraph();
            try (QueryExec exec =
                    QueryExec.dataset(workspace).query(rule.construct()).build()) {
                exec.construct(consequences);
            }
            workspace.derived(consequences);
            LOG.debug(
                    "{}: {} triples in {} ms",
                    rule.name(),
                    consequences.size(),
                    (System.nanoTime() - start) / 1_000_000);
        }
        workspace.writeTo(dataset);
    }
}
