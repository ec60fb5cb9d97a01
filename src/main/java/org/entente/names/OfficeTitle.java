package org.entente.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title of office as somebody printed it, read as far as its words are known: "Vize-Außenminister Kasachstans" names one office, a
 * deputy minister, with foreign affairs. German, English, Russian and some Kazakh. What is not known is left unread, never guessed.
 *
 * @param offices the offices that the title names; empty where its words are not known or too general ("Leiter", "Gast")
 */
public record OfficeTitle(List<Office> offices) {
    /** Whether two titles can mean the same office. */
    public enum Verdict {
        /** Both name an office of the same kind, with nothing against it. */
        AGREES,
        /** Both are understood, and no office of the one can be an office of the other. */
        DIFFERS,
        /** At least one of them is not understood well enough to say. */
        UNREAD
    }

    /**
     * One office of a title.
     *
     * @param deputy whether it is the deputy's
     * @param portfolios what it is about; empty where the title does not say
     */
    record Office(Rank rank, boolean deputy, Set<Portfolio> portfolios) {
        boolean canBe(Office other) {
            return rank == other.rank
                    && deputy == other.deputy
                    && (portfolios.isEmpty()
                            || other.portfolios.isEmpty()
                            || portfolios.stream().anyMatch(other.portfolios::contains));
        }
    }

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern PARTS = Pattern.compile("[,;:(/]|\\s(?:und|and|sowie|и|және)\\s");
    private static final Pattern DEPUTY = Pattern.compile(
            " (?:vize|vice|deputy|stellvertret|stv |зам|вице|орынбасар)|vize(?=präsident|kanzler|minister|premier|aussen)");

    public OfficeTitle {
        offices = List.copyOf(offices);
    }

    /** Reads a title. Never fails. */
    public static OfficeTitle of(String title) {
        List<Office> offices = new ArrayList<>();
        Set<Portfolio> pending = EnumSet.noneOf(Portfolio.class);
        for (String part : PARTS.split(NormalForm.exact(title))) {
            String words = " " + NO_LETTER.matcher(part).replaceAll(" ").strip() + " ";
            Set<Portfolio> portfolios = portfolios(words);
            List<Rank> ranks = ranks(words);
            if (ranks.isEmpty()) {
                // "Minister for Economy, Science and …": what follows belongs to the office before, else to the next
                // one.
                if (offices.isEmpty()) {
                    pending.addAll(portfolios);
                } else {
                    extend(offices, portfolios);
                }
                continue;
            }
            portfolios.addAll(pending);
            pending.clear();
            boolean deputy = DEPUTY.matcher(words.replace(" deputy of ", " ")).find();
            ranks.forEach(rank ->
                    offices.add(new Office(rank, deputy && rank != Rank.MEMBER_OF_PARLIAMENT, Set.copyOf(portfolios))));
        }
        return new OfficeTitle(offices.stream().filter(o -> o.rank().tells()).toList());
    }

    /** Whether the word says what an office is about: "foreign", "Wirtschaft". */
    public static boolean isSubject(String word) {
        return !portfolios(" " + NormalForm.exact(word) + " ").isEmpty();
    }

    /** How this title relates to an office that is known by these names, in whatever languages. */
    public Verdict comparedWith(Collection<String> names) {
        return comparedWith(
                names.stream().flatMap(name -> of(name).offices().stream()).toList());
    }

    /** How it relates to the offices that an office's names give. */
    Verdict comparedWith(List<Office> others) {
        if (offices.isEmpty() || others.isEmpty() || isMandate(offices) && !isMandate(others)) {
            return Verdict.UNREAD;
        }
        return offices.stream().anyMatch(mine -> others.stream().anyMatch(mine::canBe))
                ? Verdict.AGREES
                : Verdict.DIFFERS;
    }

    static Set<Portfolio> subjects(Collection<String> names) {
        Set<Portfolio> subjects = EnumSet.noneOf(Portfolio.class);
        names.forEach(name -> subjects.addAll(portfolios(
                " " + NO_LETTER.matcher(NormalForm.exact(name)).replaceAll(" ").strip() + " ")));
        return subjects;
    }

    /** A seat in a parliament is held beside other offices: "MdB" behind a commissioner's name says nothing against the office. */
    private static boolean isMandate(List<Office> offices) {
        return offices.stream().allMatch(office -> office.rank() == Rank.MEMBER_OF_PARLIAMENT);
    }

    private static void extend(List<Office> offices, Set<Portfolio> portfolios) {
        Office last = offices.removeLast();
        Set<Portfolio> all = EnumSet.noneOf(Portfolio.class);
        all.addAll(last.portfolios());
        all.addAll(portfolios);
        offices.add(new Office(last.rank(), last.deputy(), Set.copyOf(all)));
    }

    private static List<Rank> ranks(String words) {
        List<Rank> ranks = new ArrayList<>();
        String left = words;
        for (Rank.Word word : Rank.WORDS) {
            Matcher found = word.pattern().matcher(left);
            if (found.find()) {
                left = found.replaceAll("#");
                if (!ranks.contains(word.rank())) {
                    ranks.add(word.rank());
                }
            }
        }
        return ranks;
    }

    private static Set<Portfolio> portfolios(String words) {
        Set<Portfolio> portfolios = EnumSet.noneOf(Portfolio.class);
        String left = words;
        for (Portfolio.Word word : Portfolio.WORDS) {
            if (left.contains(word.text())) {
                left = left.replace(word.text(), "#");
                portfolios.add(word.portfolio());
            }
        }
        return portfolios;
    }
}
