package org.entente.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBoundsTest {
    private static final TimeBounds TRIP = bounds("2023-07-12/2023-07-16");
    private static final TimeBounds TALK = bounds("[2023-07-12..2023-07-16]");

    @Test
    void a_date_within_a_month_is_possible_but_not_certain() {
        TimeBounds firstHalf = bounds("2023-07-01/2023-07-15");

        assertThat(bounds("2023-07").possiblyOverlaps(firstHalf)).isTrue();
        assertThat(bounds("2023-07").certainlyOverlaps(firstHalf)).isFalse();
        assertThat(bounds("2023-07").possiblyWithin(firstHalf)).isTrue();
        assertThat(bounds("2023-07").certainlyWithin(firstHalf)).isFalse();
        assertThat(bounds("2023-07").certainlyWithin(bounds("2023-07-01/2023-07-31")))
                .isTrue();
    }

    @Test
    void a_talk_inside_a_trip_has_no_certain_day_of_it() {
        TimeBounds day = bounds("2023-07-13");

        assertThat(TRIP.certainlyOverlaps(day)).isTrue();
        assertThat(TALK.certainlyOverlaps(day)).isFalse();
        assertThat(TALK.possiblyOverlaps(day)).isTrue();
        assertThat(TALK.certainlyWithin(TRIP)).isTrue();
        assertThat(TRIP.certainlyCovers(TALK)).isTrue();
        assertThat(TALK.certainlyCovers(day)).isFalse();
        assertThat(TALK.possiblyCovers(day)).isTrue();
    }

    @Test
    void a_trip_that_ends_later_overlaps_but_is_not_within() {
        TimeBounds period = bounds("2023-07-14/2023-07-20");

        assertThat(TRIP.certainlyOverlaps(period)).isTrue();
        assertThat(TRIP.certainlyWithin(period)).isFalse();
        assertThat(TRIP.possiblyWithin(period)).isFalse();
    }

    @Test
    void attested_on_one_day_covers_that_day_and_possibly_every_other() {
        TimeBounds attested = bounds("[..2015-06-09]/[2015-06-09..]");

        assertThat(attested.certainlyCovers(bounds("2015-06-09"))).isTrue();
        assertThat(attested.certainlyCovers(bounds("2015-06-10"))).isFalse();
        assertThat(attested.possiblyCovers(bounds("2015-06-10"))).isTrue();
        assertThat(attested.certainlyCovers(bounds("2015-06"))).isFalse();
    }

    @Test
    void an_open_end_makes_nothing_certain_after_the_start() {
        TimeBounds since = bounds("2015-06-09/..");

        assertThat(since.certainlyCovers(bounds("2015-06-09"))).isTrue();
        assertThat(since.certainlyCovers(bounds("2020-01-01"))).isFalse();
        assertThat(since.possiblyCovers(bounds("2020-01-01"))).isTrue();
        assertThat(since.disjoint(bounds("2015-06-08"))).isTrue();
    }

    @Test
    void what_is_unknown_is_possible_everywhere_and_certain_nowhere() {
        assertThat(TimeBounds.UNKNOWN.possiblyOverlaps(TRIP)).isTrue();
        assertThat(TimeBounds.UNKNOWN.possiblyWithin(TRIP)).isTrue();
        assertThat(TimeBounds.UNKNOWN.certainlyOverlaps(TRIP)).isFalse();
        assertThat(TimeBounds.UNKNOWN.certainlyCovers(TRIP)).isFalse();
        assertThat(TRIP.certainlyWithin(TimeBounds.UNKNOWN)).isFalse();
        assertThat(TimeBounds.UNKNOWN.intersect(TRIP)).contains(TRIP);
    }

    @Test
    void two_accounts_of_one_span_narrow_each_other_or_contradict() {
        assertThat(bounds("2023-07").intersect(bounds("[2023-07-20..2023-08-10]")))
                .contains(bounds("[2023-07-20..2023-07-31]"));
        assertThat(bounds("2021").intersect(TRIP)).isEmpty();
        assertThat(bounds("2021").disjoint(TRIP)).isTrue();
    }

    @Test
    void a_span_covers_another_perhaps_or_not_at_all() {
        assertThat(bounds("2023-07-20/..").possiblyCovers(TRIP)).isFalse();
        assertThat(TRIP.possiblyCovers(bounds("2023-07-12"))).isTrue();
        assertThat(TRIP.possiblyCovers(bounds("2023-07-17"))).isFalse();
    }

    @Test
    void a_span_is_bounded_only_if_all_four_bounds_are_known() {
        LocalDate day = LocalDate.of(2023, 7, 1);
        assertThat(TimeBounds.on(day)).isEqualTo(new TimeBounds(day, day, day, day));
        assertThat(TimeBounds.on(day).isBounded()).isTrue();
        assertThat(new TimeBounds(null, day, day, day).isBounded()).isFalse();
        assertThat(new TimeBounds(day, null, day, day).isBounded()).isFalse();
        assertThat(new TimeBounds(day, day, null, day).isBounded()).isFalse();
        assertThat(new TimeBounds(day, day, day, null).isBounded()).isFalse();
    }

    @Test
    void what_is_known_of_one_account_only_is_kept_whichever_comes_first() {
        TimeBounds since = bounds("2023-07-13/..");
        TimeBounds until = bounds("../2023-07-15");
        TimeBounds both = bounds("2023-07-13/2023-07-15");
        assertThat(since.intersect(until)).contains(both);
        assertThat(until.intersect(since)).contains(both);
        assertThat(bounds("2023-07-13/..").intersect(bounds("../2023-07-12"))).isEmpty();
    }

    @Test
    void impossible_bounds_are_refused() {
        LocalDate first = LocalDate.of(2023, 7, 1);
        LocalDate last = LocalDate.of(2023, 7, 31);

        assertThatThrownBy(() -> TimeBounds.somewhereWithin(last, first)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TimeBounds.lasting(last, first)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of two spans: what is certain and what is possible of them, and the other way round. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-07-12/2023-07-16   | 2023-07-16/2023-07-20   | overlaps
            2023-07-12/2023-07-16   | 2023-07-17/2023-07-20   | disjoint
            2023-07-12/2023-07-16   | 2023-07-12              | overlaps
            2023-07-12/2023-07-16   | 2023-07-11              | disjoint
            2023-07-12/2023-07-16   | 2023-07-17              | disjoint
            2023-07-12/2023-07-16   | 2023-07                 | possible
            2023-07-12/2023-07-16   | 2023-07-13/..           | overlaps
            2023-07-12/2023-07-16   | 2023-07-17/..           | disjoint
            2023-07-12/2023-07-16   | ../2023-07-12           | overlaps
            2023-07-12/2023-07-16   | ../2023-07-11           | disjoint
            2023-07                 | 2023-07                 | possible
            2023-07                 | 2023-08                 | disjoint
            2023-07                 | 2023-07-31/2023-08-02   | possible
            2023-07                 | 2023-07-01/2023-07-31   | overlaps
            """)
    void two_spans_overlap_for_certain_perhaps_or_never(String one, String other, String relation) {
        for (TimeBounds[] pair : new TimeBounds[][] {{bounds(one), bounds(other)}, {bounds(other), bounds(one)}}) {
            assertThat(pair[0].certainlyOverlaps(pair[1])).isEqualTo(relation.equals("overlaps"));
            assertThat(pair[0].possiblyOverlaps(pair[1])).isEqualTo(!relation.equals("disjoint"));
            assertThat(pair[0].disjoint(pair[1])).isEqualTo(relation.equals("disjoint"));
        }
    }

    private static TimeBounds bounds(String edtf) {
        return Edtf.parse(edtf).bounds();
    }
}
