package org.entente.web.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.entente.execution.QueryExecutor;
import org.entente.link.WikidataFacts;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.web.http.Urls;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;
import org.entente.web.page.View;
import org.entente.web.picture.Picture;
import org.entente.web.story.Story;
import org.entente.web.story.TripStory;
import org.jspecify.annotations.Nullable;

/**
 * The page of an entity: its head, its panels and, in the {@link StatementsView}, all other statements.
 *
 * @param evidence the badge beside the name; null if sources do not claim the entity itself
 * @param facts the main properties, in the order of the kind
 * @param encoding who turned a document into reports, and who reviewed that; "" for other things
 * @param identifiers its identifiers in other catalogues
 * @param bars panels with bars; those without rows are left out
 * @param panels panels with tables; those without rows are left out
 * @param story the sentences of panels that together say what happened; may be ""
 * @param trip the story of a trip or visit; null for other things
 * @param map where a place lies; null for other things
 * @param empty titles of tables without rows
 * @param wikidata what Wikidata says of the accepted item; null if there is none
 */
public record EntityView(
        EntityKind kind,
        StatementsView thing,
        @Nullable EvidenceBadge evidence,
        List<StatementsView.Statement> facts,
        String encoding,
        List<Identifier> identifiers,
        List<BarsView> bars,
        List<PanelView> panels,
        String story,
        @Nullable Story trip,
        @Nullable Picture map,
        List<String> empty,
        @Nullable WikidataFacts wikidata)
        implements View {

    /**
     * An identifier in another catalogue.
     *
     * @param href its page there; "" if it has none
     */
    public record Identifier(String scheme, String value, String href) {}

    /** Kinds of decisions that can be taken about the entry. */
    public List<String> decidable() {
        String curie = thing.head().curie();
        if (curie.matches("doc:.*-[rpo][0-9]+")) {
            return List.of("correction");
        }
        if (source()) {
            return List.of("dependence");
        }
        return curie.matches("(person|org|place|post|event|state|region):.*") ? List.of("merge", "split") : List.of();
    }

    @Override
    public String template() {
        return "entity/entity.jte";
    }

    /** Whether the entity can meet somebody. */
    public boolean acts() {
        return kind.acts();
    }

    /** Whether the sentence of a panel already stands at the top. */
    public boolean isTold(PanelView panel) {
        return kind.story().contains(panel.id());
    }

    /** Whether it is a source, which can be taken home as a sheet. */
    public boolean source() {
        return kind.name().equals("doc");
    }

    public boolean person() {
        return kind.name().equals("person");
    }

    /** Addresses of pages in other catalogues by scheme, to which the identifier is appended. */
    private static final Map<String, String> PAGES = Map.of(
            "wikidata", "https://www.wikidata.org/wiki/",
            "gnd", "https://d-nb.info/gnd/",
            "ror", "https://ror.org/",
            "geonames", "https://www.geonames.org/",
            "isni", "https://isni.org/isni/",
            "viaf", "https://viaf.org/viaf/");

    static EntityView of(
            QueryExecutor.Session session,
            Entity thing,
            StatementsView view,
            EntityLabels labels,
            EntityPanelReader panels,
            String language) {
        EntityKind kind = EntityKind.of(view.head().name());
        Set<String> classes = classes(thing);
        EntityPanelReader.Panels all = panels.read(session, kind.name(), thing.node(), classes, language);
        Story trip = classes.contains(EntClass.VISIT.getURI()) && all.rows().containsKey("participants")
                ? new TripStory(
                                thing.node(),
                                classes.contains(EntClass.DELEGATION_TRIP.getURI()),
                                all.rows(),
                                Messages.in(language))
                        .tell(documents -> EntityLabels.of(session, documents, language)::cell)
                : null;
        return new EntityView(
                kind,
                view,
                kind.claimed() ? EvidenceBadge.of(view.head().iri(), sign(thing), witnesses(thing), language) : null,
                facts(thing, kind, labels, language),
                encoding(thing, Messages.in(language)),
                identifiers(session, thing.node(), labels),
                all.bars().stream().filter(p -> !p.bars().isEmpty()).toList(),
                all.tables().stream().filter(p -> !p.isEmpty()).toList(),
                all.tables().stream()
                        .filter(panel -> kind.story().contains(panel.id()))
                        .map(PanelView::sentence)
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" ")),
                trip,
                kind.name().equals("place")
                        ? PlaceMap.of(
                                session,
                                thing.node(),
                                view.head().label().text(),
                                all.rows().get("events"),
                                language)
                        : null,
                all.tables().stream()
                        .filter(panel -> panel.isEmpty() && !panel.gap())
                        .map(PanelView::title)
                        .toList(),
                WikidataFacts.of(session.dataset(), view.head().iri()).orElse(null));
    }

    private static Set<String> classes(Entity thing) {
        return thing.statements().stream()
                .filter(quad -> quad.getPredicate().equals(RDF.type.asNode())
                        && quad.getObject().isURI())
                .map(quad -> quad.getObject().getURI())
                .collect(Collectors.toSet());
    }

    private static List<StatementsView.Statement> facts(
            Entity thing, EntityKind kind, EntityLabels labels, String language) {
        Messages messages = Messages.in(language);
        Map<Node, List<Cell>> values = new LinkedHashMap<>();
        for (String fact : kind.facts()) {
            for (Quad quad : thing.statements()) {
                if (quad.getPredicate().getURI().equals(fact) && inLanguage(quad.getObject(), language)) {
                    List<Cell> cells = values.computeIfAbsent(quad.getPredicate(), p -> new ArrayList<>());
                    Cell cell = inWords(labels.cell(quad.getObject()), messages);
                    if (!cells.contains(cell)) {
                        cells.add(cell);
                    }
                }
            }
        }
        return values.entrySet().stream()
                .map(e -> new StatementsView.Statement(labels.cell(e.getKey()), e.getValue()))
                .toList();
    }

    /** By whom and when the reports were made and compared with the text. */
    private static String encoding(Entity thing, Messages messages) {
        String by = texts(thing, EntProperty.ENCODED_BY);
        if (by.isEmpty()) {
            return "";
        }
        String on = day(thing, EntProperty.ENCODED_ON, messages);
        String reviewer = texts(thing, EntProperty.REVIEWED_BY);
        return reviewer.isEmpty()
                ? messages.get("entity.encoded", by, on)
                : messages.get("entity.reviewed", by, on, reviewer, day(thing, EntProperty.REVIEWED_ON, messages));
    }

    private static String day(Entity thing, Node property, Messages messages) {
        return ChainView.phrase(texts(thing, property).replaceFirst("T.*", ""), messages);
    }

    private static String texts(Entity thing, Node property) {
        return thing.statements().stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean inLanguage(Node value, String language) {
        return !value.isLiteral()
                || value.getLiteralLanguage().isEmpty()
                || value.getLiteralLanguage().equals(language);
    }

    /** A date in words, without a link: the page of a time says no more. */
    private static Cell inWords(Cell cell, Messages messages) {
        if (cell.href().startsWith("/page/time/")) {
            return new Cell(ChainView.phrase(cell.text(), messages), "", "", cell.text());
        }
        return cell;
    }

    private static List<Identifier> identifiers(QueryExecutor.Session session, Node thing, EntityLabels labels) {
        return session.select(InternalQuery.ENTITY_IDENTIFIERS, Map.of("thing", thing)).rows().stream()
                .map(row -> {
                    String scheme = row.text("scheme").replaceFirst(".*#", "");
                    String page = PAGES.get(scheme);
                    Cell.Label label = labels.of(row.bound("scheme"));
                    return new Identifier(
                            label == null ? scheme : label.text(),
                            row.text("value"),
                            page == null ? "" : page + Urls.encode(row.text("value")));
                })
                .toList();
    }

    private static String sign(Entity thing) {
        Optional<Node> status = value(thing, EntProperty.STATUS);
        if (status.isPresent() && status.get().getURI().equals(EntConcept.ANNOUNCED.getURI())) {
            return "announced";
        }
        boolean disputed = thing.incoming().stream()
                .anyMatch(quad -> quad.getPredicate().getURI().equals(EntProperty.CONFLICT_ON.getURI()));
        if (disputed) {
            return "dispute";
        }
        return value(thing, EntProperty.CONFIDENCE).equals(Optional.of(EntConcept.LOW)) ? "doubt" : "stated";
    }

    private static long witnesses(Entity thing) {
        return value(thing, EntProperty.WITNESS_COUNT)
                .map(node -> Long.parseLong(node.getLiteralLexicalForm()))
                .orElse(0L);
    }

    private static Optional<Node> value(Entity thing, Node property) {
        return thing.statements().stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .findFirst();
    }
}
