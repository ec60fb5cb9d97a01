package org.entente.web.links;

import java.util.List;
import java.util.Map;
import org.entente.link.LinkState;
import org.entente.web.page.ProblemView;

/**
 * The page of links.
 *
 * @param request what was asked for
 * @param snapshot name of the snapshot
 * @param counts how many entities each state has
 * @param rows those of this page
 * @param total how many there are
 * @param writable whether this server takes decisions
 * @param previous address of the page before; empty on the first
 * @param next address of the next page; empty on the last
 * @param typed what the reader typed, when it has to be shown again
 * @param problem what stands against the decisions; null if nothing does
 * @param saved how many decisions were taken just now
 */
public record LinksView(
        LinksRequest request,
        String snapshot,
        Map<String, Long> counts,
        List<LinkRow> rows,
        int total,
        boolean writable,
        String previous,
        String next,
        Map<String, String> typed,
        ProblemView problem,
        int saved) {
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

    /** Where the form goes: back to the same list. */
    public String action() {
        return request.address(request.page(), "");
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What can be decided about an item in this state. */
    public List<String> decisions(String state) {
        List<String> words = state.isEmpty()
                ? List.of("accepted", "rejected", "unsure")
                : List.of("accepted", "rejected", "unsure", "withdrawn");
        return words.stream()
                .filter(w -> !w.equals(state) && LinkState.named(w).isPresent())
                .toList();
    }
}
