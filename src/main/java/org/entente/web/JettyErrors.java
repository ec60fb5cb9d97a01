package org.entente.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.entente.execution.Problem;
import org.entente.text.Json;
import org.entente.web.http.Negotiation;
import org.jspecify.annotations.Nullable;

/**
 * Problems of requests that no route ever sees: addresses and headers that cannot be read, are too long or may mean several things. They
 * look like all other problems, but the page is a plain one: nothing of such a request is trusted, not even its language.
 */
final class JettyErrors extends ErrorHandler {
    private final int headerBytes;

    /** @param headerBytes largest head of a request */
    JettyErrors(int headerBytes) {
        this.headerBytes = headerBytes;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        boolean html = Negotiation.prefersHtml(request.getHeaders().get(HttpHeader.ACCEPT));
        Problem problem = problem(code);
        headers(html).forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(body(problem, html)), callback);
    }

    private static HttpFields headers(boolean html) {
        return HttpFields.build()
                .put(HttpHeader.CONTENT_TYPE, html ? "text/html;charset=utf-8" : "application/problem+json")
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put(new HttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"))
                .put(new HttpField("X-Content-Type-Options", "nosniff"));
    }

    private Problem problem(int code) {
        return switch (code) {
            case 400 ->
                Problem.of(
                        400,
                        "bad-request",
                        "The request cannot be read",
                        "Its address or one of its headers is not of the form that HTTP asks for, or may mean several things, as"
                                + " \"..\", \"//\" or an encoded slash in a path do. Write the address plainly; / leads to all pages.");
            case 404 -> Problem.notFound("Not found", "There is nothing at this address. Start at /.");
            case 405, 501 ->
                Problem.of(code, "method-not-allowed", "Method not allowed", "Ask with GET, HEAD or POST.");
            case 413 -> Problem.of(413, "too-large", "The body is too large", "Send less at a time.");
            case 414, 431 ->
                Problem.of(
                        code,
                        "head-too-large",
                        "The address or the headers are too long",
                        "Together they may have " + headerBytes
                                + " bytes. Send a long query in the body, with POST, and fewer cookies.");
            case 421 ->
                Problem.of(
                        421,
                        "other-host",
                        "Not the name of this server",
                        "This server listens on this machine only and answers to localhost, 127.0.0.1 and [::1]. To let it answer to"
                                + " another name, start it with --public-url and that address, if a proxy is in front of it, or"
                                + " with --host, to listen to the network.");
            case 426, 505 ->
                Problem.of(code, "http-version", "This version of HTTP is not spoken here", "Ask with HTTP/1.1.");
            case 503 ->
                Problem.of(503, "unavailable", "The server is being stopped", "Send the request again in a moment.");
            default ->
                code < 500
                        ? Problem.of(code, "http-" + code, "The request was refused", "Correct it and send it again.")
                        : Problem.of(
                                code,
                                "internal",
                                "Something went wrong on the server",
                                "The request could not be answered. This is not your fault; the server log has the details.");
        };
    }

    private static byte[] body(Problem problem, boolean html) {
        if (html) {
            String title = StringEscapeUtils.escapeHtml4(problem.title());
            return ("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                            + " – Entente</title></head>\n<body><h1>" + title + "</h1>\n<p>"
                            + StringEscapeUtils.escapeHtml4(problem.detail())
                            + "</p>\n<p><a href=\"/\">Entente</a></p></body></html>\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
