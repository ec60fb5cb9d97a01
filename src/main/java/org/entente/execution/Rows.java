package org.entente.execution;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * A result of a SELECT, complete.
 *
 * @param more whether the query had more rows than were asked for
 */
public record Rows(List<String> columns, List<Row> rows, boolean more) {
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** These columns only, each with its labels, in this order. */
    public Rows only(List<String> wanted) {
        List<String> kept = wanted.stream()
                .flatMap(column -> java.util.stream.Stream.of(column, column + "Label"))
                .filter(columns::contains)
                .toList();
        return new Rows(kept, rows, more);
    }

    /** The first rows, at most {@code most}. */
    public Rows first(int most) {
        return rows.size() <= most ? this : new Rows(columns, List.copyOf(rows.subList(0, most)), true);
    }

    /** A page of these rows, which are all that there are: at most {@code size} after the first {@code offset}. */
    public Rows slice(long offset, int size) {
        int from = (int) Math.min(offset, rows.size());
        int to = Math.min(rows.size(), from + size);
        return new Rows(columns, List.copyOf(rows.subList(from, to)), to < rows.size());
    }

    /** Reads SPARQL's JSON results. */
    public static Rows read(byte[] json) {
        RowSet result = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                .create(ResultSetLang.RS_JSON)
                .read(new ByteArrayInputStream(json), ARQ.getContext());
        List<Row> rows = new ArrayList<>();
        result.forEachRemaining(binding -> rows.add(new Row(binding)));
        return new Rows(result.getResultVars().stream().map(Var::getVarName).toList(), rows, false);
    }

    /** The rows in one of SPARQL's result formats. */
    public byte[] write(Lang format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Var> variables = columns.stream().map(Var::alloc).toList();
        boolean xml = ResultSetLang.RS_XML.equals(format);
        List<Binding> bindings = rows.stream()
                .map(Row::binding)
                .map(row -> xml ? XmlText.of(row) : row)
                .toList();
        RowSetWriterRegistry.getFactory(format)
                .create(format)
                .write(out, RowSetStream.create(variables, bindings.iterator()), ARQ.getContext());
        return out.toByteArray();
    }
}
