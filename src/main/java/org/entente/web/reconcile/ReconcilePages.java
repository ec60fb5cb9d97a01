package org.entente.web.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.reconcile.CollectionState;
import org.entente.reconcile.CollectionStates;
import org.entente.reconcile.EntityId;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.Extension;
import org.entente.reconcile.Extension.Settings;
import org.entente.text.ShortText;
import org.entente.time.DateText;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** The HTML of the reconciliation service: previews, flyouts and the manual. */
final class ReconcilePages {
    /** Allows any site to frame the preview, which has no actions that a click could trigger. */
    private static final String EMBEDDABLE =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private static final int SHOWN = 4;

    private final QueryExecutor executor;
    private final ServerOptions options;
    private final CollectionStates states;
    private final Pages pages;

    ReconcilePages(QueryExecutor executor, ServerOptions options, CollectionStates states, Pages pages) {
        this.executor = executor;
        this.options = options;
        this.states = states;
        this.pages = pages;
    }

    /** {@code GET /reconcile/view}: redirects to the page of the entity. */
    void view(Context ctx) {
        String iri = entity(ctx);
        ctx.status(303).header("Location", Urls.page(iri)).header("Vary", "Accept");
    }

    /** {@code GET /reconcile/preview}: an HTML document for a frame. */
    void preview(Context ctx) {
        ctx.header("Content-Security-Policy", EMBEDDABLE);
        ctx.removeHeader("Cross-Origin-Opener-Policy");
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-cache");
        String id = id(ctx);
        Messages text = Messages.in(Language.of(ctx));
        String base = Urls.base(ctx, options);
        Optional<ReconcileCard> card = executor.inOneState(ctx.ip(), s -> card(states.in(s.dataset()), id, base, text));
        if (card.isEmpty()) {
            ctx.status(404);
        }
        ReconcileCard shown = card.orElseGet(() -> ReconcileCard.missing(id, text));
        ctx.header("Content-Language", text.language());
        ctx.contentType(Format.HTML.contentType()).result(pages.embedded(new ReconcilePreview(shown, text.language())));
    }

    /** {@code GET /reconcile/flyout/{kind}}: a card as HTML inside JSON. */
    void flyout(Context ctx, String kind) throws JsonProcessingException {
        String id = id(ctx);
        String base = Urls.base(ctx, options);
        Messages text = Messages.in(Language.of(ctx));
        ReconcileCard card = executor.inOneState(ctx.ip(), session -> {
                    CollectionState state = states.in(session.dataset());
                    return switch (kind) {
                        case "entity" -> card(state, id, base, text);
                        case "type" -> state.types().named(id).map(t -> ReconcileCard.of(t, base, text));
                        default -> EntityProperty.of(id).map(p -> ReconcileCard.of(p, base, text));
                    };
                })
                .orElseThrow(() -> Problem.notFound(
                        "There is no such " + kind,
                        "There is none called \"" + ShortText.of(id, 60) + "\". Search with GET /reconcile/suggest/"
                                + kind + "?prefix=."));
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("html", pages.embedded(card));
        ctx.header("Vary", "Accept-Language");
        ctx.contentType("application/json").result(ReconcileInput.JSON.writeValueAsBytes(answer));
    }

    /** {@code GET /reconcile/help}: the manual, with the formula of the score. */
    void help(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        Messages text = Messages.in(Language.of(ctx));
        List<EntityType> types = executor.inOneState(
                ctx.ip(), s -> List.copyOf(states.in(s.dataset()).types().defaults()));
        ReconcileHelp help = ReconcileHelp.of(types, Urls.base(ctx, options), text);
        pages.html(ctx, PageInfo.titled("reconcile.help.title"), help);
    }

    private static String id(Context ctx) {
        String id = ctx.queryParam("id");
        if (id == null || id.isBlank()) {
            throw Problem.badRequest("Give an identifier: ?id=person/albert-rau.");
        }
        return id;
    }

    private String entity(Context ctx) {
        String id = id(ctx);
        return executor.inOneState(ctx.ip(), s -> states.in(s.dataset()).entity(id))
                .orElseThrow(() -> Problem.notFound(
                        "There is no such entity",
                        "No entity has the identifier \"" + ShortText.of(id, 60)
                                + "\". Search with GET /reconcile/suggest/entity?prefix=."));
    }

    private static Optional<ReconcileCard> card(CollectionState state, String id, String base, Messages text) {
        return state.entity(id).map(iri -> {
            Extension extension = new Extension(state, text.language());
            EntityType type = state.typesOf(iri).getFirst();
            List<ReconcileCard.Line> lines = new ArrayList<>();
            for (EntityProperty property : state.types().properties(type)) {
                if (property == EntityProperty.SOURCE || property == EntityProperty.CO_MENTIONED) {
                    continue;
                }
                List<String> values = extension.values(iri, property, Settings.NONE).stream()
                        .map(value -> shown(value, property, text.language()))
                        .toList();
                if (!values.isEmpty()) {
                    boolean more = values.size() > SHOWN;
                    lines.add(new ReconcileCard.Line(
                            text.get("reconcile.feature." + property.id()),
                            String.join("; ", values.subList(0, Math.min(SHOWN, values.size())))
                                    + (more ? "; …" : "")));
                }
            }
            return new ReconcileCard(
                    state.label(iri, text.language()),
                    type.label(text.language()),
                    EntityId.of(iri),
                    base + Urls.page(iri),
                    lines);
        });
    }

    private static String shown(Extension.Value value, EntityProperty property, String language) {
        return switch (value) {
            case Extension.Value.Entity entity -> entity.name();
            case Extension.Value.Day day -> day.day().toString();
            case Extension.Value.Text text ->
                property == EntityProperty.DATE ? DateText.in(language).plain(text.text()) : text.text();
        };
    }
}
