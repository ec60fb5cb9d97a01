package org.entente.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;

/** Two namesakes, told apart by what an item of Wikidata says of their birth, once a confirmed link leads there. */
class BirthDateTest {
    private static final String DATA = """
            @prefix ent: <https://w3id.org/entente/ontology#> .
            @prefix person: <https://w3id.org/entente/id/person/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix wd: <http://www.wikidata.org/entity/> .
            @prefix wdt: <http://www.wikidata.org/prop/direct/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            ent:Person rdfs:subClassOf ent:Agent ; rdfs:label "person"@en .
            person:a a ent:Person , ent:Agent ; rdfs:label "Erika Muster"@de ; ent:identifier [
              ent:identifierScheme ent:wikidata ; ent:identifierValue "Q900001" ; ent:linkState ent:linkAccepted ] .
            person:b a ent:Person , ent:Agent ; rdfs:label "Erika Muster"@de ; ent:identifier [
              ent:identifierScheme ent:wikidata ; ent:identifierValue "Q900002" ; ent:linkState ent:linkAccepted ] .
            person:c a ent:Person , ent:Agent ; rdfs:label "Erika Muster"@de ; ent:identifier [
              ent:identifierScheme ent:wikidata ; ent:identifierValue "Q900001" ; ent:linkState ent:linkCandidate ] .
            <https://w3id.org/entente/graph/wikidata> {
              wd:Q900001 wdt:P569 "1953-05-17"^^xsd:date .
              wd:Q900002 wdt:P569 "1961"^^xsd:gYear .
            }
            """;

    private static List<Candidate> born(String date) {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(d -> RDFParser.fromString(DATA, Lang.TRIG).parse(d));
            return store.read(d -> {
                CollectionState state = new CollectionStates(store).in(d);
                List<EntityType> person = List.of(state.types().named("Person").orElseThrow());
                return new Matcher(state, "en")
                        .candidates(ReconciliationQuery.of(
                                "Erika Muster",
                                person,
                                5,
                                List.of(PropertyConstraint.of(
                                        EntityProperty.BIRTH_DATE, List.of(PropertyConstraint.Value.of(date))))));
            });
        }
    }

    private static double birth(Candidate candidate) {
        return candidate.features().stream()
                .filter(f -> f.id().equals("birthDate"))
                .mapToDouble(Feature::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_date_of_birth_tells_namesakes_apart() {
        List<Candidate> found = born("17.5.1953");
        assertThat(found).hasSize(3);
        assertThat(found.getFirst().id()).isEqualTo("person/a");
        assertThat(found.getFirst().match()).isTrue();
        assertThat(birth(found.getFirst())).isEqualTo(1);
        // A link that nobody confirmed says nothing of the person.
        assertThat(found.get(1).id()).isEqualTo("person/c");
        assertThat(birth(found.get(1))).isEqualTo(0.5);
        assertThat(birth(found.get(2))).isZero();
    }

    @Test
    void a_year_is_enough_where_more_is_not_known() {
        Candidate best = born("1961-02-03").getFirst();
        assertThat(best.id()).isEqualTo("person/b");
        assertThat(birth(best)).isEqualTo(0.9);
    }

    @Test
    void without_a_fitting_date_namesakes_are_left_to_the_reader() {
        assertThat(born("not known")).hasSize(3).noneMatch(Candidate::match);
        assertThat(born("1990")).filteredOn(Candidate::match).isEmpty();
    }
}
