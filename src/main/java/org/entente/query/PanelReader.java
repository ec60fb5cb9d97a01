package org.entente.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.sparql.HeaderNode;
import org.entente.vocab.Ent;
import org.jspecify.annotations.Nullable;

/** Reads the {@code panels} of a header. */
final class PanelReader {
    private static final Set<String> KEYS = Set.of("title", "answer", "on", "parameter", "with", "view", "columns");
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final int LAST = 10_000;

    private final HeaderValues in;
    private final List<Parameter> parameters;

    PanelReader(HeaderValues in, List<Parameter> parameters) {
        this.in = in;
        this.parameters = parameters;
    }

    List<Panel> panels(@Nullable HeaderNode node) {
        List<Panel> panels = new ArrayList<>();
        in.fields(node, "panels").forEach((id, value) -> panels.add(panel(id, value)));
        return panels;
    }

    private Panel panel(String id, HeaderNode node) {
        String what = "panel " + id;
        if (!ID.matcher(id).matches()) {
            in.finding(node.line(), what + ": a name must be a lower-case letter followed by letters and digits");
        }
        Map<String, HeaderNode> keys = in.fields(node, what);
        in.refuseUnknown(keys, KEYS, what + ": key");
        List<String> columns = in.texts(keys.get("columns"), what + ": columns");
        if (columns.isEmpty()) {
            in.finding(HeaderValues.lineOf(keys.get("columns"), node), what + ": no columns");
        }
        return new Panel(
                id,
                in.text(keys.get("title"), what + ": title", node.line()),
                keys.containsKey("answer")
                        ? in.text(keys.get("answer"), what + ": answer", node.line())
                        : LocalText.NONE,
                on(keys.get("on"), node, what),
                parameter(keys.get("parameter"), node, what),
                with(keys.get("with"), what),
                view(keys.get("view"), what),
                columns,
                in.line(node));
    }

    private Map<String, Integer> on(@Nullable HeaderNode node, HeaderNode panel, String what) {
        Map<String, Integer> on = new LinkedHashMap<>();
        in.fields(node, what + ": on").forEach((kind, place) -> {
            if (!Ent.kinds().contains(kind)) {
                in.finding(
                        place.line(),
                        what + ": " + kind + " is not a kind of entity; available: " + String.join(", ", Ent.kinds()));
            }
            on.put(kind, (int) in.number(place, what + ": on " + kind, 1, LAST).orElse(LAST));
        });
        if (on.isEmpty()) {
            in.finding(
                    HeaderValues.lineOf(node, panel),
                    what + ": on says on the pages of which kinds of entities it stands, and where: {person: 10}");
        }
        return on;
    }

    private String parameter(@Nullable HeaderNode node, HeaderNode panel, String what) {
        String name = in.scalar(node, what + ": parameter").orElse("");
        Optional<Parameter> found =
                parameters.stream().filter(p -> p.name().equals(name)).findFirst();
        if (found.isEmpty() || found.get().type() != ParameterType.IRI) {
            in.finding(
                    HeaderValues.lineOf(node, panel),
                    what + ": parameter names the parameter, of type iri, that takes the entity of the page");
        }
        return name;
    }

    private Map<String, List<String>> with(@Nullable HeaderNode node, String what) {
        Map<String, List<String>> with = new LinkedHashMap<>();
        in.fields(node, what + ": with").forEach((name, value) -> {
            if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
                in.finding(value.line(), what + ": there is no parameter " + name);
            }
            with.put(name, in.texts(value, what + ": with " + name));
        });
        return with;
    }

    private Panel.View view(@Nullable HeaderNode node, String what) {
        if (node == null) {
            return Panel.View.TABLE;
        }
        String word = in.scalar(node, what + ": view").orElse("table");
        return Panel.View.named(word).orElseGet(() -> {
            in.finding(node.line(), what + ": view must be one of table, bars");
            return Panel.View.TABLE;
        });
    }
}
