package org.entente.names;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.entente.names.NameMatches.Level;
import org.jspecify.annotations.Nullable;

/**
 * All names of a collection, ready to be looked up. Immutable and safe for many threads; building costs a few seconds for
 * 100,000 names, a look-up a millisecond or so.
 */
public final class NameTable {
    private static final Comparator<NameRow> BY_TEXT =
            Comparator.comparing(NameRow::text).thenComparing(NameRow::entity);
    /** Below this score a proposal would only confuse. */
    private static final double WORTH_SHOWING = 0.4;
    /** The same while somebody types, when more letters may still come. */
    private static final double WORTH_PROPOSING = 0.55;

    /** From here on something is called so, whatever its words may look like. */
    private static final double GOOD = 0.8;

    /** A name that fits together with what stands in brackets … */
    private static final double WITH_ASIDE = 0.98;
    /** … and one that fits neither with that nor with all words before: "Botschafter (Kasachstan) in Berlin" is no town. */
    private static final double WITHOUT_ASIDE = 0.75;
    /** A name that something tells apart is no match, however alike it is. */
    private static final double APART = 0.35;
    /** A part of a name, or one with something else in brackets, is no match either, but nearer. */
    private static final double PART = 0.59;

    /** So many hits are compared where a text is read in two ways. */
    private static final int MORE = 20;

    /** Forms that a table has: the next one mostly has the same names, and reading them is most of its work. */
    private static final Cache<String, NormalForm> FORMS =
            Caffeine.newBuilder().weakValues().build();

    private final List<NameRow> rows;
    private final List<NormalForm> forms;
    private final Map<String, Postings> byExactForm = new HashMap<>();
    private final Map<String, Postings> byKey = new HashMap<>();
    private final Map<String, Postings> byReading = new HashMap<>();
    private final Map<String, Postings> byAbbreviation = new HashMap<>();
    private final Map<String, Postings> byEnds = new HashMap<>();
    private final Ranking ranking;
    private final FullNameCheck fuller;
    private final Function<String, NameKind> kinds;
    private final Map<String, Postings> byEntity = new HashMap<>();
    /** Read when a row is first compared. */
    private final AtomicReferenceArray<Distinctions> distinctions;

    private NameTable(List<NameRow> rows, Function<String, NameKind> kinds) {
        this.rows = rows;
        this.kinds = kinds;
        this.distinctions = new AtomicReferenceArray<>(rows.size());
        this.forms = new ArrayList<>(rows.size());
        this.ranking = new Ranking(rows.size());
        for (int id = 0; id < rows.size(); id++) {
            String text = rows.get(id).text();
            NormalForm form = FORMS.get(text, NormalForm::of);
            forms.add(form);
            add(byExactForm, NormalForm.exact(text), id);
            add(byEntity, rows.get(id).entity(), id);
            for (String key : form.keys()) {
                add(byKey, key, id);
            }
            for (NameToken token : form.tokens()) {
                for (String skeleton : token.readings()) {
                    add(byReading, skeleton, id);
                }
                for (String skeleton : token.transcribed()) {
                    add(byReading, skeleton, id);
                }
            }
            for (String abbreviation : Abbreviations.of(text)) {
                add(byAbbreviation, abbreviation, id);
            }
            add(byEnds, Abbreviations.ends(text), id);
            ranking.add(id, form);
        }
        ranking.finish();
        fuller = new FullNameCheck(rows, forms);
    }

    /** A table of these names; rows that say the same twice count once. */
    public static NameTable of(Collection<NameRow> rows) {
        return of(rows, entity -> NameKind.PERSON);
    }

    /** @param kinds entity to the kind of its names */
    public static NameTable of(Collection<NameRow> rows, Function<String, NameKind> kinds) {
        return new NameTable(rows.stream().distinct().toList(), kinds);
    }

    /** All names. */
    public List<NameRow> rows() {
        return java.util.Collections.unmodifiableList(rows);
    }

    /** Whether the entity has a name here. */
    public boolean has(String entity) {
        return byEntity.containsKey(entity);
    }

    /** The number of names. */
    public int size() {
        return rows.size();
    }

    /** What the name means among all entities. */
    public NameMatches match(String name) {
        return match(name, entity -> true);
    }

