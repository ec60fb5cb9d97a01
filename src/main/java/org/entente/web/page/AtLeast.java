package org.entente.web.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.coverage.LowerBound;
import org.entente.coverage.Witnesses;
import org.entente.execution.Select;
import org.entente.text.Json;

/**
 * What a page says beside a count: that there are at least so many, how many that suggests, and under which conditions.
 *
 * @param counted what is counted, as a column of a query is named: {@code event}, {@code person}
 * @param shortly one sentence
 * @param said what there is to say besides
 * @param bound the figures
 */
public record AtLeast(String counted, String shortly, List<String> said, LowerBound bound) {
    /** Copies the sentences. */
    public AtLeast {
        said = List.copyOf(said);
    }

    /** Of these things; empty if there are none. */
    public static Optional<AtLeast> of(Select select, String counted, Collection<Node> things, Messages messages) {
        return things.isEmpty() ? Optional.empty() : of(Witnesses.of(select, things), counted, things, messages);
    }

    /** Of things that are among those of the witnesses; empty if no document reports any of them, or too many to read them all. */
    public static Optional<AtLeast> of(
            Witnesses witnesses, String counted, Collection<Node> things, Messages messages) {
        return Optional.of(witnesses)
                .filter(Witnesses::isComplete)
                .map(all -> LowerBound.of(all.sightings(things)))
                .filter(bound -> bound.sightings().observed() > 0)
                .map(bound -> of(counted, bound, messages));
    }

    /** In words. */
    public static AtLeast of(String counted, LowerBound bound, Messages messages) {
        String observed =
                messages.get("atLeast.of." + counted, bound.sightings().observed());
        List<String> said = new ArrayList<>();
        said.add(messages.get(
                "atLeast.seen",
                observed,
                bound.sightings().once(),
                bound.sightings().twice()));
        bound.estimate()
                .ifPresent(estimate -> said.add(messages.get(
                        "atLeast.bound", down(estimate.atLeast()), down(estimate.from()), up(estimate.to()))));
        said.addAll(conditions(bound, messages));
        return new AtLeast(
                counted,
                bound.estimate()
                        .map(estimate -> messages.get("atLeast.estimate", observed, down(estimate.atLeast())))
                        .orElseGet(() -> messages.get("atLeast.details", observed)),
                said,
                bound);
    }

    private static List<String> conditions(LowerBound bound, Messages messages) {
        List<String> conditions = new ArrayList<>();
        bound.why().ifPresent(why -> conditions.add(messages.get("atLeast.missing." + why.word())));
        conditions.add(messages.get("atLeast.condition.independent"));
        if (bound.estimate().isPresent()) {
            conditions.add(messages.get("atLeast.condition.bound"));
            conditions.add(messages.get("atLeast.condition.kind"));
        }
        return conditions;
    }

    /** The same for programs, as {@code CountCoverage} in the OpenAPI description. */
    public ObjectNode json(Messages messages) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("counted", counted);
        json.put("observed", bound.sightings().observed());
        json.put("once", bound.sightings().once());
        json.put("twice", bound.sightings().twice());
        json.put("documents", bound.sightings().documents());
        bound.estimate().ifPresent(estimate -> {
            json.put("atLeast", down(estimate.atLeast()));
            json.putArray("interval").add(down(estimate.from())).add(up(estimate.to()));
        });
        ArrayNode conditions = json.putArray("conditions");
        conditions(bound, messages).forEach(conditions::add);
        return json;
    }

    /** What programs are told where there is nothing of which one could say how many there are at least. */
    public static ObjectNode unknown(String why) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.putArray("conditions").add(why);
        return json;
    }

    /** A lower bound is not rounded up. */
    private static long down(double number) {
        return (long) Math.floor(number + 1e-9);
    }

    private static long up(double number) {
        return (long) Math.ceil(number - 1e-9);
    }
}
