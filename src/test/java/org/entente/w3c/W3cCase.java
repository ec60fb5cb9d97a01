package org.entente.w3c;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/**
 * A test of a manifest of the W3C.
 *
 * @param id folder and name, such as {@code sparql/sparql11/bind#bind01}
 * @param type name of its class
 */
record W3cCase(String id, String type, Resource entry, W3cFiles files) {
    static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final Set<String> OLD = Set.of("Deprecated", "Rejected", "Withdrawn", "Obsoleted");

    /** All tests of a manifest and of those that it includes, without the deprecated ones. */
    static List<W3cCase> of(W3cFiles files, String manifest) {
        Map<String, W3cCase> cases = new LinkedHashMap<>();
        collect(files, files.iri(manifest), cases);
        return List.copyOf(cases.values());
    }

    private static void collect(W3cFiles files, String manifest, Map<String, W3cCase> cases) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(files.path(manifest)).lang(Lang.TURTLE).base(manifest).parse(model);
        String folder = files.local(manifest).replaceAll("/?manifest[^/]*$", "");
        for (Resource entry : list(model, "entries")) {
            Statement type = entry.getProperty(RDF.type);
            if (type == null || isOld(entry)) {
                continue;
            }
            String name = entry.getURI().replaceFirst(".*[#/]", "");
            W3cCase one = new W3cCase(folder + "#" + name, type.getResource().getLocalName(), entry, files);
            cases.putIfAbsent(one.id, one);
        }
        for (Resource included : list(model, "include")) {
            collect(files, included.getURI(), cases);
        }
    }

    private static boolean isOld(Resource entry) {
        return entry.listProperties()
                .filterKeep(s -> s.getPredicate().getLocalName().equals("approval")
                        && OLD.contains(s.getResource().getLocalName()))
                .hasNext();
    }

    private static List<Resource> list(Model model, String property) {
        List<Resource> all = new ArrayList<>();
        model.listObjectsOfProperty(model.createProperty(MF + property))
                .forEachRemaining(list -> list(list.asResource()).forEach(one -> all.add(one.asResource())));
        return all;
    }

    static List<RDFNode> list(Resource list) {
        List<RDFNode> all = new ArrayList<>();
        for (Resource rest = list; !rest.equals(RDF.nil); rest = rest.getPropertyResourceValue(RDF.rest)) {
            all.add(rest.getProperty(RDF.first).getObject());
        }
        return all;
    }

    /** The values of all properties with this local name. */
    static List<RDFNode> values(Resource of, String name) {
        return of.listProperties()
                .filterKeep(s -> s.getPredicate().getLocalName().equals(name))
                .mapWith(Statement::getObject)
                .toList();
    }

    /** The only value of a property with this local name; null if there is none. */
    static RDFNode value(Resource of, String name) {
        List<RDFNode> all = values(of, name);
        return all.isEmpty() ? null : all.getFirst();
    }

    RDFNode value(String name) {
        return value(entry, name);
    }

    /** The files of graphs by the name of the graph; "" for the default graph. The name is that of the file unless it has a label. */
    static Map<String, List<String>> graphs(Resource of) {
        Map<String, List<String>> graphs = new LinkedHashMap<>();
        for (RDFNode file : values(of, "data")) {
            graphs.computeIfAbsent("", g -> new ArrayList<>())
                    .add(file.asResource().getURI());
        }
        for (RDFNode named : values(of, "graphData")) {
            Resource graph = named.asResource();
            RDFNode file = graph.isURIResource() ? graph : value(graph, "graph");
            RDFNode label = graph.isURIResource() ? null : value(graph, "label");
            String name = label == null
                    ? file.asResource().getURI()
                    : label.asLiteral().getString();
            graphs.computeIfAbsent(name, g -> new ArrayList<>())
                    .add(file.asResource().getURI());
        }
        return graphs;
    }
}
