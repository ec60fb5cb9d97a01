package org.entente.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.coverage.LowerBound.Estimate;
import org.entente.coverage.LowerBound.Missing;
import org.junit.jupiter.api.Test;

class LowerBoundTest {
    /** Nine kinds, three seen once and three twice; R. K. Colwell's EstimateS gives 10.5 and (9.17, 21.89), as scikit-bio quotes it. */
    @Test
    void gives_what_EstimateS_gives_where_some_are_seen_twice() {
        Estimate estimate = LowerBound.estimate(new Sightings(9, 3, 3, 5));
        assertThat(estimate.atLeast()).isEqualTo(10.5);
        assertThat(estimate.from()).isCloseTo(9.17, within(0.005));
        assertThat(estimate.to()).isCloseTo(21.89, within(0.005));
    }

    /** Four kinds, two seen once and none twice; EstimateS gives 5 and (4.08, 17.27), as scikit-bio quotes it. */
    @Test
    void gives_what_EstimateS_gives_where_none_is_seen_just_twice() {
        Estimate estimate = LowerBound.estimate(new Sightings(4, 2, 0, 5));
        assertThat(estimate.atLeast()).isEqualTo(5);
        assertThat(estimate.from()).isCloseTo(4.08, within(0.005));
        assertThat(estimate.to()).isCloseTo(17.27, within(0.005));
    }

    /**
     * N. J. Gotelli and A. Chao: Measuring and estimating species richness, species diversity, and biotic similarity from sampling data
     * (Encyclopedia of Biodiversity 5, 2013), spiders of a forest in two treatments: 26 species in 168 individuals, 12 seen once, 4 twice,
     * give 43.893; 37 in 252, 14 once, 4 twice, give 61.403. There what was not seen is also multiplied by (n − 1)/n.
     */
    @Test
    void gives_the_number_of_the_spiders_of_Gotelli_and_Chao_before_their_factor_for_the_sample() {
        assertThat(shrunk(new Sightings(26, 12, 4, 20), 168)).isCloseTo(43.893, within(0.0005));
        assertThat(shrunk(new Sightings(37, 14, 4, 20), 252)).isCloseTo(61.403, within(0.0005));
    }

    private static double shrunk(Sightings seen, int individuals) {
        return seen.observed()
                + (LowerBound.estimate(seen).atLeast() - seen.observed()) * (individuals - 1) / individuals;
    }

    @Test
    void says_why_there_is_no_estimate() {
        assertThat(LowerBound.of(new Sightings(0, 0, 0, 0)).why()).contains(Missing.NOTHING);
        assertThat(LowerBound.of(new Sightings(30, 20, 5, 1)).why()).contains(Missing.ONE_DOCUMENT);
        assertThat(LowerBound.of(new Sightings(30, 30, 0, 9)).why()).contains(Missing.NO_OVERLAP);
        assertThat(LowerBound.of(new Sightings(30, 28, 1, 9)).why()).contains(Missing.NO_OVERLAP);
        assertThat(LowerBound.of(new Sightings(30, 27, 0, 9)).why()).isEmpty();
        assertThat(LowerBound.of(new Sightings(30, 5, 4, 9)).why()).contains(Missing.TOO_FEW);
        assertThat(LowerBound.of(new Sightings(30, 5, 4, 9)).estimate()).isEmpty();
        assertThat(LowerBound.of(new Sightings(30, 6, 4, 9)).why()).isEmpty();
    }

    @Test
    void counts_what_one_and_two_documents_report() {
        assertThat(Sightings.of(List.of(1, 1, 2, 3, 0, 7), 8)).isEqualTo(new Sightings(5, 2, 1, 8));
        assertThatThrownBy(() -> new Sightings(3, 2, 2, 4)).hasMessageContaining("Of 3 things");
        assertThatThrownBy(() -> new Sightings(3, -1, 2, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void is_never_below_what_was_seen_and_lies_in_its_interval(
            @ForAll @IntRange(max = 5_000) int once,
            @ForAll @IntRange(max = 5_000) int twice,
            @ForAll @IntRange(max = 5_000) int more) {
        Estimate estimate = LowerBound.estimate(new Sightings(once + twice + more, once, twice, 50));
        assertThat(estimate.from()).isGreaterThanOrEqualTo(once + twice + more);
        assertThat(estimate.atLeast()).isBetween(estimate.from(), estimate.to());
        assertThat(estimate.to()).isFinite();
    }

    @Property
    void is_never_raised_by_a_thing_that_is_seen_a_second_time(
            @ForAll @IntRange(min = 1, max = 5_000) int once,
            @ForAll @IntRange(max = 5_000) int twice,
            @ForAll @IntRange(max = 5_000) int more) {
        int observed = once + twice + more;
        assertThat(LowerBound.estimate(new Sightings(observed, once - 1, twice + 1, 50))
                        .atLeast())
                .isLessThanOrEqualTo(LowerBound.estimate(new Sightings(observed, once, twice, 50))
                        .atLeast());
    }

    @Property
    void is_not_lowered_by_a_thing_that_is_seen_once_instead_of_often(
            @ForAll @IntRange(max = 5_000) int once,
            @ForAll @IntRange(max = 5_000) int twice,
            @ForAll @IntRange(min = 1, max = 5_000) int more) {
        int observed = once + twice + more;
        assertThat(LowerBound.estimate(new Sightings(observed, once + 1, twice, 50))
                        .atLeast())
                .isGreaterThanOrEqualTo(LowerBound.estimate(new Sightings(observed, once, twice, 50))
                        .atLeast());
    }
}
