package org.entente.web.links;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.link.CandidateRanking;
import org.entente.link.LinkCandidate;
import org.entente.link.LinkException;
import org.entente.link.LinkLog;
import org.entente.link.LinkRequest;
import org.entente.link.LinkReview;
import org.entente.link.LinkState;
import org.entente.link.LinkUndo;
import org.entente.link.Links;
import org.entente.link.RankingMemory;
import org.entente.link.WikidataOffices;
import org.entente.store.NameIndex;
import org.entente.store.PerRevision;
import org.entente.store.Store;
import org.entente.text.ExceptionText;
import org.entente.vocab.Prefixes;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.WikidataEntity;
import org.jspecify.annotations.Nullable;

/** What the pages of links show, read from one state of the store. */
final class LinkDesk {
    private final Store store;
    private final QueryExecutor executor;
    private final LinkLog log;
    private final boolean writable;
    private final RankingMemory.Source memories;
    private final PerRevision<LinkReview> reviews = new PerRevision<>();

    /** @param writable whether this server takes decisions */
    LinkDesk(Store store, QueryExecutor executor, LinkLog log, boolean writable) {
        this.store = store;
        this.executor = executor;
        this.log = log;
        this.writable = writable;
        this.memories = new RankingMemory.Source(store);
    }

    /** What a request says was saved just now: how many decisions, and between which moments. */
    record Saved(int count, Optional<Instant> from, Optional<Instant> to) {
        static final Saved NOTHING = new Saved(0, Optional.empty(), Optional.empty());

        static Saved of(@Nullable String count, @Nullable String from, @Nullable String to) {
            return count != null && count.matches("[0-9]{1,4}")
                    ? new Saved(Integer.parseInt(count), moment(from), moment(to))
                    : NOTHING;
        }

