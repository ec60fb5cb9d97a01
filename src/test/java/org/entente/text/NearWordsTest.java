package org.entente.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearWordsTest {
    private static final List<String> QUERIES =
            List.of("who-met", "who-met-whom", "who-led", "met-by-office", "sources");

    @Test
    void a_letter_too_much_too_few_or_swapped_still_finds_the_word() {
        assertThat(NearWords.of("who-mett", QUERIES, 1)).containsExactly("who-met");
        assertThat(NearWords.of("soruces", QUERIES, 1)).containsExactly("sources");
        assertThat(NearWords.of("xds", List.of("xsd", "owl", "rdf"), 3)).containsExactly("xsd");
        assertThat(NearWords.of("SOURCE", QUERIES, 3)).containsExactly("sources");
    }

    @Test
    void a_part_finds_the_words_that_contain_it_the_nearest_first() {
        assertThat(NearWords.of("met", QUERIES, 5)).containsExactly("who-met", "who-met-whom", "met-by-office");
    }

    @Test
    void a_word_that_is_like_none_finds_none_and_no_more_are_listed_than_wanted() {
        assertThat(NearWords.of("xyz", QUERIES, 5)).isEmpty();
        assertThat(NearWords.of("", QUERIES, 5)).isEmpty();
        assertThat(NearWords.of("who-met", QUERIES, 2)).hasSize(2);
    }

    @Test
    void a_very_long_word_is_compared_by_its_beginning() {
        assertThat(NearWords.of("x".repeat(1_000_000), QUERIES, 5)).isEmpty();
    }
}
