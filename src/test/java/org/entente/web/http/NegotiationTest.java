package org.entente.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.entente.execution.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the formats on offer an Accept header gets. */
class NegotiationTest {
    private static final String FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                          | JSON CSV    | JSON
            ' '                                           | JSON CSV    | JSON
            */*                                           | JSON CSV    | JSON
            *                                             | JSON CSV    | JSON
            */*                                           | CSV JSON    | CSV
            text/csv                                      | JSON CSV    | CSV
            TEXT/CSV                                      | JSON CSV    | CSV
            text/*                                        | JSON CSV    | CSV
            text/*                                        | JSON CSV TSV | CSV
            text/tab-separated-values                     | JSON CSV TSV | TSV
            application/json                              | CSV JSON    | JSON
            application/json                              | CSV         | NONE
            text/turtle                                   | JSON CSV    | NONE
            text/cs                                       | JSON CSV    | NONE
            text/csvx                                     | JSON CSV    | NONE
            tex/*                                         | JSON CSV    | NONE
            text/csv;q=0                                  | JSON CSV    | NONE
            text/csv;q=0, */*                             | CSV JSON    | JSON
            text/*;q=0.5, text/csv;q=0                    | CSV TSV     | TSV
            text/csv;q=0.5, application/json;q=0.4        | JSON CSV    | CSV
            text/csv;q=0.5, application/json;q=0.5        | JSON CSV    | JSON
            text/csv; Q=0.5; x=y, application/json;q=0.4  | JSON CSV    | CSV
            text/csv;q=abc, application/json;q=0.1        | CSV JSON    | JSON
            text/csv;q=7, application/json                | JSON CSV    | JSON
            text/csv;q=-1                                 | CSV         | NONE
            '*/*;q=0.1, application/json'                 | CSV JSON    | JSON
            'text/csv;q=0.2, text/*;q=0.9'                | CSV TSV     | TSV
            ',, ,text/csv'                                | JSON CSV    | CSV
            '*/*;q=0.5, application/sparql-results+json;q=0.1' | JSON CSV | CSV
            '*/*;q=0.9, application/json;q=0.2'           | JSON CSV    | JSON
            application/xhtml+xml                         | JSON HTML   | HTML
            """)
    void the_closest_range_counts_then_its_quality_then_the_order_of_the_offer(
            String accept, String offered, String expected) {
        List<Format> formats =
                Arrays.stream(offered.split(" ")).map(Format::valueOf).toList();
        assertThat(Negotiation.choose(accept, formats).map(Format::name).orElse("NONE"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html              | true
            application/xhtml+xml  | true
            application/json       | false
            */*                    | false
                                   | false
            ''                     | false
            text/csv               | false
            text/*                 | true
            """)
    void a_browser_wants_a_page_and_whoever_takes_anything_does_not(String accept, boolean html) {
        assertThat(Negotiation.prefersHtml(accept)).isEqualTo(html);
        assertThat(Negotiation.prefersHtml(FIREFOX)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            csv | application/json | CSV
            CSV | */*              | CSV
            csv |                  | CSV
            ' ' | application/json | JSON
            zzz | text/csv         | CSV
            zzz | text/plain, Text/CSV;q=0.9 | CSV
                | text/csv         | CSV
            """)
    void the_format_of_the_address_comes_before_the_header(String format, String accept, Format expected) {
        assertThat(Negotiation.require(format, accept, Format.ROWS)).isEqualTo(expected);
    }

    @Test
    void what_cannot_be_sent_is_406_with_what_can_be() {
        for (String[] asked : new String[][] {
            {null, "image/png"},
            {"png", "*/*"},
            {"ttl", null},
            {"zzz", "text/*"},
            {"zzz", "text/html"},
            {"zzz", "text/turtle"},
            {"gexf", "text/csv"}
        }) {
            Problem problem = catchThrowableOfType(
                    Problem.class, () -> Negotiation.require(asked[0], asked[1], List.of(Format.CSV, Format.TSV)));
            assertThat(problem.status()).isEqualTo(406);
            assertThat(problem.detail()).contains("text/csv, text/tab-separated-values", "csv, tsv");
            assertThat(problem.fields()).containsEntry("available", List.of("text/csv", "text/tab-separated-values"));
        }
    }
}
