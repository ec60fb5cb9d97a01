package org.entente.dependence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.text.SourceTexts;
import org.entente.text.WordRuns;
import org.entente.vocab.EntConcept;

/**
 * Compares documents two by two. Each sign that two are not independent has a weight from 0 to 1, the probability with which it alone
 * would convince a reader; together they leave the doubt that each of them leaves: score = 1 − (1 − w₁)(1 − w₂)…
 */
public final class DependenceFinder {
    /** What is common to fewer statements has no order to speak of. */
    private static final int LEAST_ORDERED = 4;

    private record Sign(double weight, String reason) {}

    private final Select select;
    private final SourceTexts texts;
    private final Map<Node, Testimony> testimonies = new LinkedHashMap<>();
    private final Map<String, Set<Node>> printed = new HashMap<>();
    private final Set<String> correct = new HashSet<>();

    private DependenceFinder(Select select, SourceTexts texts) {
        this.select = select;
        this.texts = texts;
    }

    /**
     * The pairs that report the same event and share something beyond it, strongest first.
     *
     * @param select asks one state of the collection
     * @param least the score below which a pair is left out
     */
    public static List<Proposal> find(Select select, SourceTexts texts, double least) {
        DependenceFinder finder = new DependenceFinder(select, texts);
        finder.read();
        List<Testimony> all = List.copyOf(finder.testimonies.values());
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                finder.compare(all.get(i), all.get(j))
                        .filter(proposal -> proposal.score() >= least)
                        .ifPresent(proposals::add);
            }
        }
        proposals.sort(Comparator.comparing(Proposal::score)
                .reversed()
                .thenComparing(p -> p.one().getURI())
                .thenComparing(p -> p.other().getURI()));
        return proposals;
    }

    private void read() {
        for (Row row :
                select.rows(InternalQuery.DEPENDENCE_DOCUMENTS.among(Map.of())).rows()) {
            Testimony testimony = testimonies.computeIfAbsent(row.bound("document"), Testimony::new);
            row.node("publisher").ifPresent(testimony.publishers::add);
            row.node("root").ifPresent(testimony.roots::add);
            testimony.lowReliability |= row.node("reliability")
                    .filter(EntConcept.RELIABILITY_LOW::equals)
                    .isPresent();
            testimony.namesOrigin |= row.has("earlier");
            testimony.digest = row.has("digest") ? Optional.of(row.text("digest")) : testimony.digest;
        }
        select.rows(InternalQuery.DEPENDENCE_LABELS.among(Map.of()))
                .rows()
                .forEach(row -> correct.add(row.text("label")));
        for (Row row :
                select.rows(InternalQuery.DEPENDENCE_STATEMENTS.among(Map.of())).rows()) {
            Testimony testimony = testimonies.get(row.bound("document"));
            if (testimony == null) {
                continue;
            }
            switch (row.text("kind")) {
                case "event" -> {
                    if (!row.text("passing").equals("true")) {
                        testimony.events.add(row.bound("item"));
                    }
                }
                case "figure" -> testimony.figures.add(row.text("item").replaceFirst("\\.0+$", ""));
                case "name" -> {
                    testimony.names.add(row.text("item"));
                    printed.computeIfAbsent(row.text("item"), n -> new HashSet<>())
                            .add(testimony.document);
                }
                default -> testimony.add(row.text("locator"), row.bound("item"));
            }
        }
    }

    private Optional<Proposal> compare(Testimony one, Testimony other) {
        if (Collections.disjoint(one.events, other.events)) {
            return Optional.empty();
        }
        List<Sign> signs = new ArrayList<>();
        texts(one, other).ifPresent(signs::add);
        publisher(one, other).ifPresent(signs::add);
        name(one, other).ifPresent(signs::add);
        figures(one, other).ifPresent(signs::add);
        signs.addAll(statements(one, other));
        if (one.lowReliability || other.lowReliability) {
            signs.add(new Sign(0.35, "one of the two is of low reliability, such as a rewrite"));
        }
        if (one.namesOrigin != other.namesOrigin) {
            signs.add(new Sign(0.3, "one of the two passes on another text, the other names no origin"));
        }
        signs.sort(Comparator.comparing(Sign::weight).reversed());
        double doubt = signs.stream().mapToDouble(sign -> 1 - sign.weight()).reduce(1, (a, b) -> a * b);
        boolean counted = !Collections.disjoint(one.roots, other.roots)
                || !Collections.disjoint(one.publishers, other.publishers);
        return Optional.of(new Proposal(
                one.document,
                other.document,
                Math.round((1 - doubt) * 100) / 100.0,
                signs.stream().map(Sign::reason).toList(),
                counted));
    }

    private Optional<Sign> texts(Testimony one, Testimony other) {
        Optional<String> a = texts.of(one.document.getURI(), one.digest);
        Optional<String> b = texts.of(other.document.getURI(), other.digest);
        int run = a.isPresent() && b.isPresent() ? WordRuns.longest(a.get(), b.get()) : 0;
        return run == 0
                ? Optional.empty()
                : Optional.of(new Sign(
                        Math.min(0.95, 0.5 + 0.05 * (run - WordRuns.LEAST)),
                        "a run of " + run + " words stands in both texts"));
    }

    private static Optional<Sign> publisher(Testimony one, Testimony other) {
        return Collections.disjoint(one.publishers, other.publishers)
                ? Optional.empty()
                : Optional.of(new Sign(0.6, "the same publisher"));
    }

    /** A form of a name that nobody else prints and that is none of the known ones, such as a misprint. */
    private Optional<Sign> name(Testimony one, Testimony other) {
        return one.names.stream()
                .filter(other.names::contains)
                .filter(name -> !correct.contains(name) || printers(name) == 2 && name.contains(" "))
                .filter(name -> printers(name) <= 3)
                .findFirst()
                .map(name -> new Sign(0.35, "only these print the name \"" + name + "\" so"));
    }

    /** How many documents print the name so. */
    private int printers(String name) {
        return printed.getOrDefault(name, Set.of()).size();
    }

    private static Optional<Sign> figures(Testimony one, Testimony other) {
        Set<String> common = new LinkedHashSet<>(one.figures);
        common.retainAll(other.figures);
        return common.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Sign(Math.min(0.6, 0.3 * common.size()), "the same figures: " + String.join(", ", common)));
    }

    /** Whether one says nothing of the event that the other does not, and in which order. */
    private static List<Sign> statements(Testimony one, Testimony other) {
        List<Node> common = new ArrayList<>(one.order());
        common.retainAll(other.order());
        int smaller = Math.min(one.order().size(), other.order().size());
        if (common.size() < LEAST_ORDERED) {
            return List.of();
        }
        List<Node> others = new ArrayList<>(other.order());
        others.retainAll(new HashSet<>(common));
        double order = (double) inOrder(common, others) / common.size();
        double covered = (double) common.size() / smaller;
        List<Sign> signs = new ArrayList<>();
        if (covered >= 0.5) {
            signs.add(new Sign(
                    0.5 * covered,
                    common.size() + " of " + smaller + " participants and topics of the shorter are in both"));
        }
        if (order >= 0.6) {
            signs.add(new Sign(0.4 * order, "what is common comes in the same order"));
        }
        return signs;
    }

    /** Length of the longest sequence that is in both in the same order. */
    private static int inOrder(List<Node> one, List<Node> other) {
        int[][] longest = new int[one.size() + 1][other.size() + 1];
        for (int i = 1; i <= one.size(); i++) {
            for (int j = 1; j <= other.size(); j++) {
                longest[i][j] = one.get(i - 1).equals(other.get(j - 1))
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return longest[one.size()][other.size()];
    }
}
