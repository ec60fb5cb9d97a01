package org.entente.annotate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.draft.Entry;
import org.entente.draft.EntryKind;
import org.entente.draft.EntryLabels;
import org.entente.draft.SourceDraft;
import org.entente.sheet.SheetTable;
import org.entente.sheet.Sheets;
import org.entente.store.CollectionDescription;
import org.entente.store.NameIndex;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;

/**
 * The cards that were taken as a source: the rows of a sheet, descriptions of what is new, and from both the file of the source as it would
 * be written by hand.
 */
public final class CardSource {
    private static final List<String> HEADINGS = List.of(
            "source",
            "report",
            "participation",
            "event",
            "status",
            "modality",
            "date",
            "printed_date",
            "place",
            "locator",
            "who",
            "printed_name",
            "office",
            "printed_title",
            "role",
            "attendance",
            "side",
            "identification");

    private final NameIndex index;
    private final CardLabels words;
    private final CollectionDescription about;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> people = new LinkedHashMap<>();
    private final Map<String, NewPost> posts;
    private final Map<String, String> offices = new LinkedHashMap<>();
    private final List<List<String>> rows = new ArrayList<>();

    private CardSource(NameIndex index, CollectionDescription about, Map<String, NewPost> posts) {
        this.posts = posts;
        this.index = index;
        this.words = new CardLabels(index);
        this.about = about;
    }

    /** @param id name of the source */
    public static CardSource of(
            Annotation annotation, List<Card> cards, String id, NameIndex index, CollectionDescription about) {
        return of(annotation, cards, Map.of(), id, index, about);
    }

    /** The same with offices that are new, by their names. */
    public static CardSource of(
            Annotation annotation,
            List<Card> cards,
            Map<String, NewPost> posts,
            String id,
            NameIndex index,
            CollectionDescription about) {
        CardSource source = new CardSource(index, about, posts);
        List<String> headings = new ArrayList<>(HEADINGS);
        about.languages().forEach(language -> headings.add("note_" + language));
        source.rows.add(headings);
        cards.forEach(card -> source.card(annotation, card, id));
        return source;
    }

    /** The rows of a sheet, the headings first. */
    public SheetTable sheet() {
        return new SheetTable(List.copyOf(rows), Set.of());
    }

    /** The new events and people, as blocks of a file of {@code authority/}; "" if there are none. */
    public String authority() {
        return entries.values().stream().map(Entry::block).collect(Collectors.joining("\n"));
    }

    /**
     * The text of the file of the source.
     *
     * @throws org.entente.sheet.SheetException if something in it is not known, such as an office that the files do not describe
     */
    public String turtle(Sheets sheets, SourceDraft draft, LocalDate today) {
        Set<String> also = new HashSet<>();
        entries.keySet().forEach(curie -> Prefixes.expand(curie).map(about::own).ifPresent(also::add));
        return sheets.fill(draft.id(), draft.document(about.languages(), today), sheet(), also);
    }

    private void card(Annotation annotation, Card card, String id) {
        String event = card.event().isEmpty() ? event(card) : Prefixes.compact(card.event());
        Set<String> places = new LinkedHashSet<>();
        card.places().forEach(p -> places.add(Prefixes.compact(p.iri())));
        Map<String, String> report = new LinkedHashMap<>();
        report.put("event", event);
        report.put("status", card.status());
        report.put("modality", card.modality());
        report.put("date", card.date());
        report.put("printed_date", card.printedDate().of(annotation.text()).replace('\n', ' '));
        report.put("place", String.join(" | ", places));
        report.put("locator", words.locator(annotation, card));
        words.of(card, about.languages()).forEach((language, note) -> report.put("note_" + language, note));
        boolean first = true;
        for (Card.Participant p : card.participants()) {
            Map<String, String> row = new LinkedHashMap<>(first ? report : Map.of());
            row.put("participation", "new");
            participant(annotation, card, p, row, !first);
            row(id, first, row);
            first = false;
        }
        if (first) {
            row(id, true, report);
        }
    }

    private void row(String id, boolean first, Map<String, String> cells) {
        List<String> row = new ArrayList<>();
        for (String heading : rows.getFirst()) {
            row.add(
                    switch (heading) {
                        case "source" -> id;
                        case "report" -> first ? "new" : "";
                        default -> cells.getOrDefault(heading, "");
                    });
        }
        rows.add(row);
    }

    /** @param below whether a row stands above, the cells of which a blank would repeat */
    private void participant(
            Annotation annotation, Card card, Card.Participant p, Map<String, String> row, boolean below) {
        String none = below ? "-" : "";
        boolean named = !p.who().isEmpty() || !p.name().isEmpty();
        String who = p.who().isEmpty() ? (p.name().isEmpty() ? none : person(p)) : Prefixes.compact(p.who());
        row.put("who", who);
        row.put("printed_name", p.span().isPrinted() ? printed(annotation, p.span()) : none);
        row.put("office", p.post().isEmpty() ? none : office(p.post()));
        row.put("printed_title", p.title().isPrinted() ? printed(annotation, p.title()) : none);
        row.put("role", p.role());
        row.put("attendance", card.status().equals("held") ? "attended" : "expected");
        row.put("side", p.side().isEmpty() ? none : Prefixes.compact(p.side()));
        row.put("identification", named ? none : "unnamed");
    }

    private static String printed(Annotation annotation, TextSpan span) {
        return span.of(annotation.text()).replaceAll("\\s+", " ").replace(" | ", " ");
    }

    private String person(Card.Participant p) {
        String name = CardLabels.plain(p.name());
        return people.computeIfAbsent(
                name, n -> entry(EntryKind.PERSON, n, EntryLabels.same(n, about.languages()), ""));
    }

    private String office(String post) {
        NewPost fresh = posts.get(post.replaceFirst("^" + NewPost.PREFIX, ""));
        return fresh == null
                ? Prefixes.compact(post)
                : offices.computeIfAbsent(
                        fresh.label(),
                        label -> entry(
                                EntryKind.POST,
                                label,
                                EntryLabels.same(label, about.languages()),
                                fresh.within(),
                                fresh.kind()));
    }

    private String event(Card card) {
        Map<String, String> labels = words.of(card, about.languages());
        String label = words.of(card, "en");
        return entry(EntryKind.EVENT, label, labels, card.kind().type());
    }

    private String entry(EntryKind kind, String name, Map<String, String> labels, String type) {
        return entry(kind, name, labels, "", type);
    }

    private String entry(EntryKind kind, String name, Map<String, String> labels, String within, String type) {
        String slug = EntryLabels.slug(name);
        String base = slug.isEmpty() ? "new" : slug;
        String curie = kind.prefix() + ":" + base;
        for (int n = 2; index.exists(Ent.ID + kind.prefix() + "/" + base) || entries.containsKey(curie); n++) {
            base = slug + "-" + n;
            curie = kind.prefix() + ":" + base;
        }
        entries.put(curie, new Entry(kind, base, labels, within, type));
        return curie;
    }
}
