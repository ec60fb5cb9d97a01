package org.entente.web.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a country, region or body says "No entries" only of what the sources do not tell. */
class NoEntriesTest {
    private static final Store STORE = ShippedCollection.store();
    private static final Pattern NOTHING = Pattern.compile("<p class=\"quiet nothing\">[^:]*: (.*)\\.</p>");

    /** What a panel's title promises, in patterns over what was written, not derived, as far as that can be. */
    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("Offices", "?post ent:postIn|ent:represents ?it"),
            Map.entry(
                    "Events",
                    "GRAPH ?g { ?part ent:onBehalfOf|ent:participant ?it ; ent:inReport/ent:reports ?event }"),
            Map.entry(
                    "People who acted for it",
                    "GRAPH ?g { ?part ent:onBehalfOf ?it ; ent:participant ?person ; ent:inReport/ent:reports ?event }"
                            + " ?person a ent:Person"),
            Map.entry(
                    "Partners",
                    "?encounter ent:viaParticipation/ent:onBehalfOf ?it , ?other . ?it a ent:State . ?other a ent:State"
                            + " FILTER (?other != ?it)"),
            Map.entry("Envoys sent", "?post a ent:EnvoyPost ; ent:represents ?it"),
            Map.entry("Envoys received", "?post a ent:EnvoyPost ; ent:accreditedTo ?it"),
            Map.entry(
                    "Places and seats",
                    "{ ?place ent:territoryOf ?it } UNION { ?body ent:seat/ent:territoryOf? ?it }"
                            + " UNION { ?it ent:territoryOf ?polity }"),
            Map.entry("Agreements", "GRAPH ?g { ?report ent:reportedParty ?it }"),
            Map.entry("Met", "?encounter ent:between ?it"),
            Map.entry(
                    "Groups without names in talks",
                    "?mine ent:participant ?it ; ent:inEvent ?event . ?event a ent:Meeting . ?group ent:inEvent ?event ;"
                            + " ent:identification ent:unknown FILTER NOT EXISTS { ?group ent:onBehalfOf|ent:asHolderOf ?x }"),
            Map.entry("Partners in agreements and projects", "?it a ent:University . ?link ent:party ?it"),
            // A text that nobody has seen is no source here.
            Map.entry(
                    "Sources from this publisher",
                    "GRAPH ?g { ?document ent:publisher ?it FILTER NOT EXISTS { ?document ent:notSeen true } }"),
            Map.entry("Reported figures", "GRAPH ?g { ?figure ent:area ?it ; ent:amount ?amount }"),
            Map.entry("Contradictions between sources", "?conflict ent:conflictOn|ent:conflictAbout ?it"),
            Map.entry("Names and spellings", "?name ent:nameOf ?it"),
            Map.entry(
                    "Sources",
                    "?event ent:involves ?it . ?it a ?polity FILTER (?polity IN (ent:State, ent:SubnationalPolity))"));

    private static final ServedStore SERVED = ServedStore.shipped();

    static Stream<String> things() {
        return names("?it a ?kind . FILTER (?kind IN (ent:Organization, ent:Polity))").stream();
    }

    @ParameterizedTest
    @MethodSource("things")
    void what_a_page_has_no_entries_for_is_not_in_the_graph(String thing) {
        for (String title : titles(thing)) {
            assertThat(PATTERNS).as("a pattern for every panel").containsKey(title);
            assertThat(names(PATTERNS.get(title) + " FILTER (?it = <" + Ent.ID + thing + ">)"))
                    .as("%s of %s", title, thing)
                    .isEmpty();
        }
    }

    /** A region without a body of its own has its offices and events all the same. */
    @Test
    void a_region_has_offices_and_events() {
        assertThat(titles("region/saarland")).doesNotContain("Offices", "Events", "Sources");
    }

    private static List<String> titles(String thing) {
        Matcher nothing =
                NOTHING.matcher(SERVED.get("/page/" + thing + "?lang=en").body());
        return nothing.find() ? Arrays.asList(nothing.group(1).split(", ")) : List.of();
    }

    private static List<String> names(String pattern) {
        TreeSet<String> found = new TreeSet<>();
        STORE.read(data -> {
            try (QueryExec exec = QueryExec.dataset(data)
                    .query("PREFIX ent: <%s> SELECT DISTINCT ?it { %s }".formatted(Ent.NS, pattern))
                    .build()) {
                exec.select().forEachRemaining(row -> found.add(row.get("it").getURI()));
            }
            return found;
        });
        return new ArrayList<>(found)
                .stream()
                        .filter(iri -> iri.startsWith(Ent.ID))
                        .map(iri -> iri.substring(Ent.ID.length()))
                        .toList();
    }
}
