package org.entente.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;
import static org.entente.web.reconcile.ReconcileClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.entente.Csv;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /reconcile/csv}: the same table comes out, with what was found behind it; what cannot be read is refused with its place. */
class ReconcileCsvTest {
    private static final String ADDED =
            "entente_match,entente_id,entente_name,entente_score,entente_reasons,entente_candidates,"
                    + "entente_wikidata,entente_wikidata_link,entente_gnd,entente_coordinates";

    private static ServedStore service;

    @BeforeAll
    static void start() {
        service = ServedStore.shipped(
                ServerOptions.defaults().withBodies(new ServerOptions.BodyLimits(100_000, 400_000)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> csv(String path, String table) {
        return service.post(path, "text/csv", table);
    }

    private static List<List<String>> rows(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Csv.lines(answer.body());
    }

    @Test
    void columns_are_recognised_and_every_row_comes_back_with_candidate_score_and_reasons() throws IOException {
        HttpResponse<String> answer = csv(
                "/reconcile/csv?type=Person",
                "No,Name,Land,Amt,Datum,Remark\n"
                        + "1,Herz,Deutschland,Botschafter,9.6.2015,\"said \"\"hello\"\", then left\"\n"
                        + "2,Қасым-Жомарт Тоқаев,Kasachstan,,,\n"
                        + "3,Nobody Atall,Kasachstan,,,\n"
                        + "4,,,,,nameless\n"
                        + "5,Rau,Deutschland\n");
        List<List<String>> rows = rows(answer);
        assertThat(String.join(",", rows.get(0))).isEqualTo("No,Name,Land,Amt,Datum,Remark," + ADDED);
        assertThat(rows.get(1).subList(0, 8))
                .containsExactly(
                        "1",
                        "Herz",
                        "Deutschland",
                        "Botschafter",
                        "9.6.2015",
                        "said \"hello\", then left",
                        "true",
                        "person/guido-herz");
        assertThat(rows.get(1).get(10))
                .startsWith("match: ")
                .contains("officeAtDate 1")
                .contains("country 1");
        assertThat(rows.get(2).subList(6, 8)).containsExactly("true", "person/kassym-jomart-tokayev");
        assertThat(rows.get(3).get(6)).isEqualTo("false");
        assertThat(rows.get(4).subList(5, 12)).containsExactly("nameless", "false", "", "", "", "", "");
        assertThat(rows.get(5).get(6)).isEqualTo("false");
        assertThat(rows.get(5).get(10)).contains("contradicts").contains("country 0");
        assertThat(answer.headers().firstValue("Entente-Columns"))
                .hasValue("name = \"Name\", country = \"Land\", office = \"Amt\", date = \"Datum\"");
        assertThat(header(answer, "Content-Type")).startsWith("text/csv");
    }

    @Test
    void columns_can_be_named_and_a_guess_can_be_switched_off() throws IOException {
        List<List<String>> rows =
                rows(csv("/reconcile/csv?column=who&country=from&date=&limit=1&lang=de", "date,who,from\nx,Rau,KZ\n"));
        assertThat(rows.get(1).get(4)).isEqualTo("person/albert-rau");
        assertThat(rows.get(1).get(7)).contains("country 1").doesNotContain("date");
        JsonNode problem = problem(csv("/reconcile/csv?column=whom", "date,who\nx,Rau\n"), 400);
        assertThat(problem.get("detail").asText()).contains("\"whom\"").contains("\"who\"");
        assertThat(problem(csv("/reconcile/csv?contry=x", "a\nb\n"), 422)
                        .get("near")
                        .toString())
                .contains("country");
        problem(csv("/reconcile/csv?type=Persn", "a\nb\n"), 422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"';'", "'|'", "'\t'"})
    void delimiter_line_ends_and_byte_order_mark_stay(String cut) {
        String table = "\uFEFF" + String.join(cut, "name", "land") + "\r\n"
                + String.join(cut, "Albert Rau", "Kasachstan") + "\r\n";
        String answer = csv("/reconcile/csv?type=Person", table).body();
        assertThat(answer)
                .startsWith("\uFEFF" + String.join(cut, "name", "land", "entente_match"))
                .contains("\r\n" + String.join(cut, "Albert Rau", "Kasachstan", "true", "person/albert-rau"));
    }

    @Test
    void other_encodings_are_read_when_named_and_refused_with_their_place_when_not() throws IOException {
        byte[] table = "name,land\nMüller,Österreich\n".getBytes(Charset.forName("windows-1252"));
        HttpResponse<String> refused = service.send(service.request("/reconcile/csv")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(table)));
        JsonNode problem = problem(refused, 400);
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asInt()).isEqualTo(2);
        assertThat(problem.get("detail").asText()).contains("windows-1252");
        HttpResponse<String> read = service.send(service.request("/reconcile/csv")
                .header("Content-Type", "text/csv; charset=windows-1252")
                .POST(BodyPublishers.ofByteArray(table)));
        assertThat(read.body()).contains("Müller,Österreich,false");
        byte[] wide = "\uFEFFname\nRau\n".getBytes(StandardCharsets.UTF_16LE);
        HttpResponse<String> utf16 = service.send(service.request("/reconcile/csv")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(wide)));
        assertThat(utf16.body()).contains("Rau,false,person/albert-rau");
        problem(csv("/reconcile/csv?charset=klingon", "name\nRau\n"), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'name,land\nRau,\"Kasach\nFranz,x\n'!2!5!never closed",
                "'name,land\nRau,\"a\"b\n'!2!1!closing quotation mark",
                "'name,land\nRau,x\nFranz,y,z\n'!3!1!3 cells",
                "''!1!1!empty",
                "' \n \n'!1!1!empty",
                "'\"\"\n'!1!1!empty"
            })
    void a_broken_table_is_refused_with_line_and_column(String table, int line, int column, String why)
            throws IOException {
        JsonNode problem = problem(csv("/reconcile/csv", table == null ? "" : table), 400);
        assertThat(problem.get("line").asInt()).isEqualTo(line);
        assertThat(problem.get("column").asInt()).isEqualTo(column);
        assertThat(problem.get("detail").asText()).contains(why);
    }

