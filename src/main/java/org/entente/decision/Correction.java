package org.entente.decision;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/** A source gives a wrong value: another one counts. What it gives stays, in the source and in the decision. */
final class Correction implements Matter {
    /** What ties a line to its source, or says how it was encoded. */
    private static final Set<Node> FIXED = Set.of(
            RDF.type.asNode(),
            EntProperty.STATED_IN,
            EntProperty.IN_REPORT,
            EntProperty.LOCATOR,
            EntProperty.PASSAGE_HASH,
            EntProperty.NOTE);

    private final DatasetGraph dataset;
    private final Node line;
    private final String value;
    private final String named;
    private final Option.Source source;
    private final Map<String, Statement> statements = new LinkedHashMap<>();
    private final Set<Node> decided = new LinkedHashSet<>();

    /** @param edtf of the value where it is a time span; "" for any other */
    private record Statement(Node property, Node value, String edtf) {}

    private Correction(DatasetGraph dataset, Node line, String value, String named, List<Row> rows) {
        this.dataset = dataset;
        this.line = line;
        this.value = value;
        this.named = named;
        this.source = new Option.Source(
                rows.getFirst().bound("document"), rows.getFirst().text("locator"));
        for (Row row : rows) {
            Node property = row.bound("property");
            Node old = row.bound("value");
            row.node("decision").ifPresent(decided::add);
            if (!FIXED.contains(property) && !old.isBlank()) {
                statements.put(
                        DigestUtils.sha256Hex(property + " " + old).substring(0, 12),
                        new Statement(property, old, row.text("edtf")));
            }
        }
    }

    /**
     * @param line a report, a participation or a figure
     * @param value what counts instead, as it was typed
     * @param named IRI of the thing that it may name
     */
    static Optional<Matter> read(Select select, Node line, String value, String named) {
        List<Row> rows = select.rows(InternalQuery.DECISION_STATEMENTS, Map.of("line", line))
                .rows();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Correction(select.dataset(), line, value, named, rows));
    }

    @Override
    public DecisionKind kind() {
        return DecisionKind.CORRECTION;
    }

    @Override
    public Said heading() {
        return new Said("heading", List.of(List.of(line)));
    }

    @Override
    public List<Option> options() {
        return statements.entrySet().stream()
                .map(e -> new Option(
                        e.getKey(),
                        new Said("option", List.of(List.of(e.getValue().property), List.of(e.getValue().value))),
                        List.of(source)))
                .toList();
    }

    @Override
    public boolean several() {
        return false;
    }

    @Override
    public List<Node> decided() {
        return List.copyOf(decided);
    }

    @Override
    public List<String> state() {
        Set<String> lines = new TreeSet<>();
        statements
                .values()
                .forEach(statement -> lines.add(Prefixes.compact(statement.property.getURI()) + " "
                        + (statement.value.isURI()
                                ? Prefixes.compact(statement.value.getURI())
                                : statement.value.getLiteralLexicalForm())));
        decided.forEach(decision -> lines.add(Prefixes.compact(decision.getURI())));
        return List.copyOf(lines);
    }

    @Override
    public Draft draft(Set<String> chosen) {
        Statement statement = java.util.Objects.requireNonNull(
                statements.get(chosen(chosen).getFirst().id()), "an option is made of each statement");
        if (value.isBlank()) {
            throw new DecisionException("value");
        }
        boolean time = !statement.edtf.isEmpty();
        Node wanted = time ? NodeFactory.createLiteralString(value) : wanted(statement.value);
        if (wanted.equals(statement.value) || statement.edtf.equals(value)) {
            throw new DecisionException("same-value");
        }
        List<List<Node>> of =
                List.of(List.of(line), List.of(statement.property), List.of(statement.value), List.of(wanted));
        return new Draft(
                List.of(line),
                statement.property,
                time ? List.of() : List.of(wanted),
                List.of(statement.value),
                List.of(),
                time ? value : "",
                Optional.empty(),
                List.of(new Said("counts", of)),
                new Said("label", of));
    }

    /** The typed value, of the same kind as the old one. */
    private Node wanted(Node old) {
        if (old.isLiteral()) {
            Node literal = old.getLiteralLanguage().isEmpty()
                    ? NodeFactory.createLiteralDT(value, old.getLiteralDatatype())
                    : NodeFactory.createLiteralLang(value, old.getLiteralLanguage());
            if (!old.getLiteralDatatype().isValid(value)) {
                throw new DecisionException("value.form");
            }
            return literal;
        }
        Node thing = NodeFactory.createURI(named);
        if (!named.matches("\\S+")
                || !alike(old, thing, RDF.type.asNode())
                || !alike(old, thing, SKOS.inScheme.asNode())) {
            throw new DecisionException("value.thing");
        }
        return thing;
    }

    /** Whether both have a value of the property in common, or the old one has none. */
    private boolean alike(Node old, Node thing, Node property) {
        Set<Node> ofOld = new LinkedHashSet<>();
        dataset.find(Node.ANY, old, property, Node.ANY).forEachRemaining(q -> ofOld.add(q.getObject()));
        return ofOld.isEmpty() || ofOld.stream().anyMatch(type -> dataset.contains(Node.ANY, thing, property, type));
    }
}
