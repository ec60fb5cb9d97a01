package org.entente.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.entente.web.http.ResponseAbort;
import org.jspecify.annotations.Nullable;

/**
 * What caches need to know of every answer, added when it begins: that answers may be compressed (RFC 9110, 12.5.5), and that one that has
 * not changed has no content, so no type either (15.4.5).
 */
final class CachedAnswers extends Handler.Wrapper {
    private static final String ENCODING = HttpHeader.ACCEPT_ENCODING.asString();

    CachedAnswers(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Begun(request, response), callback);
    }

    private static final class Begun extends Response.Wrapper {
        Begun(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            if (getRequest().getAttribute(ResponseAbort.BROKEN) != null) {
                EofException broken = new EofException("The answer was broken off.");
                callback.failed(broken);
                // Jetty closes the connection, but counts the request as running, and would wait for it when it stops.
                getRequest().addHttpStreamWrapper(stream -> {
                    stream.failed(broken);
                    return stream;
                });
                return;
            }
            if (!isCommitted()) {
                complete(getHeaders(), getStatus());
            }
            super.write(last, content, callback);
        }
    }

    private static void complete(HttpFields.Mutable headers, int status) {
        HttpField vary = headers.getField(HttpHeader.VARY);
        if (vary == null) {
            headers.put(HttpHeader.VARY, ENCODING);
        } else if (!vary.contains(ENCODING) && !vary.contains("*")) {
            headers.put(HttpHeader.VARY, headers.get(HttpHeader.VARY) + ", " + ENCODING);
        }
        if (status == HttpStatus.NOT_MODIFIED_304) {
            headers.remove(HttpHeader.CONTENT_TYPE);
        }
    }
}
