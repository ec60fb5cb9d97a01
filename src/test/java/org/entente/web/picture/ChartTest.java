package org.entente.web.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.entente.web.picture.Chart.Bar;
import org.entente.web.picture.Chart.Group;
import org.entente.web.picture.Chart.Precision;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ChartTest {
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "inflow",
                    "US dollar",
                    List.of(
                            new Bar("2022", 47_300_000, Precision.EXACT, List.of(), ""),
                            new Bar(
                                    "2023",
                                    273_800_000,
                                    Precision.ABOUT,
                                    List.of("reported: 5.8-fold"),
                                    "/page/doc/s004"))),
            new Group("companies", "", List.of(new Bar("all", 1100, Precision.MORE, List.of(), ""))));

    @Test
    void bars_of_a_group_are_as_long_as_their_numbers() {
        Drawing drawn = Drawing.of(Chart.of("Figures", GROUPS, Drawing.EN));

        List<Element> bars = drawn.all("rect", "stretch");
        assertThat(bars).hasSize(3);
        assertThat(Drawing.percent(bars.get(0), "width") / Drawing.percent(bars.get(1), "width"))
                .isCloseTo(47.3 / 273.8, within(0.002));
        assertThat(bars.get(1).getAttribute("fill")).startsWith("url(#");
        assertThat(drawn.texts("lane")).containsExactly("inflow · US dollar", "companies");
        assertThat(drawn.texts("note")).containsExactly("reported: 5.8-fold");
        assertThat(drawn.all("svg", "arrow")).hasSize(1);
    }

    @Test
    void numbers_are_said_in_the_readers_language() {
        assertThat(Drawing.of(Chart.of("Figures", GROUPS, Drawing.DE)).texts("value"))
                .containsExactly("47,3 Millionen", "≈ 273,8 Millionen", "> 1.100");
        assertThat(Chart.number(2_800_000_000.0, "en")).isEqualTo("2.8 billion");
        assertThat(Chart.number(44, "en")).isEqualTo("44");
    }

    @Test
    void the_table_holds_unit_and_remark() {
        Picture picture = Chart.of("Figures", GROUPS, Drawing.EN);
        assertThat(picture.twin().rows().get(1))
                .extracting(DataTable.Entry::text)
                .containsExactly("inflow", "2023", "≈ 273.8 million US dollar", "reported: 5.8-fold");
        assertThat(Chart.of("Figures", List.of(), Drawing.EN).svg()).isEmpty();
    }
}
