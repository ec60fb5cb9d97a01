package org.entente.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.sheet.SheetColumn;
import org.entente.sheet.Sheets;
import org.entente.vocab.Iris;

/** Finds what two codings of a document say differently, in the order of the first coder's file. */
final class Differences {
    private final Sheets sheets;
    private final List<SheetColumn> columns;

    /** @param columns that are compared */
    Differences(Sheets sheets, List<SheetColumn> columns) {
        this.sheets = sheets;
        this.columns = columns;
    }

    List<Difference> in(CodedDocument document) {
        List<Difference> found = new ArrayList<>();
        for (Pairing.Pair report : document.pairs()) {
            add(found, document, report, true);
            if (report.isWhole()) {
                report.parts().forEach(part -> add(found, document, part, false));
            }
        }
        return found;
    }

    private void add(List<Difference> found, CodedDocument document, Pairing.Pair pair, boolean ofReport) {
        CodedItem shown = pair.a().or(pair::b).orElseThrow();
        String a = pair.a().map(item -> end(item, document)).orElse("");
        String b = pair.b().map(item -> end(item, document)).orElse("");
        if (!pair.isWhole()) {
            String all = columns.stream()
                    .filter(column -> column.ofReport() == ofReport)
                    .filter(column -> !shown.values(column.name()).isEmpty())
                    .map(column -> column.name() + ": " + text(column, shown))
                    .collect(Collectors.joining("; "));
            found.add(new Difference(
                    document.name(), a, b, about(shown, ofReport), "", b.isEmpty() ? all : "", a.isEmpty() ? all : ""));
            return;
        }
        CodedItem first = pair.a().orElseThrow();
        CodedItem second = pair.b().orElseThrow();
        for (SheetColumn column : columns) {
            if (column.ofReport() == ofReport
                    && !first.category(column.name()).equals(second.category(column.name()))) {
                found.add(new Difference(
                        document.name(),
                        a,
                        b,
                        about(shown, ofReport),
                        column.name(),
                        text(column, first),
                        text(column, second)));
            }
        }
    }

    private String text(SheetColumn column, CodedItem item) {
        return sheets.text(column, item.values(column.name()));
    }

    private String about(CodedItem item, boolean ofReport) {
        Stream<String> told =
                ofReport ? Stream.of("event") : Stream.of("who", "printed_name", "office", "printed_title");
        return told.flatMap(
                        name -> columns.stream().filter(column -> column.name().equals(name)))
                .map(column -> text(column, item))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The end of an IRI, as it stands in a sheet. */
    static String end(CodedItem item, CodedDocument document) {
        String local = Iris.localName(item.node().getURI());
        return Optional.of(local)
                .filter(name -> name.startsWith(document.name() + "-"))
                .map(name -> name.substring(document.name().length() + 1))
                .orElse(local);
    }
}
