package org.entente.web.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.entente.Csv;
import org.entente.ServedStore;
import org.entente.reconcile.Workbooks;
import org.junit.jupiter.api.Test;

/** A list of one's own at {@code /match}: pasted or as a file of any make, decided where it is doubtful, taken home with identifiers. */
class MatchPageTest {
    private static final ServedStore SITE = ServedStore.shipped();

    @Test
    void ten_pasted_names_come_back_with_wikidata_ids() throws IOException {
        String names = "Angela Merkel\nOlaf Scholz\nNursultan Nasarbajew\nКасым-Жомарт Токаев\nRau, Albert\n"
                + "Frank-Walter Steinmeier\nRobert Habeck\nRoland Weigert\nJens Spahn\nNobody Atall\n";
        HttpResponse<String> page = form(Map.of("list", names));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("10 rows", "Q567", "Q61053", "person/roland-weigert", "no candidate")
                .contains("too little besides the name confirms it", "who have the same whole name");
        // A name alone is no match; the reader accepts those of the same name at once.
        assertThat(form(Map.of("list", names, "do", "names")).body())
                .contains("value=\"person/angela-merkel\" checked", "chosen by you");
        List<List<String>> rows = csv(form(Map.of(
                "list", names, "do", "csv", "auto0", "", "row0", "person/angela-merkel", "auto1", "", "row1", "")));
        assertThat(rows).hasSize(11);
        assertThat(rows.get(1))
                .startsWith("Angela Merkel", "true", "person/angela-merkel")
                .contains("Q567", "https://www.wikidata.org/wiki/Q567");
        assertThat(rows.get(2)).startsWith("Olaf Scholz", "false").doesNotContain("Q61053");
        assertThat(rows.getFirst())
                .endsWith(
                        "entente_candidates",
                        "entente_wikidata",
                        "entente_wikidata_link",
                        "entente_gnd",
                        "entente_coordinates");
    }

    @Test
    void a_heading_is_found_below_a_licence_and_two_columns_make_a_name() throws IOException {
        String table = "(c) Amt 2025;;;\nLizenz;;;\n;;;\nNachname;Vornamen;Partei;Land\nHerz;Guido;;Deutschland\n"
                + "Weigert;Roland;FW;Bayern\n";
        List<List<String>> rows = csv(form(Map.of("list", table, "do", "csv")));
        assertThat(rows.getFirst()).startsWith("Nachname", "Vornamen", "Partei", "Land", "entente_match");
        assertThat(rows.get(1)).contains("true", "person/guido-herz");
        assertThat(rows.get(2)).contains("true", "person/roland-weigert");
        String page = form(Map.of("list", table)).body();
        assertThat(page)
                .contains("Nachname = Name", "Vornamen = Name", "name=\"heading\" type=\"number\"", "value=\"4\"");
    }

    @Test
    void the_reader_says_what_a_column_is_where_its_heading_does_not() throws IOException {
        String table = "sep=;\nA;B;C\n7;Kasachstan;Albert Rau\n8;Kasachstan;Roman Sklyar\n";
        assertThat(csv(form(Map.of("list", table, "do", "csv"))).get(1)).doesNotContain("person/albert-rau");
        Map<String, String> chosen = Map.of("list", table, "do", "csv", "col0", "", "col1", "country", "col2", "name");
        List<List<String>> rows = csv(form(chosen));
        assertThat(rows.getFirst()).startsWith("A", "B", "C", "entente_match");
        assertThat(rows.get(1)).contains("true", "person/albert-rau", "Q4390898");
        assertThat(form(Map.of("list", table, "col0", "country", "col1", "country", "col2", "name"))
                        .body())
                .contains("Two columns are \"country\"");
        assertThat(form(Map.of("list", table, "col0", "country")).body()).contains("No column is the name");
    }

