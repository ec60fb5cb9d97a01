package org.entente.functions;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.entente.contact.ContactIndexes;
import org.entente.vocab.Ent;
import org.jspecify.annotations.Nullable;

/** A property function that is answered from an index. One object serves one running query. */
abstract class IndexFunction extends PropertyFunctionEval {
    private static final Set<String> NAMES = Set.of(
            "met",
            "contact",
            "topContact",
            "commonContact",
            "contactPair",
            "eventCount",
            "shortestPath",
            "pathHop",
            "paths");

    final String name;
    final ContactIndexes.OfQuery indexes = new ContactIndexes.OfQuery();
    /** The variables that are wanted; null for all. */
    private @Nullable List<Var> wanted;

    IndexFunction(String name, PropFuncArgType subject, PropFuncArgType object) {
        super(subject, object);
        this.name = name;
    }

    /** Whether a property of a query is a function of this room. */
    static boolean is(Node property) {
        return property.isURI()
                && property.getURI().startsWith(Ent.NS)
                && NAMES.contains(property.getURI().substring(Ent.NS.length()));
    }

    /** Rows need have these variables only. */
    final void wants(List<Var> variables) {
        wanted = variables;
    }

    final @Nullable List<Var> wanted() {
        return wanted;
    }

    /** The rows for arguments that are as given as they will be. */
    abstract Iterator<Binding> rows(Binding binding, PropFuncArg subject, PropFuncArg object, ExecutionContext context);

    @Override
    public final QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        return QueryIterPlainWrapper.create(rows(binding, subject, object, context), context);
    }
}