    /** What the name means among the entities that are accepted, for example those of a class. */
    public NameMatches match(String given, Predicate<String> accepted) {
        String name = Abbreviations.joined(given);
        List<NameRow> exact =
                found(byExactForm.getOrDefault(NormalForm.exact(name), Postings.EMPTY), accepted, id -> true);
        if (!exact.isEmpty()) {
            return new NameMatches(name, Level.EXACT, exact);
        }
        NormalForm asked = NormalForm.of(name);
        Postings whole = new Postings();
        for (String key : asked.keys()) {
            byKey.getOrDefault(key, Postings.EMPTY).addTo(whole);
        }
        Postings sharing = rarestToken(asked);
        sharing.addTo(whole, id -> forms.get(id).hasSameTokens(asked));
        Distinctions told = Distinctions.of(name);
        List<NameRow> normal = found(whole, accepted, id -> against(told, asked, id) == null);
        if (!normal.isEmpty()) {
            return new NameMatches(name, Level.NORMAL, normal);
        }
        List<NameRow> tokens = found(
                sharing,
                accepted,
                id -> forms.get(id).contains(asked)
                        && against(told, asked, id) == null
                        && fuller.contradicting(asked, rows.get(id).entity(), id) < 0);
        if (tokens.isEmpty()) {
            tokens = found(abbreviated(name), accepted, id -> true);
        }
        return new NameMatches(name, tokens.isEmpty() ? Level.NONE : Level.TOKENS, tokens);
    }

    /** The names most like this one, best first, at most n, one per entity: for "did you mean". */
    public List<NameRow> near(String name, int n) {
        return near(name, n, entity -> true);
    }

    /** The names most like this one among the accepted entities. */
    public List<NameRow> near(String name, int n, Predicate<String> accepted) {
        return search(name, n, accepted).stream().map(NameHit::name).toList();
    }

    /**
     * The entities that the name may mean, best first, at most n, one hit each with its best name. Several may be equally good;
     * nothing is decided here.
     */
    public List<NameHit> search(String given, int n, Predicate<String> accepted) {
        String name = Abbreviations.joined(given);
        String opened = NameTokenizer.opened(name);
        if (opened == null) {
            return searched(name, n, accepted);
        }
        // What stands in brackets is no part of the name, but may tell whose office or which place is meant.
        int more = Math.max(n, MORE);
        NormalForm asked = NormalForm.of(name);
        return merged(
                searched(name, more, accepted).stream()
                        .map(hit -> hit.times(hit.leavesWordsOut() ? WITHOUT_ASIDE : 1))
                        .toList(),
                searched(opened, more, accepted).stream()
                        .filter(hit -> Reasons.shareWord(
                                asked, NormalForm.of(hit.name().text())))
                        .map(hit -> hit.times(
                                hit.why().contains(NameReason.OFFICE)
                                                || hit.why().contains(NameReason.MORE)
                                        ? WITHOUT_ASIDE
                                        : WITH_ASIDE))
                        .toList(),
                n);
    }

    private List<NameHit> searched(String name, int n, Predicate<String> accepted) {
        NormalForm asked = NormalForm.of(name);
        Best best = new Best(name, n);
        String exact = NormalForm.exact(name);
        byExactForm.getOrDefault(exact, Postings.EMPTY).forEach(id -> best.offer(id, 1, accepted));
        for (String key : asked.keys()) {
            byKey.getOrDefault(key, Postings.EMPTY).forEach(id -> best.offer(id, 0.98, accepted));
        }
        abbreviated(name).forEach(id -> best.offer(id, 0.85, accepted));
        Optional<String> abbreviation = Abbreviations.asked(name);
        abbreviation.ifPresent(letters -> {
            for (String ends : Abbreviations.possibleEnds(letters)) {
                byEnds.getOrDefault(ends, Postings.EMPTY).forEach(id -> {
                    if (Abbreviations.mayStandFor(letters, rows.get(id).text())) {
                        best.offer(id, 0.76, accepted);
                    }
                });
            }
        });
        if (!asked.hasOnlyParticles()) {
            ranking.best(
                            asked,
                            Math.max(100, 3 * n),
                            id -> accepted.test(rows.get(id).entity()))
                    .forEach(ranked -> {
                        if (ranked.score() >= WORTH_SHOWING
                                && (abbreviation.isEmpty() || !isOtherAbbreviation(name, asked, ranked.row()))) {
                            best.offer(ranked.row(), 0.98 * ranked.score(), accepted);
                        }
                    });
        }
        List<NameHit> hits = best.hits(name, asked);
        boolean good = !hits.isEmpty() && hits.getFirst().score() >= GOOD;
        return good || abbreviation.isPresent() ? hits : withInflected(name, asked, n, accepted, hits);
    }

    /** Where nothing is called so: what is called like the words without their case endings, if that is more alike. */
    private List<NameHit> withInflected(
            String name, NormalForm asked, int n, Predicate<String> accepted, List<NameHit> hits) {
        NormalForm stems = Inflection.without(asked);
        if (stems == null) {
            return hits;
        }
        // Who is really called so comes first, and be it with a part of the name.
        double most = hits.stream()
                .filter(hit -> hit.level() != Level.NONE)
                .mapToDouble(NameHit::score)
                .findFirst()
                .orElse(1);
        Best best = new Best(name, n);
        ranking.best(
                        stems,
                        Math.max(100, 3 * n),
                        id -> accepted.test(rows.get(id).entity()))
                .forEach(ranked -> {
                    double score = Math.min(most - 0.01, Inflection.score(asked, 0.98 * ranked.score()));
                    if (score >= WORTH_SHOWING) {
                        best.offer(ranked.row(), score, accepted);
                    }
                });
        return merged(hits, best.hits(name, stems).stream().map(Inflection::hit).toList(), n);
    }

