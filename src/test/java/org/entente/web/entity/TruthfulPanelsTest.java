package org.entente.web.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.execution.Rows;
import org.entente.execution.Select;
import org.entente.query.Arguments;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.Panel;
import org.entente.query.Parameters;
import org.entente.query.StoreEntityResolver;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.web.page.AnswerSentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sections of pages say of their rows is true of them, for everything of the shipped collection. */
class TruthfulPanelsTest {
    private static final Store STORE = ShippedCollection.store();
    private static final EntityResolver NAMES = new StoreEntityResolver(STORE);
    private static final Pattern NOBODY =
            Pattern.compile("\\b(nobody|no meeting|no talk)\\b", Pattern.CASE_INSENSITIVE);

    /** Each panel of who-met, whatever levels it asks for. */
    @ParameterizedTest
    @CsvSource({"met", "together", "announced", "possible"})
    void no_section_of_meetings_says_that_there_were_none_above_its_rows(String panel) {
        Map<String, String> sentences = sentences("who-met", panel, "?thing a ent:Person . ?e ent:between ?thing");
        assertThat(sentences)
                .isNotEmpty()
                .allSatisfy((person, sentence) ->
                        assertThat(sentence).as(person).isNotEmpty().doesNotContainPattern(NOBODY));
    }

    @Test
    void people_who_were_only_together_are_not_counted_as_met_according_to_a_source() {
        assertThat(sentences("met-according-to", "metAccording", "?report ent:statedIn ?thing"))
                .isNotEmpty()
                .allSatisfy((document, sentence) -> {
                    String met =
                            "ASK { GRAPH ?g { ?r ent:statedIn <%s> } ?e ent:supportedBy ?r ; ent:level ?l FILTER (?l IN (ent:levelMet,"
                                            .formatted(document)
                                    + " ent:levelMetHolderOf)) FILTER NOT EXISTS { ?e ent:joinedFromReports true } }";
                    assertThat(sentence.contains("people met at no event"))
                            .as(document + ": " + sentence)
                            .isEqualTo(!ask(met));
                });
    }

    @Test
    void a_single_report_announces_and_does_not_say_that_nothing_confirms_it() {
        String page = ServedStore.shipped()
                .get("/page/event/steinmeier-civil-society-2023?lang=en")
                .body();
        assertThat(page).contains("announced in this report").doesNotContain("announced, never confirmed");
    }

    /** Who has no time in office because no day is certain is named in office all the same. */
    @Test
    void whoever_attended_in_an_office_has_it_on_the_page() {
        for (Binding row : select(
                "SELECT DISTINCT ?person ?post { ?p ent:participant ?person ; ent:asHolderOf ?post ;"
                        + " ent:attendance ent:attended . ?person a ent:Person FILTER NOT EXISTS { ?t ent:holder ?person ; ent:ofPost ?post } }")) {
            for (String of : List.of("person", "post")) {
                assertThat(rows(
                                        "named-in-office",
                                        Map.of(of, List.of(row.get(of).getURI())))
                                .rows())
                        .as(row.toString())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void the_years_of_events_are_among_those_of_the_gaps() {
        assertThat(
                        ask(
                                "ASK { ?event a ent:Event ; ent:displayDate ?date FILTER NOT EXISTS { ?event ent:inYear ?year } }"))
                .as("an event with a date that is in no year")
                .isFalse();
    }

    /** The first and the last date of a pair are dates that sources give, not days computed from them. */
    @Test
    void a_first_date_is_no_finer_than_that_of_the_event() {
        for (var row : rows("top-contacts", Map.of()).rows()) {
            for (String column : List.of("first", "last")) {
                row.node(column).ifPresent(date -> assertThat(ask("ASK { ?event ent:displayDate \"%s\" ; a ent:Event }"
                                .formatted(date.getLiteralLexicalForm())))
                        .as(row.toString())
                        .isTrue());
            }
        }
    }

    @Test
    void no_group_stands_twice_at_one_event() {
        assertThat(
                        select(
                                "SELECT ?event ?group { ?one ent:inEvent ?event ; ent:displayGroup ?group . ?other ent:inEvent ?event ;"
                                        + " ent:displayGroup ?group . FILTER (STR(?one) < STR(?other) && LANG(?group) = 'en')"
                                        + " FILTER NOT EXISTS { ?one ent:participant|ent:asHolderOf ?a } FILTER NOT EXISTS { ?other ent:participant|ent:asHolderOf ?b }"
                                        + " FILTER NOT EXISTS { ?one ent:groupSize ?n . ?other ent:groupSize ?m . FILTER (?n != ?m) } }"))
                .isEmpty();
    }

    private static Map<String, String> sentences(String id, String panelId, String pattern) {
        CannedQuery query = ShippedCollection.catalog().query(id).orElseThrow();
        Panel panel = query.header().panels().stream()
                .filter(p -> p.id().equals(panelId))
                .findFirst()
                .orElseThrow();
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Binding thing : select("SELECT DISTINCT ?thing { { %s } UNION { GRAPH ?g { %s } } } ORDER BY ?thing"
                .formatted(pattern, pattern))) {
            String iri = thing.get("thing").getURI();
            Map<String, List<String>> given = new LinkedHashMap<>(panel.with());
            given.put(panel.parameter(), List.of(iri));
            given.put("lang", List.of("en"));
            Arguments arguments = Parameters.read(query, given, NAMES, new EdtfDates());
            Rows rows = rows(query, arguments);
            if (!rows.isEmpty()) {
                sentences.put(iri, new AnswerSentence(query.header(), arguments, rows, NAMES, "en").sentence());
            }
        }
        return sentences;
    }

    private static Rows rows(String id, Map<String, List<String>> given) {
        CannedQuery query = ShippedCollection.catalog().query(id).orElseThrow();
        return rows(query, Parameters.read(query, given, NAMES, new EdtfDates()));
    }

    private static Rows rows(CannedQuery query, Arguments arguments) {
        return STORE.read(data -> Select.on(data)
                .rows(query.bind(arguments, new Paging(1, Paging.MAX_SIZE)).query()));
    }

    private static List<Binding> select(String query) {
        return STORE.read(data -> {
            List<Binding> rows = new ArrayList<>();
            try (QueryExec exec = QueryExec.dataset(data).query(prefixed(query)).build()) {
                exec.select().forEachRemaining(row -> rows.add(row.detach()));
            }
            return rows;
        });
    }

    private static boolean ask(String query) {
        return STORE.read(data -> {
            try (QueryExec exec = QueryExec.dataset(data).query(prefixed(query)).build()) {
                return exec.ask();
            }
        });
    }

    private static String prefixed(String query) {
        return "PREFIX ent: <" + Ent.NS + "> " + query;
    }
}
