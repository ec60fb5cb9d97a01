package org.entente.web.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * Buffers the answer of Fuseki until it is complete or longer than the buffer. An error while rows are written can then
 * still become a proper error response; a longer answer is broken off. Fuseki's headers are dropped.
 */
final class FusekiResponse extends HttpServletResponseWrapper {
    private static final int BUFFER = 4 * 1024 * 1024;
    /** As for bodies that are sent here. */
    static final int BYTES_PER_SECOND = 10_000;

    private static final int GRACE_SECONDS = 10;
    private static final int PART = 64 * 1024;

    private final Supplier<OutputStream> destination;
    private final Runnable beforeSending;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable OutputStream open;
    private int status = 200;
    private boolean written;
    private boolean failedWhileWriting;
    private @Nullable String location;
    private boolean abandoned;
    /** Both read by the thread that waits, while another one writes. */
    private final AtomicLong bytesSent = new AtomicLong();

    private volatile long opened;

    /**
     * @param beforeSending sets the headers of a successful answer, just before its first byte
     * @param destination receives a successful answer
     */
    FusekiResponse(HttpServletResponse response, Runnable beforeSending, Supplier<OutputStream> destination) {
        super(response);
        this.beforeSending = beforeSending;
        this.destination = destination;
    }

    /** The status of Fuseki; 503 if the time limit was reached while rows were written. */
    int status() {
        return failedWhileWriting ? 503 : status;
    }

    boolean failed() {
        return status() >= 400;
    }

    /** Whether part of the body was already sent. */
    boolean sent() {
        return open != null;
    }

    /** The error message of Fuseki. */
    String message() {
        return held.toString(StandardCharsets.UTF_8).strip();
    }

    byte[] body() {
        return held.toByteArray();
    }

    /** Sends the rest of a successful answer that was partly sent. */
    void finish() throws IOException {
        if (open != null && !failedWhileWriting) {
            open.flush();
        }
    }

    /**
     * Discards the answer; nothing is written from now on.
     *
     * @return false if part of it was already sent
     */
    synchronized boolean abandon() {
        abandoned = open == null;
        return abandoned;
    }

    /**
     * Asked when a query does not end: whether nobody needs its answer any more. One that is being sent is wanted, unless it is read too
     * slowly: then it is cut, which ends the query.
     *
     * @param cut closes the connection
     */
    boolean isGivenUp(Runnable cut) {
        if (opened == 0) {
            return abandon();
        }
        if (isReadTooSlowly(System.nanoTime())) {
            cut.run();
        }
        return false;
    }

    /**
     * Whether a long answer is read more slowly than with {@link #BYTES_PER_SECOND}. Its query has a place among all queries until it is
     * read, and nobody may keep that.
     *
     * @param now as {@link System#nanoTime}
     */
    boolean isReadTooSlowly(long now) {
        // What was opened may have been written to the network's buffers at once, so some seconds are free.
        long seconds = (now - opened) / 1_000_000_000 - GRACE_SECONDS;
        return opened != 0 && seconds > 0 && bytesSent.get() / seconds < BYTES_PER_SECOND;
    }

    /** Does something with the request and its answer, unless they were given up. */
    synchronized void whileWanted(Runnable work) {
        if (abandoned) {
            throw new QueryCancelledException();
        }
        work.run();
    }

    private synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (abandoned) {
            throw new IOException("The time limit for this answer was reached.");
        }
        if (failedWhileWriting) {
            return; // the text that Fuseki writes after a time limit
        }
        written = true;
        if (open == null && (status >= 400 || held.size() + length <= BUFFER)) {
            held.write(bytes, offset, length);
            return;
        }
        if (open == null) {
            beforeSending.run();
            opened = System.nanoTime();
            open = destination.get();
            byte[] begun = held.toByteArray();
            held.reset();
            for (int at = 0; at < begun.length; at += PART) {
                send(open, begun, at, Math.min(PART, begun.length - at));
            }
        }
        send(open, bytes, offset, length);
    }

    private void send(OutputStream to, byte[] bytes, int offset, int length) throws IOException {
        to.write(bytes, offset, length);
        bytesSent.addAndGet(length);
    }

    @Override
    public void setStatus(int code) {
        if (written && code >= 400) {
            failedWhileWriting = true;
            held.reset();
        } else {
            status = code;
        }
    }

    @Override
    public int getStatus() {
        return status();
    }

    @Override
    public void sendError(int code, @Nullable String message) throws IOException {
        setStatus(code);
        byte[] bytes = message == null ? new byte[0] : message.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    @Override
    public void sendError(int code) throws IOException {
        sendError(code, null);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) throws IOException {
                FusekiResponse.this.write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                FusekiResponse.this.write(bytes, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("answers are written in one go");
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8), true);
    }

    @Override
    public void flushBuffer() {
        // buffered
    }

    @Override
    public void reset() {
        resetBuffer();
        status = 200;
    }

    @Override
    public void resetBuffer() {
        held.reset();
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    /** The address of a new graph; null if Fuseki made none. */
    @Nullable
    String location() {
        return location;
    }

    @Override
    public void setHeader(String name, String value) {
        if ("Location".equalsIgnoreCase(name)) {
            location = value;
        }
    }

    @Override
    public void addHeader(String name, String value) {
        setHeader(name, value);
    }

    @Override
    public void setContentType(String type) {
        // ours
    }

    @Override
    public void setContentLength(int length) {
        // ours
    }

    @Override
    public void setContentLengthLong(long length) {
        // ours
    }

    @Override
    public void setCharacterEncoding(String charset) {
        // ours
    }

    @Override
    public void setIntHeader(String name, int value) {
        // ours
    }

    @Override
    public void setDateHeader(String name, long date) {
        // ours
    }
}
