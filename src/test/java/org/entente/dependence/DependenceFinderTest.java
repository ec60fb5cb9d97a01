package org.entente.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.ShippedCollection;
import org.entente.derive.RuleCase;
import org.entente.derive.Rules;
import org.entente.execution.Select;
import org.entente.store.Store;
import org.entente.text.SourceTexts;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs of invented documents, each alike in its own way, and pairs that only report the same event; then the shipped collection. */
class DependenceFinderTest {
    private static final String HEAD = """
            @prefix ent: <https://w3id.org/entente/ontology#> .
            @prefix graph: <https://w3id.org/entente/graph/> .
            @prefix source: <https://w3id.org/entente/graph/source/> .
            @prefix person: <https://w3id.org/entente/id/person/> .
            @prefix org: <https://w3id.org/entente/id/org/> .
            @prefix state: <https://w3id.org/entente/id/state/> .
            @prefix event: <https://w3id.org/entente/id/event/> .
            @prefix doc: <https://w3id.org/entente/id/doc/> .
            """;

    @TempDir
    private Path folder;

    private final StringBuilder trig = new StringBuilder(HEAD);

    @Test
    void eight_families_are_found_and_two_independent_pairs_are_not() throws IOException {
        List<String> told = List.of("anna", "boris", "clara", "dimitri");
        List<String> topics = List.of("politics", "economyTrade", "culture", "energy");
        trig.append("graph:authority {\n");
        List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
                .forEach(event -> trig.append("  event:" + event + " a ent:Meeting .\n"));
        trig.append("}\n");
        // One names the release that the other passes on as well, in the same order.
        document("a1", "one", " ; ent:derivesFrom doc:release", told, topics, "");
        document("a2", "one", "", told, topics, "");
        trig.append("source:release { doc:release a ent:Document ; ent:notSeen true . }\n");
        // Two render one text that nobody names; a machine rewrites another's report, twice; six statements in the same
        // order.
        document("b1", "two", "", told, topics, "");
        document("b2", "two", "", told, topics, "");
        document("c1", "three", "", told, topics.subList(0, 2), "");
        document("c2", "three", " ; ent:reliability ent:reliabilityLow", told.subList(0, 3), topics.subList(0, 2), "");
        document("d1", "four", "", told.subList(0, 2), topics, "");
        document("d2", "four", " ; ent:reliability ent:reliabilityLow", told.subList(0, 2), topics.subList(0, 3), "");
        document("e1", "five", "", told.subList(0, 2), topics, "");
        document("e2", "five", "", told.subList(0, 2), topics, "");
        // The same misprint and the same figures; the same publisher; the same words.
        document("f1", "six", "", told, List.of(), "Bors");
        document("f2", "six", "", told, List.of(), "Bors");
        document("g1", "seven", " ; ent:publisher org:company-south", told.subList(0, 1), List.of(), "");
        document("g2", "seven", " ; ent:publisher org:company-south", told.subList(1, 2), topics, "");
        document("h1", "eight", "", told.subList(0, 2), List.of(), "");
        document("h2", "eight", "", told.subList(0, 2), topics.subList(0, 1), "");
        // The same event, told by each in its own way.
        document("i1", "nine", "", told.subList(0, 2), topics.subList(0, 1), "");
        document("i2", "nine", "", told.subList(0, 2), topics.subList(2, 4), "");
        document("j1", "ten", "", told, topics.subList(0, 2), "");
        document("j2", "ten", "", List.of("dimitri", "elena", "anna"), List.of("energy", "culture"), "");
        Files.writeString(folder.resolve("case.trig"), trig);
        Path texts = Files.createDirectory(folder.resolve("texts"));
        Files.writeString(
                texts.resolve("h1.txt"), "On Monday the two sides met in the old town hall and agreed to meet again.");
        Files.writeString(
                texts.resolve("h2.txt"), "Yesterday, the two sides met in the old town hall; nothing was agreed.");
        try (Store store = Store.inMemory(Rules.read(Path.of("queries/rules")))) {
            RuleCase.load(folder.resolve("case.trig"), folder.resolve("collection"), store);
            List<Proposal> found = store.read(data -> DependenceFinder.find(Select.on(data), read(texts), 0.5));
            assertThat(pairs(found))
                    .containsExactly("a1 a2", "b1 b2", "c1 c2", "d1 d2", "e1 e2", "f1 f2", "g1 g2", "h1 h2");
            assertThat(found).allSatisfy(p -> assertThat(p.reasons()).isNotEmpty());
            assertThat(found.stream().filter(Proposal::counted).map(DependenceFinderTest::pair))
                    .as("one publisher is one source without a decision")
                    .containsExactly("g1 g2");
            assertThat(pairs(store.read(data -> DependenceFinder.find(Select.on(data), SourceTexts.NONE, 0.5))))
                    .as("without texts")
                    .doesNotContain("h1 h2");
        }
    }

    @Test
    void the_derivations_decided_for_the_shipped_collection_are_found_without_texts() {
        List<Proposal> found =
                ShippedCollection.store().read(data -> DependenceFinder.find(Select.on(data), SourceTexts.NONE, 0.5));
        assertThat(pairs(found))
                .contains(
                        "d001 d003",
                        "d002 d003",
                        "d005 d008",
                        "d006 d007",
                        "d008 d009",
                        "d025 d026",
                        "d043 d124",
                        "d047 d048",
                        "d047 d049",
                        "d089 d090",
                        "d121 s004",
                        "d126 s001");
        assertThat(found.stream().filter(Proposal::counted).map(DependenceFinderTest::pair))
                .as("decided")
                .contains("d003 d004", "d043 d124", "d121 s004");
    }

    private void document(
            String slug, String event, String about, List<String> who, List<String> topics, String misprint) {
        StringBuilder graph =
                new StringBuilder("source:" + slug + " {\n  doc:" + slug + " a ent:Document" + about + " .\n");
        graph.append("  doc:" + slug + "-r1 a ent:Report ; ent:statedIn doc:" + slug + " ; ent:reports event:" + event
                + " ; ent:locator \"P1\" ; ent:modality ent:asFact ; ent:reportedStatus ent:held");
        topics.forEach(topic -> graph.append(" ; ent:topic ent:" + topic));
        graph.append(" .\n");
        int n = 0;
        for (String person : who) {
            graph.append("  doc:" + slug + "-p" + ++n + " a ent:Participation ; ent:inReport doc:" + slug
                    + "-r1 ; ent:participant person:" + person
                    + " ; ent:role ent:counterpart ; ent:attendance ent:attended"
                    + (misprint.isEmpty() || !person.equals("boris")
                            ? ""
                            : " ; ent:nameAsPrinted \"" + misprint + "\"@en")
                    + " .\n");
        }
        trig.append(graph).append("}\n");
    }

    private static SourceTexts read(Path folder) {
        try {
            return SourceTexts.in(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String pair(Proposal proposal) {
        return slug(proposal.one().getURI()) + " " + slug(proposal.other().getURI());
    }

    private static String slug(String iri) {
        return Prefixes.compact(iri).replaceFirst("^doc:", "");
    }

    private static Set<String> pairs(List<Proposal> proposals) {
        return proposals.stream().map(DependenceFinderTest::pair).collect(Collectors.toCollection(TreeSet::new));
    }
}
