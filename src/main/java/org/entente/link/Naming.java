package org.entente.link;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entente.names.TitleSet;
import org.jspecify.annotations.Nullable;

/**
 * The names of one thing and what is needed to compare them as titles, worked out once, when somebody asks. Safe for many threads: what
 * two work out at the same time is the same.
 */
final class Naming {
    private static final Pattern FIRST = Pattern.compile("(?U)\\b(?:first|erste[rn]?|1\\.|первый|бірінші)(?:\\b|\\s)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final List<String> names;
    private final Set<String> distinct;
    private volatile @Nullable TitleSet titles;
    private volatile @Nullable List<Set<String>> stems;
    private volatile @Nullable Set<String> numbers;
    private volatile @Nullable Boolean first;

    Naming(Collection<String> names) {
        this.names = names.stream().distinct().toList();
        this.distinct = new HashSet<>(this.names);
    }

    /** Without repetitions, in their order. */
    List<String> names() {
        return names;
    }

    /** How many of the names are among these, letter by letter. */
    long sameAs(Naming other) {
        return names.stream().filter(other.distinct::contains).count();
    }

    TitleSet titles() {
        TitleSet known = titles;
        if (known == null) {
            known = TitleSet.of(names);
            titles = known;
        }
        return known;
    }

    /** The words of each name, see {@link TitleWords#words}. */
    List<Set<String>> stems() {
        List<Set<String>> known = stems;
        if (known == null) {
            known = TitleWords.words(names);
            stems = known;
        }
        return known;
    }

    /** The numbers in the names. */
    Set<String> numbers() {
        Set<String> known = numbers;
        if (known == null) {
            Set<String> found = new TreeSet<>();
            names.forEach(name -> NUMBER.matcher(name).results().forEach(n -> found.add(n.group())));
            known = found;
            numbers = known;
        }
        return known;
    }

    /** Whether one of the names is that of a first deputy, first secretary or the like. */
    boolean isFirst() {
        Boolean known = first;
        if (known == null) {
            known = names.stream().anyMatch(name -> FIRST.matcher(name.toLowerCase(Locale.ROOT))
                    .find());
            first = known;
        }
        return known;
    }
}
