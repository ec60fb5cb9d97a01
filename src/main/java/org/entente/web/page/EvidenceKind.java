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

/** Kinds of things that are looked up by name, in the order in which a page shows them. The word is what {@code ?type=} says. */
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

    /** IRIs of the classes whose instances are of this kind. */
    public Set<String> classes() {
        return classes;
    }

    /** The kind of a thing by its classes. */
    public static Optional<EvidenceKind> of(Set<String> classIris) {
        return Arrays.stream(values())
                .filter(kind -> kind.classes.stream().anyMatch(classIris::contains))
                .findFirst();
    }

    /**
     * The classes that {@code ?type=} asks for: words of this list, {@code agent} for persons, bodies and polities, {@code state} or {@code region} for those polities, or classes as
     * {@code ent:Ministry}; several with commas. Nothing stands for all of this list.
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
