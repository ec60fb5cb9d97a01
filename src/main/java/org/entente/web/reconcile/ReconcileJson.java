package org.entente.web.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entente.reconcile.Candidate;
import org.entente.reconcile.CollectionState;
import org.entente.reconcile.EntityDescriptions;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.EntityTypes;
import org.entente.reconcile.Feature;
import org.entente.reconcile.Suggester;
import org.entente.web.page.Messages;

/** Writes candidates, types, properties and suggestions as JSON, for both versions of the API. */
final class ReconcileJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Messages text;
    private final boolean named;

    /** @param named whether features have names, as the draft of version 1.0 requires */
    ReconcileJson(Messages text, boolean named) {
        this.text = text;
        this.named = named;
    }

    ArrayNode candidates(List<Candidate> candidates, CollectionState state) {
        ArrayNode result = NODES.arrayNode();
        for (Candidate candidate : candidates) {
            ObjectNode one = result.addObject();
            one.put("id", candidate.id());
            one.put("name", state.label(candidate.iri(), text.language()));
            String description = new EntityDescriptions(state).of(candidate.iri(), text.language());
            if (!description.isEmpty()) {
                one.put("description", description);
            }
            one.put("score", candidate.rounded());
            one.put("match", candidate.match());
            one.set("type", types(candidate.types()));
            ArrayNode features = one.putArray("features");
            for (Feature feature : candidate.features()) {
                ObjectNode written = features.addObject().put("id", feature.id());
                if (named) {
                    written.put("name", text.get("reconcile.feature." + feature.id()));
                }
                written.put("value", feature.rounded());
            }
        }
        return result;
    }

    ArrayNode types(List<EntityType> types) {
        ArrayNode written = NODES.arrayNode();
        types.forEach(t -> written.addObject().put("id", t.id()).put("name", t.label(text.language())));
        return written;
    }

    /** A type with its definition and its broader types. */
    ObjectNode type(EntityType type, EntityTypes all) {
        ObjectNode written = NODES.objectNode().put("id", type.id()).put("name", type.label(text.language()));
        String definition = type.definition(text.language());
        if (!definition.isEmpty()) {
            written.put("description", definition);
        }
        ArrayNode broader = NODES.arrayNode();
        type.broader().stream()
                .flatMap(b -> all.named(b).stream())
                .forEach(b -> broader.addObject().put("id", b.id()).put("name", b.label(text.language())));
        if (!broader.isEmpty()) {
            written.set("broader", broader);
        }
        return written;
    }

    ObjectNode property(EntityProperty property) {
        return NODES.objectNode()
                .put("id", property.id())
                .put("name", name(property))
                .put("description", text.get("reconcile.property." + property.id() + ".help"));
    }

    String name(EntityProperty property) {
        return text.get("reconcile.feature." + property.id());
    }

    ObjectNode entity(Suggester.Suggestion suggestion) {
        ObjectNode written = NODES.objectNode().put("id", suggestion.id()).put("name", suggestion.name());
        if (!suggestion.description().isEmpty()) {
            written.put("description", suggestion.description());
        }
        written.set("notable", types(suggestion.types()));
        return written;
    }
}
