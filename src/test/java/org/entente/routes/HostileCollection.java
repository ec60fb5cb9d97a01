package org.entente.routes;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.entente.ServedStore;

/** The shipped collection with people, events and reports whose names and IRIs try what a format may stumble over. */
final class HostileCollection {
    /** Local names; as they stand in an IRI. */
    static final List<String> IDS = List.of("jürgen-größe", "нұрсұлтан", "o'neil", "عربي", "plain");

    static final List<String> NAMES = List.of(
            "Jürgen Größe-Ñandú",
            "Нұрсұлтан Қазақов",
            "O'Neil \\\"Zitat\\\" \\\\ Rückstrich",
            "\u202Eعربي שלום\u202C 😀👩‍👩‍👧",
            "<script>alert(1)</script><b title=\\\"x&amp;]]>, =1+1; a\\tb");
    /** What no page may hold. */
    static final String UNESCAPED = "<script>alert(1)";

    private HostileCollection() {}

    static ServedStore serve(Path folder) {
        ServedStore site = ServedStore.writable(folder);
        StringBuilder authority = new StringBuilder();
        StringBuilder source = new StringBuilder("""
                doc:hostile a ent:Document ; rdfs:label "Quelle <b>„ü“</b> 😀"@de , "Source <b>“ü”</b> 😀"@en ;
                  dcterms:title "Titel <i>&</i> Ю"@de ; ent:url "https://example.org/ä?a=b&c=<d>"^^xsd:anyURI ;
                  dcterms:language "de" ; ent:encodedBy "Ü <ö>" ; ent:encodedOn "2026-11-22" ;
                  ent:reliability ent:reliabilityNormal ; ent:reliabilityNote "Notiz <i>"@de , "Note <i>"@en ; ent:publisher org:owc ; ent:published [ a ent:TimeSpan ; ent:edtf "2019-09-04" ] .
                """);
        for (int i = 0; i < IDS.size(); i++) {
            String id = IDS.get(i);
            authority.append("""
                    <https://w3id.org/entente/id/person/%1$s> a ent:Person ; rdfs:label "%2$s"@en , "%2$s"@de , "%2$s"@ru .
                    <https://w3id.org/entente/id/event/%1$s> a ent:Meeting ; rdfs:label "Talk %2$s"@en , "Gespräch %2$s"@de .
                    """.formatted(id, NAMES.get(i)));
            source.append("""
                    doc:hostile-r%1$d a ent:Report ; ent:statedIn doc:hostile ; ent:reports <https://w3id.org/entente/id/event/%2$s> ;
                      ent:modality ent:asFact ; ent:reportedStatus ent:held ; ent:locator "P%1$d" ; ent:note "Vermerk <&> %3$s"@de ,
                      "Note <&> %3$s"@en ; ent:reportedPlace place:berlin ; ent:reportedTime [ a ent:TimeSpan ; ent:edtf "2019-08-1%1$d" ] .
                    doc:hostile-p%1$d a ent:Participation ; ent:inReport doc:hostile-r%1$d ; ent:participant
                      <https://w3id.org/entente/id/person/%2$s> ; ent:attendance ent:attended ; ent:role ent:guest ;
                      ent:onBehalfOf state:germany ; ent:nameAsPrinted "%3$s"@de ; ent:titleAsPrinted "Доктор <ü> %3$s"@de .
                    doc:hostile-q%1$d a ent:Participation ; ent:inReport doc:hostile-r%1$d ; ent:participant person:albert-rau ;
                      ent:attendance ent:attended ; ent:role ent:host ; ent:onBehalfOf state:kazakhstan .
                    """.formatted(i + 1, id, NAMES.get(i)));
        }
        HttpResponse<String> written = site.update("""
                PREFIX ent: <https://w3id.org/entente/ontology#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX person: <https://w3id.org/entente/id/person/>
                PREFIX state: <https://w3id.org/entente/id/state/>
                PREFIX place: <https://w3id.org/entente/id/place/>
                PREFIX org: <https://w3id.org/entente/id/org/>
                PREFIX doc: <https://w3id.org/entente/id/doc/>
                INSERT DATA {
                  GRAPH <https://w3id.org/entente/graph/authority/own> { %s }
                  GRAPH <https://w3id.org/entente/graph/source/hostile> { %s }
                }""".formatted(authority, source));
        if (written.statusCode() != 204) {
            site.close();
            throw new IllegalStateException(written.body());
        }
        return site;
    }
}
