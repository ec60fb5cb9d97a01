package org.entente.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** The language of a page: {@code ?lang=}, else the best of Accept-Language that we speak, else English. */
final class Language {
    private static final List<String> SPOKEN = List.of("en", "de");

    private Language() {}

    static String of(Context ctx) {
        String wanted = ctx.queryParam("lang");
        if (wanted != null && SPOKEN.contains(wanted.toLowerCase(Locale.ROOT))) {
            return wanted.toLowerCase(Locale.ROOT);
        }
        String header = ctx.header("Accept-Language");
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
