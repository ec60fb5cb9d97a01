package org.entente.web.dossier;

import io.javalin.http.Context;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.evidence.EvidenceReader;
import org.entente.evidence.EvidenceRecord;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.store.CollectionDescription;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Etags;
import org.entente.web.http.Language;
import org.entente.web.http.ServerOptions;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/**
 * {@code /evidence?of=}: the evidence for an encounter, event, participation, report, agreement, tenure or
 * contradiction, as a page or, with {@code fragment=true}, as the content of the panel.
 */
final class EvidenceEndpoint {
    private static final int IN_PANEL = 12;
    private static final int ON_PAGE = 200;
    private static final String EXPECTED = "a name such as event:wg-economy-9, or the full IRI";

    private final QueryExecutor executor;
    private final ServerOptions options;
    private final Pages pages;

    EvidenceEndpoint(QueryExecutor executor, ServerOptions options, Pages pages) {
        this.executor = executor;
        this.options = options;
        this.pages = pages;
    }

    void handle(Context ctx) {
        boolean fragment = "true".equals(ctx.queryParam("fragment"));
        ctx.header("Vary", "Accept-Language");
        Node asked = thing(ctx.queryParam("of"));
        String language = Language.of(ctx);
        if (Etags.unchanged(
                ctx, Etags.of(executor.state(), "evidence", language, ctx.req().getQueryString()))) {
            return;
        }
        EvidenceRecord record = executor.inOneState(
                        ctx.ip(),
                        session -> EvidenceReader.read(
                                NodeFactory.createURI(CollectionDescription.in(session.dataset())
                                        .own(asked.getURI())),
                                language,
                                fragment ? IN_PANEL : ON_PAGE,
                                session.select()))
                .orElseThrow(() -> Problem.notFound(
                        "No entry has this name", "The collection has no entry <" + asked.getURI() + ">."));
        EvidenceView view = EvidenceView.of(record, options.folders().archive().isPresent(), language);
        if (fragment) {
            pages.fragment(ctx, new EvidenceView.Panel(view));
        } else {
            pages.html(ctx, PageInfo.titled(record.claim()), new EvidenceView.Whole(view));
        }
    }

    /** @param text a CURIE with a known prefix, or an IRI of this collection */
    private static Node thing(String text) {
        String given = text == null ? "" : text.strip();
        String iri = Prefixes.expand(given).orElse(given);
        if (!iri.startsWith(Ent.BASE) && !IdSpaces.isThing(iri)
                || !iri.matches("[\\p{Alnum}:._~%!$&'()*+,;=@/#-]{1,500}")) {
            throw Problem.of(
                            422, "parameter", "The parameter of is invalid", "Parameter of: expected " + EXPECTED + ".")
                    .with("parameter", "of")
                    .with("expected", EXPECTED);
        }
        return NodeFactory.createURI(iri);
    }
}
