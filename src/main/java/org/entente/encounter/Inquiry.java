package org.entente.encounter;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;

/** Asks a SELECT query of the collection; all questions of one dossier see one state of it. */
@FunctionalInterface
public interface Inquiry {
    List<Binding> ask(Query select);
}
