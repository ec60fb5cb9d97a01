package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.QuadLines;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;

/** The ids of releases are made of these sums: they must be the same numbers for ever. */
class GraphSumsTest {
    private static final Node GRAPH = NodeFactory.createURI(Ent.GRAPH + "source/s");
    private static final BigInteger END = BigInteger.ONE.shiftLeft(2048);

    @Test
    void a_sum_is_that_of_the_hashes_of_the_lines() {
        List<Quad> quads = IntStream.range(0, 50)
                .mapToObj(i -> Quad.create(
                        GRAPH,
                        NodeFactory.createURI(Ent.ID + "thing/" + i),
                        RDFS.comment.asNode(),
                        NodeFactory.createLiteralLang("Wort " + i, "de")))
                .toList();
        DatasetGraph dataset = DatasetGraphFactory.create();
        BigInteger sum = BigInteger.ZERO;
        for (Quad quad : quads) {
            dataset.add(quad);
            sum = sum.add(hash(quad)).mod(END);
            assertThat(GraphSums.read(dataset, List.of(GRAPH))).containsEntry(GRAPH, text(sum));
        }
        GraphSums.bring(dataset, new Changes(true, quads, List.of(), true), true);
        assertThat(GraphSums.kept(dataset)).containsEntry(GRAPH, text(sum));
        for (Quad quad : quads.subList(0, 40)) {
            sum = sum.subtract(hash(quad)).mod(END);
            GraphSums.bring(dataset, new Changes(true, List.of(), List.of(quad), true), true);
            assertThat(GraphSums.kept(dataset)).containsEntry(GRAPH, text(sum));
        }
        GraphSums.bring(dataset, new Changes(true, List.of(), quads.subList(40, 50), true), true);
        assertThat(GraphSums.kept(dataset)).isEmpty();
    }

    private static String text(BigInteger sum) {
        return Base64.getEncoder().encodeToString(sum.toByteArray());
    }

    private static BigInteger hash(Quad quad) {
        byte[] seed = DigestUtils.sha512(QuadLines.of(quad).getBytes(StandardCharsets.UTF_8));
        byte[] all = new byte[0];
        for (byte i = 0; i < 4; i++) {
            byte[] part = Arrays.copyOf(seed, seed.length + 1);
            part[seed.length] = i;
            byte[] more = DigestUtils.sha512(part);
            all = Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, all, all.length - more.length, more.length);
        }
        return new BigInteger(1, all);
    }
}
