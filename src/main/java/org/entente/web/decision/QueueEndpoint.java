package org.entente.web.decision;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.decision.ProposalQueue;
import org.entente.execution.Problem;
import org.entente.web.http.Language;
import org.entente.web.http.Origins;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ServiceContext;

/** {@code /proposals}: what was proposed without the key, for whoever has it. */
final class QueueEndpoint {
    private final ServiceContext service;
    private final Optional<ProposalQueue> queue;

    QueueEndpoint(ServiceContext service, Optional<ProposalQueue> queue) {
        this.service = service;
        this.queue = queue;
    }

    void page(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        Optional<String> author = service.key().signedIn(ctx);
        service.pages()
                .html(
                        ctx,
                        PageInfo.titled("proposals.title"),
                        new QueueView(
                                author.isPresent()
                                        ? queue.map(ProposalQueue::all).orElse(List.of())
                                        : List.of(),
                                author,
                                ctx.queryParam("sent") != null));
    }

    /** Declines a proposal. */
    void decline(Context ctx) {
        Origins.requireSame(ctx.req(), service.options(), "This must be sent from this site", "Open /proposals here.");
        if (!RequestBody.mediaType(ctx).equals(RequestBody.FORM)) {
            throw Problem.unsupported("Send the form of /proposals (" + RequestBody.FORM + ").");
        }
        Map<String, List<String>> form = RequestBody.parameters(RequestBody.text(
                RequestBody.read(ctx, service.options().bodies().query())));
        String key = QueryParameters.first(form, "key");
        service.key().require(ctx, key == null ? "" : key);
        String id = QueryParameters.first(form, "decline");
        if (id != null) {
            queue.ifPresent(waiting -> waiting.remove(id));
        }
        ctx.header("Cache-Control", "no-store");
        ctx.status(303).header("Location", "/proposals?lang=" + Language.of(ctx));
    }
}
