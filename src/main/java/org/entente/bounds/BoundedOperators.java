package org.entente.bounds;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.E_DateTimeSeconds;
import org.apache.jena.sparql.expr.E_DateTimeTZ;
import org.apache.jena.sparql.expr.E_DateTimeTimezone;
import org.apache.jena.sparql.expr.E_DateTimeYear;
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
import org.jspecify.annotations.Nullable;

/** SPARQL's operators that make values grow, each of which looks at what it has made. */
final class BoundedOperators {
    private static final Set<Class<?>> OF_DATES = Set.of(
            E_DateTimeYear.class,
            E_DateTimeMonth.class,
            E_DateTimeDay.class,
            E_DateTimeHours.class,
            E_DateTimeMinutes.class,
            E_DateTimeSeconds.class,
            E_DateTimeTimezone.class,
            E_DateTimeTZ.class);

    private BoundedOperators() {}

    /** Null if there is nothing to bound. */
    static @Nullable Expr of(ExprFunction1 function, Expr argument) {
        return switch (function) {
            case E_IRI iri -> new Iri(iri.getParserBase(), argument);
            case E_StrEncodeForURI encode -> new Encode(argument);
            default -> OF_DATES.contains(function.getClass()) ? new OfDate(function, argument) : null;
        };
    }

    /** Null if there is nothing to bound. */
    static @Nullable Expr of(ExprFunction2 function, Expr left, Expr right) {
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

    /** Without a value where ARQ meets values that it did not think of, such as a third of a duration, which has no end. */
    private static NodeValue calculated(Supplier<NodeValue> calculation) {
        try {
            return ValueSize.check(calculation.get());
        } catch (QueryException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ExprEvalException(e.getMessage(), e);
        }
    }

    private static final class Add extends E_Add {
        Add(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue x, NodeValue y) {
            return calculated(() -> super.eval(x, y));
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
            return calculated(() -> super.eval(x, y));
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
            return calculated(() -> super.eval(x, y));
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
            return calculated(() -> super.eval(x, y));
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

    /** YEAR and its like, which break on what is no literal. */
    private static final class OfDate extends ExprFunction1 {
        private final ExprFunction1 inner;

        OfDate(ExprFunction1 inner, Expr argument) {
            super(argument, inner.getFunctionSymbol().getSymbol());
            this.inner = inner;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            if (!value.isLiteral()) {
                throw new ExprEvalException(getFunctionSymbol() + ": not a literal: " + value);
            }
            return inner.eval(value);
        }

        @Override
        public Expr copy(Expr argument) {
            return new OfDate(inner, argument);
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
