package org.entente.web.page;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.execution.Problem;
import org.entente.text.ShortText;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;

/** The kinds of entities that the search knows, in the order of its page. {@code ?type=} takes their words. */
public enum EvidenceKind {
    PERSON("Person"),
    POLITY("Polity"),
    ORG("Organization"),
    POST("Post"),
    PLACE("Place"),
    EVENT("Event"),
    SERIES("EventSeries"),
    AGREEMENT("Agreement", "AgreementBatch"),
    PROJECT("Project", "Funding"),
    DOC("Document");

    private final Set<String> classes;

    EvidenceKind(String... classes) {
        this.classes = Arrays.stream(classes).map(Ent::term).collect(Collectors.toUnmodifiableSet());
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** IRIs of the classes of this kind. */
    public Set<String> classes() {
        return classes;
    }

    /** The first kind that has one of the classes. */
    public static Optional<EvidenceKind> of(Set<String> classIris) {
        return Arrays.stream(values())
                .filter(kind -> kind.classes.stream().anyMatch(classIris::contains))
                .findFirst();
    }

    /**
     * The IRIs of the classes that {@code ?type=} asks for. Each value is a list, separated by commas, of words of this
     * enum, {@code agent} (person, organisation or polity), {@code state}, {@code region}, or a class such as
     * {@code ent:Ministry}. Without values all kinds are meant.
     *
     * @throws Problem 422 for an unknown word
     */
    public static Set<String> classes(List<String> types) {
        Set<String> classes = new LinkedHashSet<>();
        for (String type :
                types.stream().flatMap(t -> Arrays.stream(t.split(","))).toList()) {
            String word = type.strip();
            if (!word.isEmpty()) {
                classes.addAll(classesOf(word));
            }
        }
        if (classes.isEmpty()) {
            Arrays.stream(values()).forEach(kind -> classes.addAll(kind.classes));
        }
        return classes;
    }

    private static Set<String> classesOf(String word) {
        if (word.equalsIgnoreCase("agent")) {
            return Set.of(EntClass.AGENT.getURI());
        }
        if (word.equalsIgnoreCase("state")) {
            return Set.of(EntClass.STATE.getURI());
        }
        if (word.equalsIgnoreCase("region")) {
            return Set.of(EntClass.SUBNATIONAL_POLITY.getURI());
        }
        if (word.matches("ent:[A-Za-z]{1,60}")) {
            return Set.of(Ent.term(word.substring(4)));
        }
        return Arrays.stream(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst()
                .map(EvidenceKind::classes)
                .orElseThrow(() -> unknown(word));
    }

    private static Problem unknown(String word) {
        String expected = Arrays.stream(values()).map(EvidenceKind::word).collect(Collectors.joining(", "))
                + ", agent, state, region, or a class such as ent:Ministry";
        return Problem.of(
                        422,
                        "parameter",
                        "The parameter type is invalid",
                        "Parameter type: \"" + ShortText.of(word, 80) + "\" is unknown; expected " + expected + ".")
                .with("parameter", "type")
                .with("expected", expected);
    }
}
