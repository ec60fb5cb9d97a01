package org.entente.web.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.entente.text.Json;

/**
 * SPARQL's JSON for rows made into an array of flat objects while it is written: {@code [{"name":"Astana","count":3}]}. What has no value is
 * left out; numbers and booleans are those of JSON where it can write them; an ASK is {@code true} or {@code false}. The array ends only if the
 * rows do.
 */
final class FlatRows extends OutputStream {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?";

    private final JsonParser in;
    private final ByteArrayFeeder feeder;
    private final JsonGenerator out;
    private int depth;
    private boolean inRows;
    private int rowDepth;
    private TokenBuffer row;

    FlatRows(OutputStream out) {
        try {
            JsonFactory factory = Json.MAPPER.getFactory();
            this.in = factory.createNonBlockingByteArrayParser();
            this.feeder = (ByteArrayFeeder) in.getNonBlockingInputFeeder();
            this.out = factory.createGenerator(out);
            this.row = new TokenBuffer(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        feeder.feedInput(bytes, offset, offset + length);
        for (JsonToken token = in.nextToken(); token != JsonToken.NOT_AVAILABLE && token != null; ) {
            take(token);
            token = in.nextToken();
        }
    }

    private void take(JsonToken token) throws IOException {
        if (inRows) {
            rows(token);
            return;
        }
        if (token.isStructStart()) {
            inRows = token == JsonToken.START_ARRAY && depth == 2 && "bindings".equals(in.currentName());
            depth++;
            if (inRows) {
                out.writeStartArray();
            }
        } else if (token.isStructEnd()) {
            depth--;
        } else if (token.isBoolean() && depth == 1) {
            out.writeBoolean(in.getBooleanValue());
        }
    }

    private void rows(JsonToken token) throws IOException {
        if (rowDepth == 0 && token == JsonToken.END_ARRAY) {
            inRows = false;
            depth--;
            out.writeEndArray();
            return;
        }
        row.copyCurrentEvent(in);
        rowDepth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (rowDepth == 0) {
            JsonNode read = Json.MAPPER.readTree(row.asParser());
            row = new TokenBuffer(in);
            out.writeStartObject();
            for (var cell : read.properties()) {
                out.writeFieldName(cell.getKey());
                value(cell.getValue());
            }
            out.writeEndObject();
        }
    }

    private void value(JsonNode term) throws IOException {
        JsonNode value = term.path("value");
        String text = value.asText();
        String datatype = term.path("datatype").asText();
        if (!value.isTextual()) {
            out.writeObject(value);
        } else if (term.path("type").asText().equals("bnode")) {
            out.writeString("_:" + text);
        } else if (datatype.equals(XSD + "boolean") && (text.equals("true") || text.equals("false"))) {
            out.writeBoolean(text.equals("true"));
        } else if (isNumeric(datatype) && text.matches(NUMBER)) {
            out.writeNumber(text);
        } else {
            out.writeString(text);
        }
    }

    private static boolean isNumeric(String datatype) {
        return datatype.startsWith(XSD)
                && switch (datatype.substring(XSD.length())) {
                    case "integer", "decimal", "double", "float", "int", "long", "short", "byte" -> true;
                    case "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger" -> true;
                    case "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte" -> true;
                    default -> false;
                };
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
