package org.entente.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.fulltext.TextIndex;
import org.entente.sparql.InternalQuery;

/**
 * Sources of the collection that a new text may be, or be a copy of. The collection holds no texts, so words cannot be compared; what is
 * compared is the address, the title, and of which events both tell. Immutable.
 */
public final class LikeSources {
    private static final double SAME_TITLE = 0.8;
    private static final int FEWEST = 2;
    private static final double SAME_EVENTS = 0.75;

    /** Why a source may be the same. */
    public enum Reason {
        ADDRESS,
        TITLE,
        EVENTS
    }

    /**
     * A source that is like the text.
     *
     * @param document its IRI
     * @param common of how many events both tell
     * @param events of how many the text tells that the collection has
     */
    public record Like(String document, Set<Reason> reasons, int common, int events) {
        public Like {
            reasons = Set.copyOf(reasons);
        }
    }

    private record Known(Set<String> addresses, Set<String> titles, Set<String> events) {}

    private final Map<String, Known> documents = new LinkedHashMap<>();

    private LikeSources() {}

    /** Reads what the state says that the select sees. */
    public static LikeSources of(Select select) {
        LikeSources all = new LikeSources();
        for (Row row : select.rows(InternalQuery.ANNOTATE_DOCUMENTS, Map.of()).rows()) {
            add(all.known(row).titles, row.text("title"));
        }
        for (Row row : select.rows(InternalQuery.ANNOTATE_ADDRESSES, Map.of()).rows()) {
            add(all.known(row).addresses, plain(row.text("address")));
        }
        for (Row row : select.rows(InternalQuery.ANNOTATE_REPORTS, Map.of()).rows()) {
            add(all.known(row).events, row.text("event"));
        }
        return all;
    }

    private Known known(Row row) {
        return documents.computeIfAbsent(
                row.text("document"), d -> new Known(new HashSet<>(), new HashSet<>(), new HashSet<>()));
    }

    private static void add(Set<String> to, String text) {
        if (!text.isEmpty()) {
            to.add(text);
        }
    }

    /** An address without what does not tell pages apart. */
    private static String plain(String address) {
        return address.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceFirst("^https?://(?:www\\.)?", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/+$", "");
    }

    /**
     * The sources that a text is like, those with most reasons first.
     *
     * @param title "" if unknown; then the first line counts
     * @param address "" if unknown
     */
    public List<Like> to(Annotation annotation, String title, String address) {
        String language = annotation.language().tag();
        String first = annotation.text().strip().lines().findFirst().orElse("");
        Set<String> words = TextIndex.stems(title.isBlank() ? first : title, language);
        Set<String> events = new HashSet<>();
        annotation.cards().forEach(card -> add(events, card.event()));
        Map<String, Like> like = new HashMap<>();
        documents.forEach((document, known) -> {
            Set<Reason> reasons = new LinkedHashSet<>();
            if (!address.isBlank() && known.addresses.contains(plain(address))) {
                reasons.add(Reason.ADDRESS);
            }
            if (known.titles.stream().anyMatch(t -> share(words, TextIndex.stems(t, language)) >= SAME_TITLE)) {
                reasons.add(Reason.TITLE);
            }
            Set<String> common = new HashSet<>(events);
            common.retainAll(known.events);
            if (common.size() >= FEWEST
                    && common.size() >= SAME_EVENTS * Math.max(events.size(), known.events.size())) {
                reasons.add(Reason.EVENTS);
            }
            if (!reasons.isEmpty()) {
                like.put(document, new Like(document, reasons, common.size(), events.size()));
            }
        });
        List<Like> sorted = new ArrayList<>(like.values());
        sorted.sort(java.util.Comparator.comparingInt((Like l) -> -l.reasons().size())
                .thenComparingInt(l -> -l.common())
                .thenComparing(Like::document));
        return List.copyOf(sorted);
    }

    /** How much of two sets of words is common; titles of few words are no evidence. */
    private static double share(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        return common.size() <= FEWEST ? 0 : (double) common.size() / all.size();
    }
}
