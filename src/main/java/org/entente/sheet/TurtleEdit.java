package org.entente.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.rdf.TurtleTerm;
import org.entente.store.CollectionFiles;
import org.entente.text.TurtleText;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntProperty;

/** Writes changes into the text of a Turtle file and leaves everything else in it as it is: order, comments, line ends. */
public final class TurtleEdit {
    private final Account account;
    private final Map<List<Node>, Collection<Node>> texts = new HashMap<>();
    private String text;

    /** @param text of the file that the account was read from */
    public TurtleEdit(Account account, String text) {
        this.account = account;
        this.text = text;
    }

    /** The text with the changes so far. */
    public String text() {
        return text;
    }

    /**
     * The text of the file with the changes.
     *
     * @throws SheetException if a changed thing does not stand in a block of its own
     */
    public static String apply(
            CollectionFiles files, SheetImport.Result compared, String text, Collection<Change> taken) {
        TurtleEdit edit = new TurtleEdit(Account.read(files, compared.file()), text);
        taken.forEach(edit::apply);
        return edit.text;
    }

    private void apply(Change change) {
        if (change.creates() != null) {
            create(change.subject(), change.creates(), change.within(), change.values());
        } else {
            change.values().forEach((column, wanted) -> replace(change.subject(), column, wanted));
        }
    }

    /**
     * Adds a report or a participation at the end.
     *
     * @param within the document of a report, the report of a participation
     */
    public void create(Node subject, Node type, Node within, Map<SheetColumn, List<Node>> values) {
        List<String> lines = new ArrayList<>();
        lines.add(written(subject) + " a " + written(type));
        boolean report = type.equals(EntClass.REPORT);
        lines.add(written(report ? EntProperty.STATED_IN : EntProperty.IN_REPORT) + " " + written(within));
        values.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .collect(Collectors.groupingBy(
                        e -> e.getKey().property(),
                        java.util.LinkedHashMap::new,
                        Collectors.flatMapping(
                                e -> e.getValue().stream().map(v -> written(v, e.getKey())),
                                Collectors.joining(" , "))))
                .forEach((property, objects) -> lines.add(written(property) + " " + objects));
        text = text.stripTrailing() + "\n\n" + String.join(" ;\n  ", lines) + " .\n";
    }

    /** Takes the description of a thing out. */
    public void remove(Node subject) {
        int[] block = block(subject);
        text = text.substring(0, block[0]) + text.substring(block[1] + 1).replaceFirst("^\\s*", "");
    }

    /** Gives a thing these values in a column, whatever it had there. */
    public void replace(Node subject, SheetColumn column, List<Node> wanted) {
        List<Node> values = new ArrayList<>();
        if (!column.language().isEmpty()) {
            // the texts in the other languages stay, also those that another change has just written
            texts
                    .getOrDefault(List.of(subject, column.property()), account.objects(subject, column.property()))
                    .stream()
                    .filter(node -> !node.getLiteralLanguage().equals(column.language()))
                    .forEach(values::add);
        }
        values.addAll(wanted);
        texts.put(List.of(subject, column.property()), values);
        List<String> objects =
                values.stream().map(node -> written(node, column)).toList();
        String property = written(column.property());
        String statement = objects.isEmpty() ? "" : "\n  " + property + " " + String.join(" , ", objects) + " ";
        int[] block = block(subject);
        List<String> parts = parts(block[0], block[1]);
        List<String> kept = new ArrayList<>();
        boolean done = false;
        for (String part : parts) {
            if (!property(part).equals(property)) {
                kept.add(part);
            } else if (!done && !statement.isEmpty()) {
                kept.add(statement);
                done = true;
            }
        }
        if (!done && !statement.isEmpty()) {
            kept.set(kept.size() - 1, kept.getLast().stripTrailing() + " ");
            kept.add(statement);
        }
        kept.set(kept.size() - 1, kept.getLast().stripTrailing() + " ");
        text = text.substring(0, block[0]) + String.join(";", kept) + text.substring(block[1]);
    }

    /** Where the description of a thing begins, and where its final dot stands. */
    private int[] block(Node subject) {
        Matcher begin = Pattern.compile("(?m)^" + Pattern.quote(written(subject)) + "(?=\\s)")
                .matcher(text);
        if (!begin.find()) {
            throw new SheetException(
                    written(subject) + " does not stand at the beginning of a line; change it by hand.");
        }
        int at = begin.start();
        int depth = 0;
        while (at < text.length()) {
            int end = skipped(at);
            char c = text.charAt(at);
            if (end > at) {
                at = end;
                continue;
            }
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == '.' && depth == 0 && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)))) {
                return new int[] {begin.start(), at};
            }
            at++;
        }
        throw new SheetException(written(subject) + " has no final dot; change it by hand.");
    }

    private List<String> parts(int from, int to) {
        List<String> parts = new ArrayList<>();
        int begin = from;
        int depth = 0;
        for (int at = from; at < to; ) {
            int end = skipped(at);
            if (end > at) {
                at = end;
                continue;
            }
            char c = text.charAt(at);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == ';' && depth == 0) {
                parts.add(text.substring(begin, at));
                begin = at + 1;
            }
            at++;
        }
        parts.add(text.substring(begin, to));
        return parts;
    }

    /** The end of the string, IRI or comment that begins here; the same place if none does. */
    private int skipped(int at) {
        char c = text.charAt(at);
        if (c == '#') {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (c == '<') {
            int end = text.indexOf('>', at);
            return end < 0 ? at : end + 1;
        }
        if (c != '"' && c != '\'') {
            return at;
        }
        String three = String.valueOf(c).repeat(3);
        String quote = text.startsWith(three, at) ? three : String.valueOf(c);
        int end = at + quote.length();
        while (end < text.length() && !text.startsWith(quote, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + quote.length());
    }

    private static String property(String part) {
        String plain = part.replaceAll("(?m)^\\s*#.*$", "").strip();
        return plain.replaceFirst("(?s)\\s.*", "");
    }

    private static String written(Node value, SheetColumn column) {
        return column.kind() == SheetColumn.Kind.TIME && value.isLiteral()
                ? "[ a ent:TimeSpan ; ent:edtf " + TurtleText.quoted(value.getLiteralLexicalForm()) + " ]"
                : written(value);
    }

    private static String written(Node node) {
        return TurtleTerm.of(node);
    }
}
