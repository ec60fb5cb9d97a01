package org.entente.query;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that an EDTF text may mean.
 *
 * @param first the first possible day; empty if open
 * @param last the last possible day; empty if open
 */
public record DateRange(Optional<LocalDate> first, Optional<LocalDate> last) {}
