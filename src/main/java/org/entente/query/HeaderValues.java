package org.entente.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.sparql.HeaderNode;
import org.entente.sparql.QueryFile;
import org.jspecify.annotations.Nullable;

/** Reads typed values from the YAML of a header. A value of another type becomes a finding with its line. */
final class HeaderValues {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final String name;
    private final QueryFile file;
    private final List<CatalogFinding> findings;

    HeaderValues(String name, QueryFile file, List<CatalogFinding> findings) {
        this.name = name;
        this.file = file;
        this.findings = findings;
    }

    /** The line of a value in the file. */
    int line(HeaderNode node) {
        return file.lineOf(node.line());
    }

    /** A text in at least German and English. */
    LocalText text(@Nullable HeaderNode node, String what, int defaultLine) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields(node, what).forEach((language, value) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                finding(value.line(), what + ": " + language + " is not a language tag");
            }
            scalar(value, what + ", " + language)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> texts.put(language, text));
        });
        for (String needed : List.of("de", "en")) {
            if (!texts.containsKey(needed)) {
                finding(node == null ? defaultLine : node.line(), what + ": no text in " + needed);
            }
        }
        return new LocalText(texts);
    }

    Map<String, HeaderNode> fields(@Nullable HeaderNode node, String what) {
        if (node == null) {
            return Map.of();
        }
        if (node.fields().isEmpty()) {
            finding(node.line(), what + ": expected a mapping of keys and values");
        }
        return node.fields().orElse(Map.of());
    }

    /** A scalar or a sequence of scalars, as a list. */
    List<String> texts(@Nullable HeaderNode node, String what) {
        if (node == null) {
            return List.of();
        }
        if (node.scalar().isPresent()) {
            return List.of(node.scalar().get());
        }
        List<String> texts = new ArrayList<>();
        if (node.items().isEmpty()) {
            finding(node.line(), what + ": expected a text or a list of texts");
        }
        node.items().orElse(List.of()).forEach(item -> scalar(item, what).ifPresent(texts::add));
        return texts;
    }

    Optional<String> scalar(@Nullable HeaderNode node, String what) {
        if (node == null) {
            return Optional.empty();
        }
        if (node.scalar().isEmpty()) {
            finding(node.line(), what + ": expected one text");
        }
        return node.scalar();
    }

    boolean flag(@Nullable HeaderNode node, String what) {
        if (node == null) {
            return false;
        }
        String text = scalar(node, what).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            finding(node.line(), what + ": expected true or false");
        }
        return text.equals("true");
    }

    OptionalLong number(@Nullable HeaderNode node, String what, long min, long max) {
        Optional<String> text = scalar(node, what);
        if (node == null || text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(text.get());
            if (number >= min && number <= max) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException e) {
            // the same finding as for numbers out of range
        }
        finding(
                node.line(),
                what + ": expected a whole number" + (max == Long.MAX_VALUE ? "" : " from " + min + " to " + max));
        return OptionalLong.empty();
    }

    void refuseUnknown(Map<String, HeaderNode> keys, Set<String> known, String what) {
        keys.forEach((key, value) -> {
            if (!known.contains(key)) {
                finding(
                        value.line(),
                        what + " " + key + " is unknown; available: "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    static int lineOf(@Nullable HeaderNode node, HeaderNode otherwise) {
        return node == null ? otherwise.line() : node.line();
    }

    void finding(int yamlLine, String message) {
        findings.add(new CatalogFinding(name, file.lineOf(yamlLine), 0, message));
    }
}
