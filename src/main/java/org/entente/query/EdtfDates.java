package org.entente.query;

import java.util.Optional;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;

/** Reads dates in all of EDTF that the program supports. */
public final class EdtfDates implements DateReader {
    @Override
    public Optional<DateRange> read(String edtf) {
        try {
            TimeBounds bounds = Edtf.parse(edtf).bounds();
            return Optional.of(new DateRange(
                    Optional.ofNullable(bounds.earliestStart()), Optional.ofNullable(bounds.latestEnd())));
        } catch (EdtfException e) {
            return Optional.empty();
        }
    }
}
