package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Citations hold whatever a page is called. */
class CitationTest {
    private static final Citation.Extent EXTENT =
            new Citation.Extent(LocalDate.of(2026, 11, 20), "/who-met?person=person:a", 3);

    private static final String URL = "https://example.org/dossier?a=person%3Aa&b=person%3Ab";

    private static Citation of(String title) {
        return new Citation(
                title, URL, "r1", LocalDate.of(2026, 11, 24), "00ff", "CSV", "en", "Entente", "Entente", EXTENT);
    }

    @Test
    void bibtex_escapes_what_tex_would_run() {
        assertThat(of("100 % of {A & B}_1 # $x ~ ^ \\input").in(Citation.Format.BIBTEX))
                .contains("{{100 \\% of \\{A \\& B\\}\\_1 \\# \\$x \\textasciitilde{} \\textasciicircum{}"
                        + " \\textbackslash{}input}}")
                .contains("url          = {" + URL + "}", "urldate      = {2026-11-24}", "release r1");
    }

    @Test
    void ris_keeps_one_field_to_a_line() {
        assertThat(of("A\r\nER  - \r\nTY  - JOUR\u2028B")
                        .in(Citation.Format.RIS)
                        .lines())
                .filteredOn(line -> line.startsWith("TY") || line.startsWith("ER"))
                .containsExactly("TY  - ELEC", "ER  - ");
    }

    @Test
    void plain_text_says_the_day_as_the_language_does() {
        assertThat(of("A × B").text()).contains("“A × B”", "Release r1", "retrieved 24 November 2026", "00ff");
        assertThat(new Citation("A", URL, "r1", LocalDate.of(2026, 11, 24), "", "", "de", "Entente", "Entente", EXTENT)
                        .text())
                .contains("„A“. Ausgabe r1.", "abgerufen am 24. November 2026")
                .doesNotContain("SHA");
    }

    @Property
    void every_title_gives_balanced_bibtex_valid_json_and_one_record(@ForAll String title) throws Exception {
        String bibtex = of(title).in(Citation.Format.BIBTEX);
        int depth = 0;
        for (int i = 0; i < bibtex.length(); i++) {
            char c = bibtex.charAt(i);
            if (c == '\\') {
                i++; // escaped, or the name of a command
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                assertThat(depth).isNotNegative();
            }
        }
        assertThat(depth).isZero();
        assertThat(new ObjectMapper()
                        .readTree(of(title).in(Citation.Format.CSL))
                        .size())
                .isEqualTo(1);
        assertThat(of(title).in(Citation.Format.RIS).split("\r\n")).hasSize(13);
    }
}
