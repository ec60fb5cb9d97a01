package org.entente.web.ask;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.ask.Answer;
import org.entente.ask.AskTexts;
import org.entente.ask.Asked;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;
import org.entente.web.page.AtLeast;
import org.entente.web.page.View;

/**
 * The page of a question.
 *
 * @param atLeast what there is to say beside what the answer counts
 * @param data address of the answer as JSON
 */
public record AskView(Optional<Answer> found, Optional<AtLeast> atLeast, String data) implements View {
    /** One slot of the question that can be changed. */
    public record Slot(String name, String said, String how, String value, String shown) {}

    static AskView empty() {
        return new AskView(Optional.empty(), Optional.empty(), "");
    }

    static AskView of(Answer answer, Optional<AtLeast> atLeast, String data) {
        return new AskView(Optional.of(answer), atLeast, data);
    }

    @Override
    public String template() {
        return "ask/ask.jte";
    }

    private Answer answer() {
        return found.orElseThrow();
    }

    /** The word for the verdict, in the language of the answer. */
    public String verdict() {
        return AskTexts.in(answer().language())
                .say("verdict." + answer().verdict().word());
    }

    /** The columns that any row has. */
    public List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        answer().rows().forEach(row -> columns.addAll(row.cells().keySet()));
        return List.copyOf(columns);
    }

    /** The address of the page of a thing; "" if it is a text or has none. */
    public String href(Answer.Term term) {
        return IdSpaces.isThing(term.iri()) ? Urls.page(term.iri()) : "";
    }

    /** The slots of the question in their order. */
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        answer().asked().ifPresent(asked -> asked.slots().forEach((name, slot) -> slots.add(slot(name, slot))));
        return slots;
    }

    private Slot slot(String name, Asked.Slot slot) {
        List<Answer.Term> terms = answer().slots().getOrDefault(name, List.of());
        String shown = String.join(", ", terms.stream().map(Answer.Term::label).toList());
        Answer.Term first = terms.isEmpty() ? new Answer.Term("", "") : terms.getFirst();
        return new Slot(
                name,
                slot.said(),
                slot.how(),
                first.iri().isEmpty() ? first.label() : Prefixes.compact(first.iri()),
                shown);
    }

    public String ask(String question) {
        return Urls.with("/ask", java.util.Map.of("q", List.of(question)));
    }
}
