package org.entente.web.proposal;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.QueryExecutor;
import org.entente.query.EntityResolver;
import org.entente.store.CollectionDescription;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Language;
import org.entente.web.http.Urls;
import org.entente.web.page.Cell;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** {@code /suggest-name}: a form that makes a proposal of what is filled in, as a mail to the collection's contact and as a file. */
final class ProposalEndpoint {
    private final QueryExecutor executor;
    private final EntityResolver names;
    private final Pages pages;

    ProposalEndpoint(QueryExecutor executor, EntityResolver names, Pages pages) {
        this.executor = executor;
        this.names = names;
        this.pages = pages;
    }

    void handle(Context ctx) {
        ProposalRequest proposal = ProposalRequest.read(ctx);
        String language = Language.of(ctx);
        Messages messages = Messages.in(language);
        Map<String, String> errors = new LinkedHashMap<>();
        proposal.errors().forEach((field, error) -> errors.put(field, messages.get("proposal.error." + error)));
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        Cell event = thing(proposal.event(), language);
        Cell post = thing(proposal.post(), language);
        String text = proposal.isComplete() ? text(proposal, event, post, messages) : "";
        if (!text.isEmpty() && "text".equals(ctx.queryParam("format"))) {
            ctx.header("Content-Disposition", "attachment; filename=\"proposal.txt\"");
            ctx.contentType("text/plain; charset=utf-8").result(text);
            return;
        }
        if (!errors.isEmpty()) {
            ctx.status(422);
        }
        pages.html(
                ctx,
                PageInfo.titled("proposal.title"),
                new ProposalView(proposal, errors, event, post, text, mail(text, messages), file(proposal, language)));
    }

    /** The thing by its name; without a link if the collection does not know it. */
    private Cell thing(String name, String language) {
        if (name.isEmpty()) {
            return Cell.EMPTY;
        }
        String iri = names.survivor(Prefixes.expand(name).orElse(name));
        return names.label(iri, language)
                .map(label -> new Cell(label, Cell.href(iri), "", iri))
                .orElseGet(() -> new Cell(name, "", ""));
    }

    private String text(ProposalRequest proposal, Cell event, Cell post, Messages messages) {
        CollectionDescription collection = executor.collection();
        List<String> lines = new ArrayList<>();
        lines.add(messages.get("proposal.text.what"));
        lines.add("");
        lines.add(line(messages, "collection", collection.title(messages.language()) + ", " + executor.release()));
        lines.add(line(messages, "event", (event.text() + " " + event.exact()).strip()));
        lines.add(line(messages, "post", (post.text() + " " + post.exact()).strip()));
        lines.add(line(messages, "name", proposal.name()));
        lines.add(line(messages, "source", proposal.source()));
        lines.add(line(messages, "passage", proposal.passage()));
        return String.join("\n", lines) + "\n";
    }

    private static String line(Messages messages, String field, String value) {
        return messages.get("proposal.text." + field) + ": " + (value.isEmpty() ? "–" : value);
    }

    private String mail(String text, Messages messages) {
        String contact = executor.collection().contact();
        return text.isEmpty() || !contact.startsWith("mailto:")
                ? ""
                : contact + (contact.contains("?") ? "&" : "?") + "subject=" + spaced(messages.get("proposal.subject"))
                        + "&body=" + spaced(text.replace("\n", "\r\n"));
    }

    /** Programs for mail read a plus sign as it is. */
    private static String spaced(String text) {
        return Urls.encode(text).replace("+", "%20");
    }

    private static String file(ProposalRequest proposal, String language) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("event", List.of(proposal.event()));
        parameters.put("post", List.of(proposal.post()));
        parameters.put("name", List.of(proposal.name()));
        parameters.put("source", List.of(proposal.source()));
        parameters.put("passage", List.of(proposal.passage()));
        parameters.put("lang", List.of(language));
        parameters.put("format", List.of("text"));
        return Urls.with("/suggest-name", parameters);
    }
}
