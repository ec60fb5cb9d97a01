package org.entente.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.encounter.Named;
import org.entente.encounter.Source;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences are whole and right, for every level, in both languages. */
class EncounterSentencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MET                 | Anna Adler (Ministerin) traf am 9. Juni 2015 in Karaganda Boris Berg. | Anna Adler (Ministerin) met Boris Berg on 9 June 2015 in Karaganda.
            CO_ATTENDED         | Anna Adler (Ministerin) und Boris Berg nahmen am 9. Juni 2015 in Karaganda an derselben Veranstaltung teil: „Talk“. | Anna Adler (Ministerin) and Boris Berg attended the same event on 9 June 2015 in Karaganda: “Talk”.
            TRAVELLED_WITH      | Anna Adler (Ministerin) und Boris Berg reisten am 9. Juni 2015 in Karaganda gemeinsam: „Talk“. | Anna Adler (Ministerin) and Boris Berg travelled together on 9 June 2015 in Karaganda: “Talk”.
            ANNOUNCED           | Ein Treffen von Anna Adler (Ministerin) und Boris Berg war für den 9. Juni 2015 in Karaganda angekündigt; dass es stattfand, berichtet keine Quelle. | A meeting between Anna Adler (Ministerin) and Boris Berg was announced for 9 June 2015 in Karaganda; no source reports that it took place.
            CANDIDATE           | Anna Adler (Ministerin) und Boris Berg haben sich möglicherweise am 9. Juni 2015 in Karaganda getroffen: Eine der beiden Seiten ist nur durch ihr Amt bekannt. | Anna Adler (Ministerin) and Boris Berg may have met on 9 June 2015 in Karaganda: one of the two is known by office only.
            """)
    void a_hop_is_one_sentence(Level level, String german, String english) {
        PathStep hop = hop(level, "person/b", List.of("2015-06-09"), List.of("Karaganda"), false, 1, 1, false);
        assertThat(EncounterSentences.DE.hop(hop)).isEqualTo(german);
        assertThat(EncounterSentences.EN.hop(hop)).isEqualTo(english);
    }

    @Test
    void who_is_known_by_office_only_is_called_by_the_office() {
        PathStep met = hop(Level.MET_HOLDER_OF, "post/b", List.of(), List.of(), false, 1, 1, false);
        assertThat(EncounterSentences.DE.hop(met))
                .isEqualTo(
                        "Anna Adler (Ministerin) traf die Person im Amt „Boris Berg“; ihren Namen nennt keine Quelle.");
        assertThat(EncounterSentences.EN.hop(met))
                .isEqualTo(
                        "Anna Adler (Ministerin) met the holder of the office “Boris Berg”; no source gives the name.");
        PathStep announced = hop(Level.ANNOUNCED_HOLDER_OF, "post/b", List.of("2015"), List.of(), false, 1, 1, false);
        assertThat(EncounterSentences.EN.hop(announced))
                .contains("and the holder of the office “Boris Berg” was announced for 2015;");
    }

    @Test
    void what_sources_dispute_is_not_said_as_certain() {
        List<String> places = List.of("Almaty", "Astana", "Bischkek");
        List<String> dates = List.of("2015-06-09", "2015-06-10");
        assertThat(EncounterSentences.DE.hop(hop(Level.MET, "person/b", dates, places, false, 1, 1, false)))
                .contains(
                        "am 9. Juni 2015 oder, laut anderen Quellen, am 10. Juni 2015 in Almaty, in Astana und in Bischkek");
        assertThat(EncounterSentences.EN.hop(hop(Level.MET, "person/b", dates, places, true, 1, 1, false)))
                .contains(
                        "in Almaty or, according to other sources, in Astana or, according to other sources, in Bischkek");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gebiet Akmola              | im Gebiet Akmola                   | in Gebiet Akmola
            Ukraine                    | in der Ukraine                     | in Ukraine
            Residenz Kuksaroi          | in der Residenz Kuksaroi           | in Residenz Kuksaroi
            Akmola Region              | in Akmola Region                   | in the Akmola Region
            Netherlands                | in Netherlands                     | in the Netherlands
            National Museum in Astana  | in National Museum in Astana       | in the National Museum in Astana
            Museum                     | im Museum                          | in the Museum
            Karaganda                  | in Karaganda                       | in Karaganda
            """)
    void a_place_has_the_article_of_its_name(String label, String german, String english) {
        PathStep hop = hop(Level.MET, "person/b", List.of(), List.of(label), false, 1, 1, false);
        assertThat(EncounterSentences.DE.hop(hop)).contains(" " + german + " Boris Berg.");
        assertThat(EncounterSentences.EN.hop(hop)).endsWith(" " + english + ".");
    }

    @Test
    void a_place_may_say_its_phrase_itself() {
        PathStep hop = hop(Level.MET, "person/b", List.of(), List.of("Registan"), false, 1, 1, false);
        assertThat(EncounterSentences.DE.hop(hop)).contains(" traf auf dem Registan Boris Berg.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0 | false | Keine Quelle verzeichnet. | No source on record.
            1 | 1 | false | Eine Quelle berichtet davon. | One source reports it.
            2 | 2 | false | Zwei voneinander unabhängige Quellen berichten davon. | Two independent sources report it.
            1 | 3 | false | Drei Quellen berichten davon; sie gehen alle auf eine zurück. | Three sources report it; they all go back to one.
            2 | 3 | false | Drei Quellen berichten davon; unabhängig voneinander sind zwei. | Three sources report it; two of them are independent.
            1 | 2 | true  | Keine einzelne Quelle nennt beide; zwei Quellen zusammen ergeben es. | No single source names both; two sources together show it.
            13 | 13 | false | 13 voneinander unabhängige Quellen berichten davon. | 13 independent sources report it.
            """)
    void evidence_counts_documents_and_independent_sources(
            int witnesses, int documents, boolean joined, String german, String english) {
        PathStep hop = hop(Level.MET, "person/b", List.of(), List.of(), false, witnesses, documents, joined);
        assertThat(EncounterSentences.DE.evidence(hop)).isEqualTo(german);
        assertThat(EncounterSentences.EN.evidence(hop)).isEqualTo(english);
    }

    private static PathStep hop(
            Level level,
            String b,
            List<String> dates,
            List<String> places,
            boolean disputed,
            int witnesses,
            int documents,
            boolean joined) {
        return new PathStep(
                named("person/a", "Anna Adler"),
                named(b, "Boris Berg"),
                named("event/e", "Talk"),
                node("encounter/x"),
                level,
                dates,
                places.stream().map(p -> named("place/" + p, p)).toList(),
                Map.of(node("place/Registan"), "auf dem Registan"),
                List.of(named("post/m", "Ministerin")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                disputed,
                IntStream.range(0, documents)
                        .mapToObj(
                                i -> new Source(named("doc/d" + i, "d" + i), node("doc/r" + i), "P1", Optional.empty()))
                        .toList(),
                joined,
                witnesses,
                Confidence.MEDIUM,
                2);
    }

    private static Named named(String id, String label) {
        return new Named(node(id), label);
    }

    private static Node node(String id) {
        return NodeFactory.createURI(Ent.ID + id);
    }
}
