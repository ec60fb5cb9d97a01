package org.entente.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.text.ExceptionText;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.vocab.Iris;

/** Values as they stand in the cells of a sheet. Several in one cell are separated by {@code " | "}. */
final class Cells {
    /** Explicitly nothing. */
    static final String NONE = "-";

    private static final Pattern TAGGED = Pattern.compile("(?s)(.*)@([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)");
    /** What spreadsheets make of dates: 19.08.2019, 8/19/2019, or the days since 1900. */
    private static final Pattern SPREADSHEET =
            Pattern.compile("\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|[34]\\d{4}|\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:.*");

    private final SheetNames names;
    private final String language;

    /** @param language of what the document prints */
    Cells(SheetNames names, String language) {
        this.names = names;
        this.language = language;
    }

    String write(SheetColumn column, List<Node> values) {
        return values.stream().map(value -> one(column, value)).collect(Collectors.joining(" | "));
    }

    private String one(SheetColumn column, Node value) {
        if (value.isURI()) {
            return column.kind() == SheetColumn.Kind.TERM
                    ? Iris.localName(value.getURI())
                    : names.write(value.getURI());
        }
        String text = value.getLiteralLexicalForm().replace(" | ", " \\| ");
        boolean other = column.kind() == SheetColumn.Kind.PRINTED
                && (!value.getLiteralLanguage().equals(language)
                        || TAGGED.matcher(text).matches());
        return other ? text + "@" + value.getLiteralLanguage() : text;
    }

    /**
     * The values of a cell.
     *
     * @throws SheetException that says what is wrong and what to write
     */
    List<Node> read(SheetColumn column, String cell) {
        List<Node> values = new ArrayList<>();
        if (!cell.equals(NONE)) {
            for (String part : cell.split(" \\| ")) {
                values.add(value(column, part.strip().replace(" \\| ", " | ")));
            }
        }
        return values;
    }

    /** What a cell meant that this program has written; empty if its names mean nothing any more. */
    Optional<List<Node>> readIfKnown(SheetColumn column, String cell) {
        try {
            return Optional.of(cell.isEmpty() ? List.of() : read(column, cell));
        } catch (SheetException e) {
            return Optional.empty();
        }
    }

    private Node value(SheetColumn column, String text) {
        return switch (column.kind()) {
            case THING -> {
                String kind = column.name().equals("who")
                        ? "person"
                        : column.name().equals("office") ? "post" : column.name();
                yield names.thing(text)
                        .orElseThrow(() -> new SheetException(
                                "'" + text + "' is nothing in this collection; " + names.advice(text, kind)));
            }
            case TERM ->
                names.term(text)
                        .orElseThrow(() -> new SheetException("'" + text + "' is no value of a list; "
                                + (names.termsLike(text).isEmpty()
                                        ? "the lists are in ontology/vocabulary.ttl"
                                        : "did you mean " + String.join(" or ", names.termsLike(text)) + "?")));
            case TIME -> time(text);
            case TEXT -> NodeFactory.createLiteralLang(text, column.language());
            case PLAIN -> NodeFactory.createLiteralString(text);
            case PRINTED -> {
                Matcher tagged = TAGGED.matcher(text);
                yield tagged.matches()
                        ? NodeFactory.createLiteralLang(tagged.group(1), tagged.group(2))
                        : NodeFactory.createLiteralLang(text, language);
            }
        };
    }

    private static Node time(String text) {
        if (SPREADSHEET.matcher(text).matches()) {
            throw new SheetException("'" + text
                    + "' is what a spreadsheet made of a date; format the column as text and write it like 2019-08-19");
        }
        try {
            Edtf.parse(text);
            return NodeFactory.createLiteralString(text);
        } catch (EdtfException e) {
            throw new SheetException(
                    ExceptionText.of(e) + " Write a date like 2019-08-19, 2019-08 or 2019-08-19/2019-08-23");
        }
    }
}
