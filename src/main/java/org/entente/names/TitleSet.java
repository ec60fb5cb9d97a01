package org.entente.names;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.names.OfficeTitle.Verdict;

/**
 * The names of one office or body in whatever languages, each read once: whoever compares many with each other reads none of them
 * twice.
 */
public final class TitleSet {
    private final List<OfficeTitle> titles;
    private final List<OfficeTitle.Office> offices;
    private final Set<Portfolio> subjects;

    private TitleSet(List<OfficeTitle> titles, Set<Portfolio> subjects) {
        this.titles = titles;
        this.offices = titles.stream().flatMap(t -> t.offices().stream()).toList();
        this.subjects = subjects;
    }

    public static TitleSet of(Collection<String> names) {
        return new TitleSet(names.stream().map(OfficeTitle::of).toList(), OfficeTitle.subjects(names));
    }

    /** How each of these names relates to the office that has the other names. */
    public Set<Verdict> comparedWith(TitleSet others) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        titles.forEach(title -> verdicts.add(title.comparedWith(others.offices)));
        return verdicts;
    }

    /**
     * Whether bodies that are known by these names are about different things: a ministry of foreign affairs and one of the interior.
     * Names that do not say what they are about say nothing against each other.
     */
    public boolean subjectsDiffer(TitleSet others) {
        return !subjects.isEmpty()
                && !others.subjects.isEmpty()
                && subjects.stream().noneMatch(others.subjects::contains);
    }

    /** Whether titles that are known by these names are about the same, or all about nothing in particular. */
    public boolean sameSubjects(TitleSet others) {
        Set<Portfolio> mine = withoutState(subjects);
        Set<Portfolio> theirs = withoutState(others.subjects);
        return mine.isEmpty() && theirs.isEmpty() || mine.stream().anyMatch(theirs::contains);
    }

    /** "Federal President" and "President of Germany" are one office: whose it is, is told elsewhere. */
    private static Set<Portfolio> withoutState(Set<Portfolio> subjects) {
        Set<Portfolio> rest = EnumSet.noneOf(Portfolio.class);
        rest.addAll(subjects);
        rest.remove(Portfolio.STATE);
        return rest;
    }
}
