package org.entente.web.release;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the path of a release before the links of an answer, so that whoever follows them stays in it. */
final class Addresses {
    /** What is the same in all releases keeps its address. */
    private static final String SHARED = "(?!/|r/|static/|cite|releases|timemap/|history/|favicon)";

    private static final Pattern ATTRIBUTE =
            Pattern.compile("(\\s(?:href|action|formaction|src|data-href|data-url)=\")/" + SHARED);

    private static final Pattern LINK = Pattern.compile("<(/" + SHARED + "[^>]*)>");

    private Addresses() {}

    static String inPage(String html, String prefix) {
        return ATTRIBUTE.matcher(html).replaceAll("$1" + Matcher.quoteReplacement(prefix + "/"));
    }

    static String inLinkHeader(String links, String prefix) {
        return LINK.matcher(links).replaceAll("<" + Matcher.quoteReplacement(prefix) + "$1>");
    }

    static String location(String location, String prefix) {
        return location.startsWith("/") && !location.startsWith("//") && !location.startsWith("/r/")
                ? prefix + location
                : location;
    }
}
