package org.entente.web;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * A result of a SELECT, complete.
 *
 * @param more whether the query had more rows than were asked for
 */
record Rows(List<String> columns, List<Row> rows, boolean more) {
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows in one of SPARQL's result formats. */
    byte[] write(Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Var> variables = columns.stream().map(Var::alloc).toList();
        List<Binding> bindings = rows.stream().map(Row::binding).toList();
        RowSetWriterRegistry.getFactory(format.lang() == null ? ResultSetLang.RS_JSON : format.lang())
                .create(format.lang())
                .write(out, RowSetStream.create(variables, bindings.iterator()), ARQ.getContext());
        return out.toByteArray();
    }
}
