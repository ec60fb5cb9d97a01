package org.entente.web.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;

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
        String wanted = spoken(ctx.queryParam("lang"));
        if (wanted == null) {
            wanted = spoken(ctx.cookie(COOKIE));
        }
        return wanted == null ? accepted(ctx.header("Accept-Language")) : wanted;
    }

    /** Stores the choice of {@code ?lang=} in a cookie if it differs from what the browser asks for. */
    public static void remember(Context ctx) {
        String wanted = spoken(ctx.queryParam("lang"));
        if (wanted != null && !wanted.equals(kept(ctx))) {
            ctx.cookie(new Cookie(COOKIE, wanted, "/", A_YEAR, false, true, null, SameSite.LAX));
        }
    }

    private static String kept(Context ctx) {
        String kept = spoken(ctx.cookie(COOKIE));
        return kept == null ? accepted(ctx.header("Accept-Language")) : kept;
    }

    private static String spoken(String language) {
        return language != null && SPOKEN.contains(language.toLowerCase(Locale.ROOT))
                ? language.toLowerCase(Locale.ROOT)
                : null;
    }

    private static String accepted(String header) {
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
