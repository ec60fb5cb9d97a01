package org.entente.bounds;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_IRI2;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** SPARQL's operators that make values grow, each of which looks at what it has made. */
final class BoundedOperators {
    private BoundedOperators() {}

    /** Null if there is nothing to bound. */
    static Expr of(ExprFunction1 function, Expr argument) {
        return switch (function) {
            case E_IRI iri -> new Iri(iri.getParserBase(), argument);
            case E_StrEncodeForURI encode -> new Encode(argument);
            default -> null;
        };
    }

    /** Null if there is nothing to bound. */
    static Expr of(ExprFunction2 function, Expr left, Expr right) {
        return switch (function) {
            case E_Add add -> new Add(left, right);
            case E_Subtract subtract -> new Subtract(left, right);
            case E_Multiply multiply -> new Multiply(left, right);
            case E_Divide divide -> new Divide(left, right);
            case E_StrDatatype typed -> new Typed(left, right);
            case E_IRI2 iri -> new BasedIri(left, iri.getParserBase(), right);
            default -> null;
        };
    }

    private static final class Add extends E_Add {
        Add(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue x, NodeValue y) {
            return ValueSize.check(super.eval(x, y));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Add(left, right);
        }
    }

    private static final class Subtract extends E_Subtract {
        Subtract(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue x, NodeValue y) {
            return ValueSize.check(super.eval(x, y));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Subtract(left, right);
        }
    }

    private static final class Multiply extends E_Multiply {
        Multiply(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue x, NodeValue y) {
            return ValueSize.check(super.eval(x, y));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Multiply(left, right);
        }
    }

    private static final class Divide extends E_Divide {
        Divide(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue x, NodeValue y) {
            try {
                return ValueSize.check(super.eval(x, y));
            } catch (ArithmeticException e) {
                // A third of a duration has no end.
                throw new ExprEvalException("/: " + e.getMessage());
            }
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Divide(left, right);
        }
    }

    private static final class Typed extends E_StrDatatype {
        Typed(Expr text, Expr datatype) {
            super(text, datatype);
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue datatype) {
            Node type = datatype.asNode();
            if (type.isURI() && text.isLiteral()) {
                ValueSize.literal(text.asNode().getLiteralLexicalForm(), type.getURI());
            }
            NodeValue made = super.eval(text, datatype);
            ValueSize.check(made.asNode());
            return made;
        }

        @Override
        public Expr copy(Expr text, Expr datatype) {
            return new Typed(text, datatype);
        }
    }

    private static final class Encode extends E_StrEncodeForURI {
        Encode(Expr argument) {
            super(argument);
        }

        @Override
        public NodeValue eval(NodeValue value) {
            return ValueSize.check(super.eval(value));
        }

        @Override
        public Expr copy(Expr argument) {
            return new Encode(argument);
        }
    }

    private static final class Iri extends E_IRI {
        Iri(String base, Expr relative) {
            super(base, relative);
        }

        @Override
        protected NodeValue evalSpecial(Binding binding, FunctionEnv env) {
            return new E_IRI(parserBase, sized(relExpr, binding, env)).eval(binding, env);
        }

        @Override
        public Expr copy(Expr relative) {
            return new Iri(parserBase, relative);
        }
    }

    private static final class BasedIri extends E_IRI2 {
        BasedIri(Expr base, String parserBase, Expr relative) {
            super(base, parserBase, relative);
        }

        @Override
        protected NodeValue evalSpecial(Binding binding, FunctionEnv env) {
            Expr base = baseExpr == null ? null : sized(baseExpr, binding, env);
            return new E_IRI2(base, parserBase, sized(relExpr, binding, env)).eval(binding, env);
        }

        @Override
        public Expr copy(Expr base, Expr relative) {
            return new BasedIri(base, parserBase, relative);
        }
    }

    private static NodeValue sized(Expr iri, Binding binding, FunctionEnv env) {
        NodeValue value = iri.eval(binding, env);
        ValueSize.iri(value.asString().length());
        return value;
    }

    static final class Concat extends E_StrConcat {
        Concat(ExprList arguments) {
            super(arguments);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            ValueSize.text(values.stream()
                    .mapToLong(value -> value.asString().length())
                    .sum());
            return super.eval(values);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Concat(arguments);
        }
    }
}
