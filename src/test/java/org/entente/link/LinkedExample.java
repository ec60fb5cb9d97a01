package org.entente.link;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.ShippedCollection;
import org.entente.derive.Rules;
import org.entente.store.Graphs;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.entente.wikidata.SnapshotLoader;

/** A small collection about invented people, with the real ontology and rules, and a snapshot of invented items. */
public final class LinkedExample {
    private static final String DATA = """
            GRAPH graph:authority {
              state:musterland a ent:State ; rdfs:label "Musterland"@de , "Musterland"@en ; ent:identifier
                [ a ent:IdentifierLink ; ent:identifierScheme ent:wikidata ; ent:identifierValue "Q9000001" ;
                  ent:linkState ent:linkAccepted ; ent:linkEvidence "register of states" ] ,
                [ a ent:IdentifierLink ; ent:identifierScheme ent:iso3166 ; ent:identifierValue "XM" ;
                  ent:linkState ent:linkAccepted ; ent:linkEvidence "register of states" ] .
              person:erika-muster a ent:Person ; rdfs:label "Erika Muster"@de , "Erika Muster"@en , "Эрика Мустер"@ru .
              person:max-beispiel a ent:Person ; rdfs:label "Max Beispiel"@de , "Max Beispiel"@en ; ent:identifier
                [ a ent:IdentifierLink ; ent:identifierScheme ent:wikidata ; ent:identifierValue "Q9000010" ;
                  ent:linkState ent:linkAccepted ; ent:linkEvidence "list of ministers" ] .
              post:minister a ent:Post ; rdfs:label "Ministerin von Musterland"@de , "Minister of Musterland"@en ;
                ent:represents state:musterland ; ent:seatCount 1 ; ent:identifier
                [ a ent:IdentifierLink ; ent:identifierScheme ent:wikidata ; ent:identifierValue "Q9000002" ;
                  ent:linkState ent:linkAccepted ; ent:linkEvidence "list of offices" ] .
              tenure:erika a ent:Tenure ; rdfs:label "Erika"@de ; ent:holder person:erika-muster ; ent:ofPost post:minister .
              tenure:max a ent:Tenure ; rdfs:label "Max"@de ; ent:holder person:max-beispiel ; ent:ofPost post:minister .
            }
            GRAPH source:x1 {
              doc:x1 a ent:Document ; dcterms:title "Amtsblatt"@de ; ent:url "https://example.org/amtsblatt/1"^^xsd:anyURI ;
                ent:published [ a ent:TimeSpan ; ent:edtf "2017-02-03" ] .
              doc:x1-r1 a ent:Report ; ent:statedIn doc:x1 ; ent:reports tenure:erika ; ent:modality ent:asFact ;
                ent:reportedTime [ a ent:TimeSpan ; ent:edtf "2014-03-01/2016" ] .
              doc:x1-r2 a ent:Report ; ent:statedIn doc:x1 ; ent:reports tenure:max ; ent:modality ent:asFact ;
                ent:reportedTime [ a ent:TimeSpan ; ent:edtf "2017/2018" ] .
            }
            """;

    private static final String SNAPSHOT = """
            {"id":"Q9000001","labels":{"en":{"value":"Musterland"}},"claims":{"P297":[{"mainsnak":{"snaktype":"value","datavalue":{"type":"string","value":"XM"}}}]}}
            {"id":"Q9000002","labels":{"en":{"value":"Minister of Musterland"},"de":{"value":"Musterland"}}}
            {"id":"Q9000003","labels":{"en":{"value":"Erika Muster"},"fr":{"value":"Érica Moustère"}},"descriptions":{"en":{"value":"politician"}},"claims":{"P31":[{"mainsnak":{"snaktype":"value","datavalue":{"type":"wikibase-entityid","value":{"id":"Q5"}}}}],"P27":[{"mainsnak":{"snaktype":"value","datavalue":{"type":"wikibase-entityid","value":{"id":"Q9000001"}}}}],"P39":[{"id":"Q9000003$1","mainsnak":{"snaktype":"value","datavalue":{"type":"wikibase-entityid","value":{"id":"Q9000002"}}},"qualifiers":{"P580":[{"snaktype":"value","datavalue":{"type":"time","value":{"time":"+2014-03-01T00:00:00Z","precision":11}}}]}}]}}
            {"id":"Q9000004","labels":{"en":{"value":"Erika Muster"}},"descriptions":{"en":{"value":"ship"}},"claims":{"P1566":[{"mainsnak":{"snaktype":"value","datavalue":{"type":"string","value":"77"}}}]}}
            {"id":"Q9000010","labels":{"en":{"value":"Max Beispiel"},"kk":{"value":"Макс Байшпиль"}},"claims":{"P569":[{"mainsnak":{"snaktype":"value","datavalue":{"type":"time","value":{"time":"+1960-01-01T00:00:00Z","precision":11}}}}]}}
            """;

    private LinkedExample() {}

    /** A new store in memory that derives by the rules of the product. */
    public static Store store() {
        Store store = Store.inMemory(Rules.read(ShippedCollection.FILES.rules()));
        StringBuilder prefixes = new StringBuilder();
        Prefixes.all().forEach((prefix, iri) -> prefixes.append("PREFIX %s: <%s>\n".formatted(prefix, iri)));
        store.write(dataset -> {
            RDFDataMgr.read(
                    dataset.getGraph(Graphs.ONTOLOGY),
                    ShippedCollection.FILES.ontology().resolve("entente.ttl").toString());
            RDFDataMgr.read(dataset, new StringReader(prefixes + DATA), null, Lang.TRIG);
        });
        new SnapshotLoader(store, Clock.systemUTC())
                .load(
                        new ByteArrayInputStream(SNAPSHOT.getBytes(StandardCharsets.UTF_8)),
                        "example",
                        0,
                        item -> true,
                        Progress.SILENT);
        return store;
    }

    public static String person(String name) {
        return Ent.ID + "person/" + name;
    }
}
