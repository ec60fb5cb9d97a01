package org.entente.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The description of a new thing: its names, and what its kind requires.
 *
 * @param slug what stands behind its prefix: {@code aristide-briand}
 * @param labels by language, at least one
 * @param within CURIE of the body of a post or of what a region, place or event is in; "" for none
 * @param type local name of the class of an organization or event, or of the kind of a post; "" for the usual one
 */
public record Entry(EntryKind kind, String slug, Map<String, String> labels, String within, String type) {
    /** A thing of which only its slug is known: the label is made of it. */
    public static Entry named(EntryKind kind, String slug, List<String> languages) {
        String label = java.util.Arrays.stream(slug.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
        return new Entry(kind, slug, EntryLabels.same(label, languages), "", "");
    }

    public String curie() {
        return kind.prefix() + ":" + slug;
    }

    /** As a block of lines. */
    public String block() {
        return String.join(" ;\n  ", statements()) + " .\n";
    }

    /** In one line. */
    public String line() {
        return String.join(" ; ", statements()) + " .";
    }

    private List<String> statements() {
        List<String> lines = new ArrayList<>();
        boolean post = kind == EntryKind.POST;
        lines.add(curie() + " a ent:" + (type.isEmpty() || post ? kind.type() : type));
        lines.add("rdfs:label " + EntryLabels.turtle(labels));
        if (post) {
            lines.add("ent:postIn " + (within.isEmpty() ? "org:name-of-the-body" : within));
            lines.add("ent:postKind ent:" + (type.isEmpty() ? "otherPost" : type));
        } else if (!within.isEmpty()) {
            lines.add(
                    switch (kind) {
                        case STATE, REGION -> "ent:withinPolity " + within;
                        case PLACE -> "ent:withinPlace " + within;
                        case EVENT -> "ent:partOf " + within;
                        case DELEGATION -> "ent:sentBy " + within;
                        default -> "ent:partOfOrganization " + within;
                    });
        }
        return lines;
    }
}
