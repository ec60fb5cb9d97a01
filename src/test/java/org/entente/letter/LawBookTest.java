package org.entente.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.entente.letter.Law.Right;
import org.junit.jupiter.api.Test;

class LawBookTest {
    private final LawBook laws = LawBook.shipped();

    @Test
    void knows_the_law_of_the_federation_and_of_all_sixteen_laender() {
        assertThat(laws.laws())
                .extracting(Law::of)
                .containsExactlyInAnyOrder(
                        "DE", "DE-BW", "DE-BY", "DE-BE", "DE-BB", "DE-HB", "DE-HH", "DE-HE", "DE-MV", "DE-NI", "DE-NW",
                        "DE-RP", "DE-SL", "DE-SN", "DE-ST", "DE-SH", "DE-TH");
    }

    @Test
    void says_which_have_none() {
        assertThat(of(Right.INTEREST)).containsExactly("DE-BY");
        assertThat(of(Right.NONE)).containsExactly("DE-NI");
        assertThat(laws.law("DE-BY").orElseThrow().note("en"))
                .contains("no freedom of information act", "justified interest");
        assertThat(laws.law("DE-NI").orElseThrow().note("de")).contains("kein Informationsfreiheitsgesetz");
    }

    private List<String> of(Right right) {
        return laws.laws().stream()
                .filter(law -> law.right() == right)
                .map(Law::of)
                .toList();
    }

    @Test
    void each_has_a_source_and_where_there_is_a_right_the_section_that_gives_it() {
        assertThat(laws.laws()).allSatisfy(law -> {
            assertThat(URI.create(law.source()).getHost()).as(law.of()).contains(".");
            assertThat(law.right() == Right.NONE)
                    .as(law.of())
                    .isEqualTo(law.claim().isEmpty());
            assertThat(law.right() == Right.NONE)
                    .as(law.of())
                    .isEqualTo(law.name().isEmpty());
            assertThat(law.claim()).as(law.of()).endsWith(law.shortName());
            assertThat(laws.country(law.of())).as(law.of()).isPresent();
        });
    }

    @Test
    void knows_nothing_of_other_countries_and_of_unknown_regions() {
        assertThat(laws.law("KZ")).isEmpty();
        assertThat(laws.country("KZ")).isEmpty();
        assertThat(laws.country("DEU")).isEmpty();
        assertThat(laws.law("DE-XX")).isEmpty();
        assertThat(laws.law("")).isEmpty();
        assertThat(laws.country("")).isEmpty();
    }
}
