package org.entente.reconcile;

import java.util.function.Function;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.entente.derive.Encounters;
import org.entente.store.Derivation;
import org.entente.store.Store;

/** Some made-up persons, bodies, places and events of whom everything is known that reconciliation compares, or just not. */
final class SmallCollection {
    private static final String DATA = Encounters.PREFIXES + """
            ent:Person rdfs:subClassOf ent:Agent . ent:Collective rdfs:subClassOf ent:Agent . ent:Organization rdfs:subClassOf ent:Collective .
            ent:Polity rdfs:subClassOf ent:Agent . ent:University rdfs:subClassOf ent:Organization .

            state:de a ent:Polity ; rdfs:label "Germany"@en ; ent:identifier [
              ent:identifierScheme ent:iso3166 ; ent:identifierValue "DE" ; ent:linkState ent:linkAccepted ] .
            state:by a ent:Polity ; rdfs:label "Bavaria"@en ; ent:withinPolity state:de .
            state:kz a ent:Polity ; rdfs:label "Kazakhstan"@en .

            place:akmola a ent:Place ; rdfs:label "Akmola Region"@en .
            place:astana a ent:Place ; rdfs:label "Astana"@en ; ent:withinPlace place:akmola .
            place:almaty a ent:Place ; rdfs:label "Almaty"@en .

            org:government a ent:Organization , ent:Collective ; rdfs:label "Cabinet"@en .
            org:energy a ent:Organization , ent:Collective ; rdfs:label "Ministry of Energy"@en ;
              ent:partOfOrganization org:government ; ent:seat place:astana .
            org:uni a ent:University , ent:Organization , ent:Collective ; rdfs:label "Lakeside University"@en .

            post:minister a ent:Post ; rdfs:label "Minister of Energy"@en ; ent:postIn org:energy ; ent:represents state:kz .
            post:envoy a ent:Post ; rdfs:label "Ambassador"@en .
            post:empty a ent:Post ; rdfs:label "Chief Archivist"@en .

            event:talk a ent:Event ; rdfs:label "Spring Talk"@en ; ent:time time:day ; ent:place place:astana .
            event:fair a ent:Event ; rdfs:label "Trade Fair"@en ; ent:time time:month .
            time:day ent:earliestStart "2015-06-09"^^xsd:date ; ent:latestStart "2015-06-09"^^xsd:date ;
              ent:earliestEnd "2015-06-09"^^xsd:date ; ent:latestEnd "2015-06-09"^^xsd:date .
            time:month ent:earliestStart "2016-02-01"^^xsd:date ; ent:latestStart "2016-02-29"^^xsd:date ;
              ent:earliestEnd "2016-02-01"^^xsd:date ; ent:latestEnd "2016-02-29"^^xsd:date .

            person:bund a ent:Person , ent:Agent ; rdfs:label "Max Bund"@de ; ent:identifier [
              ent:identifierScheme ent:gnd ; ent:identifierValue "222" ; ent:linkState ent:linkCandidate ] .
            [] ent:participant person:bund ; ent:onBehalfOf state:de ; ent:inEvent event:talk .
            person:land a ent:Person , ent:Agent ; rdfs:label "Lea Land"@de ; ent:metWith person:bund .
            [] ent:participant person:land ; ent:onBehalfOf state:by ; ent:inEvent event:talk .
            person:month a ent:Person , ent:Agent ; rdfs:label "Moritz Monat"@de .
            [] ent:participant person:month ; ent:inEvent event:fair .

            person:amt a ent:Person , ent:Agent ; rdfs:label "Otto Amt"@de ; skos:altLabel "Otto Emil Amtmann"@de ;
              schema:birthDate "1960-05-17"^^xsd:date ; ent:identifier [
              ent:identifierScheme ent:gnd ; ent:identifierValue "111" ; ent:linkState ent:linkAccepted ] .
            tenure:known ent:holder person:amt ; ent:ofPost post:minister ; ent:time time:term ; ent:certainTime time:term .
            time:term ent:earliestStart "2010-01-01"^^xsd:date ; ent:latestStart "2010-01-01"^^xsd:date ;
              ent:earliestEnd "2014-12-31"^^xsd:date ; ent:latestEnd "2014-12-31"^^xsd:date .
            person:seen a ent:Person , ent:Agent ; rdfs:label "Sven Seen"@de .
            tenure:seen ent:holder person:seen ; ent:ofPost post:envoy ;
              ent:certainTime [ ent:earliestStart "2012-01-01"^^xsd:date ; ent:latestStart "2012-01-01"^^xsd:date ;
                ent:earliestEnd "2013-12-31"^^xsd:date ; ent:latestEnd "2013-12-31"^^xsd:date ] .
            person:nobody a ent:Person , ent:Agent ; rdfs:label "Nina Niemand"@de .
            """;

    private static final Store STORE = Store.inMemory(Derivation.NONE);

    static {
        STORE.write(d -> RDFParser.fromString(DATA, Lang.TRIG).parse(d));
    }

    private static final CollectionStates STATES = new CollectionStates(STORE);

    private SmallCollection() {}

    static <T> T read(Function<CollectionState, T> reader) {
        return STORE.read(d -> reader.apply(STATES.in(d)));
    }

    static String iri(String id) {
        return EntityId.iri(id).orElseThrow();
    }
}
