package org.entente.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.entente.execution.Problem;

/** Refuses requests that a page of another site makes in somebody's browser. */
public final class Origins {
    private Origins() {}

    /**
     * Browsers always send the origin of a request that changes something; other clients need not.
     *
     * @throws Problem 403 if the request comes from another site
     */
    public static void requireSame(HttpServletRequest request, ServerOptions options, String title, String advice) {
        String origin = request.getHeader("Origin");
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                || origin != null && !isOurs(origin, request, options)) {
            throw Problem.of(403, "other-site", title, advice);
        }
    }

    /** A proxy in front may send a host of its own: what the browser shows is then the public address. */
    private static boolean isOurs(String origin, HttpServletRequest request, ServerOptions options) {
        Optional<String> authority = authority(origin);
        return authority.isPresent()
                && (authority.equals(Optional.ofNullable(request.getHeader("Host")))
                        || authority.equals(options.address().publicUrl().map(URI::getRawAuthority)));
    }

    /**
     * As {@link #requireSame}. On a server that listens on this machine only, the host must also be a name of it: a
     * site that lets its own name point here could otherwise pass for this one.
     */
    public static void requireOurs(HttpServletRequest request, ServerOptions options) {
        requireSame(
                request,
                options,
                "Another site may not ask here",
                "Ask from a program, or from a page of this server.");
        String host = String.valueOf(request.getHeader("Host")).replaceFirst(":[0-9]+$", "");
        boolean known = LocalNames.has(host)
                || options.address()
                        .publicUrl()
                        .map(URI::getHost)
                        .filter(host::equals)
                        .isPresent();
        if (LocalNames.only(options.address()) && !known) {
            throw Problem.of(
                    403,
                    "other-host",
                    "Not the name of this server",
                    "This server listens on this machine only. Ask http://localhost:" + request.getServerPort()
                            + " instead of " + host + ".");
        }
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
