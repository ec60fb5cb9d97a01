package org.entente.reconcile;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What leads from an entity to elsewhere: its confirmed identifiers, and where it lies. Empty texts for what is not known.
 *
 * @param coordinates latitude and longitude in degrees, "51.1282, 71.4307"
 */
public record EntityIdentifiers(String wikidata, String gnd, String coordinates) {
    static final EntityIdentifiers NONE = new EntityIdentifiers("", "", "");

    private static final Node LATITUDE = NodeFactory.createURI("http://www.w3.org/2003/01/geo/wgs84_pos#lat");
    private static final Node LONGITUDE = NodeFactory.createURI("http://www.w3.org/2003/01/geo/wgs84_pos#long");

    /** Of an entity in one state of the collection. */
    public static EntityIdentifiers of(CollectionState state, String iri) {
        Optional<String> latitude = text(state, iri, LATITUDE);
        Optional<String> longitude = text(state, iri, LONGITUDE);
        return new EntityIdentifiers(
                accepted(state, iri, EntityProperty.WIKIDATA),
                accepted(state, iri, EntityProperty.GND),
                latitude.flatMap(lat -> longitude.map(lon -> lat + ", " + lon)).orElse(""));
    }

    /** The address of the item in Wikidata. */
    public String wikidataLink() {
        return wikidata.isEmpty() ? "" : "https://www.wikidata.org/wiki/" + wikidata;
    }

    private static String accepted(CollectionState state, String iri, EntityProperty scheme) {
        return state.profile(iri).identifiers(scheme).stream()
                .filter(Profile.Identifier::accepted)
                .map(Profile.Identifier::value)
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static Optional<String> text(CollectionState state, String iri, Node property) {
        return state.facts()
                .object(GraphReader.iri(iri), property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm);
    }
}
