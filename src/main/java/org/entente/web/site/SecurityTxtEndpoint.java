package org.entente.web.site;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.store.CollectionDescription;
import org.entente.web.http.Format;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/** {@code /.well-known/security.txt}: whom to tell of a hole (RFC 9116), if the collection says who looks after it. */
final class SecurityTxtEndpoint {
    private static final int MONTHS = 6;

    private final QueryExecutor executor;
    private final ServerOptions options;

    SecurityTxtEndpoint(QueryExecutor executor, ServerOptions options) {
        this.executor = executor;
        this.options = options;
    }

    void handle(Context ctx) {
        CollectionDescription about = executor.collection();
        if (!about.contact().matches("(mailto:|https?://)[!-~]+")) {
            throw Problem.notFound(
                    "No contact is known",
                    "The collection does not say who looks after it. Its operator can give an address: dcat:contactPoint in "
                            + CollectionDescription.FILE + ".");
        }
        // Made for each request, so the contact is one of today.
        Instant expires = LocalDate.now(ZoneOffset.UTC)
                .plusMonths(MONTHS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        ctx.contentType(Format.TEXT.contentType())
                .result("Contact: " + about.contact() + "\nExpires: " + DateTimeFormatter.ISO_INSTANT.format(expires)
                        + "\nPreferred-Languages: " + String.join(", ", about.languages()) + "\nCanonical: "
                        + Urls.base(ctx, options) + "/.well-known/security.txt\n");
    }
}
