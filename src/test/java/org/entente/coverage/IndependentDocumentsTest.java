package org.entente.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class IndependentDocumentsTest {
    private static final Node RELEASE = node("release");
    private static final Node COPY = node("copy");
    private static final Node TRANSLATION = node("translation");
    private static final Node PAPER = node("paper");
    private static final Node MINISTRY = node("ministry");

    private static Node node(String name) {
        return NodeFactory.createURI("https://example.org/" + name);
    }

    @Test
    void a_release_its_copy_and_its_translation_count_once() {
        Map<Node, Set<Node>> roots = Map.of(COPY, Set.of(RELEASE), TRANSLATION, Set.of(RELEASE));
        assertThat(new IndependentDocuments(roots, Map.of()).count(List.of(COPY, RELEASE, TRANSLATION)))
                .isEqualTo(1);
        assertThat(new IndependentDocuments(roots, Map.of()).count(List.of(COPY, PAPER)))
                .isEqualTo(2);
    }

    @Test
    void two_texts_of_one_publisher_count_once() {
        Map<Node, Set<Node>> publishers = Map.of(RELEASE, Set.of(MINISTRY), PAPER, Set.of(MINISTRY));
        assertThat(new IndependentDocuments(Map.of(), publishers).count(List.of(RELEASE, PAPER)))
                .isEqualTo(1);
    }

    @Test
    void a_text_from_two_others_is_no_witness_beside_either_of_them() {
        Map<Node, Set<Node>> roots = Map.of(COPY, Set.of(RELEASE, PAPER));
        assertThat(new IndependentDocuments(roots, Map.of()).count(List.of(COPY, RELEASE, PAPER)))
                .isEqualTo(2);
        assertThat(new IndependentDocuments(roots, Map.of()).count(List.of(COPY)))
                .isEqualTo(1);
    }

    @Test
    void the_same_document_counts_once_and_none_counts_nothing() {
        assertThat(new IndependentDocuments(Map.of(), Map.of()).count(List.of(PAPER, PAPER)))
                .isEqualTo(1);
        assertThat(new IndependentDocuments(Map.of(), Map.of()).count(List.of()))
                .isZero();
    }
}
