package org.entente.web.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.web.decision.DecisionDesk.choice;
import static org.entente.web.decision.DecisionDesk.option;
import static org.entente.web.decision.DecisionDesk.taken;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.store.CollectionLoader;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of decision is taken, seen, and undone; a load of the files into another store gives the same. */
class DecisionKindsTest {
    @TempDir
    static Path data;

    @TempDir
    static Path store;

    @TempDir
    static Path other;

    private static DecisionDesk desk;

    @BeforeAll
    static void start() {
        desk = new DecisionDesk(data, store);
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    private static List<String> ask(String pattern) {
        return desk.rows("SELECT ?x { " + pattern + " }");
    }

    private static Set<Triple> view(Store store) {
        return store.read(dataset -> dataset.getDefaultGraph().find(Node.ANY, Node.ANY, Node.ANY).toList().stream()
                .collect(Collectors.toSet()));
    }

    private static String curie(String iri) {
        return iri.replaceFirst("https://w3id.org/entente/id/([a-z]+)/", "$1:");
    }

    @Slow
    @Test
    void every_kind_is_decided_loaded_again_and_undone() {
        Set<Triple> before = view(desk.site.store());
        List<String> taken = new ArrayList<>();
        taken.add(rejectsAndNamesHolders(taken));
        taken.add(marksADependentSource());
        taken.add(corrects());
        taken.add(splits());
        taken.add(merges());
        taken.add(splitsOffANewEntry());

        assertThat(desk.site.store().release().files()).isEqualTo(desk.files.contentId());
        try (Store fresh = ShippedCollection.copy(other)) {
            fresh.judgeWith(ShippedCollection.validator().reread(desk.files));
            LoadReport report = CollectionLoader.of(fresh).load(desk.files, Progress.SILENT);
            assertThat(report.accepted()).as(report.findings().toString()).isTrue();
            assertThat(difference(view(fresh), view(desk.site.store()))).isEmpty();
        }
        taken.reversed()
                .forEach(decision -> assertThat(taken(desk.undo(decision))).isNotEmpty());
        Set<Triple> after = view(desk.site.store());
        after.removeIf(triple -> triple.toString().contains("/decision/2"));
        assertThat(after.removeIf(triple -> triple.getSubject().toString().endsWith("/person/albert-rau-2")))
                .as("the new entry leads to the one from which it was split, and is nothing else")
                .isTrue();
        assertThat(ask("person:albert-rau-2 ?p ?x")).containsExactly("https://w3id.org/entente/id/person/albert-rau");
        assertThat(desk.site.get("/id/person/albert-rau-2").statusCode()).isEqualTo(308);
        assertThat(difference(before, after)).isEmpty();
    }

    private static List<Triple> difference(Set<Triple> one, Set<Triple> two) {
        List<Triple> differing = new ArrayList<>();
        one.stream().filter(triple -> !two.contains(triple)).forEach(differing::add);
        two.stream().filter(triple -> !one.contains(triple)).forEach(differing::add);
        return differing;
    }

    private String rejectsAndNamesHolders(List<String> taken) {
        String row = desk.rows(
                        "SELECT ?p ?h ?e (COUNT(*) AS ?n) { ?p ent:possibleHolder/ent:holder ?h ; ent:inEvent ?e . ?p ent:reportedAs ?told }"
                                + " GROUP BY ?p ?h ?e ORDER BY ?p ?h LIMIT 1")
                .getFirst();
        String participation = row.split(",")[0];
        String person = row.split(",")[1];
        String name = desk.site.store().names().label(person, "en").orElseThrow();
        String about = curie(participation);
        assertThat(desk.page("/candidates")).contains("/decide/holder?about=" + about);
        String form = desk.page("/decide/holder?about=" + about);
        taken.add(taken(desk.decide("holder", choice(about, option(form, "It was not " + name)))));
        assertThat(ask("<" + participation + "> ent:possibleHolder/ent:holder ?x . FILTER(?x = <" + person + ">)"))
                .isEmpty();
        assertThat(ask("<" + participation + "> ent:rejectedHolder ?x")).containsExactly(person);
        desk.undo(taken.removeLast());
        String named = taken(desk.decide("holder", choice(about, option(form, "It was " + name))));
        assertThat(ask("?x ent:participant <" + person + "> ; ent:inEvent <" + row.split(",")[2]
                        + "> ; ent:identifiedBy ?d"))
                .isNotEmpty();
        assertThat(desk.page("/candidates?event=" + curie(row.split(",")[2]))).contains("decided", "Anna Tester");
        return named;
    }

    private String marksADependentSource() {
        List<String> root = ask("doc:d005 ent:rootDocument ?x");
        String withdrawn = taken(desk.undo("decision:d005-derives-from-d008"));
        assertThat(ask("doc:d005 ent:rootDocument ?x"))
                .as("the statement beside the decision goes with it")
                .containsExactly("https://w3id.org/entente/id/doc/d005");
        desk.undo(withdrawn);
        assertThat(ask("doc:d005 ent:rootDocument ?x")).isEqualTo(root);
        assertThat(desk.page("/page/doc/d010")).contains("/decide/dependence?about=doc:d010");
        assertThat(desk.page("/decide/dependence?about=doc:d010")).contains("The other document");
        assertThat(desk.page("/decide/dependence?about=doc:d010&other=nobody")).contains("no such entry");
        assertThat(desk.page("/decide/dependence?about=doc:d010&other=doc:d010"))
                .contains("These are the same");
        String choice = choice("doc:d010", "first") + "&other=doc:d018";
        String decision = taken(desk.decide("dependence", choice));
        assertThat(ask("doc:d010 ent:rootDocument ?x")).isEqualTo(ask("doc:d018 ent:rootDocument ?x"));
        assertThat(desk.page("/decide/dependence?about=doc:d018&other=doc:d010"))
                .contains("There is nothing to choose", decision.replace(":", "/"));
        return decision;
    }

    private String corrects() {
        assertThat(desk.page("/page/doc/d035-p1")).contains("/decide/correction?about=doc:d035-p1");
        String form = desk.page("/decide/correction?about=doc:d035-p1");
        String role = option(form, "role: ");
        String wrong = choice("doc:d035-p1", role) + "&step=preview&value=";
        assertThat(desk.send("/decide/correction", wrong + "ent:held").body())
                .contains("must be an entry or a term of the same kind");
        assertThat(desk.send("/decide/correction", wrong).body()).contains("Say what counts instead");
        String decision = taken(desk.decide("correction", choice("doc:d035-p1", role) + "&value=ent:observer"));
        assertThat(desk.log()).contains("ent:prefers ent:observer", "ent:overrides ent:");
        assertThat(ask("?p ent:reportedAs doc:d035-p1 ; ent:role ?x"))
                .contains("https://w3id.org/entente/ontology#observer");
        assertThat(ask("GRAPH ?g { doc:d035-p1 ent:role ?x }"))
                .as("what the source says stays")
                .doesNotContain("https://w3id.org/entente/ontology#observer");
        desk.undo(decision);
        String report = desk.page("/decide/correction?about=doc:d035-r1");
        String time = option(report, "reported time: ");
        assertThat(desk.send("/decide/correction", choice("doc:d035-r1", time) + "&step=preview&value=2019-99")
                        .statusCode())
                .as("no day; the load would refuse it")
                .isIn(200, 422);
        HttpResponse<String> noDay = desk.decide("correction", choice("doc:d035-r1", time) + "&value=2019-99");
        assertThat(noDay.statusCode()).isEqualTo(422);
        assertThat(noDay.body()).contains("The checks of the collection refuse");
        return taken(desk.decide("correction", choice("doc:d035-r1", time) + "&value=2019-08-21"));
    }

    private String splits() {
        String form = desk.page("/decide/split?about=person:albert-rau&other=person:roland-weigert");
        String line = DecisionDesk.option(form, "");
        String decision =
                taken(desk.decide("split", choice("person:albert-rau", line) + "&other=person:roland-weigert"));
        assertThat(ask("person:roland-weigert ent:splitFrom ?x"))
                .containsExactly("https://w3id.org/entente/id/person/albert-rau");
        return decision;
    }

    private String splitsOffANewEntry() {
        assertThat(desk.page("/decide/split?about=person:albert-rau")).contains("new=1");
        String form = desk.page("/decide/split?about=person:albert-rau&new=1");
        assertThat(form).contains("name=\"new-name-de\"", "name=\"new-id\"");
        String line = DecisionDesk.found(form, "name=\"take\" value=\"([^\"]+)\"");
        String choice = choice("person:albert-rau", line) + "&new=1";
        for (String wrong : List.of(
                "",
                "&new-name-de=+",
                "&new-name-en=%D0%A0%D0%B0%D1%83",
                "&new-name-en=Rau&new-id=..%2F..%2Fx",
                "&new-name-en=Rau&new-id=albert-rau",
                "&new-name-en=Rau&new-id=guido-herz")) {
            HttpResponse<String> page = desk.send("/decide/split", choice + wrong + "&step=preview");
            assertThat(page.body()).as(wrong).contains("id=\"e-new\"").doesNotContain("name=\"seen\"");
        }
        choice += "&new-name-en=Albert+Rau&new-name-de=Albert+%22Rau%22%5C";
        String preview = desk.preview("split", choice);
        assertThat(preview)
                .contains(
                        "A new entry is made: “Albert \"Rau\"\\” (person:albert-rau-2), of the same kind as “Albert Rau”",
                        "If the decision is withdrawn, all of it speaks of “Albert Rau” again",
                        "name=\"new-id\" value=\"albert-rau-2\"");
        String seen = "&seen=" + ServedStore.encoded(DecisionDesk.seen(preview));
        assertThat(desk.send("/decide/split", choice + "&step=propose" + seen).statusCode())
                .isEqualTo(303);
        String session = ServedStore.header(desk.send("/sign-in", "by=Berta&key=" + ServedStore.KEY), "Set-Cookie")
                .replaceFirst(";.*", "");
        String queue = desk.site
                .get("/proposals?lang=en", "Accept", "text/html", "Cookie", session)
                .body();
        assertThat(queue).contains("name=\"new-name-de\" value=\"Albert &#34;Rau&#34;\\\"");
        choice += "&new-id=albert-rau-2&proposal="
                + DecisionDesk.found(queue, "name=\"decline\" value=\"([0-9a-f]{16})\"");
        String decision = taken(desk.decide("split", choice, preview));
        assertThat(desk.files.data().resolve("authority/persons/a-d.ttl"))
                .content()
                .endsWith(
                        "person:albert-rau-2 a ent:Person ;\n  rdfs:label \"Albert \\\"Rau\\\"\\\\\"@de , \"Albert Rau\"@en ;\n"
                                + "  ent:splitFrom person:albert-rau .\n");
        assertThat(ask("person:albert-rau-2 a ent:Person . ?p ent:participant person:albert-rau-2 ; ent:reportedAs ?x"))
                .isNotEmpty();
        HttpResponse<String> again = desk.decide("split", choice, preview);
        assertThat(again.statusCode()).as("the entry is there now").isEqualTo(409);
        return decision;
    }

    private String merges() {
        String log = desk.log();
        String kinds = choice("person:guido-herz", "first") + "&other=" + ServedStore.encoded("org:bmwi");
        HttpResponse<String> refused = desk.decide("merge", kinds);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The checks of the collection refuse", "merge-of-different-kinds");
        assertThat(desk.log()).as("what the checks refuse changes nothing").isEqualTo(log);
        assertThat(ask("?x ent:mergedInto person:guido-herz")).isEmpty();
        String decision = taken(desk.decide("merge", choice("person:eckhard-franz", "first") + "&other=Guido+Herz"));
        assertThat(ask("person:guido-herz ent:mergedInto ?x"))
                .containsExactly("https://w3id.org/entente/id/person/eckhard-franz");
        assertThat(desk.site.get("/id/person/guido-herz").statusCode()).isEqualTo(308);
        return decision;
    }
}
