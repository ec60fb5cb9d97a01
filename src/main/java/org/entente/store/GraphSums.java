package org.entente.store;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.QuadLines;

/**
 * Of each graph that states something the sum of the hashes of its statements, whatever their order. A statement that comes or goes adds
 * or takes its own hash, so that a write need not read what it does not change. The sums are kept in the store, in the same transaction.
 *
 * <p>Hashes of 2,048 bits are added, not of 256: two sets of many statements with the same sum could be searched for otherwise
 * (Wagner's generalized birthday; with so many bits that takes some 2<sup>90</sup> steps).
 */
final class GraphSums {
    /** Graphs that follow from the others, or that only count. */
    private static final Set<Node> FOLLOWING = Set.of(Graphs.DERIVED, Graphs.RELEASE);

    private static final int BYTES = 256;

    private GraphSums() {}

    /** Whether the statements of the graph are counted. */
    static boolean counts(Node graph) {
        return !Quad.isDefaultGraph(graph) && !FOLLOWING.contains(graph);
    }

    /** The sums that are kept for the committed state that the thread's transaction sees; those that are missing there are not listed. */
    static Map<Node, String> kept(DatasetGraph dataset) {
        Map<Node, String> sums = new HashMap<>();
        dataset.getGraph(Graphs.RELEASE)
                .find(Node.ANY, Graphs.SUM, Node.ANY)
                .forEachRemaining(t -> sums.put(t.getSubject(), t.getObject().getLiteralLexicalForm()));
        return sums;
    }

    /** The sums of graphs, from what they state now. */
    static Map<Node, String> read(DatasetGraph dataset, Collection<Node> graphs) {
        Map<Node, String> sums = new HashMap<>();
        for (Node graph : graphs) {
            Sum sum = new Sum();
            dataset.findNG(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(sum::add);
            if (!sum.isEmpty()) {
                sums.put(graph, sum.text());
            }
        }
        return sums;
    }

    /** One hash of some of the sums. */
    static String hash(Map<Node, String> sums, Collection<Node> graphs) {
        Map<String, String> sorted = new TreeMap<>();
        graphs.stream().filter(sums::containsKey).forEach(graph -> sorted.put(graph.toString(), sums.get(graph)));
        MessageDigest digest = DigestUtils.getSha256Digest();
        sorted.forEach((graph, sum) -> digest.update((graph + " " + sum + "\n").getBytes(StandardCharsets.UTF_8)));
        return org.apache.commons.codec.binary.Hex.encodeHexString(digest.digest());
    }

    /**
     * Brings the sums that are kept to what the graphs state now.
     *
     * @param changes what changed since they were brought last
     * @param known whether the sums that are kept are those of then
     */
    static void bring(DatasetGraph dataset, Changes changes, boolean known) {
        Map<Node, String> kept = kept(dataset);
        if (!known || !changes.known()) {
            Set<Node> graphs = new HashSet<>(kept.keySet());
            dataset.listGraphNodes().forEachRemaining(graph -> {
                if (counts(graph)) {
                    graphs.add(graph);
                }
            });
            Map<Node, String> now = read(dataset, graphs);
            graphs.forEach(graph -> keep(dataset, graph, kept.getOrDefault(graph, ""), now.getOrDefault(graph, "")));
            return;
        }
        Map<Node, Sum> sums = new HashMap<>();
        each(changes.added(), kept, sums, Sum::add);
        each(changes.removed(), kept, sums, Sum::take);
        sums.forEach((graph, sum) -> keep(dataset, graph, kept.getOrDefault(graph, ""), sum.text()));
    }

    private static void each(
            Collection<Quad> quads, Map<Node, String> kept, Map<Node, Sum> sums, BiConsumer<Sum, Quad> change) {
        for (Quad quad : quads) {
            if (counts(quad.getGraph())) {
                change.accept(
                        sums.computeIfAbsent(quad.getGraph(), graph -> new Sum(kept.getOrDefault(graph, ""))), quad);
            }
        }
    }

    private static void keep(DatasetGraph dataset, Node graph, String before, String now) {
        if (!now.equals(before)) {
            Graph release = dataset.getGraph(Graphs.RELEASE);
            release.remove(graph, Graphs.SUM, Node.ANY);
            if (!now.isEmpty()) {
                release.add(graph, Graphs.SUM, NodeFactory.createLiteralString(now));
            }
        }
    }

    /** The sum of some statements; "" as a text if there are none. */
    private static final class Sum {
        /** From the highest 64 bits to the lowest. */
        private final long[] words = new long[BYTES / Long.BYTES];

        private final MessageDigest digest = DigestUtils.getSha512Digest();
        private final byte[] hash = new byte[BYTES];
        private final ByteBuffer hashWords = ByteBuffer.wrap(hash);

        Sum() {
            this("");
        }

        Sum(String text) {
            if (!text.isEmpty()) {
                byte[] bytes = Base64.getDecoder().decode(text);
                // Without zeros at its beginning, or with one more for the sign.
                int most = Math.min(bytes.length, BYTES);
                byte[] all = new byte[BYTES];
                System.arraycopy(bytes, bytes.length - most, all, BYTES - most, most);
                ByteBuffer.wrap(all).asLongBuffer().get(words);
            }
        }

        void add(Quad quad) {
            if (isCounted(quad)) {
                hash(quad);
                long carry = 0;
                for (int i = words.length - 1; i >= 0; i--) {
                    long term = hashWords.getLong(i * Long.BYTES);
                    long sum = words[i] + term + carry;
                    carry = carry == 0
                            ? Long.compareUnsigned(sum, term) < 0 ? 1 : 0
                            : Long.compareUnsigned(sum, term) <= 0 ? 1 : 0;
                    words[i] = sum;
                }
            }
        }

        void take(Quad quad) {
            if (isCounted(quad)) {
                hash(quad);
                long borrow = 0;
                for (int i = words.length - 1; i >= 0; i--) {
                    long term = hashWords.getLong(i * Long.BYTES);
                    long before = words[i];
                    words[i] = before - term - borrow;
                    borrow = borrow == 0
                            ? Long.compareUnsigned(before, term) < 0 ? 1 : 0
                            : Long.compareUnsigned(before, term) <= 0 ? 1 : 0;
                }
            }
        }

        boolean isEmpty() {
            return Arrays.stream(words).allMatch(word -> word == 0);
        }

        String text() {
            if (isEmpty()) {
                return "";
            }
            byte[] all = new byte[BYTES];
            ByteBuffer.wrap(all).asLongBuffer().put(words);
            return Base64.getEncoder().encodeToString(new BigInteger(1, all).toByteArray());
        }

        /** When the snapshot of Wikidata was made counts as nothing stated. */
        private static boolean isCounted(Quad quad) {
            return !quad.getSubject().equals(Graphs.WIKIDATA);
        }

        private void hash(Quad quad) {
            byte[] seed = digest.digest(QuadLines.of(quad).getBytes(StandardCharsets.UTF_8));
            try {
                for (int i = 0; i * seed.length < BYTES; i++) {
                    digest.update(seed);
                    digest.update((byte) i);
                    digest.digest(hash, i * seed.length, seed.length);
                }
            } catch (DigestException e) {
                throw new IllegalStateException("a hash has another length", e);
            }
        }
    }
}