    /** Why a row is not what was asked for, though its words are; null if nothing speaks against it. */
    private @Nullable NameReason against(Distinctions told, NormalForm asked, int row) {
        Distinctions other = distinctions.get(row);
        if (other == null) {
            other = Distinctions.of(rows.get(row).text());
            distinctions.set(row, other);
        }
        String entity = rows.get(row).entity();
        return told.against(asked, other, forms.get(row), kinds.apply(entity), token -> isSaidOf(entity, token));
    }

    /** Whether some name of the entity has the word, in brackets or not, or is abbreviated so. */
    private boolean isSaidOf(String entity, NameToken token) {
        boolean[] said = {false};
        byEntity.getOrDefault(entity, Postings.EMPTY).forEach(id -> {
            String opened = NameTokenizer.opened(rows.get(id).text());
            NormalForm form = opened == null ? forms.get(id) : NormalForm.of(opened);
            said[0] |= form.tokens().stream().anyMatch(word -> word.agrees(token))
                    || Abbreviations.of(rows.get(id).text()).contains(token.word());
        });
        return said[0];
    }

    /** The better hit of each entity, best first. */
    private static List<NameHit> merged(List<NameHit> some, List<NameHit> others, int n) {
        Map<String, NameHit> all = new HashMap<>();
        some.forEach(hit -> all.put(hit.name().entity(), hit));
        others.forEach(
                hit -> all.merge(hit.name().entity(), hit, (one, other) -> one.score() >= other.score() ? one : other));
        return all.values().stream()
                .sorted(Comparator.comparingDouble((NameHit hit) -> -hit.score())
                        .thenComparing(NameHit::name, BY_TEXT))
                .limit(n)
                .toList();
    }

    /**
     * The entities with a name that begins like the text, word by word, the last of which may be unfinished; then what is merely
     * similar. For proposals while somebody types.
     */
    public List<NameHit> suggest(String typed, int n, Predicate<String> accepted) {
        NormalForm asked = NormalForm.of(typed);
        Best best = new Best(typed, n);
        if (!asked.tokens().isEmpty()) {
            ranking.beginning(asked, 10 * n, id -> accepted.test(rows.get(id).entity()))
                    .forEach(ranked -> best.offer(ranked.row(), ranked.score(), accepted));
        }
        List<NameHit> hits = new ArrayList<>(best.hits(typed, asked).stream()
                .map(hit -> hit.level() == Level.NONE
                        ? new NameHit(hit.name(), hit.score(), Level.NONE, List.of(NameReason.BEGINNING))
                        : hit)
                .toList());
        if (hits.size() < n && typed.strip().length() > 2) {
            search(typed, n, accepted).stream()
                    .filter(hit -> hits.stream()
                            .noneMatch(other ->
                                    other.name().entity().equals(hit.name().entity())))
                    .filter(hit -> hit.score() >= WORTH_PROPOSING)
                    .limit(n - hits.size())
                    .forEach(hits::add);
        }
        hits.sort(Comparator.comparingDouble(hit -> -hit.score()));
        return List.copyOf(hits);
    }

    /** The best row of each entity, as it is found. */
    private final class Best {
        /** @param alike how much of both names is the same, whatever tells them apart: it keeps the order */
        private record Scored(
                int row,
                double score,
                double alike,
                @Nullable NameReason against) {
            Scored(int row, double score) {
                this(row, score, score, null);
            }
        }

        private final int n;
        private final boolean askedTitled;
        private final Distinctions told;
        private final Map<String, Scored> byEntity = new HashMap<>();

        Best(String asked, int n) {
            this.n = n;
            this.askedTitled = NameTokenizer.hasTitle(TextFolding.folded(asked));
            this.told = Distinctions.of(asked);
        }

        void offer(int row, double score, Predicate<String> accepted) {
            NameRow name = rows.get(row);
            if (accepted.test(name.entity())) {
                byEntity.merge(name.entity(), new Scored(row, score), this::better);
            }
        }

        private Scored better(Scored one, Scored other) {
            if (Math.abs(one.score - other.score) > 1e-9) {
                return one.score > other.score ? one : other;
            }
            boolean titled = isTitled(one);
            if (titled != isTitled(other)) {
                return titled == askedTitled ? one : other;
            }
            return NameTable.better(rows.get(one.row), rows.get(other.row)) == rows.get(one.row) ? one : other;
        }

