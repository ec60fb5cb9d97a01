package org.entente.derive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.store.Derivation;
import org.entente.store.Deriver;
import org.entente.vocab.Ent;

/**
 * The rules of a folder of CONSTRUCT queries, run in the order of their file names. Each sees what the earlier ones derived; what it
 * constructs goes to the graph of derived triples and to the default graph, the consolidated view.
 */
public final class Rules implements Derivation {
    private final List<Rule> rules;

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
     * @throws RuleException if a file cannot be read or is not a CONSTRUCT query that reads the view and the union of all graphs; the
     *     message names the file
     */
    public static Rules read(Path folder, String ids) {
        try (var files = Files.list(folder)) {
            return new Rules(files.filter(f -> f.toString().endsWith(".rq"))
                    .sorted()
                    .map(file -> Rule.read(file, ids))
                    .toList());
        } catch (IOException e) {
            throw new RuleException("The rules in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    List<Rule> all() {
        return rules;
    }

    /** Names of the rules in the order in which they run. */
    public List<String> names() {
        return rules.stream().map(Rule::name).toList();
    }

    /** Whether the other rules have the same names and texts. */
    public boolean saysTheSame(Rules other) {
        return names().equals(other.names())
                && rules.stream()
                        .map(Rule::text)
                        .toList()
                        .equals(other.rules.stream().map(Rule::text).toList());
    }

    @Override
    public Deriver forStore() {
        return new RuleDeriver(rules);
    }
}