        private static Optional<Instant> moment(@Nullable String text) {
            try {
                return Optional.ofNullable(text).map(Instant::parse);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    /** The review of what is not linked, worked out once for each state. */
    private LinkReview review(String client) {
        String state = executor.state();
        return reviews.get(state, () -> {
            RankingMemory memory = memories.get();
            return executor.inOneState(
                    client,
                    session -> LinkReview.unlinked(
                            session.dataset(),
                            memory,
                            Snapshot.in(session.dataset()).name()));
        });
    }

    LinksView list(String client, LinksRequest request, String language, Saved saved) {
        LinkReview review = review(client);
        List<LinkReview.Item> fitting =
                review.items().stream().filter(request::fits).toList();
        int from = (request.page() - 1) * LinksRequest.PAGE;
        RankingMemory memory = memories.get();
        List<LinkReview.Item> page =
                fitting.stream().skip(from).limit(LinksRequest.PAGE).toList();
        Map<String, Long> counts = new HashMap<>();
        for (String one : LinksRequest.STATES) {
            counts.put(
                    one, review.items().stream().filter(request.in(one)::fits).count());
        }
        return executor.inOneState(client, session -> {
            DatasetGraph dataset = session.dataset();
            CandidateRanking ranking = new CandidateRanking(dataset, memory);
            List<LinkRow> rows = page.stream()
                    .map(item -> LinkRow.of(
                            item.isLinked() ? LinkReview.item(dataset, ranking, item.entity(), item.kind()) : item,
                            dataset,
                            language))
                    .toList();
            return new LinksView(
                    request,
                    review.snapshot(),
                    counts,
                    new LinksView.Found(
                            rows,
                            fitting.size(),
                            request.page() > 1 ? request.address(request.page() - 1, language) : "",
                            from + rows.size() < fitting.size() ? request.address(request.page() + 1, language) : ""),
                    writable,
                    decisions(dataset, saved, language));
        });
    }

    /**
     * One thing.
     *
     * @param asked an item to compare it with; empty for none
     * @throws Problem 404 if it cannot be linked, 422 if the snapshot does not hold the item
     */
    LinkHistoryView one(String client, String entity, Optional<String> asked, String language, Saved saved) {
        RankingMemory memory = memories.get();
        return executor.inOneState(client, session -> {
            DatasetGraph dataset = session.dataset();
            String kind = LinkReview.kind(dataset, entity);
            if (kind.isEmpty()) {
                throw unknown(entity);
            }
            CandidateRanking ranking = new CandidateRanking(dataset, memory);
            LinkReview.Item item = LinkReview.item(dataset, ranking, entity, kind);
            LinkRow row = LinkRow.of(item, dataset, language);
            if (asked.isPresent()) {
                LinkCandidate found = ranking.of(entity, asked.get())
                        .orElseThrow(
                                () -> outside(asked.get(), Snapshot.in(dataset).name()));
                row = row.with(found, item, dataset, language);
            }
            Links links = Links.in(dataset);
            WikidataEntity accepted =
                    links.accepted(entity).flatMap(Snapshot.in(dataset)::entity).orElse(null);
            return new LinkHistoryView(
                    row,
                    links.history(entity),
                    accepted,
                    kind.equals("person") ? WikidataOffices.of(dataset, entity) : List.of(),
                    suggested(entity, accepted),
                    writable,
                    asked.orElse(""),
                    decisions(dataset, saved, language));
        });
    }

    /** The decisions in words, each with what stands against it. */
    List<PreviewView.Row> preview(String client, List<LinkRequest> requests, String language) {
        List<Optional<LinkException>> troubles = log.judge(requests);
        RankingMemory memory = memories.get();
        return executor.inOneState(client, session -> {
            DatasetGraph dataset = session.dataset();
            CandidateRanking ranking = new CandidateRanking(dataset, memory);
            java.util.Iterator<Optional<LinkException>> trouble = troubles.iterator();
            return requests.stream()
                    .map(request -> {
                        LinkReview.Item item = LinkReview.item(
                                dataset, ranking, request.entity(), LinkReview.kind(dataset, request.entity()));
                        LinkRow row = LinkRow.of(item, dataset, language);
                        LinkRow.Choice choice = ranking.of(request.entity(), request.qid())
                                .map(c -> row.with(c, item, dataset, language))
                                .flatMap(with -> with.choices().stream()
                                        .filter(c -> c.qid().equals(request.qid()))
                                        .findFirst())
                                .orElseGet(() -> LinkRow.outside(item, request.qid()));
                        return new PreviewView.Row(
                                choice.field(),
                                request.state().word(),
                                request.seen().orElse(choice.state()),
                                row.label(),
                                row.history(),
                                choice,
                                trouble.next().map(ExceptionText::of).orElse(""));
                    })
                    .toList();
        });
    }

    /** Adds the score of each candidate and the version of the ranking to the decisions. */
    List<LinkRequest> ranked(String client, List<LinkRequest> requests) {
        RankingMemory memory = memories.get();
        return executor.inOneState(client, session -> {
            CandidateRanking ranking = new CandidateRanking(session.dataset(), memory);
            return requests.stream()
                    .map(r -> ranking.of(r.entity(), r.qid())
                            .map(c -> r.ranked(CandidateRanking.VERSION, c.score()))
                            .orElse(r))
                    .toList();
        });
    }

    /** @throws Problem 422 if one of the accepted items is not in the snapshot */
    void requireKnown(String client, List<LinkRequest> requests) {
        executor.inOneState(client, session -> {
            Snapshot snapshot = Snapshot.in(session.dataset());
            for (LinkRequest request : requests) {
                boolean stands =
                        Links.in(session.dataset()).of(request.entity()).containsKey(request.qid());
                if (request.state() == LinkState.ACCEPTED
                        && !stands
                        && snapshot.entity(request.qid()).isEmpty()) {
                    throw outside(request.qid(), snapshot.name());
                }
            }
            return requests;
        });
    }

    private static Problem outside(String qid, String snapshot) {
        return Problem.of(
                        422,
                        "parameter",
                        "The snapshot does not have this item",
                        "The snapshot of Wikidata (" + snapshot + ") has no " + qid
                                + ", so nothing about it could be checked here. Look at https://www.wikidata.org/wiki/"
                                + qid
                                + "; if it is the right one, tick \"also items outside the snapshot\" and save again.")
                .with("parameter", "item");
    }

    static Problem unknown(String entity) {
        return Problem.notFound(
                "No entry with this name can be linked",
                "The collection has no person, organization, polity, post, place, event or document <" + entity
                        + ">. Write it like /links/person/albert-rau.");
    }

    private static LinksView.Decisions decisions(DatasetGraph dataset, Saved saved, String language) {
        if (saved.count() == 0) {
            return LinksView.Decisions.NONE;
        }
        List<LinksView.Undo> undo = saved.from().isEmpty() || saved.to().isEmpty()
                ? List.of()
                : LinkUndo.between(
                                Links.in(dataset),
                                saved.from().get(),
                                saved.to().get())
                        .stream()
                        .map(step -> new LinksView.Undo(
                                Prefixes.compact(step.entity()) + " " + step.qid(),
                                LinkReview.label(dataset, step.entity(), language),
                                step.now().word(),
                                step.before().word()))
                        .toList();
        return new LinksView.Decisions(Map.of(), Optional.empty(), saved.count(), undo);
    }

    private List<LinkHistoryView.SuggestedName> suggested(String entity, @Nullable WikidataEntity accepted) {
        if (accepted == null) {
            return List.of();
        }
        NameIndex names = store.names();
        return accepted.labels().entrySet().stream()
                .map(e -> new LinkHistoryView.SuggestedName(e.getValue(), e.getKey()))
                .filter(n -> names.match(n.text(), Set.of()).rows().stream()
                        .noneMatch(r -> r.entity().equals(entity) && r.text().equals(n.text())))
                .sorted(Comparator.comparing(LinkHistoryView.SuggestedName::language))
                .toList();
    }
}
