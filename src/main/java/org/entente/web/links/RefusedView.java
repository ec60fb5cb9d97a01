package org.entente.web.links;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;

/**
 * A form of decisions that was sent without the right key, with everything in it but the key. Nothing is worked out for it: who has no key
 * shall not keep the server busy.
 *
 * @param action the address that the form is sent to
 * @param back the page from which it came
 * @param typed the fields of the form
 */
public record RefusedView(String action, String back, Map<String, String> typed, ProblemView problem) implements View {
    /**
     * A decision that was chosen.
     *
     * @param field name of the form field: thing and item
     * @param state word of the state
     */
    public record Chosen(String field, String state) {}

    @Override
    public String template() {
        return "links/refused.jte";
    }

    /** The decisions that were chosen. */
    public List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        typed.forEach((field, value) -> {
            if (PreviewView.isDecision(field) && !value.isBlank()) {
                chosen.add(new Chosen(field, value));
            }
        });
        return chosen;
    }

    /** Q numbers that were written, by the name of their field. */
    public Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>(typed);
        written.entrySet()
                .removeIf(e -> !e.getKey().startsWith("item ") || e.getValue().isBlank());
        return written;
    }

    /** Everything else that goes on to be sent unseen. */
    public Map<String, String> carried() {
        Map<String, String> carried = new LinkedHashMap<>(typed);
        carried.keySet()
                .removeIf(
                        field -> List.of("by", "why", "key", "step", "outside").contains(field)
                                || field.startsWith("item ")
                                || PreviewView.isDecision(field));
        return carried;
    }
}
