package org.entente.engine;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.DigestAuthentication;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.Fields;
import org.entente.engine.EngineFailure.Kind;
import org.entente.text.ExceptionText;

/** Requests to one engine: each within a time and a size, without following redirects. */
final class EngineClient implements AutoCloseable {
    private static final int MOST_BYTES = 500_000_000;
    private static final long PATIENCE_MILLIS = 2_000;
    private static final int SHOWN = 300;

    private final HttpClient client = new HttpClient();

    EngineClient(EngineAddress address) {
        client.setFollowRedirects(false);
        client.setUserAgentField(new org.eclipse.jetty.http.HttpField(HttpHeader.USER_AGENT, "Entente"));
        address.login().ifPresent(login -> {
            for (URI uri :
                    List.of(address.query(), address.graphs(), address.update().orElse(address.query()))) {
                URI host = uri.resolve("/");
                client.getAuthenticationStore()
                        .addAuthentication(new DigestAuthentication(
                                host, Authentication.ANY_REALM, login.user(), login.password()));
                client.getAuthenticationStore()
                        .addAuthentication(new BasicAuthentication(
                                host, Authentication.ANY_REALM, login.user(), login.password()));
            }
        });
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form and returns what comes, which is of this type. */
    byte[] form(URI address, Fields fields, String accept, Duration time) {
        Request request = client.newRequest(address)
                .method(HttpMethod.POST)
                .headers(headers -> headers.put(HttpHeader.ACCEPT, accept))
                .body(new FormRequestContent(fields, StandardCharsets.UTF_8));
        ContentResponse response = send(address, request, time);
        String type = String.valueOf(response.getMediaType());
        if (!accept.contains(type)) {
            throw new EngineFailure(
                    Kind.UNREADABLE,
                    address,
                    "it answered with " + type + " instead of " + accept + ". Is this where it takes SPARQL queries?");
        }
        return response.getContent();
    }

    /** Sends a body, or none. */
    void send(HttpMethod method, URI address, String type, byte[] body, Duration time) {
        Request request = client.newRequest(address).method(method);
        if (body.length > 0) {
            request.body(new BytesRequestContent(type, body));
        }
        send(address, request, time);
    }

    private static ContentResponse send(URI address, Request request, Duration time) {
        request.timeout(time.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ContentResponse response = new CompletableResponseListener(request, MOST_BYTES)
                    .send()
                    .get(time.toMillis() + PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            refuse(address, response);
            return response;
        } catch (TimeoutException e) {
            request.abort(e);
            throw tooSlow(address, time);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw tooSlow(address, time);
            }
            throw new EngineFailure(
                    Kind.UNREACHABLE,
                    address,
                    "it cannot be reached (" + ExceptionText.of(Objects.requireNonNullElse(e.getCause(), e))
                            + "). Is it running, and is this its address?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure(Kind.UNREACHABLE, address, "the request was interrupted.");
        }
    }

    private static EngineFailure tooSlow(URI address, Duration time) {
        return new EngineFailure(Kind.SLOW, address, "it did not answer within " + time.toMillis() / 1000.0 + " s.");
    }

    private static void refuse(URI address, ContentResponse response) {
        int status = response.getStatus();
        if (status / 100 == 2) {
            return;
        }
        String said = status + said(response);
        throw switch (status) {
            case 401, 403 ->
                new EngineFailure(
                        Kind.DENIED,
                        address,
                        "it answered with status " + said
                                + ". Set ENTENTE_ENGINE_USER and ENTENTE_ENGINE_PASSWORD to an account that may do this.");
            case 408, 504 -> new EngineFailure(Kind.SLOW, address, "it ended the query: status " + said + ".");
            case 404, 405 ->
                new EngineFailure(
                        Kind.REFUSED,
                        address,
                        "it answered with status " + said
                                + ". Name the right addresses: the one for queries, and --update or --graph-store for writing.");
            default -> {
                boolean moved = status / 100 == 3;
                yield new EngineFailure(
                        // Some engines say 500 of what they cannot compute.
                        status / 100 == 4 || status == 500 ? Kind.REFUSED : Kind.UNREACHABLE,
                        address,
                        "it answered with status " + said
                                + (moved ? "; redirects are not followed: name the address it leads to." : "."));
            }
        };
    }

    /** The start of what it says itself, on one line. */
    private static String said(ContentResponse response) {
        String text = response.getContentAsString()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return text.isEmpty() ? "" : " (" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + ")";
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
