package org.entente.engine;

import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.util.XSDNumUtils;
import org.entente.execution.Row;
import org.entente.execution.Rows;

/** The same values in one form: some engines write 0 for false, and 25 for 25.0. */
final class EngineValues {
    private EngineValues() {}

    /** The rows with truth values and decimals in their usual form. */
    static Rows usual(Rows rows) {
        return new Rows(
                rows.columns(),
                rows.rows().stream().map(row -> new Row(usual(row.binding()))).toList(),
                rows.more());
    }

    /** A truth value as true or false, a decimal with a point; everything else, and what is no such value, as it is. */
    static Node usual(Node node) {
        if (!node.isLiteral() || !node.getLiteral().isWellFormed()) {
            return node;
        }
        RDFDatatype type = node.getLiteralDatatype();
        String text = node.getLiteralLexicalForm();
        if (XSDDatatype.XSDboolean.equals(type)) {
            return switch (text) {
                case "0" -> literal("false", type);
                case "1" -> literal("true", type);
                default -> node;
            };
        }
        return XSDDatatype.XSDdecimal.equals(type)
                ? literal(XSDNumUtils.canonicalDecimalStrWithDot(XSDNumUtils.xsdParseDecimal(text)), type)
                : node;
    }

    private static Binding usual(Binding row) {
        BindingBuilder builder = BindingFactory.builder();
        row.vars().forEachRemaining((Var column) -> builder.add(column, usual(row.get(column))));
        return builder.build();
    }

    private static Node literal(String text, RDFDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }
}
