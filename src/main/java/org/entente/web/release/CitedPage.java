package org.entente.web.release;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads which page {@code /cite} is asked for. Programs write {@code of=} percent-encoded; people append the address as it stands in their
 * browser, and then everything after its question mark belongs to the page, but for what only {@code /cite} knows.
 */
final class CitedPage {
    private static final List<String> OWN = List.of("format", "lang");
    private static final String ADDRESS = "/(?![/\\\\])[^\\s\\\\#]{0,4000}";

    private CitedPage() {}

    /**
     * The address, path and query string, percent-encoded; empty if there is none, or if it could mean two things.
     *
     * @param query of the request, as it was sent
     */
    static Optional<String> in(@Nullable String query) {
        List<String> of = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String part : query == null ? new String[0] : query.split("&")) {
            if (part.startsWith("of=") && of.isEmpty()) {
                of.add(part.substring("of=".length()));
            } else if (!part.isEmpty() && !OWN.contains(part.replaceFirst("=.*", ""))) {
                others.add(part);
            }
        }
        if (of.isEmpty()) {
            return Optional.empty();
        }
        String first = of.getFirst();
        boolean open = first.startsWith("/") && first.contains("?");
        if (!open && !others.isEmpty()) {
            // The address was encoded in part: what follows its first & may be its own, or nobody's.
            return Optional.empty();
        }
        of.addAll(others);
        return decoded(open ? String.join("&", of) : first, open)
                .filter(address -> address.matches(ADDRESS) && !address.matches("/cite([/?].*)?"));
    }

    private static Optional<String> decoded(String text, boolean open) {
        try {
            // A space is what is left when somebody encoded an address that had been decoded for reading.
            return Optional.of(
                    open
                            ? text
                            : URLDecoder.decode(text, StandardCharsets.UTF_8).replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What to write instead. */
    static String advice() {
        return "path and query string of a page of this server, either as it stands in the browser,"
                + " /cite?of=/queries/who-met?person=person:<name>, or percent-encoded as a whole,"
                + " /cite?of=%2Fqueries%2Fwho-met%3Fperson%3Dperson%3A<name>";
    }
}
