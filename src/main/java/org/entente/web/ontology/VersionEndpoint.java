package org.entente.web.ontology;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.entente.execution.Problem;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RdfWriter;

/**
 * A module of the ontology by the IRI of its version, and each module but the ontology itself by its own IRI. Browsers are led to the
 * page of the ontology. Of an earlier version only the name is known here: the answer says what to use instead.
 */
final class VersionEndpoint {
    private static final String BASE = Ent.NS.replaceFirst("/ontology#$", "");

    private final OntologyFolder folder;

    VersionEndpoint(OntologyFolder folder) {
        this.folder = folder;
    }

    void handle(Context ctx, OntologyModule module) {
        Model model = folder.statements(module);
        Resource header = model.getResource(BASE + module.path());
        String current = text(header, OWL.versionInfo);
        String wanted = ctx.pathParamMap().getOrDefault("version", current);
        if (current.isEmpty() || !wanted.equals(current)) {
            throw another(module, header, wanted, current);
        }
        List<Format> offered = new ArrayList<>(Format.GRAPHS);
        offered.add(Format.HTML);
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), offered);
        ctx.header("Vary", "Accept");
        if (format == Format.HTML) {
            ctx.status(303).header("Location", "/ontology" + (module == OntologyModule.SHAPES ? "#shapes" : ""));
            return;
        }
        if (!Etags.unchanged(ctx, Etags.of(current, module, format, model.size()))) {
            model.setNsPrefixes(Prefixes.all());
            RdfWriter.send(ctx, model, format);
        }
    }

    private static Problem another(OntologyModule module, Resource header, String wanted, String current) {
        String now = module.path() + "/" + current;
        if (text(header, OWL2.priorVersion).equals(BASE + module.path() + "/" + wanted)) {
            return Problem.of(
                            410,
                            "earlier-version",
                            "Version " + wanted + " is an earlier version",
                            "Use " + now + ". Every term of " + wanted
                                    + " is in it with its meaning; what was added or sharpened stands at /ontology#changes.")
                    .header("Link", "<" + now + ">; rel=\"successor-version\"");
        }
        return Problem.notFound(
                "No version " + wanted,
                current.isEmpty()
                        ? "This server has no such part of the ontology."
                        : "The current version is " + now + ".");
    }

    private static String text(Resource header, Property property) {
        return header.listProperties(property)
                .mapWith(statement -> text(statement.getObject()))
                .nextOptional()
                .orElse("");
    }

    private static String text(RDFNode value) {
        return value.isLiteral()
                ? value.asLiteral().getLexicalForm()
                : value.asResource().getURI();
    }
}
