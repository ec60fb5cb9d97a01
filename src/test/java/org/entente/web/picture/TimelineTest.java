package org.entente.web.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.time.Edtf;
import org.entente.time.TimeBounds;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TimelineTest {
    private static Timeline.Item item(String label, String edtf, Sign sign) {
        return new Timeline.Item(
                label,
                edtf,
                "",
                "/page/event/x",
                sign,
                edtf.isEmpty() ? TimeBounds.UNKNOWN : Edtf.parse(edtf).bounds());
    }

    private static Picture picture(Timeline.Item... items) {
        return Timeline.of("Test", List.of(items), year -> "", Drawing.EN);
    }

    @Test
    void a_day_is_a_sign_and_an_inexact_date_a_span_that_fades_on_both_sides() {
        Drawing drawn = Drawing.of(picture(
                item("exact", "2015-06-09", Sign.STATED),
                item("in a year", "2017", Sign.STATED),
                item("far", "2023-01-01", Sign.STATED)));

        List<Element> spans = drawn.all("rect", "stretch");
        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().getAttribute("fill")).contains("both");
        // 2015 to 2023 are nine years; 2017 is the third of them.
        assertThat(Drawing.percent(spans.getFirst(), "x")).isCloseTo(100 * 2 / 9.0, within(0.3));
        assertThat(Drawing.percent(spans.getFirst(), "width")).isCloseTo(100 / 9.0, within(0.3));
    }

    @Test
    void what_certainly_went_on_is_dark_between_its_soft_ends() {
        // Began some day in 2012, ended some day in 2016: all of 2013 to 2015 is certain.
        Drawing drawn =
                Drawing.of(picture(item("office", "2012/2016", Sign.STATED), item("x", "2010-01-01", Sign.STATED)));

        Element core = drawn.all("rect", "core").getFirst();
        assertThat(Drawing.percent(core, "x")).isCloseTo(100 * 2.99 / 7, within(0.5));
        assertThat(Drawing.percent(core, "width")).isCloseTo(100 * 3.0 / 7, within(0.5));
        assertThat(drawn.all("rect", "stretch")).hasSize(3);
    }

    @Test
    void an_open_end_does_not_fill_the_axis() {
        Drawing drawn = Drawing.of(
                picture(item("before", "[..2010-05-01]", Sign.STATED), item("x", "1990-01-01", Sign.STATED)));

        Element span = drawn.all("rect", "stretch").getFirst();
        assertThat(Drawing.percent(span, "width")).isLessThan(10);
        assertThat(span.getAttribute("fill")).contains("in");
    }

    @Test
    void what_was_only_announced_is_dashed_and_told_apart_in_the_table() {
        Picture picture =
                picture(item("plan", "2017-08-28/2017-09-03", Sign.ANNOUNCED), item("x", "2017-09-30", Sign.STATED));

        assertThat(Drawing.of(picture).all("rect", "announced")).hasSize(1);
        assertThat(picture.legend()).extracting(Picture.Key::sign).containsExactly(Sign.STATED, Sign.ANNOUNCED);
        assertThat(picture.twin().rows().getFirst())
                .extracting(DataTable.Entry::text)
                .contains("plan", "2017-08-28/2017-09-03");
        assertThat(picture.twin().rows().getFirst().get(2).text()).contains("announced");
    }

    @Test
    void what_has_no_date_stands_in_the_table_and_is_counted() {
        Picture picture = picture(item("dated", "2015", Sign.STATED), item("undated", "", Sign.STATED));

        assertThat(picture.twin().rows()).hasSize(2);
        assertThat(picture.description()).contains("One entry has no date");
        assertThat(Drawing.of(picture).texts("wide")).containsExactly("2015 · dated");
        assertThat(picture(item("undated", "", Sign.STATED)).svg()).isEmpty();
    }

    @Test
    void years_of_the_axis_lead_to_that_year() {
        Picture picture = Timeline.of(
                "Test",
                List.of(item("a", "2014", Sign.STATED), item("b", "2017", Sign.STATED)),
                year -> "/timeline?from=" + year,
                Drawing.EN);

        assertThat(picture.svg()).contains("href=\"/timeline?from=2015\"");
    }

    @Test
    void many_items_are_piled_up_and_none_is_lost() {
        List<Timeline.Item> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add(item("event " + i, (2000 + i % 20) + "-0" + (1 + i % 9) + "-11", Sign.STATED));
        }
        items.add(item("long", "2003/2011", Sign.STATED));

        Drawing drawn = Drawing.of(Timeline.of("Test", items, year -> "", Drawing.DE));
        assertThat(drawn.all("a", "item")).hasSize(201).allSatisfy(a -> assertThat(a.getAttribute("tabindex"))
                .isEqualTo("-1"));
        assertThat(drawn.all("svg", "glyph")).hasSize(201);
        assertThat(drawn.all("a", "item"))
                .as("each has a name for who does not see it")
                .allSatisfy(a -> assertThat(a.getAttribute("aria-label")).isNotBlank());
    }

    @Test
    void a_sign_in_a_pile_has_its_name_beside_it_where_there_is_room_and_only_there() {
        List<Timeline.Item> items = new ArrayList<>();
        items.add(item("the only event of those years", "1990-03-01", Sign.STATED));
        for (int i = 0; i < 60; i++) {
            items.add(item("crowded " + i, (2000 + i % 12) + "-0" + (1 + i % 9) + "-11", Sign.STATED));
        }

        Drawing drawn = Drawing.of(Timeline.of("Test", items, year -> "", Drawing.EN));
        assertThat(drawn.texts("small"))
                .contains("the only event of those years")
                .hasSizeLessThan(12);
        assertThat(drawn.all("text", "small")).allSatisfy(label -> assertThat(label.getAttribute("aria-hidden"))
                .isEqualTo("true"));
    }

    @Test
    void lanes_have_headings_in_the_order_they_were_given() {
        TimeBounds day = Edtf.parse("2015-06-09").bounds();
        Picture picture = Timeline.of(
                "Test",
                List.of(
                        new Timeline.Item("b", "", "Met", "", Sign.STATED, day),
                        new Timeline.Item("a", "", "Announced", "", Sign.ANNOUNCED, day)),
                year -> "",
                Drawing.EN);

        assertThat(Drawing.of(picture).texts("lane")).containsExactly("Met", "Announced");
    }

    @Test
    void names_cannot_become_elements() {
        Picture picture = picture(item("<script>alert('x')</script>\u0001 & \"more\"", "2015", Sign.STATED));

        assertThat(picture.svg()).doesNotContain("<script>");
        assertThat(Drawing.of(picture).texts("wide").getFirst()).contains("<script>alert('x')</script>");
    }

    @Property(tries = 300)
    void every_span_lies_on_the_axis(@ForAll("spans") List<TimeBounds> spans) {
        List<Timeline.Item> items = new ArrayList<>();
        for (TimeBounds span : spans) {
            items.add(new Timeline.Item("x", "", "", "", Sign.STATED, span));
        }
        Picture picture = Timeline.of("Test", items, year -> "", Drawing.EN);
        if (picture.svg().isEmpty()) {
            assertThat(spans).allMatch(TimeBounds.UNKNOWN::equals);
            return;
        }
        Drawing drawn = Drawing.of(picture);
        for (Element rect : drawn.all("rect", "stretch")) {
            double x = Drawing.percent(rect, "x");
            double width = Drawing.percent(rect, "width");
            assertThat(x).isBetween(0.0, 100.0);
            assertThat(width).isPositive();
            assertThat(x + width).isLessThanOrEqualTo(100.4);
        }
        assertThat(drawn.ids()).doesNotHaveDuplicates();
        assertThat(picture.twin().rows()).hasSize(spans.size());
    }

    @Provide
    Arbitrary<List<TimeBounds>> spans() {
        return Arbitraries.of(
                        "2015-06-09",
                        "2017",
                        "2012/2016",
                        "[..2010]",
                        "[2011..]",
                        "[2001..2004]",
                        "2005/..",
                        "[..2009]/[2010..]",
                        "202X",
                        "1992~",
                        "0000",
                        "9999",
                        "2023-07-12/2023-07-16")
                .map(t -> Edtf.parse(t).bounds())
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
