package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.ShippedCollection;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside a woman whom a source gives a feminine title, a column of offices has the feminine form of her office. */
class WomenTitlesTest {
    private static final Store STORE = ShippedCollection.store();
    private static final QueryCatalog CATALOG = ShippedCollection.catalog();

    /** A column of offices and who holds them: another column, or the parameter of the question. */
    record Pair(String query, String holder, String office) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("delegation-members", "member", "office"),
            new Pair("envoys", "holder", "post"),
            new Pair("event", "participant", "office"),
            new Pair("events-of-person", "person", "office"),
            new Pair("met-in-office", "whom", "office"),
            new Pair("named-in-office", "person", "office"),
            new Pair("office-chain", "holder", "office"),
            new Pair("office-holder-at", "holder", "post"),
            new Pair("offices-of-organisation", "holder", "post"),
            new Pair("people-of-country", "person", "office"),
            new Pair("tenures-of-person", "person", "post"),
            new Pair("who-led", "leader", "office"),
            new Pair("who-met", "person", "office"),
            new Pair("who-met", "whom", "whomOffice"),
            new Pair("working-group-sessions", "chair", "office"));

    /** Offices without a known holder, who may be anybody. */
    private static final Set<String> HOLDER_UNKNOWN = Set.of(
            "announced-never-reported office",
            "browse-offices office",
            "candidates post",
            "itinerary office",
            "met-by-office post",
            "not-known-of-event office",
            "talks-of-trip office",
            "trips-without-participants office",
            "unnamed-offices office");

    static List<Pair> pairs() {
        return PAIRS;
    }

    @Test
    void every_column_of_offices_is_known() {
        Set<String> columns = new TreeSet<>();
        for (CannedQuery query : CATALOG.queries()) {
            query.header().columns().stream()
                    .filter(column -> column.type() == ColumnType.OFFICE)
                    .forEach(column -> columns.add(query.id() + " " + column.name()));
        }
        Set<String> known = new TreeSet<>(HOLDER_UNKNOWN);
        PAIRS.forEach(pair -> known.add(pair.query() + " " + pair.office()));
        assertThat(columns).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void no_woman_has_the_form_for_everybody_beside_her(Pair pair) {
        Map<String, String> both =
                texts("?it ent:feminineLabel ?feminine ; ent:displayLabel ?text . FILTER(LANG(?text) = \"de\")");
        Set<String> women = texts("?it ent:feminineTitle ?text").keySet();
        assertThat(women).isNotEmpty();
        CannedQuery query = CATALOG.query(pair.query()).orElseThrow();
        for (Map<String, List<String>> given : asked(query)) {
            for (Binding row : rows(query, given)) {
                String holder = query.columns().contains(pair.holder())
                        ? text(row, pair.holder())
                        : given.get(pair.holder()).getFirst();
                if (women.contains(holder)) {
                    assertThat(Arrays.asList(text(row, pair.office() + "Label").split(" \\| ")))
                            .as("%s %s: %s", query, given, holder)
                            .doesNotContainAnyElementsOf(both.values());
                }
            }
        }
    }

    @Test
    void the_ambassador_is_a_woman_in_german_and_anybody_in_english() {
        assertThat(offices("de")).containsExactly("Deutsche Botschafterin in Kasachstan");
        assertThat(offices("en")).containsExactly("Ambassador of Germany to Kazakhstan");
    }

    private static List<String> offices(String lang) {
        return rows(
                        CATALOG.query("tenures-of-person").orElseThrow(),
                        Map.of("person", List.of("person:monika-iwersen"), "lang", List.of(lang)))
                .stream()
                .map(row -> text(row, "postLabel"))
                .toList();
    }

    /** The example, and for each parameter that takes them, the women, their events, offices, delegations and bodies. */
    private static List<Map<String, List<String>>> asked(CannedQuery query) {
        List<Map<String, List<String>>> asked = new ArrayList<>();
        asked.add(with(query, Map.of()));
        for (Parameter parameter : query.header().parameters()) {
            if (parameter.type() == ParameterType.IRI) {
                theirs(parameter).forEach(thing -> asked.add(with(query, Map.of(parameter.name(), List.of(thing)))));
            }
        }
        return asked;
    }

    private static Set<String> theirs(Parameter parameter) {
        String classes = String.join(
                " ", parameter.classes().stream().map(c -> "<" + c + ">").toList());
        return texts("""
                VALUES ?c { %s } ?it a ?c . ?who ent:feminineTitle ?text .
                { FILTER(?it = ?who) } UNION { ?part ent:participant ?who ; ent:inEvent|ent:inDelegation ?it }
                UNION { ?tenure ent:holder ?who ; ent:ofPost/(ent:postIn|ent:represents|ent:accreditedTo)? ?it }
                UNION { ?encounter ent:between ?who , ?it }
                """.formatted(classes)).keySet();
    }

    private static Map<String, List<String>> with(CannedQuery query, Map<String, List<String>> more) {
        Map<String, List<String>> given = new HashMap<>(query.header().example());
        given.keySet()
                .removeIf(name -> !more.isEmpty()
                        && query.header().parameters().stream()
                                .anyMatch(p -> p.name().equals(name) && !p.required()));
        given.putAll(more);
        given.put("lang", List.of("de"));
        return given;
    }

    /** Things of the collection and a text of each. */
    private static Map<String, String> texts(String pattern) {
        Map<String, String> texts = new HashMap<>();
        STORE.read(data -> {
            try (QueryExec exec = QueryExec.dataset(data)
                    .query("PREFIX ent: <%s> SELECT DISTINCT ?it ?text { %s }".formatted(Ent.NS, pattern))
                    .build()) {
                exec.select()
                        .forEachRemaining(row -> texts.put(
                                row.get("it").getURI(), row.get("text").getLiteralLexicalForm()));
            }
            return texts;
        });
        return texts;
    }

    private static String text(Binding row, String column) {
        Node node = row.get(column);
        return node == null ? "" : node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
    }

    private static List<Binding> rows(CannedQuery query, Map<String, List<String>> given) {
        BoundQuery bound = query.bind(
                Parameters.read(query, given, new StoreEntityResolver(STORE), new EdtfDates()),
                new Paging(1, Paging.MAX_SIZE));
        return STORE.read(data -> {
            List<Binding> rows = new ArrayList<>();
            try (QueryExec exec = QueryExec.dataset(data).query(bound.query()).build()) {
                exec.select().forEachRemaining(row -> rows.add(row.detach()));
            }
            return rows;
        });
    }
}
