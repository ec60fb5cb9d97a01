package org.entente.web.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;

/** Addresses on this server. */
public final class Urls {
    private static final Pattern NEEDLESS =
            Pattern.compile("%(?:2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe])");

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
            return "/page/" + IdSpaces.local(iri);
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
