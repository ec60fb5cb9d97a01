package org.entente.link;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.entente.link.LinkException.Reason;
import org.entente.rdf.CanonicalTurtle;
import org.entente.store.CollectionDescription;
import org.entente.store.Graphs;
import org.entente.store.NameIndex;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Prefixes;
import org.entente.wikidata.Snapshot;

/**
 * The log of decisions about links, in {@code graph/links}. Entries are added and never changed: to undo one is to add another. A
 * load of the collection leaves the log alone; {@link #export} writes it as Turtle for {@code data/links/}.
 */
public final class LinkLog {
    private static final Pattern QID = Pattern.compile("Q[1-9][0-9]{0,17}");
    private static final int LONGEST = 2_000;

    private final Store store;
    private final Clock clock;

    public LinkLog(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes decisions, all or none, in one transaction, each against what the ones before it leave: to change a link is to withdraw one
     * item and accept another.
     *
     * @return the entries, in the order of the requests
     * @throws LinkException if one of them cannot be taken
     */
    public List<LinkEntry> append(List<LinkRequest> given) {
        CollectionDescription collection = store.description();
        List<LinkRequest> requests = given.stream()
                .map(request -> request.about(collection.own(request.entity())))
                .toList();
        requests.forEach(this::check);
        List<LinkEntry> entries = new ArrayList<>();
        if (requests.isEmpty()) {
            return entries;
        }
        store.write(dataset -> {
            entries.clear();
            String snapshot = Snapshot.in(dataset).name();
            Links links = Links.in(dataset);
            LinkStates standing = new LinkStates(links);
            for (LinkRequest request : requests) {
                checkKind(dataset, links, request);
                checkAgainst(links, standing, request);
                entries.add(write(dataset, request, snapshot));
                standing.decided(request);
            }
        });
        return entries;
    }

    /**
     * What stands against decisions, without taking any: for each, in their order, what {@link #append} would say of it, each against
     * what the ones before it leave. A name and a reason need not be given yet.
     */
    public List<Optional<LinkException>> judge(List<LinkRequest> requests) {
        return store.read(dataset -> {
            List<Optional<LinkException>> found = new ArrayList<>();
            Links links = Links.in(dataset);
            LinkStates standing = new LinkStates(links);
            for (LinkRequest request : requests) {
                try {
                    checkThing(request);
                    checkKind(dataset, links, request);
                    checkAgainst(links, standing, request);
                    standing.decided(request);
                    found.add(Optional.empty());
                } catch (LinkException e) {
                    found.add(Optional.of(e));
                }
            }
            return found;
        });
    }

    /** The whole log as Turtle, filed entries included: a file for {@code data/links/}. Empty if nothing was decided. */
    public String export() {
        return store.read(dataset -> CanonicalTurtle.write(Links.in(dataset).triples(), Prefixes.all()));
    }

    private void check(LinkRequest request) {
        checkThing(request);
        if (request.by().isBlank() || request.by().length() > 200) {
            throw new LinkException(Reason.UNCLEAR, "by", "Give your name, in at most 200 characters.");
        }
        if (request.why().isBlank() || request.why().length() > LONGEST) {
            throw new LinkException(
                    Reason.UNCLEAR,
                    "why",
                    "Give the reason in at most " + LONGEST + " characters, so that others can follow it.");
        }
        if (request.evidence().length() > LONGEST) {
            throw new LinkException(
                    Reason.UNCLEAR, "evidence", "Give the evidence in at most " + LONGEST + " characters.");
        }
        if (request.automatic()
                && request.state() == LinkState.ACCEPTED
                && !(request.precision() > 0 && request.precision() <= 1)) {
            throw new LinkException(
                    Reason.UNCLEAR,
                    "precision",
                    "A rule can only accept links if its precision was measured: give it, from 0 to 1.");
        }
    }

    private void checkThing(LinkRequest request) {
        if (!QID.matcher(request.qid()).matches()) {
            throw new LinkException(
                    Reason.UNCLEAR, "qid", "\"" + request.qid() + "\" is not a Qid. Write it like Q232.");
        }
        NameIndex names = store.names();
        if (!IdSpaces.isThing(request.entity()) || !names.exists(names.survivor(request.entity()))) {
            throw new LinkException(
                    Reason.UNKNOWN,
                    "entity",
                    "The collection has no " + request.entity()
                            + ". Give one of its entities, such as person:albert-rau.");
        }
    }

    /** Only what the review shows is linked: of participations, reports or tenures nobody would ever see it. */
    private static void checkKind(DatasetGraph dataset, Links links, LinkRequest request) {
        if (LinkReview.kind(dataset, links.survivor(request.entity())).isEmpty()) {
            throw new LinkException(
                    Reason.UNCLEAR,
                    "entity",
                    name(request.entity())
                            + " cannot be linked: only persons, polities, organizations, posts, places, events"
                            + " and documents are.");
        }
    }

    private static void checkAgainst(Links links, LinkStates standing, LinkRequest request) {
        String survivor = links.survivor(request.entity());
        if (!survivor.equals(request.entity())) {
            // Whoever decides about the one that is left has to know that: the merge may be what is wrong.
            throw conflict(request, "must be decided for " + name(survivor) + ", into which it was merged.");
        }
        LinkState current = standing.of(request.entity()).get(request.qid());
        String now = current == null ? "" : current.word();
        if (request.seen().filter(before -> !before.equals(now)).isPresent()) {
            throw conflict(request, "was decided by somebody else in the meantime. Please look at it again.");
        }
        if (current == request.state()) {
            throw conflict(request, "is already " + current.word() + ". Nothing was changed.");
        }
        if (request.state() == LinkState.WITHDRAWN && current == null) {
            throw conflict(request, "was never decided, so there is nothing to withdraw.");
        }
        if (request.state() != LinkState.ACCEPTED) {
            return;
        }
        standing.accepted(request.entity()).ifPresent(other -> {
            throw conflict(
                    request,
                    "cannot be accepted as well as " + other
                            + ", which is already accepted. Withdraw or reject that one first; both can be decided in one step.");
        });
        standing.entities(request.qid()).stream()
                .filter(e -> links.isAgent(e) && links.isAgent(request.entity()))
                .findFirst()
                .ifPresent(e -> {
                    throw conflict(
                            request,
                            "is already accepted for " + name(e)
                                    + ". Merge the two, or reject one of the links first.");
                });
    }

    private LinkEntry write(DatasetGraph dataset, LinkRequest request, String snapshot) {
        Graph log = dataset.getGraph(Graphs.LINKS);
        Node link = NodeFactory.createURI(iri(request.entity(), request.qid()));
        log.add(NodeFactory.createURI(request.entity()), EntProperty.IDENTIFIER, link);
        log.add(link, RDF.type.asNode(), EntClass.IDENTIFIER_LINK);
        log.add(link, EntProperty.IDENTIFIER_SCHEME, EntConcept.WIKIDATA);
        log.add(link, EntProperty.IDENTIFIER_VALUE, NodeFactory.createLiteralString(request.qid()));

        Instant at = time(dataset, request);
        Node decision = NodeFactory.createURI(
                link.getURI() + "/" + at + "-" + digest(request.by() + "\n" + request.why() + "\n" + request.state()));
        log.add(decision, RDF.type.asNode(), EntClass.LINK_DECISION);
        log.add(decision, EntProperty.DECIDES_LINK, link);
        log.add(decision, EntProperty.DECIDES_STATE, request.state().node());
        text(log, decision, EntProperty.LINK_DECIDED_BY, request.by().strip());
        log.add(decision, EntProperty.LINK_DECIDED_AT, literal(at.toString(), XSDDatatype.XSDdateTime));
        text(log, decision, EntProperty.LINK_REASON, request.why().strip());
        String evidence = evidence(request);
        text(log, decision, EntProperty.DECISION_EVIDENCE, evidence);
        text(log, decision, EntProperty.UNDER_SNAPSHOT, snapshot);
        text(log, decision, EntProperty.UNDER_RULE, request.rule());
        number(log, decision, EntProperty.LINK_SCORE, request.score());
        number(log, decision, EntProperty.MEASURED_PRECISION, request.precision());
        return new LinkEntry(
                decision.getURI(),
                request.entity(),
                request.qid(),
                request.state(),
                request.by().strip(),
                Optional.of(at),
                request.why().strip(),
                evidence,
                snapshot,
                request.rule(),
                Optional.of(request.score()).filter(s -> !s.isNaN()),
                Optional.of(request.precision()).filter(s -> !s.isNaN()));
    }

    /** An accepted link has evidence; where none is named, it is the reason that the decider gave. */
    private static String evidence(LinkRequest request) {
        if (!request.evidence().isBlank()) {
            return request.evidence().strip();
        }
        return request.state() == LinkState.ACCEPTED
                ? request.by().strip() + ": " + request.why().strip()
                : "";
    }

    /** Now, but always after what was decided about the same link before, whatever the clock of the machine says. */
    private Instant time(DatasetGraph dataset, LinkRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Links.in(dataset)
                .newest(request.entity(), request.qid())
                .flatMap(LinkEntry::at)
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plusMillis(1))
                .orElse(now);
    }

    /** The IRI of the link between an entity and an item, the same wherever it is decided. */
    static String iri(String entity, String qid) {
        return IdSpaces.of(entity).orElse(Ent.ID) + "link/" + IdSpaces.local(entity) + "/" + qid;
    }

    private static String name(String entity) {
        return IdSpaces.local(entity);
    }

    private static LinkException conflict(LinkRequest request, String what) {
        return new LinkException(Reason.CONFLICT, "state", name(request.entity()) + ": " + request.qid() + " " + what);
    }

    private static void text(Graph log, Node decision, Node property, String text) {
        if (!text.isEmpty()) {
            log.add(decision, property, NodeFactory.createLiteralString(text));
        }
    }

    private static void number(Graph log, Node decision, Node property, double number) {
        if (!Double.isNaN(number)) {
            String text = BigDecimal.valueOf(number)
                    .setScale(4, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
            log.add(decision, property, literal(text.contains(".") ? text : text + ".0", XSDDatatype.XSDdecimal));
        }
    }

    private static Node literal(String text, RDFDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    private static String digest(String text) {
        return DigestUtils.sha256Hex(text).substring(0, 6);
    }
}
