package org.entente.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class SvgTest {
    @Property
    void tenths_are_written_as_the_number_that_they_are(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long tenths) {
        StringBuilder written = new StringBuilder();
        Svg.tenths(tenths, written);
        assertThat(written).hasToString(Svg.number(tenths / 10.0));
    }
}
