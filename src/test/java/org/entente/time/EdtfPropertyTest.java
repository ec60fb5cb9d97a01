package org.entente.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EdtfPropertyTest {
    @Property
    void any_text_is_read_or_refused_as_edtf(@ForAll String text) {
        readOrRefused(text);
    }

    @Property(tries = 5000)
    void any_text_of_edtf_characters_is_read_or_refused_as_edtf(@ForAll("almostEdtf") String text) {
        readOrRefused(text);
    }

    @Property(tries = 3000)
    void bounds_are_in_order_and_the_text_round_trips(@ForAll("edtf") String text) {
        readOrRefused(text);
    }

    @Property(tries = 3000)
    void what_is_certain_is_possible(@ForAll("edtf") String one, @ForAll("edtf") String two) {
        TimeBounds a = boundsOrUnknown(one);
        TimeBounds b = boundsOrUnknown(two);

        if (a.certainlyOverlaps(b)) {
            assertThat(a.possiblyOverlaps(b)).isTrue();
        }
        if (a.certainlyWithin(b)) {
            assertThat(a.possiblyWithin(b)).isTrue();
        }
        if (a.certainlyCovers(b)) {
            assertThat(a.possiblyCovers(b)).isTrue();
            assertThat(a.certainlyOverlaps(b)).as("covers implies overlaps").isTrue();
        }
        assertThat(a.possiblyOverlaps(b)).isEqualTo(b.possiblyOverlaps(a));
        assertThat(a.certainlyOverlaps(b)).isEqualTo(b.certainlyOverlaps(a));
        assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
    }

    private static void readOrRefused(String text) {
        Edtf edtf;
        try {
            edtf = Edtf.parse(text);
        } catch (EdtfException refused) {
            assertThat(refused.index()).isBetween(0, text.length());
            return;
        }
        TimeBounds bounds = edtf.bounds();
        assertThat(edtf.text()).isEqualTo(text);
        assertOrdered(bounds.earliestStart(), bounds.latestStart());
        assertOrdered(bounds.earliestEnd(), bounds.latestEnd());
        assertOrdered(bounds.earliestStart(), bounds.latestEnd());
        assertOrdered(bounds.earliestStart(), bounds.earliestEnd());
        assertOrdered(bounds.latestStart(), bounds.latestEnd());
    }

    private static void assertOrdered(LocalDate a, LocalDate b) {
        if (a != null && b != null) {
            assertThat(a).isBeforeOrEqualTo(b);
        }
    }

    private static TimeBounds boundsOrUnknown(String text) {
        try {
            return Edtf.parse(text).bounds();
        } catch (EdtfException contradiction) {
            return TimeBounds.UNKNOWN;
        }
    }

    @Provide
    Arbitrary<String> almostEdtf() {
        return Arbitraries.strings().withChars("0123456789X-./[]{},?~%TZ:Y ").ofMaxLength(24);
    }

    @Provide
    Arbitrary<String> edtf() {
        Arbitrary<String> dates = dates();
        Arbitrary<String> oneOf = Combinators.combine(
                        dates, dates, Arbitraries.of("[%s..%s]", "[%s,%s]", "[..%s]", "[%2$s..]"))
                .as((a, b, form) -> String.format(form, a, b));
        Arbitrary<String> allOf = Combinators.combine(dates, dates, Arbitraries.of("{%s..%s}", "{%s,%s}", "{..%s}"))
                .as((a, b, form) -> String.format(form, a, b));
        Arbitrary<String> ends = Arbitraries.oneOf(dates, oneOf, Arbitraries.of("..", ""));
        Arbitrary<String> intervals = Combinators.combine(ends, ends).as((a, b) -> a + "/" + b);
        return Arbitraries.oneOf(dates, oneOf, allOf, intervals);
    }

    private static Arbitrary<String> dates() {
        Arbitrary<Integer> years = Arbitraries.integers().between(2009, 2024);
        Arbitrary<String> qualifiers = Arbitraries.of("", "", "", "?", "~", "%");
        Arbitrary<String> plain = Combinators.combine(
                        years,
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 31),
                        Arbitraries.integers().between(0, 6))
                .as((y, m, d, form) -> switch (form) {
                    case 0 -> String.valueOf(y);
                    case 1 -> String.format("%d-%02d", y, m);
                    case 2 -> String.format("%d-%d", y, 21 + m % 4);
                    case 3 -> String.format("%d-%d", y, 33 + m % 4);
                    case 4 -> String.format("%d-%02d-XX", y, m);
                    case 5 -> String.valueOf(y).substring(0, 3) + "X";
                    default ->
                        String.format(
                                "%d-%02d-%02d",
                                y, m, Math.min(d, YearMonth.of(y, m).lengthOfMonth()));
                });
        return Combinators.combine(plain, qualifiers).as((date, qualifier) -> date + qualifier);
    }
}
