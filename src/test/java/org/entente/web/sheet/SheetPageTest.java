package org.entente.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.store.CollectionFiles;
import org.entente.web.http.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is taken home as a sheet, changed, and brought back, over HTTP and with a copy of the shipped files. */
class SheetPageTest {
    private static final Path D035 = Path.of("sources", "d035.ttl");
    private static final Pattern BOX = Pattern.compile("name=\"take\" value=\"([0-9a-f]{16})\"( checked)?");

    @TempDir
    static Path data;

    @TempDir
    static Path store;

    private static ServedStore site;
    private static String original;

    @BeforeAll
    static void start() throws IOException {
        CollectionFiles files = ShippedCollection.copiedTo(data);
        original = Files.readString(data.resolve(D035));
        site = ServedStore.editable(files, store);
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    private static String file() throws IOException {
        return Files.readString(data.resolve(D035));
    }

    /** What the store says of the role of the first participation. */
    private static String role() {
        return site.query(
                        "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX doc: <https://w3id.org/entente/id/doc/>"
                                + " SELECT ?role { GRAPH ?g { doc:d035-p1 ent:role ?role } }",
                        "text/csv")
                .body();
    }

    private static HttpResponse<String> upload(byte[] sheet) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d035.xlsx\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(sheet);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return site.send(site.request("/sheet?lang=en")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static HttpResponse<String> send(String table, List<String> ticked, String step, String key) {
        StringBuilder form = new StringBuilder(
                "do=" + step + "&key=" + ServedStore.encoded(key) + "&table=" + ServedStore.encoded(table));
        ticked.forEach(id -> form.append("&take=").append(id));
        return site.post("/sheet?lang=en", RequestBody.FORM, form.toString());
    }

    private static String sheet() {
        return site.get("/sheet?source=d035&format=csv").body();
    }

    private static List<String> boxes(String page) {
        return BOX.matcher(page).results().map(box -> box.group(1)).toList();
    }

    private static String hiddenTable(String page) {
        Matcher table = Pattern.compile("(?s)<textarea name=\"table\"[^>]*>(.*?)</textarea>")
                .matcher(page);
        assertThat(table.find()).isTrue();
        return table.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    @BeforeEach
    void the_file_is_as_it_was() throws IOException {
        if (!file().equals(original)) {
            String changed = sheet().replaceFirst(",host,", ",guest,");
            String page = send(changed, List.of(), "compare", "").body();
            assertThat(send(changed, boxes(page), "apply", ServedStore.KEY).statusCode())
                    .isEqualTo(303);
        }
        assertThat(file()).isEqualTo(original);
    }

    @Test
    void a_workbook_comes_back_unchanged_and_says_so() {
        byte[] workbook = site.send(site.request("/sheet?source=d035&format=xlsx"), BodyHandlers.ofByteArray())
                .body();
        HttpResponse<String> page = upload(workbook);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("No difference from d035", "Sheet and file say the same.");
    }

    @Slow
    @Test
    void what_was_ticked_is_in_the_file_and_in_the_store() throws IOException {
        String changed = sheet().replaceFirst(",guest,", ",host,").replaceFirst("Beibut Atamkulov,,", "B. Atamkulov,,");
        String page = upload(changed.getBytes(StandardCharsets.UTF_16LE)).body();
        assertThat(page)
                .contains("2 differences from d035", "(Bejbut Atamkulow)", "“guest” becomes “host”.")
                .contains("“Beibut Atamkulov” becomes “B. Atamkulov”.");
        List<String> boxes = boxes(page);
        assertThat(boxes).hasSize(2);
        HttpResponse<String> taken = send(hiddenTable(page), boxes.subList(1, 2), "apply", ServedStore.KEY);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        assertThat(site.get(ServedStore.header(taken, "Location")).body())
                .contains("One change is written to the file of d035 and in the store.");
        assertThat(file()).isEqualTo(original.replaceFirst("ent:role ent:guest", "ent:role ent:host"));
        assertThat(role()).contains("ontology#host");
        assertThat(site.store().release().files())
                .as("the store holds what the files say: nothing is to be loaded")
                .isEqualTo(ShippedCollection.FILES.withData(data).contentId());
    }

    @Test
    void a_wrong_key_writes_nothing_and_loses_nothing() throws IOException {
        String changed = sheet().replaceFirst(",guest,", ",host,").replaceFirst("Beibut Atamkulov,,", "B. Atamkulov,,");
        List<String> boxes = boxes(send(changed, List.of(), "compare", "").body());
        HttpResponse<String> refused = send(changed, boxes.subList(0, 1), "apply", "wrong");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This is not the write key");
        List<String> ticked = BOX.matcher(refused.body())
                .results()
                .filter(box -> box.group(2) != null)
                .map(box -> box.group(1))
                .toList();
        assertThat(ticked).isEqualTo(boxes.subList(0, 1));
        assertThat(hiddenTable(refused.body())).contains("B. Atamkulov");
        assertThat(refused.body()).doesNotContain("value=\"wrong\"");
        assertThat(file()).isEqualTo(original);
        assertThat(role()).contains("ontology#guest");
    }

    @Test
    void without_a_key_the_file_can_be_taken_to_send_it() throws IOException {
        String changed = sheet().replaceFirst(",guest,", ",host,");
        List<String> boxes = boxes(send(changed, List.of(), "compare", "").body());
        HttpResponse<String> turtle = send(changed, boxes, "file", "");
        assertThat(turtle.statusCode()).isEqualTo(200);
        assertThat(ServedStore.header(turtle, "Content-Disposition")).contains("d035.ttl");
        assertThat(turtle.body()).isEqualTo(original.replaceFirst("ent:role ent:guest", "ent:role ent:host"));
        assertThat(file()).isEqualTo(original);
    }

    @Test
    void changes_that_the_checks_refuse_leave_file_and_store_as_they_are() throws IOException {
        String changed = sheet().replaceFirst(",P1,", ",-,");
        List<String> boxes = boxes(send(changed, List.of(), "compare", "").body());
        HttpResponse<String> refused = send(changed, boxes, "apply", ServedStore.KEY);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The checks refuse these changes", "sources/d035.ttl:", "locator");
        assertThat(boxes(refused.body())).isEqualTo(boxes);
        assertThat(file()).isEqualTo(original);
        assertThat(site.query(
                                "ASK { GRAPH ?g { <https://w3id.org/entente/id/doc/d035-r1> <https://w3id.org/entente/ontology#locator> \"P1\" } }",
                                "application/sparql-results+json")
                        .body())
                .contains("true");
    }

    @Test
    void what_is_not_the_difference_any_more_is_not_written() throws IOException {
        String changed = sheet().replaceFirst(",guest,", ",host,");
        HttpResponse<String> refused = send(changed, List.of("0123456789abcdef"), "apply", ServedStore.KEY);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(send(changed, List.of(), "apply", ServedStore.KEY).statusCode())
                .isEqualTo(422);
        assertThat(file()).isEqualTo(original);
    }

    @Test
    void cells_that_cannot_be_understood_are_listed() {
        HttpResponse<String> page = upload("source;report;participation;date;who\nd035;r1;p1;19.08.2019;Atamkulov\n"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "2 cells cannot be understood",
                        "<li>D2 (date): ",
                        "<li>E2 (who): ",
                        "did you mean Beibut Atamkulov");
        assertThat(upload("nothing".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(422);
        assertThat(upload(new byte[] {'P', 'K', 3, 4, 5}).statusCode()).isEqualTo(422);
    }

    @Test
    void another_site_cannot_send_a_sheet_and_a_source_page_links_its_own() {
        assertThat(site.post("/sheet", RequestBody.FORM, "do=apply", "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.get("/page/doc/d035?lang=en").body()).contains("href=\"/sheet?source=doc:d035\"");
        assertThat(site.get("/sheet?source=doc:d035&lang=de").body())
                .contains("<option value=\"d035\" selected>", "Eine Quelle als Tabelle");
        assertThat(site.get("/sheet?source=nothing").statusCode()).isEqualTo(404);
        assertThat(site.get("/sheet?source=d035&format=pdf").statusCode()).isEqualTo(400);
        assertThat(ServedStore.header(site.get("/sheet?source=../collection&format=csv"), "Content-Type"))
                .doesNotContain("csv");
    }
}
