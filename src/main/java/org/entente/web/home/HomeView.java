package org.entente.web.home;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.entente.web.page.Counts;
import org.entente.web.page.Page;
import org.entente.web.page.View;

/**
 * The home page.
 *
 * @param examples questions, linked to their answers
 * @param hint what the empty box suggests to type; "" for nothing
 * @param loaded when the collection was loaded; the epoch if nothing is loaded
 * @param schema schema.org JSON-LD, safe inside a script element
 */
public record HomeView(
        Counts counts,
        YearChart events,
        YearChart sources,
        List<Page.Link> examples,
        String hint,
        Instant loaded,
        String language,
        String schema)
        implements View {
    @Override
    public String template() {
        return "home/home.jte";
    }

    /** The day on which the collection was loaded, in words; "" if nothing is loaded. */
    public String day() {
        return loaded.equals(Instant.EPOCH)
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.forLanguageTag(language.equals("de") ? "de" : "en-GB"))
                        .format(loaded.atOffset(ZoneOffset.UTC));
    }
}
