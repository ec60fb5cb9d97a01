package org.entente.web.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.URLCodec;
import org.entente.text.Utf8;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;

/** Addresses on this server. */
public final class Urls {
    private static final Pattern NEEDLESS =
            Pattern.compile("%(?:2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe])");

    private static final Pattern BEYOND_ASCII = Pattern.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+");

    /** What a path may have as it is. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[!-~&&[^<>\"{}|^`\\\\]]*");

    private Urls() {}

    /**
     * The address of this server as the client sees it, such as {@code http://127.0.0.1:8080}, without a slash at the
     * end.
     */
    public static String base(Context ctx, ServerOptions options) {
        return options.address()
                        .publicUrl()
                        .map(url -> url.toString().replaceAll("/+$", ""))
                        .orElseGet(() -> ctx.req().getScheme() + "://" + ctx.host())
                + options.address().prefix();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A path in which nothing is percent-encoded that need not be: the same address (RFC 3986, 6.2.2.2). */
    public static String normal(String path) {
        return NEEDLESS.matcher(path)
                .replaceAll(
                        code -> Character.toString(Integer.parseInt(code.group().substring(1), 16)));
    }

    /** The part of an IRI that a path stands for: letters beyond ASCII as they are (RFC 3987, 3.2). */
    public static String letters(String path) {
        return BEYOND_ASCII.matcher(path).replaceAll(codes -> Matcher.quoteReplacement(decoded(codes.group())));
    }

    private static String decoded(String codes) {
        try {
            return Utf8.decode(URLCodec.decodeUrl(codes.getBytes(StandardCharsets.US_ASCII)))
                    .filter(text -> !text.matches(".*[\\p{Cc}\\p{Cf}\\p{Z}].*"))
                    .orElse(codes);
        } catch (DecoderException e) {
            return codes;
        }
    }

    /** The path for a part of an IRI, the other way round (RFC 3987, 3.1). */
    static String path(String letters) {
        return PLAIN_PATH.matcher(letters).matches() ? letters : encodedPath(letters);
    }

    private static String encodedPath(String letters) {
        return letters.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> PLAIN_PATH.matcher(letter).matches() ? letter : encode(letter))
                .collect(Collectors.joining());
    }

    /** Percent-encodes everything but ASCII, and the percent sign, so that a header can carry the text. */
    public static String inHeader(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letter.matches("[ -$&-~]") ? letter : encode(letter))
                .collect(Collectors.joining());
    }

    /** A path with percent-encoded parameters. */
    public static String with(String path, Map<String, List<String>> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(v -> encode(e.getKey()) + "=" + encode(v)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The path of the page of an entity; any other IRI is returned as it is. */
    public static String page(String iri) {
        if (IdSpaces.isThing(iri)) {
            return "/page/" + path(IdSpaces.local(iri));
        }
        if (iri.startsWith(Ent.NS)) {
            return "/ontology#" + iri.substring(Ent.NS.length());
        }
        if (iri.startsWith(Ent.GRAPH)) {
            return "/graph/" + iri.substring(Ent.GRAPH.length());
        }
        return iri;
    }
}
