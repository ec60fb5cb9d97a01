package org.entente.web.release;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request as the server of an earlier release sees it: without the path before its addresses. */
final class EarlierRequest extends HttpServletRequestWrapper {
    private final String path;

    EarlierRequest(HttpServletRequest request, String path) {
        super(request);
        this.path = path;
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public String getContextPath() {
        return "";
    }
}
