package org.entente.web.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.entente.Golden;
import org.entente.ShippedCollection;
import org.entente.execution.QueryExecutor;
import org.entente.execution.QueryLimiter;
import org.entente.execution.QueryLimits;
import org.entente.execution.Rows;
import org.entente.execution.ServiceCalls;
import org.entente.execution.ServiceRules;
import org.entente.query.StoreEntityResolver;
import org.entente.vocab.EntClass;
import org.entente.web.page.Cell;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.story.Story;
import org.entente.web.story.TripStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a trip or visit tells it in sentences that say what the rows say, and nothing else. */
class TripStoriesTest {
    private static final QueryExecutor EXECUTOR = new QueryExecutor(
            ShippedCollection.store(),
            new QueryLimiter(2, 10, 10, Duration.ofMinutes(1)),
            QueryLimits.defaults(),
            new ServiceCalls(ServiceRules.CLOSED),
            () -> {
                throw new IllegalStateException("no ETags are made here");
            });
    private static final EntityPanelReader PANELS =
            new EntityPanelReader(ShippedCollection.catalog(), new StoreEntityResolver(ShippedCollection.store()));

    /** A story and the rows that it was told from. */
    private record Told(String name, Story story, Map<String, Rows> rows) {
        boolean saysNothingOfRows(Story.Sentence sentence) {
            return sentence.names().isEmpty();
        }

