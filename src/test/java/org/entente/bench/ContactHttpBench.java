package org.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.encoded;

import java.net.http.HttpResponse;
import java.util.List;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndexes;
import org.entente.contact.ContactOptions;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;

/**
 * What a client sees of the contact index: what it answers, by its functions in SPARQL and at {@code /path}, beside the same question in plain SPARQL at {@code /sparql}, over
 * HTTP, from the first byte sent to the last byte read, in one run on the shipped collection: {@code mvn -Pbench test
 * -Dtest=ContactHttpBench}. {@code /path} does more than the plain query: it adds sentences, offices and sources.
 */
class ContactHttpBench {
    private static final String HELD = "FILTER (?level IN (ent:levelMet, ent:levelCoAttended))";

    @Test
    void endpoints_of_the_index_beside_plain_sparql() {
        List<String> persons = persons();
        ContactBench.header("shipped collection, over HTTP");
        ContactBench.compare(
                "who met X, /sparql",
                run -> sparql(
                        "SELECT ?y ?level ?event { ?e ent:between <%1$s> , ?y ; ent:level ?level ; ent:viaEvent ?event"
                                + " FILTER (?y != <%1$s>) }",
                        at(persons, run)),
                run -> sparql("SELECT ?y ?level ?event { <%1$s> ent:met (?y ?level ?event) }", at(persons, run)));
        ContactBench.compare(
                "common contacts, /sparql",
                run -> sparql(
                        "SELECT DISTINCT ?c { ?e1 ent:between <%1$s> , ?c ; ent:level ?level . ?e2 ent:between <%2$s> , ?c ; ent:level"
                                + " ?other FILTER (?c NOT IN (<%1$s>, <%2$s>) && ?other IN (ent:levelMet, ent:levelCoAttended)) "
                                + HELD + " }",
                        at(persons, run),
                        at(persons, run + 1)),
                run -> sparql(
                        "SELECT ?c { (<%s> <%s>) ent:commonContact ?c }", at(persons, run), at(persons, run + 1)));
        String hops = "SELECT ?l { { SELECT (1 AS ?l) { <%1$s> ent:metWith <%2$s> } LIMIT 1 } UNION"
                + " { SELECT (2 AS ?l) { <%1$s> ent:metWith/ent:metWith <%2$s> } LIMIT 1 } UNION"
                + " { SELECT (3 AS ?l) { <%1$s> ent:metWith/ent:metWith/ent:metWith <%2$s> } LIMIT 1 } UNION"
                + " { SELECT (4 AS ?l) { <%1$s> ent:metWith/ent:metWith/ent:metWith/ent:metWith <%2$s> } LIMIT 1 } } ORDER BY ?l LIMIT 1";
        ContactBench.compare(
                "shortest path, /sparql",
                run -> sparql(hops, at(persons, run), at(persons, run * 7 + 3)),
                run -> sparql(
                        "SELECT ?l { (<%s> <%s>) ent:shortestPath (?l ?path 'levels=met') }",
                        at(persons, run), at(persons, run * 7 + 3)));
        ContactBench.compare(
                "shortest path, /path",
                run -> sparql(hops, at(persons, run), at(persons, run * 7 + 3)),
                run -> get("/path?k=1&from=" + encoded(at(persons, run)) + "&to=" + encoded(at(persons, run * 7 + 3))
                        + "&format=json"));
    }

    /** Those with contacts, most first. */
    private static List<String> persons() {
        return ShippedCollection.store().read(d -> {
            ContactIndex index = ContactIndexes.in(d);
            return java.util.stream.IntStream.range(0, index.nodeCount())
                    .filter(i -> index.node(i).getURI().contains("/person/") && contacts(index, i) > 0)
                    .boxed()
                    .sorted((a, b) -> contacts(index, b) - contacts(index, a))
                    .map(i -> index.node(i).getURI())
                    .toList();
        });
    }

    private static int contacts(ContactIndex index, int node) {
        return index.contacts(node, ContactOptions.HELD, () -> {}).length;
    }

    private static String at(List<String> persons, int i) {
        return persons.get(i % persons.size());
    }

    private static long sparql(String pattern, Object... persons) {
        return get("/sparql?format=csv&query=" + encoded("PREFIX ent: <" + Ent.NS + "> " + pattern.formatted(persons)));
    }

    /** Lines of the answer; anything but an answer ends the measuring. */
    private static long get(String path) {
        HttpResponse<String> response = ServedStore.shipped().get(path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return response.body().lines().count();
    }
}
