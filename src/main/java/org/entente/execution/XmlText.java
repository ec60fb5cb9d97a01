package org.entente.execution;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** Rows as XML 1.0 can carry them: what it cannot, such as U+0001, is replaced by U+FFFD. */
public final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** The same rows, with texts that XML can carry. */
    public static RowSet of(RowSet rows) {
        List<Var> variables = rows.getResultVars();
        return RowSetStream.create(variables, new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Binding next() {
                return of(rows.next());
            }
        });
    }

    static Binding of(Binding row) {
        BindingBuilder clean = BindingFactory.builder();
        row.forEach((variable, node) -> clean.add(variable, of(node)));
        return clean.build();
    }

    private static Node of(Node node) {
        if (!node.isLiteral() || isWritable(node.getLiteralLexicalForm())) {
            return node;
        }
        String text = node.getLiteralLexicalForm()
                .codePoints()
                .map(c -> isWritable(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return node.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralDT(text, node.getLiteralDatatype())
                : NodeFactory.createLiteralLang(text, node.getLiteralLanguage());
    }

    private static boolean isWritable(String text) {
        return text.codePoints().allMatch(XmlText::isWritable);
    }

    /** XML 1.0, production 2. */
    private static boolean isWritable(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c < 0xFFFE
                || c > 0xFFFF;
    }
}
