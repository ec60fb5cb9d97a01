package org.entente.web.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.execution.Problem;

/** Writes graphs as answers. */
public final class RdfWriter {
    private RdfWriter() {}

    public static void send(Context ctx, Model model, Format format) {
        ctx.contentType(format.contentType()).result(bytes(model, format));
    }

    /** Sends a dataset as TriG or N-Quads; other formats get the union of its graphs. */
    public static void send(Context ctx, DatasetGraph dataset, Format format) {
        if (Format.DATASETS.contains(format)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RDFWriter.source(dataset).format(format.rdfFormat()).output(out);
            ctx.contentType(format.contentType()).result(out.toByteArray());
            return;
        }
        Model union = DatasetFactory.wrap(dataset).getUnionModel();
        Model all = org.apache.jena.rdf.model.ModelFactory.createDefaultModel();
        all.setNsPrefixes(dataset.prefixes().getMapping());
        all.add(union).add(DatasetFactory.wrap(dataset).getDefaultModel());
        send(ctx, all, format);
    }

    private static byte[] bytes(Model model, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RDFWriter.source(model).format(format.rdfFormat()).output(out);
        } catch (JenaException e) {
            throw Problem.notWritable();
        }
        return out.toByteArray();
    }
}
