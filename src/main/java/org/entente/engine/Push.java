package org.entente.engine;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.http.HttpMethod;
import org.entente.store.Progress;
import org.entente.store.Store;

/**
 * Writes the collection to an engine: each graph under its name, the consolidated view as {@link EngineGraphs#CONSOLIDATED}. What the
 * engine has already by its list is left as it is; graphs that are gone here are removed there. The list is written after each graph, so
 * a push that is broken off goes on where it was.
 */
public final class Push {
    private static final int SENT_AT_ONCE = 20_000;
    private static final int INSERTED_AT_ONCE = 2_000;
    private static final Duration TIME = Duration.ofMinutes(10);

    private final Engine engine;
    private final EngineAddress address;

    public Push(Engine engine) {
        this.engine = engine;
        this.address = engine.address();
    }

    /**
     * What was done.
     *
     * @param written number of graphs that were written
     * @param statements number of statements in them
     * @param kept number of graphs that were there already
     * @param removed number of graphs that were removed there
     */
    public record Report(int written, long statements, int kept, int removed) {}

    /**
     * Writes what differs.
     *
     * @param all whether to write every graph, also those that are there by the list
     * @throws EngineFailure if the engine refuses; what was written so far stays there and is not written again
     */
    public Report write(Store store, boolean all, Progress progress) {
        return store.read(dataset -> write(dataset, store.release().state(), all, progress));
    }

    private Report write(DatasetGraph dataset, String state, boolean all, Progress progress) {
        Map<Node, String> here = EngineGraphs.of(dataset);
        Map<Node, String> there = new HashMap<>();
        engine.listed().forEach((name, id) -> there.put(NodeFactory.createURI(name), id));
        // Until the end it holds no whole state.
        there.remove(EngineGraphs.WRITTEN);
        List<Node> gone =
                there.keySet().stream().filter(name -> !here.containsKey(name)).toList();
        List<Map.Entry<Node, String>> differing = here.entrySet().stream()
                .filter(graph -> all || !graph.getValue().equals(there.get(graph.getKey())))
                .toList();
        differing.forEach(graph -> there.remove(graph.getKey()));
        there.keySet().removeAll(gone);
        replace(
                EngineGraphs.WRITTEN,
                there.entrySet().stream()
                        .map(graph -> listed(graph.getKey(), graph.getValue()))
                        .iterator());
        gone.forEach(this::remove);
        long total =
                differing.stream().mapToLong(graph -> count(graph.getValue())).sum();
        long written = 0;
        for (Map.Entry<Node, String> graph : differing) {
            progress.at("writing " + graph.getKey().getURI(), written, total);
            replace(graph.getKey(), EngineGraphs.statements(dataset, graph.getKey()));
            add(EngineGraphs.WRITTEN, List.of(listed(graph.getKey(), graph.getValue())));
            written += count(graph.getValue());
        }
        add(EngineGraphs.WRITTEN, List.of(listed(EngineGraphs.WRITTEN, state)));
        engine.listed();
        return new Report(differing.size(), total, here.size() - differing.size(), gone.size());
    }

    private static Triple listed(Node name, String id) {
        return Triple.create(name, EngineGraphs.IDENTIFIER, NodeFactory.createLiteralString(id));
    }

    private static long count(String digest) {
        return Long.parseLong(digest.substring(0, digest.indexOf('-')));
    }

    private void replace(Node name, Iterator<Triple> statements) {
        remove(name);
        int most = address.update().isPresent() ? INSERTED_AT_ONCE : SENT_AT_ONCE;
        List<Triple> part = new ArrayList<>();
        while (statements.hasNext()) {
            part.add(statements.next());
            if (part.size() == most || !statements.hasNext()) {
                add(name, part);
                part.clear();
            }
        }
    }

    private void remove(Node name) {
        if (address.update().isPresent()) {
            update("DROP SILENT GRAPH <" + name.getURI() + ">");
            return;
        }
        try {
            engine.client().send(HttpMethod.DELETE, graph(name), "", new byte[0], TIME);
        } catch (EngineFailure e) {
            // 404: there is no such graph. If the address is wrong, writing says so next.
            if (e.kind() != EngineFailure.Kind.REFUSED) {
                throw e;
            }
        }
    }

    private void add(Node name, List<Triple> part) {
        String lines = lines(part);
        if (address.update().isPresent()) {
            update("INSERT DATA { GRAPH <" + name.getURI() + "> {\n" + lines + "} }");
        } else {
            engine.client()
                    .send(
                            HttpMethod.POST,
                            graph(name),
                            "text/turtle; charset=utf-8",
                            lines.getBytes(StandardCharsets.UTF_8),
                            TIME);
        }
    }

    private void update(String text) {
        URI to = address.update().orElseThrow();
        engine.client()
                .send(HttpMethod.POST, to, "application/sparql-update", text.getBytes(StandardCharsets.UTF_8), TIME);
    }

    private URI graph(Node name) {
        String to = address.graphs().toString();
        return URI.create(to + (to.contains("?") ? "&" : "?") + "graph="
                + URLEncoder.encode(name.getURI(), StandardCharsets.UTF_8));
    }

    private static String lines(List<Triple> triples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
        writer.start();
        triples.forEach(writer::triple);
        writer.finish();
        return out.toString(StandardCharsets.UTF_8);
    }
}
