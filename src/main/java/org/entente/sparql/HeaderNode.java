package org.entente.sparql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML value that remembers its line, which Jackson's own tree does not. Exactly one of the three is there.
 *
 * @param line line in the YAML text, from 1; of the key where there is one
 * @param scalar the text of a scalar
 * @param items the values of a sequence
 * @param fields the values of a mapping
 */
public record HeaderNode(
        int line, Optional<String> scalar, Optional<List<HeaderNode>> items, Optional<Map<String, HeaderNode>> fields) {

    /** The text is not the YAML that is understood; the line counts from 1. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        Malformed(int line, String message) {
            super(message);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    /** Reads one YAML document whose top is a mapping; an empty text is an empty mapping. */
    public static HeaderNode parse(String yaml) throws Malformed {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            if (parser.nextToken() == null) {
                return new HeaderNode(1, Optional.empty(), Optional.empty(), Optional.of(Map.of()));
            }
            HeaderNode top = read(parser, 1);
            if (top.fields().isEmpty()) {
                throw new Malformed(1, "the header is not a YAML mapping of keys and values");
            }
            return top;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new Malformed(
                    line,
                    "the header is not valid YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HeaderNode read(JsonParser parser, int line) throws IOException, Malformed {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, HeaderNode> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    int at = parser.currentTokenLocation().getLineNr();
                    parser.nextToken();
                    if (fields.put(key, read(parser, at)) != null) {
                        throw new Malformed(at, "the key " + key + " is given twice");
                    }
                }
                yield new HeaderNode(line, Optional.empty(), Optional.empty(), Optional.of(fields));
            }
            case START_ARRAY -> {
                List<HeaderNode> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser, parser.currentTokenLocation().getLineNr()));
                }
                yield new HeaderNode(line, Optional.empty(), Optional.of(items), Optional.empty());
            }
            case VALUE_NULL -> new HeaderNode(line, Optional.of(""), Optional.empty(), Optional.empty());
            default -> new HeaderNode(line, Optional.of(parser.getText()), Optional.empty(), Optional.empty());
        };
    }
}
