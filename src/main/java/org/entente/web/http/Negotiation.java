package org.entente.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.execution.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a format by the Accept header (RFC 9110). The most specific range gives the quality of a format; of equal
 * ones the first offered wins.
 */
public final class Negotiation {
    private record Range(String type, double quality) {
        /** How specific the match is: 3 for the exact type, 2 for {@code text/*}, 1 for any type, 0 for no match. */
        int specificity(String mediaType) {
            if (type.equals(mediaType)) {
                return 3;
            }
            if (type.equals("*/*") || type.equals("*")) {
                return 1;
            }
            return type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)) ? 2 : 0;
        }
    }

    private Negotiation() {}

    /**
     * The best of the offered formats.
     *
     * @param accept the header; null or blank accepts everything
     * @param offered in the order in which the server prefers them
     * @return empty if no offered format is acceptable
     */
    static Optional<Format> choose(@Nullable String accept, List<Format> offered) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.getFirst());
        }
        List<Range> ranges = ranges(accept);
        Format best = null;
        double bestQuality = 0;
        for (Format format : offered) {
            double quality = quality(format, ranges);
            if (quality > bestQuality) {
                best = format;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Like {@link #choose}, but {@code ?format=} overrides the header, unless it is a name that nobody knows beside a header that names a
     * format, as old clients send both.
     *
     * @throws Problem 406 if no offered format is acceptable
     */
    public static Format require(@Nullable String formatParameter, @Nullable String accept, List<Format> offered) {
        if (formatParameter != null && !formatParameter.isBlank()) {
            return Format.named(formatParameter, offered)
                    .or(() -> Format.isName(formatParameter) ? Optional.empty() : namedIn(accept, offered))
                    .orElseThrow(() -> notAcceptable(offered));
        }
        return choose(accept, offered).orElseThrow(() -> notAcceptable(offered));
    }

    private static Optional<Format> namedIn(@Nullable String accept, List<Format> offered) {
        String header = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return choose(accept, offered)
                .filter(format ->
                        format != Format.HTML && format.mediaTypes().stream().anyMatch(header::contains));
    }

    /**
     * Whether the header prefers a page to data, as browsers do; {@code *}{@code /*} alone, as curl sends it, does not.
     */
    public static boolean prefersHtml(@Nullable String accept) {
        return accept != null
                && choose(accept, List.of(Format.PLAIN_JSON, Format.HTML))
                        .filter(Format.HTML::equals)
                        .isPresent();
    }

    private static Problem notAcceptable(List<Format> offered) {
        String types = offered.stream().map(Format::mediaType).distinct().collect(Collectors.joining(", "));
        String names = offered.stream().map(Format::label).distinct().collect(Collectors.joining(", "));
        return Problem.of(
                        406,
                        "not-acceptable",
                        "No acceptable format",
                        "Send an Accept header with one of " + types + ", or ?format= with one of " + names + ".")
                .with(
                        "available",
                        offered.stream().map(Format::mediaType).distinct().toList());
    }

    private static double quality(Format format, List<Range> ranges) {
        double best = 0;
        List<String> types = format.mediaTypes();
        for (int i = 0; i < types.size(); i++) {
            int specificity = 0;
            double quality = 0;
            for (Range range : ranges) {
                int s = range.specificity(types.get(i));
                if (s > specificity) {
                    specificity = s;
                    quality = range.quality;
                }
            }
            // An alias counts only if it is named itself: "*/*" already counted for the main name.
            if (i == 0 || specificity == 3) {
                best = Math.max(best, quality);
            }
        }
        return best;
    }

    private static List<Range> ranges(String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String part : accept.split(",")) {
            String[] pieces = part.split(";", -1);
            double quality = 1;
            for (int i = 1; i < pieces.length; i++) {
                String piece = pieces[i].strip();
                if (piece.startsWith("q=") || piece.startsWith("Q=")) {
                    quality = parseQuality(piece.substring(2));
                }
            }
            String type = pieces[0].strip().toLowerCase(Locale.ROOT);
            if (!type.isEmpty()) {
                ranges.add(new Range(type, quality));
            }
        }
        return ranges;
    }

    private static double parseQuality(String text) {
        try {
            return Math.clamp(Double.parseDouble(text.strip()), 0, 1);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
