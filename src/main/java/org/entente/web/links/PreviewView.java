package org.entente.web.links;

import java.util.List;
import java.util.Map;
import org.entente.web.page.View;

/**
 * Decisions in words, before anything is saved.
 *
 * @param action the address that the form is sent to
 * @param typed the other fields of the form
 */
public record PreviewView(String action, List<Row> rows, Map<String, String> typed) implements View {
    /**
     * One decision.
     *
     * @param field name of the form field
     * @param state word of the state that is decided
     * @param seen word of the state that the page showed; "" for none
     * @param label of the thing
     * @param history address of the history of its links
     * @param item the item, with what the snapshot says of it
     * @param trouble what stands against the decision; "" if nothing does
     */
    public record Row(
            String field,
            String state,
            String seen,
            String label,
            String history,
            LinkRow.Choice item,
            String trouble) {
        /** Whether the snapshot holds the item. */
        public boolean isKnown() {
            return !item.item().facts().isEmpty() || !item.item().label().isEmpty();
        }
    }

    @Override
    public String template() {
        return "links/preview.jte";
    }

    /** Fields that go on to be sent, but for decisions, name, reason and key. */
    public Map<String, String> carried() {
        Map<String, String> carried = new java.util.LinkedHashMap<>(typed);
        carried.keySet()
                .removeIf(
                        field -> List.of("by", "why", "key", "step", "outside").contains(field)
                                || field.startsWith("item ")
                                || field.startsWith("seen ")
                                || isDecision(field));
        return carried;
    }

    /** Whether a field of the form is a decision about a thing and an item. */
    static boolean isDecision(String field) {
        return field.matches("[a-z]+:\\S+ Q\\S+");
    }

    /** Whether an item lies outside the snapshot. */
    public boolean hasUnknown() {
        return rows.stream().anyMatch(row -> !row.isKnown());
    }
}