    @Test
    void files_are_read_in_their_encoding() {
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252")) {
            byte[] file = "Name;Land\nGünther Oettinger;Deutschland\nRoland Weigert;Bayern\n"
                    .getBytes(Charset.forName(charset));
            HttpResponse<byte[]> page = upload("list.csv", file, Map.of());
            assertThat(text(page)).as(charset).contains("Günther Oettinger", "Read as " + charset);
        }
    }

    @Test
    void a_workbook_is_read_and_written() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.value(0, 0, "Guests of the year");
            sheet.value(2, 0, "First name");
            sheet.value(2, 1, "Surname");
            sheet.value(2, 2, "Country");
            sheet.value(2, 3, "Date");
            sheet.value(3, 0, "Albert");
            sheet.value(3, 1, "Rau");
            sheet.value(3, 2, "Kazakhstan");
            sheet.value(3, 3, LocalDate.of(2015, 6, 9));
            sheet.style(3, 3).format("yyyy-MM-dd").set();
            sheet.value(4, 0, "=1+1");
        });
        String page = text(upload("list.xlsx", file, Map.of()));
        assertThat(page).contains("Albert Rau", "person/albert-rau", "2015-06-09", "Read from the sheet “Guests”");
        HttpResponse<byte[]> answer = upload("list.xlsx", file, Map.of("do", "xlsx"));
        assertThat(ServedStore.header(answer, "Content-Type")).startsWith("application/vnd.openxmlformats");
        List<List<String>> rows =
                Workbooks.read(answer.body(), Optional.empty(), 100).rows();
        assertThat(rows.getFirst()).startsWith("First name", "Surname", "Country", "Date", "entente_match");
        assertThat(rows.get(1)).contains("true", "person/albert-rau", "https://www.wikidata.org/wiki/Q4390898");
        assertThat(text(upload("list.xlsx", file, Map.of("sheet", "Gäste")))).contains("There is no sheet");
    }

    @Test
    void a_file_that_grows_when_unpacked_is_refused_and_so_is_a_damaged_one() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 101; i++) {
                zip.write(zeros);
            }
        }
        HttpResponse<byte[]> refused = upload("list.xlsx", bomb.toByteArray(), Map.of());
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(text(refused)).contains("megabytes when it is unpacked");
        byte[] whole = workbook(sheet -> sheet.value(0, 0, "Name"));
        HttpResponse<byte[]> damaged = upload("list.xlsx", Arrays.copyOf(whole, whole.length / 2), Map.of());
        assertThat(damaged.statusCode()).isEqualTo(422);
        assertThat(text(damaged)).contains("The workbook cannot be read", "Your list", "role=\"alert\"");
    }

    @Test
    void what_the_reader_chooses_goes_into_the_file_and_what_he_leaves_stays_as_it_was_found() throws IOException {
        Map<String, String> fields = Map.of(
                "table", "Name\nRau\nAngela Merkel\n",
                "heading", "1",
                "do", "csv",
                "auto0", "",
                "row0", "person/albert-rau",
                "auto1", "person/angela-merkel",
                "row1", "person/angela-merkel");
        List<List<String>> rows = csv(form(fields));
        assertThat(rows.get(1)).contains("true", "person/albert-rau", "Q4390898");
        assertThat(String.join("|", rows.get(1))).contains("chosen by hand");
        assertThat(String.join("|", rows.get(2))).doesNotContain("chosen by hand");
    }

    @Test
    void errors_name_the_line_and_keep_what_was_pasted() {
        HttpResponse<String> broken = form(Map.of("list", "name,land\nRau,\"Kasach\n"));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("Line 2, column 5", "never closed", "Rau,\"Kasach");
        HttpResponse<String> cells = form(Map.of("list", "a,b\n1,2,3\n"));
        assertThat(cells.body()).contains("Line 2, column 1", "This row has 3 cells, but there are 2 headings");
        assertThat(form(Map.of("list", " ")).body()).contains("Paste a list or choose a file");
        String many = "Name\n" + "x\n".repeat(MatchRequest.MOST_ROWS + 1);
        assertThat(form(Map.of("list", many)).statusCode()).isEqualTo(413);
    }

    @Test
    void the_first_page_and_the_navigation_lead_there_in_both_languages() {
        assertThat(SITE.get("/?lang=en", "Accept", "text/html").body())
                .contains("<a href=\"/match\">Match my list</a>");
        assertThat(SITE.get("/match?lang=de", "Accept", "text/html").body())
                .contains("Meine Liste abgleichen", "Ihre Liste wird beantwortet und nicht aufbewahrt");
    }

    private interface Fill {
        void in(Worksheet sheet);
    }

    private static byte[] workbook(Fill fill) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(out, "Test", "1.0");
        fill.in(workbook.newWorksheet("Guests"));
        workbook.finish();
        return out.toByteArray();
    }

    private static HttpResponse<String> form(Map<String, String> fields) {
        return SITE.post(
                "/match?lang=en",
                "application/x-www-form-urlencoded",
                fields.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")),
                "Accept",
                "text/html");
    }

    @Test
    void a_form_that_ends_too_early_is_the_fault_of_the_request() {
        for (String broken : List.of("--b\r\nContent-Disposition: form-data; name=\"file\"", "no form at all", "--b")) {
            HttpResponse<String> answer = SITE.post(
                    "/match", "multipart/form-data; boundary=b", broken, "Accept", "application/problem+json");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
        assertThat(SITE.post("/match", "multipart/form-data", "--b--\r\n").statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<byte[]> upload(String name, byte[] file, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(SITE.url("/match?lang=en")))
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .header("Accept", "text/html")
                            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static List<List<String>> csv(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).as("a byte order mark for spreadsheets").startsWith("\uFEFF");
        return Csv.lines(answer.body().substring(1));
    }
}
