package org.entente.bounds;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * Applies the time limit of queries to REGEX and REPLACE. A pattern such as {@code (a+)+$} can run practically forever
 * on one text, and Java's matcher cannot be interrupted. But it reads the text through {@link CharSequence}, and the
 * one that it gets here checks whether the query was cancelled.
 */
final class BoundedRegex {
    private BoundedRegex() {}

    static final class Regex extends E_Regex {
        Regex(ExprList arguments) {
            super(arguments.get(0), arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
        }

        @Override
        public NodeValue eval(List<NodeValue> values, FunctionEnv env) {
            Node text = text("REGEX", values.get(0));
            Pattern pattern = pattern("REGEX", values, 1, 2);
            return NodeValue.booleanReturn(pattern.matcher(Watched.of(text.getLiteralLexicalForm(), env))
                    .find());
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            throw new ExprEvalException("only in a query that can be stopped");
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Regex(arguments);
        }
    }

    static final class Replace extends E_StrReplace {
        Replace(ExprList arguments) {
            super(arguments.get(0), arguments.get(1), arguments.get(2), arguments.size() > 3 ? arguments.get(3) : null);
        }

        @Override
        public NodeValue eval(List<NodeValue> values, FunctionEnv env) {
            Node text = text("REPLACE", values.get(0));
            String replacement = text("REPLACE", values.get(2)).getLiteralLexicalForm();
            Pattern pattern = pattern("REPLACE", values, 1, 3);
            if (pattern.matcher("").find()) {
                throw new ExprEvalException("REPLACE: the pattern matches the empty string");
            }
            Matcher matcher = pattern.matcher(Watched.of(text.getLiteralLexicalForm(), env));
            try {
                String replaced = replaceAll(matcher, replacement);
                return NodeValue.makeNode(
                        text.getLiteralLanguage().isEmpty()
                                ? NodeFactory.createLiteralString(replaced)
                                : NodeFactory.createLiteralLang(replaced, text.getLiteralLanguage()));
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("REPLACE: " + e.getMessage(), e);
            }
        }

        private static String replaceAll(Matcher matcher, String replacement) {
            StringBuilder replaced = new StringBuilder();
            while (matcher.find()) {
                matcher.appendReplacement(replaced, replacement);
                ValueSize.text(replaced.length());
            }
            matcher.appendTail(replaced);
            ValueSize.text(replaced.length());
            return replaced.toString();
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            throw new ExprEvalException("only in a query that can be stopped");
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments);
        }
    }

    private static Pattern pattern(String function, List<NodeValue> values, int pattern, int flags) {
        return RegexEngine.makePattern(
                function,
                text(function, values.get(pattern)).getLiteralLexicalForm(),
                values.size() > flags && values.get(flags) != null
                        ? text(function, values.get(flags)).getLiteralLexicalForm()
                        : null);
    }

    private static Node text(String function, NodeValue value) {
        Node node = value.asNode();
        if (!node.isLiteral()
                || !(XSDDatatype.XSDstring.equals(node.getLiteralDatatype())
                        || !node.getLiteralLanguage().isEmpty())) {
            throw new ExprEvalException(function + ": not a string: " + value);
        }
        return node;
    }

    /** A text that throws when it is read after its query was cancelled. */
    private static final class Watched implements CharSequence {
        private static final int EVERY = 4096;

        private final String text;
        private final AtomicBoolean cancelled;
        private int reads;

        private Watched(String text, AtomicBoolean cancelled) {
            this.text = text;
            this.cancelled = cancelled;
        }

        static CharSequence of(String text, FunctionEnv env) {
            AtomicBoolean cancelled = env == null || env.getContext() == null
                    ? null
                    : env.getContext().get(ARQConstants.symCancelQuery);
            return cancelled == null ? text : new Watched(text, cancelled);
        }

        @Override
        public char charAt(int index) {
            if (++reads % EVERY == 0 && cancelled.get()) {
                throw new QueryCancelledException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
