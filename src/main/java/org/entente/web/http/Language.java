package org.entente.web.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language of a page: {@code ?lang=}, else the cookie with the reader's last choice, else the best supported
 * language of Accept-Language, else English.
 */
public final class Language {
    private static final List<String> SPOKEN = List.of("en", "de");
    private static final String COOKIE = "lang";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private Language() {}

    public static String of(Context ctx) {
        return spoken(ctx.queryParam("lang")).orElseGet(() -> kept(ctx));
    }

    /** Stores the choice of {@code ?lang=} in a cookie if it differs from what the browser asks for. */
    public static void remember(Context ctx) {
        spoken(ctx.queryParam("lang"))
                .filter(wanted -> !wanted.equals(kept(ctx)))
                .ifPresent(
                        wanted -> ctx.cookie(new Cookie(COOKIE, wanted, "/", A_YEAR, false, true, null, SameSite.LAX)));
    }

    private static String kept(Context ctx) {
        return spoken(ctx.cookie(COOKIE)).orElseGet(() -> accepted(ctx.header("Accept-Language")));
    }

    private static Optional<String> spoken(@Nullable String language) {
        return Optional.ofNullable(language)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(SPOKEN::contains);
    }

    private static String accepted(@Nullable String header) {
        if (header == null) {
            return "en";
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(header), SPOKEN);
            return found == null ? "en" : found;
        } catch (IllegalArgumentException e) {
            return "en";
        }
    }
}
