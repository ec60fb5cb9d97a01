package org.entente.web.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.web.http.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text is pasted, its cards are decided, and a source comes of it, over HTTP and with a copy of the shipped files. */
class AnnotatePageTest {
    private static final String TEXT =
            "Am 3. März 2020 traf Ministerpräsident Reiner Haseloff in Magdeburg Botschafter Hans Neumann-Muster. Einen Tag später besuchte"
                    + " Roland Weigert Astana.";
    private static final Pattern CARD = Pattern.compile("name=\"take\" value=\"(c[0-9a-f]{10})\"");

    @TempDir
    static Path data;

    @TempDir
    static Path store;

    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.editable(ShippedCollection.copiedTo(data), store);
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    private static HttpResponse<String> send(String text, String more) {
        return site.post(
                "/annotate?lang=en",
                RequestBody.FORM,
                "date=2020-03-05&title=" + ServedStore.encoded("A meeting") + "&text=" + ServedStore.encoded(text)
                        + more);
    }

    private static List<String> cards() {
        return CARD.matcher(send(TEXT, "").body())
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void a_text_is_shown_with_its_cards_and_where_each_field_is_printed() {
        HttpResponse<String> page = send(TEXT, "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "2 proposed reports",
                        "value=\"2020-03-03\"",
                        "<q>3. März 2020</q>",
                        "value=\"person:reiner-haseloff\"",
                        "value=\"post:st-minister-president\"",
                        "<mark class=\"stranger\"",
                        "Not in the collection: Hans Neumann-Muster");
        assertThat(cards()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void what_is_missing_or_wrong_is_said_and_nothing_lost() {
        assertThat(send(" ", "").statusCode()).isEqualTo(422);
        HttpResponse<String> odd = site.post(
                "/annotate?lang=en",
                RequestBody.FORM,
                "date=gestern&text=" + ServedStore.encoded("<script>alert(1)</script>"));
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(odd.body())
                .contains("“gestern” is no date", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(send(TEXT, "&do=file&decided=1").body()).contains("Nothing is ticked");
        String id = cards().getFirst();
        HttpResponse<String> wrong =
                send(TEXT, "&do=file&decided=1&take=" + id + "&" + id + ".who0=Nobody+Such&" + id + ".date=2020-99");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("“Nobody Such” (who)", "“2020-99” is no date", "value=\"Nobody Such\"");
        assertThat(send(TEXT, "&do=file&decided=1&take=c0000000000").statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_text_in_a_language_that_is_not_read_is_told() {
        assertThat(send("Le ministre a rencontré Mme Lambert à Paris ; ils ont parlé des accords.", "")
                        .body())
                .contains("The text seems to be in French; only German, English and Russian are read.");
        assertThat(send(TEXT, "").body()).doesNotContain("seems to be in");
    }

    @Test
    void a_text_that_is_a_source_already_is_said_to_be_so() {
        String page = send(
                        TEXT, "&url=" + ServedStore.encoded("https://daz.asia/blog/25-jahre-diplomatie-10-12-2014?x=1"))
                .body();
        assertThat(page).contains("may be in the collection already", "/page/doc/d090?lang=en", "the same address");
        assertThat(send("Am 5. Juni 2021 traf Reiner Haseloff in Halle Dauren Karipov.", "")
                        .body())
                .doesNotContain("may be in the collection already");
    }

    @Test
    void a_card_is_changed_and_another_left_out() {
        String id = cards().getFirst();
        HttpResponse<String> file = send(
                TEXT,
                "&do=file&decided=1&take=" + id + "&" + id + ".who1=" + ServedStore.encoded("Dauren Karipov") + "&" + id
                        + ".office1=post:ambassador-kz-de&" + id + ".status=announced");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body())
                .contains(
                        "doc:a-meeting a ent:Document",
                        "ent:participant person:dauren-karipov",
                        "ent:asHolderOf post:ambassador-kz-de",
                        "ent:reportedStatus ent:announced")
                .doesNotContain("roland-weigert");
    }

    @Test
    void somebody_who_was_overlooked_is_added_to_the_card() {
        String text = "Am 3. Mai 2020 traf Reiner Haseloff in Halle Dauren Karipov und einen gewissen Xaver Yps.";
        String id = CARD.matcher(send(text, "").body())
                .results()
                .map(m -> m.group(1))
                .findFirst()
                .orElseThrow();
        String take = "&decided=1&take=" + id + "&" + id + ".more=" + ServedStore.encoded("Xaver Yps | Roland Weigert");
        assertThat(send(text, take + "&do=file").body())
                .contains("ent:nameAsPrinted \"Xaver Yps\"", "person:xaver-yps", "person:roland-weigert");
        assertThat(send(text, take + "&do=new").body()).contains("person:xaver-yps a ent:Person");
        assertThat(send(text, take + "+%7C+Nobody+Such&do=file").body())
                .contains("“Nobody Such” (who) is nothing in this collection")
                .contains("value=\"Xaver Yps | Roland Weigert | Nobody Such\"");
    }

    @Test
    void a_person_and_the_office_are_made_from_the_card() {
        String text = "Am 3. Mai 2020 traf Reiner Haseloff in Halle Bürgermeister Egon Neumann-Muster.";
        String id = CARD.matcher(send(text, "").body())
                .results()
                .map(m -> m.group(1))
                .findFirst()
                .orElseThrow();
        String take = "&do=new&decided=1&take=" + id + "&" + id + ".office1=new";
        assertThat(send(text, take).statusCode()).isEqualTo(422);
        String made = send(text, take + "&" + id + ".in1=region:saxony-anhalt&" + id + ".kind1=mayor")
                .body();
        assertThat(made)
                .contains(
                        "person:egon-neumann-muster a ent:Person",
                        "post:buergermeister a ent:Post",
                        "ent:postIn region:saxony-anhalt",
                        "ent:postKind ent:mayor");
        assertThat(send(text, take.replace("do=new", "do=file") + "&" + id + ".in1=region:saxony-anhalt")
                        .body())
                .contains("ent:asHolderOf post:buergermeister");
    }

    @Slow
    @Test
    void a_decision_on_one_card_is_made_on_the_others_remembered_and_forgotten() throws Exception {
        String text =
                "Am 3. Mai 2020 traf Reiner Haseloff in Halle Peter Musterfrau-Meier. Am 9. Mai 2020 traf Roland Weigert in München Peter"
                        + " Musterfrau-Meier.";
        List<String> ids = CARD.matcher(send(text, "").body())
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(ids).hasSize(2);
        String who = "&" + ids.get(0) + ".who1=person:albert-rau";
        assertThat(send(text, "&do=again&decided=1" + who).body())
                .contains("name=\"" + ids.get(1) + ".who1\" value=\"person:albert-rau\"");
        assertThat(send(
                                text,
                                "&do=write&decided=1&id=pattern-test&remember=name&take=" + ids.get(0) + who + "&key="
                                        + ServedStore.KEY)
                        .statusCode())
                .isEqualTo(303);
        Path file = data.resolve("decisions/annotation.tsv");
        assertThat(Files.readString(file)).isEqualTo("name\tPeter Musterfrau-Meier\tperson:albert-rau\n");
        assertThat(send("Am 1. Juni 2021 traf Peter Musterfrau-Meier in Halle Reiner Haseloff.", "")
                        .body())
                .contains("value=\"person:albert-rau\"", "means person:albert-rau");
        String forget = "forget=" + ServedStore.encoded("name\tPeter Musterfrau-Meier\tperson:albert-rau");
        assertThat(site.post("/annotate/forget", RequestBody.FORM, forget).statusCode())
                .isEqualTo(403);
        assertThat(site.post("/annotate/forget", RequestBody.FORM, forget + "&key=" + ServedStore.KEY)
                        .statusCode())
                .isEqualTo(303);
        assertThat(Files.readString(file)).isEmpty();
    }

    @Test
    void whoever_has_signed_in_is_not_asked_for_the_key_again() {
        HttpResponse<String> in =
                site.post("/sign-in", RequestBody.FORM, "by=Berta&key=" + ServedStore.KEY, "Origin", site.url(""));
        String session = ServedStore.header(in, "Set-Cookie").replaceFirst(";.*", "");
        String field = "name=\"key\"";
        assertThat(send(TEXT, "").body()).contains(field);
        String text = "date=2020-03-05&text=" + ServedStore.encoded(TEXT);
        assertThat(site.post("/annotate?lang=en", RequestBody.FORM, text, "Cookie", session)
                        .body())
                .doesNotContain(field);
        assertThat(site.get("/links?lang=en").body()).contains(field);
        assertThat(site.get("/links?lang=en", "Cookie", session).body()).doesNotContain(field);
    }

    @Test
    void with_the_key_the_source_is_written_and_the_same_name_is_refused_then() throws Exception {
        String take = "&do=write&decided=1&take=" + String.join("&take=", cards());
        assertThat(send(TEXT, take + "&key=wrong").statusCode()).isEqualTo(403);
        assertThat(data.resolve("sources/a-meeting.ttl")).doesNotExist();
        HttpResponse<String> written = send(TEXT, take + "&key=" + ServedStore.KEY);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(303);
        assertThat(Files.readString(data.resolve("sources/a-meeting.ttl"))).contains("person:reiner-haseloff");
        assertThat(Files.readString(data.resolve("authority/from-a-meeting.ttl")))
                .contains("person:hans-neumann-muster");
        assertThat(site.get("/page/person/hans-neumann-muster?lang=en").body()).contains("Hans Neumann-Muster");
        assertThat(send(TEXT, "&do=write&decided=1&take=" + cards().getFirst() + "&key=" + ServedStore.KEY)
                        .statusCode())
                .isEqualTo(409);
    }
}
