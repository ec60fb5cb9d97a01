package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.entente.Csv;
import org.entente.ShippedCollection;
import org.entente.contact.ContactOptions;
import org.entente.network.Network;
import org.entente.network.Networks;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What is exported opens again, and holds what was put in. */
class NetworkExportTest {
    private static final String TURTLE = """
            @prefix ent: <https://w3id.org/entente/ontology#> .
            @prefix x: <https://w3id.org/entente/id/person/> .
            @prefix e: <https://w3id.org/entente/id/event/> .
            @prefix n: <https://w3id.org/entente/id/encounter/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            x:a rdfs:label "A & <B> \\"quoted\\", with comma\\u0001"@en .
            x:b rdfs:label "=SUM(1)"@en .
            e:one rdfs:label "Talk"@en ; ent:time e:t . e:t ent:edtf "2015-06" ; ent:earliestStart "2015-06-01T00:00:00Z"^^xsd:dateTime ;
              ent:latestEnd "2015-06-30T23:59:59Z"^^xsd:dateTime .
            n:1 ent:between x:a , x:b ; ent:viaEvent e:one ; ent:level ent:levelMet ; ent:witnessCount 2 ; ent:confidence ent:high .
            n:2 ent:between x:b , x:c ; ent:viaEvent e:two ; ent:level ent:levelCoAttended ; ent:witnessCount 1 .
            [] ent:inEvent e:one ; ent:participant x:a ; ent:attendance ent:attended ; ent:role ent:host .
            [] ent:inEvent e:one ; ent:participant x:b ; ent:attendance ent:attended ; ent:role ent:guest .
            [] ent:inEvent e:two ; ent:participant x:b ; ent:attendance ent:attended .
            [] ent:inEvent e:two ; ent:participant x:c ; ent:attendance ent:attended .
            """;

