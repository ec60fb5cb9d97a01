package org.entente.web.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.web.decision.DecisionDesk.choice;
import static org.entente.web.decision.DecisionDesk.option;
import static org.entente.web.decision.DecisionDesk.taken;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.ServedStore;
import org.entente.web.http.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deciding on a real server with a copy of the shipped files: in words first, in file and store, and undone. */
class DecisionPagesTest {
    private static final String SESSION_12 = "conflict:a38ad832d89afa9b";
    private static final String SETTLED =
            "SELECT ?d { ?c ent:conflictOn event:commission-ethnic-germans-kz-12 ; ent:settledBy ?d }";

    @TempDir
    static Path data;

    @TempDir
    static Path store;

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

    private static String twelfth() {
        String form = desk.page("/decide/contradiction?about=" + SESSION_12);
        return choice(SESSION_12, option(form, "12 November 2014"));
    }

    @Test
    void a_contradiction_is_decided_in_words_in_file_and_store_and_undone_in_one_step() {
        assertThat(desk.page("/conflicts")).contains("/decide/contradiction?about=" + SESSION_12);
        String preview = desk.preview("contradiction", twelfth());
        assertThat(preview)
                .contains(
                        "From now on this counts: 12 November 2014, according to koschyk.de",
                        "This is set aside and stays visible: 13 November 2014, according to DAZ",
                        "Because the source says so");
        String before = desk.log();
        String decision = taken(desk.decide("contradiction", twelfth(), preview));
        assertThat(desk.log())
                .startsWith(before)
                .contains(decision + " a ent:Decision", "ent:prefers doc:d051-r5", "ent:overrides doc:d092-r4");
        assertThat(desk.rows(SETTLED)).hasSize(1);
        assertThat(desk.rows("SELECT ?edtf { event:commission-ethnic-germans-kz-12 ent:time/ent:edtf ?edtf }"))
                .containsExactly("2014-11-12");
        assertThat(desk.page("/conflicts?thing=event:commission-ethnic-germans-kz-12"))
                .contains(
                        "Because the source says so",
                        "Anna Tester",
                        "Set aside",
                        "/decide/withdrawal?about=" + decision);
        assertThat(desk.site.store().release().files()).isEqualTo(desk.files.contentId());

        HttpResponse<String> undone = desk.undo(decision);
        assertThat(desk.page(ServedStore.header(undone, "Location"))).contains("Decided.", "Withdrawn: Commission");
        assertThat(desk.rows(SETTLED)).isEmpty();
        assertThat(desk.log()).contains(decision + " a ent:Decision", "ent:aspect ent:withdrawnBy");
        assertThat(desk.page("/decisions")).contains("Withdrawn by");
        HttpResponse<String> again = desk.undo(decision);
        assertThat(again.statusCode()).as("it is withdrawn already").isEqualTo(409);
        assertThat(again.body())
                .containsPattern("<li>New:  ?<a href=\"/page/decision/[^\"]+\"[^>]*>Withdrawn: ")
                .contains("/decide/withdrawal?about=" + decision, "Open the form afresh");
        assertThat(desk.site.store().release().files()).isEqualTo(desk.files.contentId());
    }

