package org.entente.query;

import java.util.Optional;
import org.entente.time.DateFinder;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;

/** Reads dates in all of EDTF that the program supports, and as people write them: "9 June 2015", "Juni 2015", "after 2019". */
public final class EdtfDates implements DateReader {
    @Override
    public Optional<DateRange> read(String text) {
        return bounds(text).or(() -> DateFinder.whole(text).flatMap(EdtfDates::bounds));
    }

    @Override
    public String edtf(String text) {
        return bounds(text).isPresent() ? text : DateFinder.whole(text).orElse(text);
    }

    private static Optional<DateRange> bounds(String edtf) {
        try {
            TimeBounds bounds = Edtf.parse(edtf).bounds();
            return Optional.of(new DateRange(
                    Optional.ofNullable(bounds.earliestStart()), Optional.ofNullable(bounds.latestEnd())));
        } catch (EdtfException e) {
            return Optional.empty();
        }
    }
}