        private boolean isTitled(Scored found) {
            return NameTokenizer.hasTitle(TextFolding.folded(rows.get(found.row).text()));
        }

        /** A short name says nothing against a first name or an initial; the fuller names of the entity may. */
        private Scored judged(NormalForm asked, Scored found) {
            int other = fuller.contradicting(asked, rows.get(found.row).entity(), found.row);
            if (other >= 0) {
                return new Scored(other, FullNameCheck.contradicted(found.score));
            }
            NameReason against = found.score == 1 ? null : against(told, asked, found.row);
            if (against == null) {
                return found;
            }
            boolean another = against == NameReason.DIRECTION || against == NameReason.OTHER_LETTERS;
            double most = (another ? APART : PART) + 0.15 * found.score;
            double score = Math.min(found.score, most);
            return new Scored(found.row, score, another ? score : found.score, against);
        }

        List<NameHit> hits(String text, NormalForm asked) {
            return byEntity.values().stream()
                    .map(found -> judged(asked, found))
                    .sorted(Comparator.comparingDouble((Scored s) -> -s.alike)
                            .thenComparing(s -> rows.get(s.row), BY_TEXT))
                    .limit(n)
                    .map(s -> hit(text, asked, s))
                    .toList();
        }

        private NameHit hit(String text, NormalForm asked, Scored found) {
            NameRow row = rows.get(found.row);
            NormalForm form = forms.get(found.row);
            Level level = level(text, asked, row, form);
            List<NameReason> why = Reasons.of(text, asked, row, form, level);
            if (found.against != null) {
                List<NameReason> all = new ArrayList<>(why);
                Reasons.add(all, true, found.against);
                return new NameHit(row, found.score, Level.NONE, all);
            }
            if (level == Level.NONE && abbreviates(text, row)) {
                return new NameHit(row, found.score, Level.TOKENS, List.of(NameReason.ABBREVIATION));
            }
            return new NameHit(row, found.score, level, why);
        }
    }

    /** "DAZ" is no misspelling of "DAAD", nor "Kasner" one of "KazNU". */
    private boolean isOtherAbbreviation(String text, NormalForm asked, int row) {
        return Abbreviations.isShort(text)
                && !forms.get(row).contains(asked)
                && (Abbreviations.isMixed(text)
                        || Abbreviations.isIn(rows.get(row).text()));
    }

    private static Level level(String text, NormalForm asked, NameRow row, NormalForm form) {
        if (NormalForm.exact(text).equals(NormalForm.exact(row.text()))) {
            return Level.EXACT;
        }
        if (form.hasSameTokens(asked) || asked.keys().stream().anyMatch(form.keys()::contains)) {
            return Level.NORMAL;
        }
        return form.contains(asked) ? Level.TOKENS : Level.NONE;
    }

    private Postings abbreviated(String name) {
        return Abbreviations.asked(name).map(byAbbreviation::get).orElse(Postings.EMPTY);
    }

    private static boolean abbreviates(String text, NameRow row) {
        return Abbreviations.asked(text)
                .filter(asked ->
                        Abbreviations.of(row.text()).contains(asked) || Abbreviations.mayStandFor(asked, row.text()))
                .isPresent();
    }

    /** Names that hold the least common telling token of the name asked for; every match by tokens is among them. */
    private Postings rarestToken(NormalForm asked) {
        Postings rarest = null;
        for (NameToken token : asked.tokens()) {
            if (token.role() != TokenRole.NAME && token.role() != TokenRole.PATRONYMIC) {
                continue;
            }
            Postings holding = new Postings();
            for (String reading : token.readings()) {
                byReading.getOrDefault(reading, Postings.EMPTY).addTo(holding);
            }
            for (String reading : token.transcribed()) {
                byReading.getOrDefault(reading, Postings.EMPTY).addTo(holding);
            }
            if (rarest == null || holding.size() < rarest.size()) {
                rarest = holding;
            }
        }
        return rarest == null ? Postings.EMPTY : rarest;
    }

    /** One row per entity: its preferred name if that was found too, else the first by text. */
    private List<NameRow> found(Postings ids, Predicate<String> accepted, IntPredicate fitting) {
        Map<String, NameRow> byEntity = new HashMap<>();
        ids.forEach(id -> {
            NameRow row = rows.get(id);
            if (fitting.test(id) && accepted.test(row.entity())) {
                byEntity.merge(row.entity(), row, NameTable::better);
            }
        });
        return byEntity.values().stream().sorted(BY_TEXT).toList();
    }

    private static NameRow better(NameRow one, NameRow other) {
        if (one.preferred() != other.preferred()) {
            return one.preferred() ? one : other;
        }
        return BY_TEXT.compare(one, other) <= 0 ? one : other;
    }

    private static void add(Map<String, Postings> index, String key, int id) {
        index.computeIfAbsent(key, unused -> new Postings()).add(id);
    }
}
