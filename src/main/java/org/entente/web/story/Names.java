package org.entente.web.story;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Iris;
import org.entente.web.page.Cell;

/** The names in the rows of a trip's panels. */
record Names(StoryText text) {
    /** What identifies who took part: the same person in two rows is one. */
    String id(Row row) {
        return row.has("participant")
                ? row.text("participant")
                : row.has("office") ? row.text("office") : row.text("group") + row.text("groupSize");
    }

    /** Whether it is a person with a name; a delegation or office would need an article in a sentence. */
    boolean isPerson(Row row) {
        return IdSpaces.local(row.text("participant")).startsWith("person/");
    }

    /** "Wolfgang Tiefensee (Minister of Economic Affairs)"; "Mayor of Erfurt (name not known)"; "firms (about 50)". */
    List<Cell> withOffice(Row row) {
        return described(row, "");
    }

    /** The same with the role, if it says more than that somebody came along. */
    List<Cell> withOfficeAndRole(Row row) {
        String role = row.node("role")
                .filter(Node::isURI)
                .map(node -> Iris.localName(node.getURI()))
                .orElse("");
        return described(row, List.of("member", "companion", "").contains(role) ? "" : row.text("roleLabel"));
    }

    private List<Cell> described(Row row, String role) {
        List<Cell> name = new ArrayList<>();
        List<String> more = new ArrayList<>();
        if (row.has("participant")) {
            name.add(cell(row, "participant"));
            if (row.has("officeLabel")) {
                more.add(row.text("officeLabel").replace(" | ", ", "));
            }
        } else if (row.has("office")) {
            name.addAll(text.list(each(row, "office")));
            more.add(text.messages().get("story.nameless"));
        } else {
            name.add(StoryText.plain(row.text("group")));
            if (row.has("groupSize")) {
                more.add((row.text("qualifierLabel") + " " + row.text("groupSize")).strip());
            }
        }
        if (!role.isEmpty()) {
            more.add(role.replace(" | ", ", "));
        }
        return more.isEmpty() ? name : text.say("story.described", name, String.join("; ", more));
    }

    /** Somebody of whom only the office is known. */
    List<Cell> unnamed(List<Cell> office) {
        return text.say("story.described", office, text.messages().get("story.nameless"));
    }

    Cell cell(Row row, String column) {
        return each(row, column).getFirst().getFirst();
    }

    /** "Registan (Samarkand)". */
    List<Cell> stop(Row row) {
        List<Cell> place = List.of(cell(row, "place"));
        return row.has("within") && !row.text("placeLabel").contains(row.text("withinLabel"))
                ? text.say("story.described", place, row.text("withinLabel"))
                : place;
    }

    /** Each thing in a column that may list several. */
    List<List<Cell>> each(Row row, String column) {
        if (!row.has(column)) {
            return List.of();
        }
        String[] iris = row.text(column).split(" ");
        String[] labels = row.text(column + "Label").split(" \\| ");
        List<List<Cell>> each = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            // A column may name only the first of several things; the others have no link.
            each.add(List.of(new Cell(
                    labels[i],
                    iris.length == labels.length || i == 0 && labels.length == 1 ? Cell.href(iris[i]) : "",
                    "")));
        }
        return each;
    }
}
