package org.entente.web.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.web.page.Cell;
import org.entente.web.page.Messages;

/** Fills the patterns of a story's sentences with names that stay links. */
record StoryText(Messages messages) {
    private static final Pattern SLOT = Pattern.compile("\uE000(\\d+)\uE001");

    /**
     * A sentence.
     *
     * @param values numbers, texts, and lists of cells
     */
    List<Cell> say(String key, Object... values) {
        Object[] filled = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            filled[i] = values[i] instanceof List ? "\uE000" + i + "\uE001" : values[i];
        }
        String text = messages.get(key, filled);
        List<Cell> parts = new ArrayList<>();
        Matcher slots = SLOT.matcher(text);
        int at = 0;
        while (slots.find()) {
            add(parts, text.substring(at, slots.start()));
            for (Object cell : (List<?>) values[Integer.parseInt(slots.group(1))]) {
                parts.add((Cell) cell);
            }
            at = slots.end();
        }
        add(parts, text.substring(at));
        return parts;
    }

    /** "A, B and C". */
    List<Cell> and(List<List<Cell>> items) {
        return join(items, messages.get("story.and"));
    }

    /** "A; B; C": for items that have commas themselves. */
    List<Cell> list(List<List<Cell>> items) {
        List<Cell> parts = new ArrayList<>();
        for (List<Cell> item : items) {
            add(parts, parts.isEmpty() ? "" : "; ");
            parts.addAll(item);
        }
        return parts;
    }

    private static List<Cell> join(List<List<Cell>> items, String last) {
        List<Cell> parts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            add(parts, i == 0 ? "" : i == items.size() - 1 ? last : ", ");
            parts.addAll(items.get(i));
        }
        return parts;
    }

    static Cell plain(String text) {
        return new Cell(text, "", "");
    }

    private static void add(List<Cell> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(plain(text));
        }
    }
}
