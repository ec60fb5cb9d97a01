package org.entente.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.names.NameMatches.Level;

/**
 * All names of a collection, ready to be looked up. Immutable and safe for many threads; building costs a few seconds for
 * 100,000 names, a look-up well under a millisecond, {@link #near} a few.
 */
public final class NameTable {
    private static final Comparator<NameRow> BY_TEXT =
            Comparator.comparing(NameRow::text).thenComparing(NameRow::entity);

    private final List<NameRow> rows;
    private final List<NormalForm> forms;
    private final Map<String, Postings> byExactForm = new HashMap<>();
    private final Map<String, Postings> byKey = new HashMap<>();
    private final Map<String, Postings> byToken = new HashMap<>();
    private final Nearness nearness;

    private NameTable(List<NameRow> rows) {
        this.rows = rows;
        this.forms = new ArrayList<>(rows.size());
        this.nearness = new Nearness(rows.size());
        for (int id = 0; id < rows.size(); id++) {
            String text = rows.get(id).text();
            NormalForm form = NormalForm.of(text);
            forms.add(form);
            add(byExactForm, NormalForm.exact(text), id);
            for (String key : form.keys()) {
                add(byKey, key, id);
            }
            for (Set<String> token : form.tokens()) {
                for (String skeleton : token) {
                    add(byToken, skeleton, id);
                }
            }
            nearness.add(id, form);
        }
    }

    /** A table of these names; rows that say the same twice count once. */
    public static NameTable of(Collection<NameRow> rows) {
        return new NameTable(rows.stream().distinct().toList());
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
    public NameMatches match(String name, Predicate<String> accepted) {
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
        List<NameRow> normal = found(whole, accepted, id -> true);
        if (!normal.isEmpty()) {
            return new NameMatches(name, Level.NORMAL, normal);
        }
        List<NameRow> tokens = found(sharing, accepted, id -> forms.get(id).contains(asked));
        return new NameMatches(name, tokens.isEmpty() ? Level.NONE : Level.TOKENS, tokens);
    }

    /** The names most like this one, best first, at most n, one per entity: for "did you mean". */
    public List<NameRow> near(String name, int n) {
        return near(name, n, entity -> true);
    }

    /** The names most like this one among the accepted entities. */
    public List<NameRow> near(String name, int n, Predicate<String> accepted) {
        Map<String, NameRow> best = new LinkedHashMap<>();
        for (int id : nearness.nearest(NormalForm.of(name))) {
            NameRow row = rows.get(id);
            if (best.size() < n && accepted.test(row.entity())) {
                best.putIfAbsent(row.entity(), row);
            }
        }
        return List.copyOf(best.values());
    }

    /**
     * The entities that the name may mean, best first, at most n, one hit each: what {@link #match} finds, then what is near.
     * Several may be equally good; nothing is decided here.
     */
    public List<NameHit> search(String name, int n, Predicate<String> accepted) {
        Map<String, NameHit> best = new LinkedHashMap<>();
        NameMatches matches = match(name, accepted);
        for (NameRow row : matches.rows()) {
            best.putIfAbsent(row.entity(), new NameHit(row, score(matches.level()), matches.level()));
        }
        for (NameRow row : near(name, n, accepted)) {
            best.putIfAbsent(row.entity(), new NameHit(row, 0.6, Level.NONE));
        }
        return best.values().stream().limit(n).toList();
    }

    private static double score(Level level) {
        return switch (level) {
            case EXACT -> 1;
            case NORMAL -> 0.95;
            case TOKENS -> 0.8;
            case NONE -> 0.6;
        };
    }

    /** Names that hold the least common token of the name asked for; every match by tokens is among them. */
    private Postings rarestToken(NormalForm asked) {
        Postings rarest = null;
        for (Set<String> readings : asked.tokens()) {
            Postings holding = new Postings();
            for (String reading : readings) {
                byToken.getOrDefault(reading, Postings.EMPTY).addTo(holding);
            }
            if (rarest == null || holding.size() < rarest.size()) {
                rarest = holding;
            }
        }
        return rarest == null ? Postings.EMPTY : rarest;
    }

    /** One row per entity: its preferred name if that was found too, else the first by text. */
    private List<NameRow> found(Postings ids, Predicate<String> accepted, java.util.function.IntPredicate fitting) {
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
