package org.entente.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers have one name, and when the reader has the answer already. */
class EtagsTest {
    @Test
    void a_tag_is_weak_quoted_and_begins_with_the_state() {
        assertThat(Etags.of("2024-1.7", "page", "de")).matches("W/\"2024-1\\.7-[0-9a-f]{20}\"");
        assertThat(Etags.of("a\"b, c\n*", "page")).matches("W/\"abc-[0-9a-f]{20}\"");
    }

    @Test
    void whatever_shapes_the_answer_changes_its_tag_and_nothing_else_does() {
        List<String> tags = List.of(
                Etags.of("1", "a", "b"),
                Etags.of("2", "a", "b"),
                Etags.of("1", "b", "a"),
                Etags.of("1", "ab"),
                Etags.of("1", "a", "b", ""),
                Etags.of("1", "a", null),
                Etags.of("1", "a", List.of("b", "c")),
                Etags.of("1", "a", List.of("c", "b")),
                Etags.of("1", "a", 1),
                Etags.of("1"));
        Set<String> different = new TreeSet<>(tags);
        assertThat(different).hasSameSizeAs(tags);
        assertThat(Etags.of("1", "a", "b")).isEqualTo(tags.getFirst());
        assertThat(Etags.of("1", "a", "1")).isEqualTo(Etags.of("1", "a", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            W/"a-1"              | W/"a-1" | true
            "a-1"                | W/"a-1" | true
            W/"a-1"              | "a-1"   | true
            *                    | W/"a-1" | true
            "b", W/"a-1"         | W/"a-1" | true
            "b" ,  "a-1" , "c"   | W/"a-1" | true
            "a-2"                | W/"a-1" | false
            "a-1                 | W/"a-1" | false
            a-1                  | W/"a-1" | false
            W/W/"a-1"            | W/"a-1" | false
            w/"a-1"              | W/"a-1" | false
                                 | W/"a-1" | false
            ``                   | W/"a-1" | false
            """)
    void a_reader_who_names_the_tag_has_the_answer(String sent, String tag, boolean known) {
        assertThat(Etags.isKnown(sent, tag)).isEqualTo(known);
    }
}
