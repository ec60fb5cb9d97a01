package org.entente.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.QuadLines;
import org.entente.store.Changes;
import org.entente.store.Derivation;
import org.entente.store.Graphs;
import org.entente.store.Release;
import org.entente.store.SealedFolder;

/** Proves that a release is whole and that this program still gives the same from it. */
public final class Verification {
    /** Derives by the rules in a folder. */
    public interface RuleReader {
        Derivation read(Path folder);
    }

    private final KeptRelease release;
    private final List<String> problems = new ArrayList<>();
    private int answers;

    private Verification(KeptRelease release) {
        this.release = release;
    }

    /**
     * Verifies a folder.
     *
     * @param folder of a release
     * @param rules reads rules; the program's own reader
     */
    public static Verification of(Path folder, RuleReader rules) {
        if (!Files.exists(folder.resolve(Manifest.NAME))) {
            throw new ReleaseException(folder + " is no release: it has no " + Manifest.NAME + ".");
        }
        Verification verification = new Verification(KeptRelease.read(folder));
        try {
            verification.problems.addAll(SealedFolder.broken(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (verification.problems.isEmpty()) {
            verification.verify(rules);
        }
        return verification;
    }

    private void verify(RuleReader rules) {
        KeptState state = KeptState.open(release);
        Release named = state.store().release().answeredBy(state.catalog().edition());
        if (!named.id().equals(release.id())) {
            problems.add("statements, rules and queries have the id " + named.id() + ", not " + release.id());
        }
        verifyDerived(rules.read(release.rules()));
        Map<String, Manifest.Answer> now = new HashMap<>();
        new DefaultAnswers(state.store()).all(state.catalog()).forEach(a -> now.put(a.query(), a));
        for (Manifest.Answer then : release.manifest().answers()) {
            Manifest.Answer again = now.get(then.query());
            if (again == null || again.rows() != then.rows() || !again.sha256().equals(then.sha256())) {
                problems.add("query " + then.query() + " answers otherwise: " + then.rows() + " rows then, "
                        + (again == null ? "no such query" : again.rows() + " rows") + " now");
            } else if (!then.sha256().isEmpty()) {
                answers++;
            }
        }
    }

    /** Derives everything again from what was stated. */
    private void verifyDerived(Derivation rules) {
        DatasetGraph again = DatasetGraphFactory.createGeneral();
        Statements.read(release.statements(), quad -> Statements.isAsserted(name(quad)), again);
        rules.forStore().derive(again, Changes.UNKNOWN);
        Map<String, Integer> balance = new TreeMap<>();
        try (Stream<String> kept = Statements.lines(release.statements())) {
            kept.filter(line -> !Statements.isAsserted(Statements.graph(line)))
                    .forEach(line -> balance.merge(line, -1, Integer::sum));
        }
        again.find().forEachRemaining(quad -> {
            if (!Statements.isAsserted(name(quad))) {
                balance.merge(QuadLines.of(quad), 1, Integer::sum);
            }
        });
        balance.values().removeIf(n -> n == 0);
        if (!balance.isEmpty()) {
            long gone = balance.values().stream().filter(n -> n < 0).count();
            problems.add("the rules derive otherwise: " + (balance.size() - gone) + " statements more, " + gone
                    + " fewer; the first one: "
                    + balance.keySet().stream().limit(1).collect(Collectors.joining()));
        }
    }

    private static String name(Quad quad) {
        return quad.isDefaultGraph()
                ? ""
                : quad.getGraph().equals(Graphs.RELEASE) ? "" : quad.getGraph().toString();
    }

    public KeptRelease release() {
        return release;
    }

    /** What is wrong, a line each; empty if everything is the same. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Number of answers that are the same. */
    public int answers() {
        return answers;
    }
}