        Set<String> values() {
            return rows.values().stream()
                    .flatMap(panel -> panel.rows().stream()
                            .flatMap(row -> panel.columns().stream().map(row::text)))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void some_trips_are_told_like_this(String language) {
        String told = Stream.of(
                        "thuringia-central-asia-2023",
                        "bavaria-central-asia-2023",
                        "saxony-anhalt-kazakhstan-2017",
                        "bundestag-kazakhstan-2017",
                        "bundestag-central-asia-2023",
                        "koehler-asia-2008",
                        "koschyk-zertik-astana-2015",
                        "steinmeier-kazakhstan-2014",
                        "steinmeier-uzbekistan-2019",
                        "landtag-saxony-anhalt-uzbekistan-2025",
                        "rosenberg-atyrau",
                        "scholz-tajikistan",
                        "pawlik-lisakovsk-2024")
                .map(name -> text(tell(trip(name), language)))
                .collect(Collectors.joining("\n"));
        Golden.assertMatches("stories/" + language + ".txt", told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void every_name_in_a_story_stands_in_the_rows_and_every_such_sentence_has_its_sources(String language) {
        for (Told told : all(language)) {
            Set<String> values = told.values();
            for (Story.Sentence sentence : told.story().sentences()) {
                for (Cell name : sentence.names()) {
                    if (!name.href().startsWith("#")) {
                        assertThat(values)
                                .as(told.name() + ": " + sentence.text())
                                .anyMatch(value -> value.contains(name.text()));
                    }
                }
                boolean cited = !sentence.marks().isEmpty();
                boolean open = told.story().unknown().contains(sentence);
                assertThat(cited || open || told.saysNothingOfRows(sentence))
                        .as(told.name() + " cites a source: " + sentence.text())
                        .isTrue();
                assertThat(sentence.text())
                        .as(told.name())
                        .doesNotContain("story.", "{", "\uE000", "  ", "()", " ,", " .", ": .", "http")
                        .endsWith(".");
            }
            Set<Integer> cited = told.story().sentences().stream()
                    .flatMap(sentence -> sentence.marks().stream())
                    .map(Story.Mark::number)
                    .collect(Collectors.toSet());
            assertThat(told.story().notes())
                    .as(told.name())
                    .extracting(Story.Footnote::number)
                    .containsExactlyInAnyOrderElementsOf(cited);
        }
    }

    @Test
    void nobody_is_named_twice_among_those_who_travelled() {
        for (Told told : all("en")) {
            List<String> people = told.story().lead().stream()
                    .flatMap(sentence -> sentence.names().stream())
                    .map(Cell::href)
                    .filter(href -> !href.startsWith("/page/place/") && !href.startsWith("#"))
                    .toList();
            assertThat(people).as(told.name()).doesNotHaveDuplicates();
        }
    }

    @Test
    void no_country_or_region_is_a_stop_beside_a_place_in_it() {
        Set<String> within = new HashSet<>();
        rows("""
                SELECT ?a ?b WHERE {
                  ?a ent:withinPlace+ ?b .
                  FILTER EXISTS { { ?b ent:territoryOf ?polity } UNION { ?state ent:withinPlace ?b ; ent:territoryOf ?of } }
                }""").forEach(row -> within.add(row.get("a") + " " + row.get("b")));
        for (Told told : all("en")) {
            List<String> stops = told.rows().get("stops").rows().stream()
                    .map(row -> row.text("place"))
                    .toList();
            for (String stop : stops) {
                assertThat(stops).as(told.name()).noneMatch(other -> within.contains(other + " " + stop));
            }
            assertThat(stops).as(told.name() + " has each stop once").doesNotHaveDuplicates();
        }
    }

    @Test
    void what_was_only_announced_is_not_told_as_held() {
        for (Told told : all("en")) {
            String status = told.rows().get("participants").rows().getFirst().text("statusLabel");
            String lead = told.story().lead().stream().map(Story.Sentence::text).collect(Collectors.joining(" "));
            if (status.equals("announced")) {
                assertThat(lead)
                        .as(told.name())
                        .contains("announced", "No source here reports that it took place.")
                        .doesNotContain("took place in", "lasted", "led the trip.", "led the visit.", "The visitor");
            } else {
                assertThat(lead).as(told.name()).doesNotContain("No source here reports");
            }
        }
    }

    private static final Map<String, List<Told>> ALL = new HashMap<>();

    private static List<Told> all(String language) {
        return ALL.computeIfAbsent(language, TripStoriesTest::tellAll);
    }

    private static List<Told> tellAll(String language) {
        return rows("SELECT ?trip WHERE { ?trip a ent:Visit } ORDER BY ?trip").stream()
                .map(row -> tell(row.get("trip"), language))
                .toList();
    }

    private static Node trip(String name) {
        return NodeFactory.createURI("https://w3id.org/entente/id/event/" + name);
    }

    private static Told tell(Node trip, String language) {
        boolean delegation = rows("SELECT ?x WHERE { <" + trip.getURI() + "> a ent:DelegationTrip BIND(1 AS ?x) }")
                        .size()
                == 1;
        Set<String> classes = delegation
                ? Set.of(EntClass.EVENT.getURI(), EntClass.VISIT.getURI(), EntClass.DELEGATION_TRIP.getURI())
                : Set.of(EntClass.EVENT.getURI(), EntClass.VISIT.getURI());
        return EXECUTOR.inOneState("test", session -> {
            Map<String, Rows> rows =
                    PANELS.read(session, "event", trip, classes, language).rows();
            Story story = new TripStory(trip, delegation, rows, Messages.in(language))
                    .tell(documents -> EntityLabels.of(session, documents, language)::cell);
            return new Told(trip.getURI(), story, rows);
        });
    }

    private static List<Map<String, Node>> rows(String query) {
        return ShippedCollection.store().read(dataset -> {
            List<Map<String, Node>> found = new ArrayList<>();
            try (QueryExec exec = QueryExec.dataset(dataset)
                    .query("PREFIX ent: <https://w3id.org/entente/ontology#>\n" + query)
                    .build()) {
                RowSet rows = exec.select();
                rows.forEachRemaining(binding -> {
                    Map<String, Node> row = new LinkedHashMap<>();
                    binding.vars().forEachRemaining(v -> row.put(v.getVarName(), binding.get(v)));
                    found.add(row);
                });
            }
            return found;
        });
    }

    private static String text(Told told) {
        StringBuilder text = new StringBuilder("# " + told.name().replaceFirst(".*/id/", "") + "\n");
        told.story().lead().forEach(sentence -> text.append(cited(sentence)).append('\n'));
        told.story().days().forEach(day -> {
            text.append("* ").append(day.when()).append('\n');
            day.events().forEach(event -> text.append("  ").append(cited(event)).append('\n'));
        });
        told.story().outcome().forEach(sentence -> text.append(cited(sentence)).append('\n'));
        told.story()
                .unknown()
                .forEach(sentence -> text.append("? ").append(cited(sentence)).append('\n'));
        told.story().notes().forEach(note -> text.append(note.number())
                .append(". ")
                .append(note.document().text())
                .append('\n'));
        return text.toString();
    }

    private static String cited(Story.Sentence sentence) {
        return sentence.text()
                + sentence.marks().stream()
                        .map(mark ->
                                " [" + mark.number() + (mark.passages().isEmpty() ? "" : ": " + mark.passages()) + "]")
                        .collect(Collectors.joining());
    }
}