    @Test
    void an_empty_line_is_a_row_so_that_rows_stay_where_they_are() throws IOException {
        List<List<String>> rows = rows(csv("/reconcile/csv?type=Person", "name\nAlbert Rau\n\nGuido Herz\n"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(2).subList(0, 3)).containsExactly("", "false", "");
        assertThat(rows.get(3).get(2)).isEqualTo("person/guido-herz");
    }

    @Test
    void a_cell_that_is_longer_than_a_name_is_not_looked_up_and_the_others_are() throws IOException {
        List<List<String>> rows = rows(csv("/reconcile/csv", "name\n" + "word ".repeat(20_000) + "\nAlbert Rau\n"));
        assertThat(rows.get(1).get(5)).isEqualTo("not looked up, too long for a name");
        assertThat(rows.get(2).get(2)).isEqualTo("person/albert-rau");
        assertThat(problem(csv("/reconcile/csv", "x,".repeat(20_000) + "\n1\n"), 400)
                        .get("detail")
                        .asText())
                .contains("20001 columns");
    }

    @Test
    void reasons_are_in_the_language_of_the_reader_and_columns_in_any_script_are_named() throws IOException {
        HttpResponse<String> answer = csv("/reconcile/csv?type=Person&lang=de", "Имя,Страна\nAlbert Rau,Kasachstan\n");
        assertThat(rows(answer).get(1).get(6)).startsWith("Treffer: ").contains("(Kasachstan)");
        assertThat(java.net.URLDecoder.decode(
                        answer.headers().firstValue("Entente-Columns").orElse(""),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("name = \"Имя\", country = \"Страна\"");
    }

    @Test
    void formulas_of_the_user_stay_unless_escaping_is_asked_for() throws IOException {
        String table = "name,note\nRau,=HYPERLINK(\"x\")\n+1,@SUM(A1)\n".replace("(\"x\")", "(x)");
        assertThat(csv("/reconcile/csv", table).body())
                .contains("Rau,=HYPERLINK(x),")
                .contains("+1,@SUM(A1),");
        String escaped = csv("/reconcile/csv?escape=formulas", table).body();
        assertThat(escaped).contains("Rau,'=HYPERLINK(x),").contains("'+1,'@SUM(A1),");
        problem(csv("/reconcile/csv?escape=perhaps", table), 400);
    }

    @Test
    void too_many_rows_or_bytes_are_413() throws IOException {
        JsonNode rows =
                problem(csv("/reconcile/csv", "name\n" + "Rau\n".repeat(ReconcileCsvEndpoint.MOST_ROWS + 1)), 413);
        assertThat(rows.get("detail").asText()).contains("entente reconcile");
        problem(csv("/reconcile/csv", "name\n" + "x".repeat(400_001)), 413);
        assertThat(service.send(service.request("/reconcile/csv")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(multipart("x".repeat(400_001)))))
                        .statusCode())
                .isEqualTo(413);
        problem(service.post("/reconcile/csv", "application/json", "{}"), 415);
    }

    @Test
    void a_file_of_a_form_is_read_with_the_fields_of_the_form() throws IOException {
        HttpResponse<String> answer = service.send(service.request("/reconcile/csv")
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(multipart("who,land\r\nAlbert Rau,Kasachstan\r\n"))));
        assertThat(rows(answer).get(1).subList(2, 4)).containsExactly("true", "person/albert-rau");
        assertThat(header(answer, "Content-Disposition")).contains("attachment");
        problem(
                service.send(service.request("/reconcile/csv")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString("--b--\r\n"))),
                400);
        String whole = multipart("who\r\nAlbert Rau\r\n");
        for (String broken :
                List.of(whole.substring(0, whole.length() - 40), whole.substring(0, 60), "no form at all")) {
            problem(
                    service.send(service.request("/reconcile/csv")
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(BodyPublishers.ofString(broken))),
                    400);
        }
        problem(
                service.send(service.request("/reconcile/csv")
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString(whole))),
                400);
    }

    @Test
    void a_form_that_fails_leads_back_to_itself_in_the_language_of_the_reader() {
        HttpResponse<String> answer = service.send(service.request("/reconcile/csv?lang=de")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(multipart("who\r\n\"Rau"))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Die Tabelle konnte nicht abgeglichen werden")
                .contains("Line 2, column 1")
                .contains("href=\"/reconcile/help#table\"");
        assertThat(service.get("/reconcile/help", "Accept", "text/html").body())
                .contains("name=\"charset\"")
                .contains("name=\"delimiter\"")
                .contains("id=\"table\"");
    }

    private static String multipart(String table) {
        return "--b\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nPerson\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"column\"\r\n\r\nwho\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + table + "\r\n--b--\r\n";
    }
}