    @Test
    void of_two_who_decide_at_once_one_wins_and_the_other_is_told_what_changed() throws Exception {
        String about = "conflict:75e71a9981ebc0f1";
        String form = desk.page("/decide/contradiction?about=" + about);
        List<String> choices = List.of(choice(about, option(form, "Director")), choice(about, option(form, "Deputy")));
        List<Callable<HttpResponse<String>>> both = choices.stream()
                .map(choice -> {
                    String preview = desk.preview("contradiction", choice);
                    return (Callable<HttpResponse<String>>) () -> desk.decide("contradiction", choice, preview);
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<HttpResponse<String>> answers = new java.util.ArrayList<>();
            for (Future<HttpResponse<String>> one : threads.invokeAll(both)) {
                answers.add(one.get());
            }
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
            HttpResponse<String> told = answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(told.body())
                    .contains(
                            "This is not any more what you looked at",
                            "Open the form afresh, as things are now",
                            "Because the source says so")
                    .containsPattern("<li>New:  ?<a href=\"/page/decision/[^\"]+\"[^>]*>[^<]*(Director|Deputy)")
                    .contains("/decide/contradiction?about=" + about);
            taken(desk.undo(taken(answers.stream()
                    .filter(answer -> answer.statusCode() == 303)
                    .findFirst()
                    .orElseThrow())));
        }
    }

    @Test
    void without_the_right_key_or_from_another_site_nothing_is_written() {
        String before = desk.log();
        String choice = twelfth();
        String decide = choice + "&step=decide&seen="
                + ServedStore.encoded(DecisionDesk.seen(desk.preview("contradiction", choice)));
        HttpResponse<String> wrong = desk.send("/decide/contradiction", decide + "&key=wrong");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body())
                .contains("This is not the write key", "Because the source says so")
                .doesNotContain("value=\"wrong\"");
        assertThat(ServedStore.header(wrong, "Set-Cookie")).isEmpty();
        assertThat(desk.send("/decide/contradiction", decide).statusCode()).isEqualTo(403);
        for (String path : List.of("/decide/contradiction", "/sign-in", "/sign-out")) {
            assertThat(desk.site
                            .post(
                                    path,
                                    RequestBody.FORM,
                                    decide + "&key=" + ServedStore.KEY,
                                    "Origin",
                                    "https://elsewhere.example")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(desk.log()).isEqualTo(before);
    }

    @Test
    void the_key_is_entered_once_and_the_session_ends_with_signing_out() {
        HttpResponse<String> in = desk.send("/sign-in", "by=Anna+Tester&back=%2Fdecisions&key=" + ServedStore.KEY);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(ServedStore.header(in, "Location")).isEqualTo("/decisions");
        String cookie = ServedStore.header(in, "Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(ServedStore.KEY);
        String session = cookie.replaceFirst(";.*", "");
        String wrong = desk.choiceThatIsStale();
        assertThat(desk.send("/decide/contradiction", wrong, "Cookie", session).statusCode())
                .as("the key is no matter any more; what was seen is")
                .isEqualTo(409);
        assertThat(desk.site
                        .post("/decide/contradiction", RequestBody.FORM, wrong, "Cookie", session)
                        .statusCode())
                .as("a session counts only in a form of this site")
                .isEqualTo(403);
        assertThat(desk.site
                        .get("/decisions?lang=en", "Accept", "text/html", "Cookie", session)
                        .body())
                .contains("Signed in as Anna Tester.", "Sign out");
        assertThat(desk.send("/sign-in", "by=A&back=%2F%2Fevil.example&key=" + ServedStore.KEY)
                        .headers()
                        .firstValue("Location"))
                .contains("/decisions");
        assertThat(desk.send("/sign-out", "", "Cookie", session).statusCode()).isEqualTo(303);
        assertThat(desk.send("/decide/contradiction", wrong, "Cookie", session).statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_is_missing_or_hostile_is_said_and_stays_text() {
        String form = desk.page("/decide/contradiction?about=" + SESSION_12);
        String twelfth = option(form, "12 November 2014");
        HttpResponse<String> nothing = desk.send("/decide/contradiction", "about=" + SESSION_12 + "&step=preview");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body())
                .contains("Choose one.", "Give a reason in at least one language.", "Give your name.");
        assertThat(desk.send("/decide/contradiction", choice(SESSION_12, "0123456789ab") + "&step=preview")
                        .body())
                .contains("This choice does not exist any more");
        assertThat(desk.send("/decide/contradiction", choice("conflict:nothing", twelfth) + "&step=preview")
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.send("/decide/everything", "").statusCode()).isEqualTo(404);
        String evil = "\"\"\" . <urn:a> <urn:b> <urn:c> . \\ ' <script>alert(1)</script>\r\n\u0000\u001f";
        String choice = "about=" + SESSION_12 + "&take=" + twelfth + "&by=" + ServedStore.encoded(evil.strip())
                + "&why-de=" + ServedStore.encoded(evil);
        String preview = desk.preview("contradiction", choice);
        assertThat(preview).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
        String decision = taken(desk.decide("contradiction", choice, preview));
        assertThat(desk.rows("SELECT * { GRAPH ?g { <urn:a> ?p ?o } }")).isEmpty();
        assertThat(desk.page("/decisions")).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
        taken(desk.undo(decision));
        assertThat(desk.send("/decide/contradiction", choice(SESSION_12, twelfth) + "x".repeat(3_000))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void without_the_key_a_decision_is_a_proposal_that_waits_for_somebody_who_has_it() {
        String before = desk.log();
        String evil = twelfth().replace("by=Anna+Tester", "by=%3Cscript%3Ealert(2)%3C%2Fscript%3E");
        String preview = desk.preview("contradiction", evil);
        assertThat(preview).contains("Send as a proposal");
        String seen = "&seen=" + ServedStore.encoded(DecisionDesk.seen(preview));
        HttpResponse<String> sent = desk.send("/decide/contradiction", evil + "&step=propose" + seen);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(desk.page(ServedStore.header(sent, "Location").replace("&lang=en", "")))
                .contains("Your proposal is kept")
                .doesNotContain("12 November 2014 counts");
        assertThat(desk.send("/decide/contradiction", evil + "&step=propose&seen=doc%3Anothing")
                        .statusCode())
                .isEqualTo(409);
        assertThat(desk.log()).isEqualTo(before);

        String session = ServedStore.header(desk.send("/sign-in", "by=Berta&key=" + ServedStore.KEY), "Set-Cookie")
                .replaceFirst(";.*", "");
        String queue = desk.site
                .get("/proposals?lang=en", "Accept", "text/html", "Cookie", session)
                .body();
        assertThat(queue)
                .contains("12 November 2014 counts", "&lt;script&gt;alert(2)")
                .doesNotContain("<script>alert");
        String id = DecisionDesk.found(queue, "name=\"decline\" value=\"([0-9a-f]{16})\"");
        String taken = evil.replaceFirst("by=[^&]+", "by=Berta") + "&proposal=" + id;
        assertThat(desk.send("/decide/contradiction", taken + "&step=preview", "Cookie", session)
                        .body())
                .contains("value=\"" + id + "\"", "The decision in words");
        String decision = taken(desk.send("/decide/contradiction", taken + "&step=decide" + seen, "Cookie", session));
        assertThat(desk.site
                        .get("/proposals?lang=en", "Accept", "text/html", "Cookie", session)
                        .body())
                .contains("No proposal waits.");
        taken(desk.undo(decision));

        desk.send(
                "/decide/contradiction",
                twelfth() + "&step=propose" + "&seen="
                        + ServedStore.encoded(DecisionDesk.seen(desk.preview("contradiction", twelfth()))));
        String second = DecisionDesk.found(
                desk.site
                        .get("/proposals?lang=en", "Accept", "text/html", "Cookie", session)
                        .body(),
                "name=\"decline\" value=\"([0-9a-f]{16})\"");
        assertThat(desk.send("/proposals", "decline=" + second).statusCode()).isEqualTo(403);
        assertThat(desk.send("/proposals", "decline=..%2F..%2Fdecisions%2Flog", "Cookie", session)
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.send("/proposals", "decline=" + second, "Cookie", session)
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.site
                        .get("/proposals?lang=en", "Accept", "text/html", "Cookie", session)
                        .body())
                .contains("No proposal waits.");
    }
}
