package org.entente.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.entente.Golden;
import org.entente.letter.Gap.Document;
import org.junit.jupiter.api.Test;

class LetterWriterTest {
    private static final LetterWriter WRITER = LetterWriter.in("de");

    private static Gap gap(String event, List<String> people, List<Document> documents) {
        return new Gap("trips-without-participants", event, "12. März 2019", "Astana", people, List.of(), documents);
    }

    private static Addressee to(String iso, String body) {
        LawBook laws = LawBook.shipped();
        return new Addressee(
                "https://example.org/body",
                "Niedersachsen",
                body,
                laws.law(iso).orElseThrow(),
                laws.country(iso).orElseThrow());
    }

    /** The parameters of an address, decoded. */
    private static Map<String, String> parameters(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0],
                        parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
    }

    @Test
    void without_a_law_the_letter_asks_for_a_voluntary_answer() {
        Letter letter = WRITER.write(
                gap(
                        "Reise nach Astana",
                        List.of("Erika Muster"),
                        List.of(new Document("Meldung", "https://example.org/1"))),
                to("DE-NI", ""));
        Golden.assertMatches("letters/no-law.txt", letter.text());
    }

    @Test
    void the_form_of_the_portal_gets_subject_and_body_without_greeting_and_closing() {
        Gap gap = gap(
                "Reise & Gespräch + 100 %", List.of(), List.of(new Document("A=B", "https://example.org/?a=1&b=2")));
        Addressee to = to("DE-SH", "Staatskanzlei");
        Letter letter = WRITER.write(gap, to);
        String address = PrefilledForm.address(gap, to, WRITER);
        assertThat(address)
                .startsWith("https://fragdenstaat.de/anfrage-stellen/?subject=")
                .doesNotContain("+", " ");
        assertThat(parameters(address))
                .containsOnly(Map.entry("subject", letter.subject()), Map.entry("body", letter.body()));
        assertThat(letter.body())
                .contains("Reise & Gespräch + 100 %", "https://example.org/?a=1&b=2", "§ 3 IZG-SH")
                .doesNotContain(letter.greeting())
                .doesNotContain("Mit freundlichen");
    }

    @Test
    void many_documents_are_left_out_until_the_address_fits() {
        Document longOne = new Document("ä".repeat(290), "https://example.org/" + "x".repeat(270));
        Gap gap = gap("Reise", List.of(), List.of(longOne, longOne, longOne, longOne, longOne, longOne, longOne));
        Addressee to = to("DE", "Ministerium");
        String address = PrefilledForm.address(gap, to, WRITER);
        assertThat(address.length()).isBetween(3_000, PrefilledForm.LONGEST);
        assertThat(parameters(address).get("body")).containsPattern("– und [2-7] weitere");
        assertThat(WRITER.write(gap, to).body()).contains("– und 1 weitere");
    }

    @Property(tries = 200)
    void whatever_the_names_are_the_address_holds_them_and_keeps_the_bounds_of_the_portal(
            @ForAll @StringLength(max = 600) String event,
            @ForAll @Size(max = 8) List<@StringLength(max = 400) String> people) {
        Gap gap = gap(event, people, List.of(new Document(event, "")));
        Addressee to = to("DE-BY", event);
        Letter letter = WRITER.write(gap, to);
        assertThat(letter.subject()).hasSizeBetween(8, 230).doesNotContain("\n", "\r", "…");
        assertThat(letter.body()).hasSizeBetween(8, 5_000).doesNotContain("…", "\u0000");
        assertThat(letter.to()).doesNotContain("\n");
        String address = PrefilledForm.address(gap, to, WRITER);
        assertThat(address.length()).isLessThanOrEqualTo(PrefilledForm.LONGEST);
    }
}
