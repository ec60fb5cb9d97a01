package org.entente.reconcile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.names.NormalForm;
import org.entente.names.WordList;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** The words in which this collection speaks of offices: they tell the title from the name in "Vice Minister Rau". */
final class OfficeWords {
    private static final Pattern WORDS = Pattern.compile("[\\s,;]+");
    /** Words that join, in the languages of the sources; alone they say nothing of an office. */
    private static final Set<String> JOINING = WordList.words("joining");

    private final Set<String> words = new HashSet<>();

    private OfficeWords() {}

    /** Words of the kinds and labels of posts, and of printed titles, that are not words of persons' names. */
    static OfficeWords read(GraphReader facts) {
        OfficeWords known = new OfficeWords();
        Set<Node> titled = facts.subjects(RDF.type.asNode(), EntClass.POST).collect(Collectors.toSet());
        titled.addAll(facts.subjects(SKOS.inScheme.asNode(), EntConcept.POST_KIND_SCHEME)
                .toList());
        for (Node one : titled) {
            facts.objects(one, RDFS.label.asNode()).forEach(known::learn);
            facts.objects(one, SKOS.altLabel.asNode()).forEach(known::learn);
        }
        facts.anywhere(Node.ANY, EntProperty.TITLE_AS_PRINTED, Node.ANY).forEach(q -> known.learn(q.getObject()));
        Set<String> ofPersons = new HashSet<>();
        facts.subjects(RDF.type.asNode(), EntClass.PERSON)
                .flatMap(person -> facts.objects(person, RDFS.label.asNode()))
                .filter(Node::isLiteral)
                .forEach(label -> split(label.getLiteralLexicalForm()).forEach(w -> ofPersons.addAll(readings(w))));
        known.words.removeAll(ofPersons);
        return known;
    }

    private void learn(Node literal) {
        if (literal.isLiteral()) {
            split(literal.getLiteralLexicalForm()).forEach(word -> words.addAll(readings(word)));
        }
    }

    /**
     * A text taken apart.
     *
     * @param name what is left when the title is gone
     * @param title words of an office, as written
     */
    record Parted(String name, String title) {}

    /** Takes the title off a name: words of offices before it, in brackets after it, or behind a comma. Empty if there is no title. */
    Optional<Parted> part(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open > 0 && close > open) {
            String inside = text.substring(open + 1, close);
            String outside = (text.substring(0, open) + " " + text.substring(close + 1)).strip();
            return isTitle(inside) && !outside.isEmpty() ? Optional.of(new Parted(outside, inside)) : Optional.empty();
        }
        int comma = text.indexOf(',');
        if (comma > 0 && isTitle(text.substring(comma + 1))) {
            return Optional.of(new Parted(
                    text.substring(0, comma).strip(), text.substring(comma + 1).strip()));
        }
        List<String> parts = split(text);
        int title = 0;
        while (title < parts.size() - 1 && (isOfOffice(parts.get(title)) || title > 0 && isJoining(parts.get(title)))) {
            title++;
        }
        while (title > 0 && isJoining(parts.get(title - 1))) {
            title--;
        }
        return title == 0
                ? Optional.empty()
                : Optional.of(new Parted(
                        String.join(" ", parts.subList(title, parts.size())),
                        String.join(" ", parts.subList(0, title))));
    }

    private boolean isTitle(String text) {
        List<String> parts = split(text);
        return parts.stream().anyMatch(this::isOfOffice) && parts.stream().allMatch(w -> isOfOffice(w) || isJoining(w));
    }

    private boolean isOfOffice(String word) {
        // An initial is no title, whatever letters stand in titles.
        return word.codePoints().filter(Character::isLetter).count() > 1
                && !isJoining(word)
                && readings(word).stream().anyMatch(words::contains);
    }

    private static boolean isJoining(String word) {
        return JOINING.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The form of a title, without the words that only join. */
    static NormalForm form(String title) {
        return NormalForm.of(split(title).stream().filter(w -> !isJoining(w)).collect(Collectors.joining(" ")));
    }

    /** The part of the asked title's words that another title has, too. */
    static double similarity(NormalForm asked, NormalForm title) {
        if (asked.tokens().isEmpty()) {
            return 0;
        }
        if (asked.keys().stream().anyMatch(title.keys()::contains)) {
            return 1;
        }
        long shared = asked.tokens().stream()
                .filter(word -> title.tokens().stream().anyMatch(other -> meets(word.readings(), other.readings())))
                .count();
        return (double) shared / asked.tokens().size();
    }

    /** The same word, or a compound that ends with it: "Minister" is in "Vizeminister". */
    private static boolean meets(List<String> word, List<String> other) {
        return word.stream()
                .anyMatch(w -> other.stream().anyMatch(o -> o.equals(w) || w.length() > 4 && o.endsWith(w)));
    }

    private static Set<String> readings(String word) {
        Set<String> readings = new HashSet<>();
        NormalForm.of(word).tokens().forEach(token -> readings.addAll(token.readings()));
        return readings;
    }

    private static List<String> split(String text) {
        return Arrays.stream(WORDS.split(text.replace('-', ' ').strip()))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