    private static Network small() {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(d -> RDFParser.fromString(TURTLE, Lang.TURTLE).parse(d.getDefaultGraph()));
            return store.read(d -> Networks.in(d).whole(ContactOptions.HELD, Set.of(), 100, "en"));
        }
    }

    private static Network shipped() {
        return ShippedCollection.store().read(d -> Networks.in(d)
                .around(
                        NodeFactory.createURI(Ent.ID + "person/albert-rau"),
                        2,
                        ContactOptions.HELD,
                        Set.of(),
                        200,
                        "de"));
    }

    @ParameterizedTest
    @EnumSource(NetworkMode.class)
    void graphml_opens_again_with_every_edge_between_its_nodes(NetworkMode mode) throws Exception {
        for (Network network : List.of(small(), shipped())) {
            Document document = xml(network, NetworkFormat.GRAPHML, mode);
            assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo(GraphMl.NS);
            assertThat(document.getDocumentElement().getLocalName()).isEqualTo("graphml");
            Set<String> keys = attributes(document, "key", "id");
            assertThat(keys).containsAll(attributes(document, "data", "key"));
            connected(document, network, mode);
        }
    }

    @ParameterizedTest
    @EnumSource(NetworkMode.class)
    void gexf_opens_again_with_spells_and_declared_attributes(NetworkMode mode) throws Exception {
        for (Network network : List.of(small(), shipped())) {
            Document document = xml(network, NetworkFormat.GEXF, mode);
            Element root = document.getDocumentElement();
            assertThat(root.getNamespaceURI()).isEqualTo(Gexf.NS);
            assertThat(root.getAttribute("version")).isEqualTo("1.3");
            Element graph = elements(document, "graph").getFirst();
            assertThat(graph.getAttribute("mode")).isEqualTo("dynamic");
            for (Element attributes : elements(document, "attributes")) {
                String of = attributes.getAttribute("class");
                Set<String> declared = new HashSet<>();
                for (Element attribute : children(attributes, "attribute")) {
                    declared.add(attribute.getAttribute("id"));
                    assertThat(attribute.getAttribute("type")).isIn("string", "integer", "double");
                }
                for (Element each : elements(document, of)) {
                    children(children(each, "attvalues").getFirst(), "attvalue")
                            .forEach(value -> assertThat(declared).contains(value.getAttribute("for")));
                }
            }
            assertThat(elements(document, "spell")).isNotEmpty().allSatisfy(spell -> {
                String start = spell.getAttribute("start");
                String end = spell.getAttribute("end");
                assertThat(start + end).isNotEmpty();
                if (!start.isEmpty() && !end.isEmpty()) {
                    assertThat(start).isLessThanOrEqualTo(end);
                }
            });
            connected(document, network, mode);
        }
    }

    @ParameterizedTest
    @EnumSource(NetworkMode.class)
    void gephi_has_nothing_to_drop_spells_have_no_day_in_common_and_no_two_edges_between_the_same_have_one_kind(
            NetworkMode mode) throws Exception {
        Document document = xml(shipped(), NetworkFormat.GEXF, mode);
        boolean several = false;
        for (Element node : elements(document, "node")) {
            List<Element> spells = new ArrayList<>();
            children(node, "spells").forEach(all -> spells.addAll(children(all, "spell")));
            for (int i = 1; i < spells.size(); i++) {
                several = true;
                assertThat(spells.get(i).getAttribute("start"))
                        .isGreaterThan(spells.get(i - 1).getAttribute("end"));
            }
        }
        assertThat(several).isTrue();
        assertThat(elements(document, "edge"))
                .extracting(edge -> Set.of(edge.getAttribute("source"), edge.getAttribute("target")) + " "
                        + edge.getAttribute("kind"))
                .doesNotHaveDuplicates();
        if (mode == NetworkMode.ONE_MODE) {
            assertThat(attributes(document, "edge", "kind")).contains("met", "met 2");
        }
    }

    @Test
    void periods_are_united_where_they_share_a_day() {
        assertThat(Gexf.united(List.of(
                        period("2019-03-11", "2019-03-13"),
                        period("2019-02-25", "2019-03-31"),
                        period("2020-01-01", "2020-01-02"),
                        period("2020-01-02", ""),
                        period("", "2015-01-01"),
                        period("2015-01-02", "2015-01-03"))))
                .containsExactly(
                        period("", "2015-01-01"),
                        period("2015-01-02", "2015-01-03"),
                        period("2019-02-25", "2019-03-31"),
                        period("2020-01-01", ""));
        assertThat(Gexf.united(List.of(period("2015-01-02", ""), period("", "2016-01-01"))))
                .containsExactly(period("", ""));
    }

    private static Network.Period period(String first, String last) {
        return new Network.Period(day(first), day(last));
    }

    private static Optional<LocalDate> day(String day) {
        return Optional.of(day).filter(d -> !d.isEmpty()).map(LocalDate::parse);
    }

    @Test
    void an_edge_carries_time_event_role_pair_offices_sources_and_confidence() {
        Network network = shipped();
        assertThat(network.ties()).isNotEmpty();
        List<String> header =
                lines(network, NetworkFormat.CSV_EDGES, NetworkMode.ONE_MODE).getFirst();
        assertThat(header)
                .contains(
                        "Source",
                        "Target",
                        "Weight",
                        "date",
                        "event",
                        "rolePair",
                        "officesOfSource",
                        "officesOfTarget",
                        "documents",
                        "confidence",
                        "strengthLevel",
                        "strengthWitnesses",
                        "strengthSize",
                        "strengthParity");
        assertThat(network.ties())
                .allSatisfy(tie -> assertThat(tie.hop().sources()).isNotEmpty());
        assertThat(network.ties())
                .anySatisfy(tie -> assertThat(tie.hop().officesOfA()).isNotEmpty());
        assertThat(network.members().getFirst().named().label()).isEqualTo("Albert Rau");
    }

    @ParameterizedTest
    @EnumSource(NetworkMode.class)
    void csv_has_one_line_for_every_row_and_as_many_cells_as_its_header(NetworkMode mode) {
        for (Network network : List.of(small(), shipped())) {
            for (NetworkFormat format : List.of(NetworkFormat.CSV_NODES, NetworkFormat.CSV_EDGES)) {
                List<List<String>> lines = lines(network, format, mode);
                ConnectionTable table = ConnectionTable.of(network, mode);
                int rows = format == NetworkFormat.CSV_NODES
                        ? table.nodes().size()
                        : table.edges().size();
                assertThat(lines).hasSize(rows + 1).allSatisfy(line -> assertThat(line)
                        .hasSameSizeAs(lines.getFirst()));
            }
        }
    }

    @Test
    void a_label_survives_and_a_formula_does_not_run() throws Exception {
        Network network = small();
        assertThat(network.contacts().getFirst().strength()).isEqualTo(0.75);
        List<String> labels = lines(network, NetworkFormat.CSV_NODES, NetworkMode.ONE_MODE).stream()
                .map(l -> l.get(1))
                .toList();
        assertThat(labels).contains("'=SUM(1)", "A & <B> \"quoted\", with comma\u0001");
        assertThat(attributes(xml(network, NetworkFormat.GEXF, NetworkMode.ONE_MODE), "node", "label"))
                .contains("A & <B> \"quoted\", with comma", "=SUM(1)", "c");
        assertThat(elements(xml(network, NetworkFormat.GEXF, NetworkMode.ONE_MODE), "spell")
                        .getFirst()
                        .getAttribute("end"))
                .isEqualTo("2015-06-30");
    }

    @ParameterizedTest
    @CsvSource({
        "https://w3id.org/entente/id/person/a-b.c, https:__w3id.org_entente_id_person_a-b.c",
        "http://x/a_b#c, http:__x_a·5f·b·23·c",
        "http://x/ä·, http:__x_·e4··b7·"
    })
    void an_iri_is_a_token_of_its_own(String iri, String token) {
        assertThat(GraphMl.token(iri)).isEqualTo(token);
    }

    private static void connected(Document document, Network network, NetworkMode mode) {
        Set<String> nodes = attributes(document, "node", "id");
        ConnectionTable table = ConnectionTable.of(network, mode);
        assertThat(nodes).hasSize(table.nodes().size());
        assertThat(elements(document, "edge")).hasSize(table.edges().size());
        assertThat(attributes(document, "edge", "id")).hasSize(table.edges().size());
        assertThat(nodes)
                .containsAll(attributes(document, "edge", "source"))
                .containsAll(attributes(document, "edge", "target"));
    }

    private static Document xml(Network network, NetworkFormat format, NetworkMode mode) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(written(network, format, mode))));
    }

    private static String written(Network network, NetworkFormat format, NetworkMode mode) {
        StringWriter out = new StringWriter();
        try {
            format.write(network, mode, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static Set<String> attributes(Document document, String element, String attribute) {
        Set<String> values = new HashSet<>();
        elements(document, element).forEach(e -> values.add(e.getAttribute(attribute)));
        return values;
    }

    private static List<Element> elements(Document document, String name) {
        return list(document.getElementsByTagNameNS("*", name));
    }

    private static List<Element> children(Element parent, String name) {
        return list(parent.getElementsByTagNameNS("*", name)).stream()
                .filter(e -> e.getParentNode() == parent)
                .toList();
    }

    private static List<Element> list(org.w3c.dom.NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<List<String>> lines(Network network, NetworkFormat format, NetworkMode mode) {
        String text = written(network, format, mode);
        assertThat(text)
                .as("lines end as in RFC 4180")
                .containsPattern("^[^\n]*\r\n")
                .endsWith("\r\n");
        return Csv.lines(text);
    }
}
