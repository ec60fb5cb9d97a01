package org.entente.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entente.web.http.Format;

/**
 * Says that an answer lacks rows, or a graph the triples of further solutions: in a header; behind the answer, in a trailer, if it
 * was on its way before that was known; and in a comment, where the format has comments.
 *
 * @param rows how many the answer has, or is made of
 */
record CutNote(HttpServletRequest request, HttpServletResponse response, long rows) {
    private static final String HEADER = "Entente-More";

    /** Whether the answer is known to be cut. */
    boolean isCut() {
        return request.getAttribute(FusekiBridge.CUT) != null;
    }

    /** Before the answer: behind it a trailer may follow. HTTP/1.0 has none. */
    void promise() {
        if (!request.getProtocol().equals("HTTP/1.0")) {
            response.setTrailerFields(() -> isCut() ? Map.of(HEADER, "true") : Map.of());
        }
    }

    /** Among the headers, if it is known by then. */
    void addHeader() {
        if (isCut()) {
            response.setHeader(HEADER, "true");
        }
    }

    /** The whole answer with its comment. */
    InputStream around(Format format, byte[] body) {
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(before(format)),
                new ByteArrayInputStream(body),
                new ByteArrayInputStream(after(format)))));
    }

    /** The beginning of an answer that is on its way: the solutions of a graph are counted before it is written. */
    OutputStream begin(Format format, OutputStream out) {
        return write(before(format), out);
    }

    /** The end of an answer that is on its way. */
    void end(Format format, OutputStream out) {
        write(after(format), out);
    }

    private byte[] before(Format format) {
        return switch (format) {
            case TURTLE, NTRIPLES, TRIG, NQUADS -> comment("# ", "solutions", "\n");
            case RDFXML -> comment("<!-- ", "solutions", " -->\n");
            default -> new byte[0];
        };
    }

    private byte[] after(Format format) {
        return format == Format.XML ? comment("<!-- ", "rows", " -->\n") : new byte[0];
    }

    private byte[] comment(String begin, String what, String end) {
        return isCut()
                ? (begin + "Not all: this is made of the first " + rows + " " + what
                                + ". Ask for less, or in parts with ORDER BY, LIMIT and OFFSET." + end)
                        .getBytes(StandardCharsets.UTF_8)
                : new byte[0];
    }

    private static OutputStream write(byte[] text, OutputStream out) {
        try {
            out.write(text);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
