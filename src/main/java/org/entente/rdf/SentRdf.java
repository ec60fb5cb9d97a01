package org.entente.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.entente.text.ExceptionText;
import org.entente.text.Utf8;

/**
 * Reads RDF of any format that somebody sent, as strictly as files are read: UTF-8, whole statements, IRIs that all parsers take. Nothing
 * is fetched, whatever it refers to.
 */
public final class SentRdf {
    private SentRdf() {}

    /**
     * Adds what was sent to a dataset.
     *
     * @param mediaType of a format of RDF
     * @param base for relative IRIs
     * @return what is wrong, with its line and column; empty if nothing is. Then some of it may have been added
     */
    public static Optional<String> read(byte[] body, String mediaType, String base, DatasetGraph into) {
        Lang lang = Objects.requireNonNull(RDFLanguages.contentTypeToLang(mediaType), "a format of RDF");
        Optional<String> text = Utf8.decode(body);
        if (text.isEmpty()) {
            return Optional.of("It is not UTF-8.");
        }
        Context context = new Context();
        context.set(LangJSONLD11.JSONLD_OPTIONS, closed(base));
        String sent = text.get();
        if (lang.equals(Lang.JSONLD)) {
            Optional<String> refused = SentJsonLd.refusal(sent, closed(base));
            if (refused.isPresent()) {
                return refused;
            }
        }
        try {
            RDFParser.fromString(sent.startsWith("\uFEFF") ? sent.substring(1) : sent, lang)
                    .base(base)
                    .strict(true)
                    .checking(true)
                    .context(context)
                    .errorHandler(new RiotErrors())
                    .parse(into);
            return Optional.empty();
        } catch (RiotException e) {
            return Optional.of(ExceptionText.of(e));
        }
    }

    /** Contexts stand in the document itself. */
    private static JsonLdOptions closed(String base) {
        JsonLdOptions options = new JsonLdOptions((address, how) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "The context " + address + " is not fetched. Write the context itself into the document.");
        });
        options.setBase(URI.create(base));
        return options;
    }
}
