package org.entente.web.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;

/** A format of an answer: its name in {@code ?format=}, its media type and the aliases of that. */
public enum Format {
    HTML("html", "text/html", null, "application/xhtml+xml"),
    JSON("json", "application/sparql-results+json", ResultSetLang.RS_JSON, "application/json"),
    XML("xml", "application/sparql-results+xml", ResultSetLang.RS_XML, "application/xml", "text/xml"),
    CSV("csv", "text/csv", ResultSetLang.RS_CSV),
    TSV("tsv", "text/tab-separated-values", ResultSetLang.RS_TSV),
    TURTLE("ttl", "text/turtle", Lang.TURTLE, "application/x-turtle"),
    NTRIPLES("nt", "application/n-triples", Lang.NTRIPLES),
    JSONLD("jsonld", "application/ld+json", Lang.JSONLD, "application/json"),
    RDFXML("rdf", "application/rdf+xml", Lang.RDFXML, "application/xml", "text/xml"),
    TRIG("trig", "application/trig", Lang.TRIG),
    NQUADS("nq", "application/n-quads", Lang.NQUADS),
    GRAPHML("graphml", "application/graphml+xml", null),
    GEXF("gexf", "application/gexf+xml", null),
    CYTOSCAPE("cyjs", "application/vnd.cytoscape+json", null),
    PLAIN_JSON("json", "application/json", null),
    SSSOM("sssom", "text/tab-separated-values", null),
    TEXT("txt", "text/plain", null);

    /** Formats for the answers of SELECT and ASK. */
    public static final List<Format> ROWS = List.of(JSON, XML, CSV, TSV);
    /** Formats for graphs. */
    public static final List<Format> GRAPHS = List.of(TURTLE, NTRIPLES, JSONLD, RDFXML);
    /** Formats for datasets. */
    public static final List<Format> DATASETS = List.of(TRIG, NQUADS);

    private static final Map<String, Set<String>> CALLED = Map.of(
            "json", Set.of("sparql-results+json", "srj"),
            "xml", Set.of("sparql-results+xml", "srx"),
            "ttl", Set.of("turtle", "n3", "text/n3", "text/rdf+n3"),
            "nt", Set.of("ntriples", "n-triples", "nt11", "text/plain"),
            "nq", Set.of("nquads", "n-quads"),
            "jsonld", Set.of("json-ld", "json"),
            "rdf", Set.of("rdfxml", "rdf+xml", "rdf/xml", "rdf-xml", "xml"));

    private final String label;
    private final String mediaType;
    private final @Nullable Lang lang;
    private final List<String> aliases;

    Format(String label, String mediaType, @Nullable Lang lang, String... aliases) {
        this.label = label;
        this.mediaType = mediaType;
        this.lang = lang;
        this.aliases = List.of(aliases);
    }

    /** The name in {@code ?format=} and in file names after the dot. */
    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The value of a Content-Type header. */
    public String contentType() {
        return switch (this) {
            // JSON and XML say it themselves, but older clients believe the header only.
            case HTML, JSON, XML, CSV, TSV, TURTLE, SSSOM, TEXT -> mediaType + "; charset=utf-8";
            default -> mediaType;
        };
    }

    /** Jena's name; pages, plain JSON and the like have none, for Jena does not write them. */
    public Lang lang() {
        if (lang == null) {
            throw new IllegalStateException(this + " is not written by Jena");
        }
        return lang;
    }

    /** The variant that Jena writes, pretty-printed if the format is meant for readers. */
    RDFFormat rdfFormat() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_PRETTY;
            case TRIG -> RDFFormat.TRIG_PRETTY;
            case RDFXML -> RDFFormat.RDFXML_PLAIN;
            case JSONLD -> RDFFormat.JSONLD11_PRETTY;
            case NTRIPLES -> RDFFormat.NTRIPLES_UTF8;
            case NQUADS -> RDFFormat.NQUADS_UTF8;
            default -> throw new IllegalStateException(this + " holds no triples");
        };
    }

    List<String> mediaTypes() {
        return aliases.isEmpty()
                ? List.of(mediaType)
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(mediaType), aliases.stream())
                        .toList();
    }

    /** The offered format with this name: the label, a media type, or what clients of SPARQL call it. */
    static Optional<Format> named(String name, List<Format> offered) {
        String wanted = name.strip().toLowerCase(Locale.ROOT).replace(' ', '+');
        return offered.stream().filter(f -> f.label.equals(wanted)).findFirst().or(() -> offered.stream()
                .filter(f -> f.mediaTypes().contains(wanted)
                        || CALLED.getOrDefault(f.label, Set.of()).contains(wanted))
                .findFirst());
    }

    /** Whether some format has this name. */
    static boolean isName(String name) {
        return named(name, List.of(values())).isPresent();
    }

    /** The format for a file extension. */
    public static Optional<Format> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(f -> f.lang != null && f.label.equals(suffix))
                .findFirst();
    }
}
