package org.entente.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.MemoryConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.entente.web.http.LocalNames;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.TrustedProxies;

/**
 * A server for this machine only answers to the names of this machine only. A page in somebody's browser could otherwise read everything:
 * its site lets its own name point to 127.0.0.1, and the browser takes the answers for those of that site.
 */
final class HostCheck extends Handler.Wrapper {
    private final boolean strict;

    HostCheck(ServerOptions.Address address, Handler handler) {
        super(handler);
        this.strict = LocalNames.only(address) && address.publicUrl().isEmpty();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (strict && !isKnown(request)) {
            Response.writeError(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421);
            return true;
        }
        return super.handle(request, response, callback);
    }

    /** What the server asks itself has the name that the request from outside had. */
    private static boolean isKnown(Request request) {
        return request.getConnectionMetaData().getConnector() instanceof MemoryConnector
                || TrustedProxies.passedOn(request)
                || !request.getHeaders().contains(HttpHeader.HOST)
                || LocalNames.has(Request.getServerName(request));
    }
}
