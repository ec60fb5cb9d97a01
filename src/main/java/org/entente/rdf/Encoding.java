package org.entente.rdf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** Decodes files, which must be UTF-8. */
final class Encoding {
    private static final int MARK = 4;

    private Encoding() {}

    /** A reader that fails at the first byte that is not UTF-8; a byte order mark of UTF-8 is skipped with a warning. */
    static Reader open(Path file, Findings findings) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(MARK);
            byte[] start = in.readNBytes(3);
            in.reset();
            if (isMark(start)) {
                in.skipNBytes(3);
                findings.add(
                        Severity.WARNING,
                        1,
                        1,
                        "byte-order-mark",
                        "the file begins with a byte order mark (bytes EF BB BF)",
                        "save it as UTF-8 without BOM");
            }
            return new InputStreamReader(in, strict());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Whether the file begins like UTF-16, so that it is useless to read it. */
    static boolean isUtf16(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] b = in.readNBytes(2);
            return b.length == 2
                    && ((b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) || (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE));
        }
    }

    /**
     * Decodes all bytes; those that are not UTF-8 become U+FFFD and findings with their offset.
     *
     * @param badLines receives the 1-based lines with such bytes
     */
    static String decode(byte[] bytes, Findings findings, TreeSet<Integer> badLines) {
        int from = isMark(bytes) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 16);
        CharsetDecoder decoder = strict();
        int line = 1;
        int counted = 0;
        int lineStart = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            for (; counted < out.position(); counted++) {
                if (out.get(counted) == '\n') {
                    line++;
                    lineStart = counted + 1;
                }
            }
            if (badLines.add(line)) {
                findings.add(
                        Severity.ERROR,
                        line,
                        counted - lineStart + 1,
                        "not-utf8",
                        "byte 0x%02X at offset %d is not UTF-8".formatted(bytes[in.position()], in.position()),
                        "save the file as UTF-8; it may be Windows-1252 or ISO 8859-1");
            }
            in.position(in.position() + result.length());
            out.put('\uFFFD');
        }
        return out.flip().toString();
    }

    private static boolean isMark(byte[] b) {
        return b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF;
    }

    private static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
