package org.entente.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextIndexTest {
    private static final TextIndex INDEX = TextIndex.of(List.of(
            new TextIndex.Text("Die Ministerinnen sprachen über grünen Wasserstoff.", "de"),
            new TextIndex.Text("Wasserstofftechnologie aus Thüringen", "de"),
            new TextIndex.Text("The ministers signed two agreements on green hydrogen.", "en"),
            new TextIndex.Text("Послы обсудили соглашения о водороде.", "ru"),
            new TextIndex.Text("Қазақстан Республикасының Елшілігі", "kk"),
            new TextIndex.Text("Nothing of that kind.", "en")));

    private static List<Integer> found(String words) {
        return INDEX.search(words, 10).stream().map(TextIndex.Hit::number).toList();
    }

    private static String marked(String words) {
        return INDEX.search(words, 1).getFirst().pieces().stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void a_word_is_found_in_the_other_forms_of_its_language() {
        assertThat(found("agreement")).containsExactly(2);
        assertThat(found("соглашение посол")).isEmpty();
        assertThat(found("соглашение")).containsExactly(3);
        assertThat(found("Grüner Wasserstoff")).containsExactly(0);
    }

    @Test
    void a_german_word_is_found_at_the_beginning_of_a_longer_one_but_after_the_word_itself() {
        assertThat(found("Wasserstoff")).containsExactly(0, 1);
    }

    @Test
    void all_words_must_stand_in_one_text_and_those_without_meaning_are_not_asked_for() {
        assertThat(found("the agreements on hydrogen")).containsExactly(2);
        assertThat(found("agreements Wasserstoff")).isEmpty();
        assertThat(found("")).isEmpty();
        assertThat(found("the of ?!\"()*:~^\\")).isEmpty();
    }

    @Test
    void the_found_words_are_marked_and_nothing_of_the_text_is_lost() {
        assertThat(marked("agreement minister"))
                .isEqualTo("The [ministers] signed two [agreements] on green hydrogen.");
        assertThat(marked("Елшілігі")).isEqualTo("Қазақстан Республикасының [Елшілігі]");
    }
}
