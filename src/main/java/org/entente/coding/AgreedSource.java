package org.entente.coding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.sheet.Account;
import org.entente.sheet.SheetColumn;
import org.entente.sheet.TurtleEdit;
import org.entente.store.CollectionFiles;
import org.entente.vocab.EntClass;

/** The first coder's file with what was decided for the second. */
final class AgreedSource {
    private final CodedDocument document;
    private final Set<String> forB;
    private final Account a;
    private final Account b;
    private final TurtleEdit edit;
    private final Map<String, SheetColumn> columns;

    private AgreedSource(CollectionFiles files, CodedDocument document, String text, Collection<Difference> forB) {
        this.document = document;
        this.forB = forB.stream()
                .filter(difference -> difference.document().equals(document.name()))
                .map(Difference::place)
                .collect(Collectors.toSet());
        this.a = Account.read(files, document.fileA());
        this.b = Account.read(files, document.fileB());
        this.edit = new TurtleEdit(a, text);
        this.columns =
                SheetColumn.all(b.languages()).stream().collect(Collectors.toMap(SheetColumn::name, column -> column));
    }

    /** @param text of the first coder's file */
    static String of(CollectionFiles files, CodedDocument document, String text, Collection<Difference> forB) {
        AgreedSource agreed = new AgreedSource(files, document, text, forB);
        document.pairs().forEach(agreed::report);
        return agreed.edit.text();
    }

    private void report(Pairing.Pair report) {
        if (!report.isWhole()) {
            if (isForB(report, "")) {
                report.a().ifPresent(this::remove);
                report.b().ifPresent(item -> create(item, EntClass.REPORT, document.document()));
            }
            return;
        }
        replace(report);
        for (Pairing.Pair part : report.parts()) {
            if (part.isWhole()) {
                replace(part);
            } else if (isForB(part, "")) {
                part.a().ifPresent(this::remove);
                part.b()
                        .ifPresent(item -> create(
                                item,
                                EntClass.PARTICIPATION,
                                report.a().orElseThrow().node()));
            }
        }
    }

    private void replace(Pairing.Pair pair) {
        for (SheetColumn column : ComparedColumns.all()) {
            if (isForB(pair, column.name())) {
                edit.replace(
                        pair.a().orElseThrow().node(),
                        column,
                        pair.b().orElseThrow().values(column.name()));
            }
        }
    }

    private void remove(CodedItem item) {
        item.parts().forEach(this::remove);
        edit.remove(item.node());
    }

    private void create(CodedItem item, Node type, Node within) {
        Node subject = a.has(item.node()) ? NodeFactory.createURI(item.node().getURI() + "-b") : item.node();
        Map<SheetColumn, List<Node>> values = new HashMap<>();
        item.values().forEach((name, nodes) -> values.put(columns.get(name), nodes));
        edit.create(subject, type, within, values);
        item.parts().forEach(part -> create(part, EntClass.PARTICIPATION, subject));
    }

    private boolean isForB(Pairing.Pair pair, String column) {
        String endA = pair.a().map(item -> Differences.end(item, document)).orElse("");
        String endB = pair.b().map(item -> Differences.end(item, document)).orElse("");
        return forB.contains(String.join("\t", document.name(), endA, endB, column));
    }
}
