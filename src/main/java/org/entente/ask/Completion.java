package org.entente.ask;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.names.NameHit;
import org.entente.vocab.EntClass;

/** Whole questions that begin like a typed text and have an answer, from the sentences {@code near.*}. */
final class Completion {
    private static final List<String> KINDS = List.of("person", "post", "place", "body");
    private static final String SLOT = "{0}";
    private static final int CANDIDATES = 12;

    private final AskFacts facts;
    private final AskTexts texts;
    private final AskLanguage language;

    Completion(AskFacts facts, AskLanguage language) {
        this.facts = facts;
        this.language = language;
        this.texts = AskTexts.in(language);
    }

    List<String> of(String typed, int most) {
        Set<String> found = new LinkedHashSet<>();
        String plain = Word.fold(typed);
        for (String kind : KINDS) {
            for (int i = 1; texts.has("near." + kind + "." + i); i++) {
                String template = texts.say("near." + kind + "." + i);
                int at = template.indexOf(SLOT);
                String before = Word.fold(template.substring(0, at));
                if (before.startsWith(plain) && plain.length() > 2) {
                    examples(kind).forEach(name -> found.add(template.replace(SLOT, name)));
                } else if (plain.startsWith(before)) {
                    String name = typed.substring(Math.min(typed.length(), before.length()))
                            .replaceAll("[?\\s]+$", "");
                    named(kind, name).forEach(label -> found.add(template.replace(SLOT, label)));
                }
            }
        }
        for (int i = 1; texts.has("near.any." + i); i++) {
            String sentence = texts.say("near.any." + i);
            if (plain.length() > 2 && Word.fold(sentence).startsWith(plain)) {
                found.add(sentence);
            }
        }
        return found.stream().limit(most).toList();
    }

    /** Those of whom most is known. */
    private List<String> examples(String kind) {
        return facts.answerable(kind).stream()
                .limit(2)
                .map(iri -> facts.label(iri, language))
                .toList();
    }

    private List<String> named(String kind, String name) {
        if (name.isBlank()) {
            return examples(kind);
        }
        Set<String> classes =
                switch (kind) {
                    case "person" -> Set.of(EntClass.PERSON.getURI());
                    case "post" -> Set.of(EntClass.POST.getURI());
                    case "place" -> Set.of(EntClass.PLACE.getURI());
                    default -> Set.of(EntClass.ORGANIZATION.getURI());
                };
        Set<String> answerable = new LinkedHashSet<>(facts.answerable(kind));
        List<String> labels = new ArrayList<>();
        for (NameHit hit : facts.names.suggest(name, CANDIDATES, classes)) {
            if (answerable.contains(hit.name().entity())) {
                labels.add(facts.label(hit.name().entity(), language));
            }
        }
        return labels;
    }
}
