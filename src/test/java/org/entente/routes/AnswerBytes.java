package org.entente.routes;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.text.Json;
import org.entente.text.Utf8;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Reads an answer as its type says, with parsers that forgive nothing. */
final class AnswerBytes {
    private AnswerBytes() {}

    /** What is wrong with it; empty if nothing is. */
    static Optional<String> wrong(HttpResponse<byte[]> answer) {
        String header = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.body().length == 0) {
            return Optional.empty();
        }
        if (header.isEmpty()) {
            return Optional.of("no Content-Type");
        }
        String type = header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        try {
            if (type.startsWith("application/vnd.openxml")) {
                return new ZipInputStream(new ByteArrayInputStream(answer.body())).getNextEntry() == null
                        ? Optional.of("no zip")
                        : Optional.empty();
            }
            if (type.equals("application/octet-stream")) {
                return Optional.empty();
            }
            if (type.startsWith("text/") && !header.toLowerCase(Locale.ROOT).contains("charset=utf-8")) {
                return Optional.of("a text without its charset: " + header);
            }
            String text = Utf8.decode(answer.body()).orElseThrow(() -> new IllegalArgumentException("not UTF-8"));
            if (text.contains("\uFFFD")) {
                return Optional.of("has U+FFFD");
            }
            read(type, text, answer.body());
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(String.valueOf(e));
        }
    }

    private static void read(String type, String text, byte[] bytes) throws Exception {
        switch (type) {
            case "text/html" -> {
                if (text.contains(HostileCollection.UNESCAPED) || text.contains("<b title=\"x")) {
                    throw new IllegalArgumentException("a name became markup");
                }
            }
            case "text/csv" -> table(CSVFormat.RFC4180, text);
            case "text/tab-separated-values" -> {
                long tabs = text.lines()
                        .findFirst()
                        .orElse("")
                        .chars()
                        .filter(c -> c == '\t')
                        .count();
                text.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
                    if (line.chars().filter(c -> c == '\t').count() != tabs && !text.startsWith("#")) {
                        throw new IllegalArgumentException("another number of cells: " + line);
                    }
                });
            }
            case "application/sparql-results+json" ->
                ResultSetMgr.read(new ByteArrayInputStream(bytes), ResultSetLang.RS_JSON)
                        .forEachRemaining(row -> {});
            case "application/sparql-results+xml" -> {
                xml(text);
                ResultSetMgr.read(new ByteArrayInputStream(bytes), ResultSetLang.RS_XML)
                        .forEachRemaining(row -> {});
            }
            default -> others(type, text, bytes);
        }
    }

    private static void others(String type, String text, byte[] bytes) throws Exception {
        Lang lang = RDFLanguages.contentTypeToLang(type);
        if (type.endsWith("xml")) {
            xml(text);
        }
        if (type.equals("application/gexf+xml")) {
            valid(text, Path.of("src/test/resources/export/gexf-1.3/gexf.xsd").toUri());
        }
        if (type.equals("application/graphml+xml")) {
            valid(text, AnswerBytes.class.getResource("/graphml.xsd").toURI());
        }
        if (lang != null && (RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang))) {
            RDFParser.source(new ByteArrayInputStream(bytes))
                    .lang(lang)
                    .base("http://example.org/")
                    .strict(!lang.equals(Lang.JSONLD))
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(DatasetGraphFactory.create());
        } else if (type.endsWith("json")) {
            Json.MAPPER.readTree(bytes);
        }
    }

    private static void table(CSVFormat format, String text) throws Exception {
        int cells = -1;
        for (CSVRecord row : format.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            if (cells >= 0 && row.size() != cells) {
                throw new IllegalArgumentException(
                        "row " + row.getRecordNumber() + " has " + row.size() + " cells, not " + cells);
            }
            cells = row.size();
        }
    }

    /** By the schema that its makers publish. */
    private static void valid(String text, URI schema) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema.toURL())
                .newValidator()
                .validate(new StreamSource(new StringReader(text)));
    }

    private static void xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {}

            @Override
            public void error(SAXParseException e) throws SAXParseException {
                throw e;
            }

            @Override
            public void fatalError(SAXParseException e) throws SAXParseException {
                throw e;
            }
        });
        builder.parse(new InputSource(new StringReader(text)));
    }
}
