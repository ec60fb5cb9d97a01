package org.entente.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.annotate.RefusedField.Reason;
import org.entente.execution.Select;
import org.entente.text.Json;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proposer behind a real address: what it says is looked up in the text, and what does not stand there is refused and told. */
class AnnotateProposerTest {
    private static final String ID = "https://w3id.org/entente/id/";
    private static final String TEXT =
            "Am 3. März 2020 kam es in Magdeburg zu einem Austausch: Ministerpräsident Reiner Haseloff und"
                    + " Botschafter Dauren Karipov waren zugegen.";

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static volatile String answer = "";
    private static volatile int status = 200;
    private static volatile long delay;
    private static HttpServer proposer;
    private static Annotator annotator;
    private static ServedStore site;

    @BeforeAll
    static void start() throws IOException {
        proposer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proposer.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        proposer.createContext("/cards", exchange -> {
            ASKED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            try {
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
                Thread.sleep(delay);
                exchange.getResponseBody().write(body, body.length / 2, body.length - body.length / 2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        proposer.start();
        annotator = ShippedCollection.store()
                .read(dataset -> Annotator.of(ShippedCollection.store().names(), Select.on(dataset)));
        site = ServedStore.shipped(ServerOptions.defaults().withProposer(address()));
    }

    @AfterAll
    static void stop() {
        site.close();
        proposer.stop(0);
    }

    @BeforeEach
    void fresh() {
        ASKED.clear();
        status = 200;
        delay = 0;
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + proposer.getAddress().getPort() + "/cards");
    }

    /** A field with the place at which its words stand first. */
    private static String field(String name, String value, String quote) {
        return field(name, value, quote, TEXT.indexOf(quote));
    }

    private static String field(String name, String value, String quote, int start) {
        return "\"%s\":{\"value\":\"%s\",\"quote\":\"%s\",\"start\":%d}".formatted(name, value, quote, start);
    }

    private static String card(String date, String... participants) {
        return "{\"cards\":[{" + field("kind", "Meeting", "Austausch") + "," + date + ",\"places\":[{"
                + field("x", "Magdeburg", "Magdeburg").substring("\"x\":{".length()) + "],\"participants\":[{"
                + String.join("},{", participants) + "}]}]}";
    }

    private static final String DATE = "\"date\":{\"value\":\"2020-03-03\",\"quote\":\"3. März 2020\",\"start\":3}";

    private static Annotation annotate(String json) {
        answer = json;
        Annotation own = annotator.annotate(TEXT, "2020-03-05");
        return annotator.with(own, new HttpProposer(address()).propose(TEXT, "de", "2020-03-05"), "2020-03-05");
    }

    private static Card proposed(String json) {
        return annotate(json).cards().stream()
                .filter(c -> c.proposal().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static List<RefusedField> refused(Card card) {
        return card.proposal().orElseThrow().refused();
    }

    @Test
    void a_card_that_rests_on_the_text_is_taken_over_with_its_places() throws IOException {
        Card card = proposed(card(
                DATE,
                field("name", "Reiner Haseloff", "Reiner Haseloff") + ","
                        + field("office", "post:st-minister-president", "Ministerpräsident"),
                field("name", "Dauren Karipov", "Dauren Karipov")));
        assertThat(refused(card)).isEmpty();
        assertThat(card.date()).isEqualTo("2020-03-03");
        assertThat(card.cue().of(TEXT)).isEqualTo("Austausch");
        assertThat(card.places()).extracting(Card.Place::iri).containsExactly(ID + "place/magdeburg");
        assertThat(card.participants())
                .extracting(Card.Participant::who, p -> p.span().of(TEXT))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ID + "person/reiner-haseloff", "Reiner Haseloff"),
                        org.assertj.core.groups.Tuple.tuple(ID + "person/dauren-karipov", "Dauren Karipov"));
        assertThat(card.participants().getFirst().post()).isEqualTo(ID + "post/st-minister-president");
        JsonNode asked = Json.MAPPER.readTree(ASKED.getFirst());
        assertThat(asked.path("text").asText()).isEqualTo(TEXT);
        assertThat(asked.path("language").asText()).isEqualTo("de");
        assertThat(asked.path("date").asText()).isEqualTo("2020-03-05");
    }

    @Test
    void a_field_is_refused_if_its_words_are_not_at_their_place_or_say_something_else() {
        Card card = proposed(card(
                "\"date\":{\"value\":\"2020-04-04\",\"quote\":\"3. März 2020\",\"start\":3}",
                field("name", "Angela Merkel", "Angela Merkel", 5),
                field("name", "Roland Weigert", "Dauren Karipov"),
                field("name", "Reiner Haseloff", "Reiner Haseloff", 2),
                "\"name\":{\"value\":\"Dauren Karipov\"}"));
        assertThat(card.participants()).isEmpty();
        assertThat(card.date()).isEmpty();
        assertThat(refused(card))
                .extracting(RefusedField::field, RefusedField::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("date", Reason.OTHER),
                        org.assertj.core.groups.Tuple.tuple("who", Reason.NOT_THERE),
                        org.assertj.core.groups.Tuple.tuple("who", Reason.OTHER),
                        org.assertj.core.groups.Tuple.tuple("who", Reason.NOT_THERE),
                        org.assertj.core.groups.Tuple.tuple("who", Reason.NO_PLACE));
        Annotation annotation = annotate(card(DATE, field("name", "Angela Merkel", "Angela Merkel", 5)));
        assertThat(AnnotationText.of(annotation, ShippedCollection.store().names()))
                .contains("by the proposer", "who “Angela Merkel”: these words do not stand at that place");
        assertThat(AnnotationJson.of(annotation, ShippedCollection.store().names())
                        .toString())
                .contains("\"reason\":\"not_there\"", "\"proposed\":true");
    }

    @Test
    void a_card_whose_event_stands_nowhere_is_no_card_but_is_told() {
        Annotation annotation =
                annotate("{\"cards\":[{" + field("kind", "Meeting", "verhandelten heimlich", 9) + "}]}");
        assertThat(annotation.cards()).noneMatch(c -> c.proposal().isPresent());
        assertThat(annotation.refused()).extracting(RefusedField::reason).containsExactly(Reason.NOT_THERE);
        assertThat(AnnotationText.of(annotation, ShippedCollection.store().names()))
                .contains("Refused, no card: kind “Meeting” (“verhandelten heimlich”)");
    }

    @Test
    void a_name_that_means_several_lists_them_and_makes_nobody() {
        String text = "Ein Austausch mit Schmidt fand statt.";
        answer = "{\"cards\":[{" + field("kind", "Meeting", "Austausch", 4) + ",\"participants\":[{"
                + field("name", "Schmidt", "Schmidt", text.indexOf("Schmidt")) + "}]}]}";
        Annotation annotation =
                annotator.with(annotator.annotate(text, ""), new HttpProposer(address()).propose(text, "de", ""), "");
        Card card = annotation.cards().stream()
                .filter(c -> c.proposal().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(refused(card)).extracting(RefusedField::reason).containsExactly(Reason.SEVERAL);
        assertThat(refused(card).getFirst().instead()).hasSizeGreaterThan(1).allMatch(n -> n.contains("person:"));
        assertThat(card.withoutDoubtful().participants()).isEmpty();
        CardChoices.Decided decided = CardChoices.decide(
                annotation,
                java.util.Map.of("take", List.of(card.id())),
                ShippedCollection.store().names());
        assertThat(decided.problems()).singleElement().asString().contains("means more than one", "person:");
    }

    @Test
    void what_is_no_answer_is_said_clearly() {
        assertSaid("no JSON at all {", "its answer is no JSON");
        assertSaid("[]", "has no list of cards");
        assertSaid("{\"cards\":[{\"kind\":\"Meeting\"}]}", "has “kind” without its words");
        assertSaid("{\"cards\":[7]}", "is no object");
        assertSaid("{\"cards\":[]}" + " ".repeat(1_000_001), "more than 1000000 bytes");
        status = 302;
        assertSaid("{\"cards\":[]}", "answered with status 302");
        assertThatThrownBy(() -> new HttpProposer(URI.create("http://127.0.0.1:1/x")).propose(TEXT, "de", ""))
                .isInstanceOf(ProposerException.class)
                .hasMessageContaining("cannot be reached");
        assertThatThrownBy(() -> new HttpProposer(URI.create("file:///etc/passwd")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSaid(String given, String said) {
        answer = given;
        assertThatThrownBy(() -> new HttpProposer(address()).propose(TEXT, "de", ""))
                .isInstanceOf(ProposerException.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_proposer_that_stops_in_the_middle_is_not_waited_for() {
        answer = "{\"cards\":[]}";
        delay = 20_000;
        long begin = System.nanoTime();
        assertThatThrownBy(() -> new HttpProposer(address(), Duration.ofMillis(1_500)).propose(TEXT, "de", ""))
                .hasMessageContaining("did not answer within 1 s");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    }

    private static HttpResponse<String> send(ServedStore to, String more) {
        return to.post(
                "/annotate?lang=en",
                RequestBody.FORM,
                "date=2020-03-05&title=A+meeting&text=" + ServedStore.encoded(TEXT) + more);
    }

    @Test
    void the_page_asks_only_if_ticked_marks_the_cards_and_shows_what_was_refused() {
        answer = card(
                DATE, field("name", "Reiner Haseloff", "Reiner Haseloff"), field("name", "Angela Merkel", "Merkel", 5));
        assertThat(send(site, "").body()).contains("name=\"propose\"").doesNotContain("not by this program");
        assertThat(ASKED).isEmpty();
        String page = send(site, "&propose=1").body();
        assertThat(ASKED).hasSize(1);
        assertThat(page)
                .contains("proposed by 127.0.0.1:" + proposer.getAddress().getPort())
                .contains(
                        "Refused: who “Angela Merkel” <q>Merkel</q>: these words do not stand at that place of the text.");
        Matcher hidden = Pattern.compile("name=\"proposed\" value=\"([^\"]+)\"").matcher(page);
        assertThat(hidden.find()).isTrue();
        String id = Pattern.compile(
                        "value=\"(c[0-9a-f]{10})\"[^>]*> <strong>[^<]*</strong></label> <span class=\"note\">")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .findFirst()
                .orElseThrow();
        String json =
                hidden.group(1).replace("&#34;", "\"").replace("&lt;", "<").replace("&amp;", "&");
        String sheet = send(site, "&propose=1&do=sheet&take=" + id + "&proposed=" + ServedStore.encoded(json))
                .body();
        assertThat(sheet).contains("person:reiner-haseloff", "2020-03-03").doesNotContain("erkel");
        assertThat(ASKED).hasSize(1);
        answer = "broken";
        HttpResponse<String> broken = send(site, "&propose=1");
        assertThat(broken.statusCode()).isEqualTo(502);
        assertThat(broken.body()).contains("its answer is no JSON", TEXT);
    }

    @Test
    void nothing_is_sent_where_nobody_named_a_proposer() {
        answer = card(DATE, field("name", "Reiner Haseloff", "Reiner Haseloff"));
        String page = send(ServedStore.shipped(), "&propose=1&do=again&proposed=" + ServedStore.encoded(answer))
                .body();
        assertThat(ASKED).isEmpty();
        assertThat(page).doesNotContain("name=\"propose\"", "not by this program");
    }
}
