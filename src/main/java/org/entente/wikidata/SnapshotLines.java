package org.entente.wikidata;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.entente.text.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a snapshot file, one at a time and none longer than memory bears; compressed files (gzip, bzip2) are
 * recognised by their first bytes. The brackets around a dump and the commas between its lines are taken away.
 */
final class SnapshotLines implements AutoCloseable {
    /** The longest items of Wikidata have a few million characters. */
    static final int LONGEST = 32 << 20;

    private final CountingStream file;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private long number;

    /** @throws IOException if the file cannot be read or its compression is broken */
    SnapshotLines(InputStream raw) throws IOException {
        this.file = new CountingStream(raw);
        BufferedInputStream buffered = new BufferedInputStream(file, 1 << 16);
        byte[] start = new byte[3];
        buffered.mark(start.length);
        buffered.readNBytes(start, 0, start.length);
        buffered.reset();
        if (start[0] == 0x1f && start[1] == (byte) 0x8b) {
            this.in = new GZIPInputStream(buffered, 1 << 16);
        } else if (new String(start, StandardCharsets.ISO_8859_1).equals("BZh")) {
            // The dumps of Wikidata are many such streams one after another.
            this.in = new BZip2CompressorInputStream(buffered, true);
        } else {
            this.in = buffered;
        }
    }

    /** Number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Bytes of the file that were read so far. */
    long bytes() {
        return file.count;
    }

    /**
     * The next line; empty for lines without an entity, null at the end.
     *
     * @throws WikidataException if the line is too long or not UTF-8; the lines after it can still be read
     */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 13);
        boolean any = false;
        boolean tooLong = false;
        for (boolean ended = false; !ended && fill(); ) {
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            ended = end < filled;
            if (line.size() + end - position <= LONGEST) {
                line.write(buffer, position, end - position);
            } else {
                tooLong = true;
            }
            position = ended ? end + 1 : end;
        }
        if (!any) {
            return null;
        }
        number++;
        if (tooLong) {
            throw new WikidataException(
                    "is longer than " + (LONGEST >> 20) + " MB; write one entity a line, as jq -c '.[]' does");
        }
        return bare(decoded(line.toByteArray()));
    }

    /** All that is left, as one text: for a file that holds one entity, or a list of them, over many lines. */
    String rest() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (; fill() && all.size() <= LONGEST; position = filled) {
            all.write(buffer, position, filled - position);
        }
        if (all.size() > LONGEST) {
            throw new WikidataException("begins an entity longer than " + (LONGEST >> 20)
                    + " MB; write one entity a line, as jq -c '.[]' does");
        }
        return bare(decoded(all.toByteArray()));
    }

    /** Whether there is anything left to read. */
    private boolean fill() throws IOException {
        if (position < filled) {
            return true;
        }
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private static String decoded(byte[] bytes) {
        return Utf8.decode(bytes).orElseThrow(() -> new WikidataException("is not UTF-8"));
    }

    private static String bare(String line) {
        String text = line.strip();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1).strip();
        }
        if (text.startsWith("[")) {
            text = text.substring(1).strip();
        }
        if (text.endsWith("]")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (text.endsWith(",")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class CountingStream extends java.io.FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
