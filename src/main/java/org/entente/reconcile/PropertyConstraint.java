package org.entente.reconcile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query says of the entity beside its name.
 *
 * @param property of which it speaks
 * @param values any, all or none of which should agree; words for "not known" are left out
 * @param quantifier which of them
 * @param required whether an entity that does not agree is left out
 */
public record PropertyConstraint(EntityProperty property, List<Value> values, Quantifier quantifier, boolean required) {
    /** How many of the values should agree. */
    public enum Quantifier {
        ANY,
        ALL,
        NONE
    }

    /**
     * A text, or an entity that the client knows already.
     *
     * @param text the name of the entity; "" if the client gives only its identifier
     * @param id the entity's identifier; null for a text
     */
    public record Value(String text, @Nullable String id) {
        public static Value of(String text) {
            return new Value(text, null);
        }
    }

    public PropertyConstraint {
        values = values.stream()
                .filter(value -> value.id() != null || !NotKnown.is(property, value.text()))
                .toList();
    }

    /** A constraint that only raises or lowers the score. */
    public static PropertyConstraint of(EntityProperty property, List<Value> values) {
        return new PropertyConstraint(property, values, Quantifier.ANY, false);
    }
}
