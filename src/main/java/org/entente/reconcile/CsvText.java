package org.entente.reconcile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.text.Utf8;

/** Bytes of a table as text. */
public final class CsvText {
    private CsvText() {}

    /**
     * The text, with its byte order mark if it has one.
     *
     * @param declared what the sender says; empty for what the byte order mark says, else UTF-8
     * @throws CsvException at the first byte that does not fit
     */
    public static String decode(byte[] bytes, Optional<Charset> declared) {
        Charset charset = declared.orElseGet(() -> marked(bytes));
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 2);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        String read = text.toString();
        if (result.isError()) {
            throw at(
                    read,
                    read.length(),
                    "This is not " + charset.name() + ". Save the table as UTF-8, or name its encoding"
                            + " (charset=windows-1252, --encoding windows-1252).");
        }
        int zero = read.indexOf('\0');
        if (zero >= 0) {
            throw at(
                    read,
                    zero,
                    "There is a null character here: this is not a text file, or it is UTF-16. Save the table as UTF-8.");
        }
        return read;
    }

    /**
     * The encoding that a file seems to have: what its byte order mark says, UTF-16 where every other byte is zero, UTF-8 if it can be
     * that, else Windows-1252, which spreadsheets in the West write.
     */
    public static Charset guess(byte[] bytes) {
        Charset said = marked(bytes);
        if (!said.equals(StandardCharsets.UTF_8)) {
            return said;
        }
        int looked = Math.min(bytes.length, 2_000);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        // Letters of the Latin script, digits and delimiters have a zero in UTF-16, and nothing has one in UTF-8.
        if (odd > 0 && odd > 4 * even) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > 0 && even > 4 * odd) {
            return StandardCharsets.UTF_16BE;
        }
        return Utf8.decode(bytes).isPresent() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static Charset marked(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    /** A complaint at a place of the text. */
    static CsvException at(String text, int offset, String message) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new CsvException(message, line, offset - start + 1);
    }
}
