package org.entente.web.links;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.link.LinkState;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;

/**
 * The page of links.
 *
 * @param snapshot name of the snapshot of Wikidata
 * @param counts number of entities in each state
 * @param writable whether this server takes decisions
 */
public record LinksView(
        LinksRequest request,
        String snapshot,
        Map<String, Long> counts,
        Found found,
        boolean writable,
        Decisions decisions)
        implements View {
    /**
     * The entities that the request found.
     *
     * @param rows those of this page
     * @param total number on all pages
     * @param previous address of the previous page; "" on the first
     * @param next address of the next page; "" on the last
     */
    public record Found(List<LinkRow> rows, int total, String previous, String next) {}

    /**
     * The outcome of the decisions that were sent.
     *
     * @param typed the fields of the form, to be shown again after a problem
     * @param problem why the decisions were refused
     * @param saved number of decisions saved just now
     */
    public record Decisions(Map<String, String> typed, Optional<ProblemView> problem, int saved) {}

    @Override
    public String template() {
        return "links/links.jte";
    }

    /** The same page after decisions were refused. */
    LinksView refused(Map<String, String> typed, ProblemView problem) {
        Decisions refused = new Decisions(typed, Optional.of(problem), 0);
        return new LinksView(request, snapshot, counts, found, writable, refused);
    }

    /** The states that can be asked for. */
    public List<String> states() {
        return LinksRequest.STATES;
    }

    /** The kinds that can be asked for. */
    public List<String> kinds() {
        return LinksRequest.KINDS;
    }

    public String state() {
        return request.state();
    }

    public String kind() {
        return request.kind();
    }

    public long count(String state) {
        return counts.getOrDefault(state, 0L);
    }

    /** The address that the form is sent to, which is the same list. */
    public String action() {
        return request.address(request.page(), "");
    }

    /** The decisions that are possible in a state. */
    public List<String> decisions(String state) {
        List<String> words = state.isEmpty()
                ? List.of("accepted", "rejected", "unsure")
                : List.of("accepted", "rejected", "unsure", "withdrawn");
        return words.stream()
                .filter(w -> !w.equals(state) && LinkState.named(w).isPresent())
                .toList();
    }
}
