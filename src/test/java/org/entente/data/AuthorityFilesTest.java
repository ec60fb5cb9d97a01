package org.entente.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.entente.ShippedCollection;
import org.entente.store.CollectionFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever knows a person, post, event or decision knows its file: each stands where data/README.md says, and only there. */
class AuthorityFilesTest {
    private static final CollectionFiles SHIPPED = ShippedCollection.FILES;

    @TempDir
    Path folder;

    @Test
    void everything_stands_in_the_file_that_the_rule_says_in_alphabetical_order() {
        assertThat(Filing.faults(SHIPPED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    authority/persons/a-d.ttl        | person:olaf-muster a ent:Person             | person:olaf-muster belongs in authority/persons/o-z.ttl
                    authority/persons/k-n.ttl        | person:albert-rau rdfs:label 'A. Rau'@ru    | person:albert-rau belongs in authority/persons/a-d.ttl
                    authority/persons/o-z.ttl        | person:zara-muster a ent:Place              | person:zara-muster is no ent:Person
                    authority/persons/o-z.ttl        | person:ute-rettler rdfs:label 'Rettler'@ru  | person:ute-rettler stands behind person:yerlan-idrissov
                    authority/tenures/a-d.ttl        | tenure:olaf-muster-mayor a ent:Tenure       | tenure:olaf-muster-mayor belongs in authority/tenures/o-z.ttl
                    authority/events/2024.ttl        | event:zz-2023 a ent:Visit                   | event:zz-2023 belongs in authority/events/2023.ttl
                    authority/events/2024.ttl        | event:zz-1999 a ent:Visit                   | event:zz-1999 belongs in authority/events/until-2014.ttl
                    authority/events/2024.ttl        | event:zz-2024-2 a ent:Visit                 | event:zz-2024-2 belongs in authority/events/without-year.ttl
                    authority/organizations/other.ttl | org:zz a ent:PublicBody                    | org:zz belongs in authority/organizations/public-bodies.ttl
                    authority/posts/germany.ttl      | post:zz a ent:EnvoyPost                     | post:zz belongs in authority/posts/envoys.ttl
                    authority/posts/germany.ttl      | post:zz a ent:Post                          | post:zz belongs in authority/posts/organizations.ttl
                    authority/posts/germany.ttl      | post:zz a ent:Post ; ent:represents region:magdeburg  | post:zz belongs in authority/posts/german-laender.ttl
                    authority/posts/germany.ttl      | post:zz a ent:Post ; ent:represents region:lisakovsk  | post:zz belongs in authority/posts/kazakhstan.ttl
                    authority/places/elsewhere.ttl   | place:zz a ent:Place ; ent:withinPlace place:munich   | place:zz belongs in authority/places/germany.ttl
                    authority/places/germany.ttl     | place:zz a ent:Place ; ent:withinPlace place:italy    | place:zz belongs in authority/places/elsewhere.ttl
                    authority/places/germany.ttl     | place:wuerzburg geo:lat 49.8                | place:wuerzburg belongs in authority/places/positions.ttl
                    authority/places/positions.ttl   | place:wuerzburg rdfs:label 'Вюрцбург'@ru    | place:wuerzburg belongs in authority/places/germany.ttl
                    authority/projects.ttl           | series:zz a ent:EventSeries                 | series:zz belongs in authority/series.ttl
                    authority/series.ttl             | doc:s003 ent:notSeen true                   | doc:s003 belongs in decisions/derivations.ttl
                    decisions/conflicts.ttl          | decision:zz a ent:Decision ; ent:aspect ent:derivesFrom | decision:zz belongs in decisions/derivations.ttl
                    decisions/conflicts.ttl          | decision:zz a ent:Decision ; ent:aspect ent:mergedInto  | decision:zz belongs in decisions/identities.ttl
                    """)
    void what_stands_elsewhere_is_found(String file, String statement, String fault) throws IOException {
        CollectionFiles copy = copyOfShipped();
        Files.writeString(copy.data().resolve(file), """

                @prefix ent: <https://w3id.org/entente/ontology#> .
                @prefix person: <https://w3id.org/entente/id/person/> .
                @prefix region: <https://w3id.org/entente/id/region/> .
                @prefix org: <https://w3id.org/entente/id/org/> .
                @prefix post: <https://w3id.org/entente/id/post/> .
                @prefix place: <https://w3id.org/entente/id/place/> .
                @prefix event: <https://w3id.org/entente/id/event/> .
                @prefix series: <https://w3id.org/entente/id/series/> .
                @prefix tenure: <https://w3id.org/entente/id/tenure/> .
                @prefix doc: <https://w3id.org/entente/id/doc/> .
                @prefix decision: <https://w3id.org/entente/id/decision/> .
                @prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                %s .
                """.formatted(statement), StandardOpenOption.APPEND);
        assertThat(Filing.faults(copy)).contains(file + ": " + fault);
    }

    private CollectionFiles copyOfShipped() throws IOException {
        Path data = folder.resolve("data");
        for (String part : new String[] {"authority", "decisions"}) {
            try (Stream<Path> paths = Files.walk(SHIPPED.data().resolve(part))) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    Path copy = data.resolve(SHIPPED.data().relativize(path).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(path, copy);
                }
            }
        }
        return SHIPPED.withData(data);
    }
}
