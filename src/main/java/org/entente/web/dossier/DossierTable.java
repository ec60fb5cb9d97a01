package org.entente.web.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierRow;
import org.entente.dossier.DossierSentences;
import org.entente.encounter.Attestation;
import org.entente.encounter.Named;
import org.entente.evidence.Dispute;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.vocab.Prefixes;

/**
 * Writes a dossier as a table with a line for each row and each mention. Several values in a cell are separated by " |
 * ".
 */
final class DossierTable {
    static final List<String> COLUMNS = List.of(
            "tier",
            "event",
            "eventLabel",
            "otherEvent",
            "status",
            "date",
            "dateText",
            "place",
            "a",
            "aOffice",
            "aTitle",
            "aRole",
            "aAttendance",
            "b",
            "bOffice",
            "bTitle",
            "bRole",
            "bAttendance",
            "possibleHolder",
            "topic",
            "outcome",
            "level",
            "witnesses",
            "confidence",
            "source",
            "document",
            "locator",
            "reported",
            "conflict",
            "decision",
            "rationale",
            "note");

    private DossierTable() {}

    static Rows of(Dossier dossier, Set<ContactCategory> tiers) {
        List<Row> rows = new ArrayList<>();
        dossier.rows().stream()
                .filter(row -> tiers.contains(row.tier()))
                .forEach(row -> rows.add(line(row, dossier.language())));
        if (tiers.size() == ContactCategory.values().length) {
            dossier.mentions()
                    .forEach(mention -> rows.add(line(
                            "mentioned",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            mention.document().label(),
                            Row.text(mention.document().node()),
                            mention.locators(),
                            "",
                            "",
                            "",
                            "",
                            joined(mention.reports(), Attestation::note))));
        }
        return new Rows(COLUMNS, rows, false);
    }

    private static Row line(DossierRow row, String language) {
        return line(
                row.tier().word(),
                Row.text(row.event().node()),
                row.event().label(),
                row.otherEvent().map(e -> Row.text(e.node())).orElse(""),
                row.status().map(Named::label).orElse(""),
                String.join(" | ", row.dates()),
                DossierSentences.in(language).dates(row.dates()),
                joined(row.places(), Named::label),
                joined(row.a(), p -> p.who().label()),
                joined(row.a().stream().flatMap(p -> p.offices().stream()).toList(), Named::label),
                joined(row.a().stream().flatMap(p -> p.titles().stream()).toList(), t -> t),
                joined(row.a().stream().flatMap(p -> p.roles().stream()).toList(), Named::label),
                joined(row.a().stream().flatMap(p -> p.attendance().stream()).toList(), Named::label),
                joined(row.b(), p -> p.who().label()),
                joined(row.b().stream().flatMap(p -> p.offices().stream()).toList(), Named::label),
                joined(row.b().stream().flatMap(p -> p.titles().stream()).toList(), t -> t),
                joined(row.b().stream().flatMap(p -> p.roles().stream()).toList(), Named::label),
                joined(row.b().stream().flatMap(p -> p.attendance().stream()).toList(), Named::label),
                joined(row.holders(), h -> h.holder().label() + " (" + h.why().word() + ")"),
                joined(row.topics(), Named::label),
                joined(row.outcomes(), o -> o.agreement().label()),
                joined(row.pairs(), p -> p.level().word()),
                row.witnesses() == 0 ? "" : Integer.toString(row.witnesses()),
                row.confidence().word(),
                joined(row.reports(), r -> r.document().label()),
                joined(row.reports(), r -> Row.text(r.document().node())),
                joined(
                        row.reports(),
                        r -> Prefixes.compact(Row.text(r.document().node())) + " " + r.locator()),
                joined(row.reports(), r -> r.status().map(Named::label).orElse("")),
                joined(row.disputes(), d -> d.aspect().label()),
                joined(
                        row.disputes(),
                        d -> d.decision().map(c -> c.decision().label()).orElse("open")),
                joined(
                        row.disputes(),
                        d -> d.decision().map(Dispute.Choice::rationale).orElse("")),
                joined(row.reports(), Attestation::note));
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        return values.stream().map(text).filter(t -> !t.isEmpty()).distinct().collect(Collectors.joining(" | "));
    }

    private static Row line(String... cells) {
        BindingBuilder builder = BindingFactory.builder();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                builder.add(Var.alloc(COLUMNS.get(i)), NodeFactory.createLiteralString(cells[i]));
            }
        }
        return new Row(builder.build());
    }
}
