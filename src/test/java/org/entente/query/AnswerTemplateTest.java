package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTemplateTest {
    private static final AnswerTemplate MET =
            new AnswerTemplate("{person} met {#whom level=levelMet|nobody|one person|# people}{period}[, in {place}].");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | ''     | Rau met nobody in 2015.
            1 | ''     | Rau met one person in 2015.
            4 | Berlin | Rau met 4 people in 2015, in Berlin.
            """)
    void numbers_choose_their_words_and_what_is_not_asked_is_left_out(long number, String place, String sentence) {
        assertThat(fill(MET, number, place, true)).isEqualTo(sentence);
    }

    @Test
    void that_there_is_none_is_said_only_if_it_was_asked_for() {
        assertThat(fill(MET, 0, "", false)).isEmpty();
        assertThat(fill(MET, 2, "", false)).isEqualTo("Rau met 2 people in 2015.");
    }

    private static String fill(AnswerTemplate template, long number, String place, boolean all) {
        return template.fill(new AnswerTemplate.Values() {
            @Override
            public Optional<String> value(String name) {
                return switch (name) {
                    case "person" -> Optional.of("Rau");
                    case "period" -> Optional.of(" in 2015");
                    default -> Optional.of(place).filter(text -> !text.isEmpty());
                };
            }

            @Override
            public long count(String column, AnswerTemplate.Rows rows) {
                assertThat(rows.where()).containsExactly(Map.entry("level", Set.of("levelMet")));
                return number;
            }

            @Override
            public boolean asksForAll(AnswerTemplate.Rows rows) {
                return all;
            }

            @Override
            public String list(String column) {
                throw new AssertionError(column);
            }
        });
    }

    @Test
    void a_slot_that_the_query_cannot_fill_is_found() {
        assertThat(MET.problems(List.of("person"), List.of("whom"))).hasSize(2);
        assertThat(new AnswerTemplate("{#whom|a|b {person}|c}").problems(List.of("person"), List.of("whom")))
                .isNotEmpty();
        assertThat(MET.problems(List.of("person", "place"), List.of("whom", "level")))
                .isEmpty();
    }
}
