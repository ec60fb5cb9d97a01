package org.entente.web.links;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.link.LinkReview;
import org.entente.link.LinkState;
import org.entente.web.http.Urls;

/**
 * A request for a page of links.
 *
 * @param state a state of links, or open (with candidates to decide on), missing (neither linked nor with candidates)
 *     or all
 * @param kind person, polity, organization, post, place, event or document; "" for all
 * @param page from 1
 * @param least in percent: only what has an undecided candidate of at least this score; 0 for all
 * @param choose whether the page begins with the clear candidates chosen
 */
record LinksRequest(String state, String kind, int page, int least, boolean choose) {
    static final int PAGE = 25;
    static final List<String> STATES =
            List.of("open", "accepted", "candidate", "rejected", "unsure", "withdrawn", "missing", "all");
    static final List<String> KINDS = List.of("person", "polity", "organization", "post", "place", "event", "document");

    /** @throws Problem 422 for a value that is not offered */
    static LinksRequest of(Context ctx) {
        String state = Optional.ofNullable(ctx.queryParam("state"))
                .filter(s -> !s.isBlank())
                .orElse("open");
        String kind = Optional.ofNullable(ctx.queryParam("type")).orElse("");
        String page = Optional.ofNullable(ctx.queryParam("page")).orElse("1");
        if (!STATES.contains(state)) {
            throw Problem.parameter("state", "one of " + String.join(", ", STATES));
        }
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            throw Problem.parameter("type", "one of " + String.join(", ", KINDS));
        }
        if (!page.matches("[1-9][0-9]{0,5}")) {
            throw Problem.parameter("page", "a number from 1");
        }
        String least = Optional.ofNullable(ctx.queryParam("score"))
                .filter(s -> !s.isBlank())
                .orElse("0");
        if (!least.matches("[0-9]{1,2}|100")) {
            throw Problem.parameter("score", "a whole number from 0 to 100");
        }
        return new LinksRequest(
                state, kind, Integer.parseInt(page), Integer.parseInt(least), "clear".equals(ctx.queryParam("choose")));
    }

    LinksRequest in(String other) {
        return new LinksRequest(other, kind, 1, least, false);
    }

    boolean fits(LinkReview.Item item) {
        if (!kind.isEmpty() && !kind.equals(item.kind()) || 100 * item.best() < least) {
            return false;
        }
        return switch (state) {
            case "open" -> item.isOpen();
            case "missing" -> !item.isLinked() && !item.isOpen();
            case "all" -> true;
            default -> item.states().containsValue(LinkState.named(state).orElseThrow());
        };
    }

    /** The address of another page of the same list. */
    String address(int other, String language) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("state", List.of(state));
        if (!kind.isEmpty()) {
            parameters.put("type", List.of(kind));
        }
        if (least > 0) {
            parameters.put("score", List.of(Integer.toString(least)));
        }
        if (other > 1) {
            parameters.put("page", List.of(Integer.toString(other)));
        }
        if (!language.isEmpty()) {
            parameters.put("lang", List.of(language));
        }
        return Urls.with("/links", parameters);
    }
}
