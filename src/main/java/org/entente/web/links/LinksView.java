package org.entente.web.links;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param undo what takes them back
     */
    public record Decisions(Map<String, String> typed, Optional<ProblemView> problem, int saved, List<Undo> undo) {
        static final Decisions NONE = new Decisions(Map.of(), Optional.empty(), 0, List.of());

        Decisions refused(Map<String, String> fields, ProblemView trouble) {
            return new Decisions(fields, Optional.of(trouble), 0, List.of());
        }

        /** What is chosen for a form field: what was typed, else what the page proposes. */
        public String chosen(String field, String proposed) {
            return typed.isEmpty() ? proposed : typed.getOrDefault(field, "");
        }

        /** What was typed into a field. */
        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /**
     * A decision that takes one back.
     *
     * @param field name of the form field
     * @param label of the thing
     * @param now word of the state that was decided
     * @param before word of the state that is decided again
     */
    public record Undo(String field, String label, String now, String before) {}

    @Override
    public String template() {
        return "links/links.jte";
    }

    /** The same page after decisions were refused. */
    LinksView refused(Map<String, String> typed, ProblemView problem) {
        return new LinksView(request, snapshot, counts, found, writable, decisions.refused(typed, problem));
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

    /** The lowest score that is asked for, in percent; "" for any. */
    public String least() {
        return request.least() == 0 ? "" : Integer.toString(request.least());
    }

    /** The form field with which the page begins chosen: that of the clear candidate if that was asked for, else "". */
    public String clear(LinkRow row) {
        return request.choose() ? row.clear() : "";
    }

    /** The decisions that are possible in a state. */
    public static List<String> decisions(String state) {
        return (state.isEmpty()
                        ? Stream.of("accepted", "rejected", "unsure")
                        : Stream.of("accepted", "rejected", "unsure", "withdrawn"))
                .filter(word -> !word.equals(state))
                .toList();
    }

    /** The address of this page with the clear candidates chosen. */
    public String choosing(String language) {
        return request.address(request.page(), language) + "&choose=clear";
    }

    /** How many rows have a clear candidate. */
    public long clear() {
        return found.rows().stream().filter(row -> !row.clear().isEmpty()).count();
    }

    /** The address of the list in another state. */
    public String address(String state, String language) {
        return request.in(state).address(1, language);
    }
}
