package org.entente.web.release;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.entente.release.KeptRelease;
import org.entente.web.http.Format;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RdfWriter;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/** {@code /dcat}: the dataset, its versions and their files with checksums, in DCAT 3. */
final class DcatEndpoint {
    private static final String LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String ADMS = "http://www.w3.org/ns/adms#";

    private final Shelf shelf;
    private final ServerOptions options;
    private final Map<String, String> sums = new ConcurrentHashMap<>();

    DcatEndpoint(Shelf shelf, ServerOptions options) {
        this.shelf = shelf;
        this.options = options;
    }

    void handle(Context ctx) throws IOException {
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), Format.GRAPHS);
        ctx.header("Vary", "Accept").header("Cache-Control", "no-cache");
        RdfWriter.send(ctx, describe(Urls.base(ctx, options)), format);
    }

    private Model describe(String base) throws IOException {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("dcat", DCAT.NS);
        model.setNsPrefix("dcterms", DCTerms.NS);
        model.setNsPrefix("spdx", SPDX);
        model.setNsPrefix("adms", ADMS);
        Resource catalog = model.createResource(base + "/dcat", DCAT.Catalog);
        Resource dataset = model.createResource(base + "/.well-known/void#dataset", DCAT.Dataset);
        catalog.addProperty(DCAT.dataset, dataset);
        dataset.addProperty(DCTerms.title, "Entente", "en")
                .addProperty(DCTerms.license, model.createResource(LICENCE))
                .addProperty(DCAT.landingPage, model.createResource(base + "/"))
                .addProperty(dcat(model, "version"), shelf.now());
        Resource previous = null;
        for (KeptRelease release : shelf.all()) {
            Resource version = version(model, base, release);
            dataset.addProperty(dcat(model, "hasVersion"), version);
            version.addProperty(dcat(model, "isVersionOf"), dataset);
            if (previous != null) {
                version.addProperty(dcat(model, "previousVersion"), previous);
            }
            previous = version;
        }
        if (previous != null) {
            dataset.addProperty(dcat(model, "hasCurrentVersion"), previous);
        }
        return model;
    }

    private Resource version(Model model, String base, KeptRelease release) throws IOException {
        String address = base + "/releases/" + release.id();
        Resource version = model.createResource(address, DCAT.Dataset)
                .addProperty(dcat(model, "version"), release.id())
                .addProperty(DCTerms.identifier, release.id())
                .addProperty(DCTerms.title, "Entente, release " + release.id(), "en")
                .addProperty(DCTerms.license, model.createResource(LICENCE))
                .addProperty(DCAT.landingPage, model.createResource(address))
                .addProperty(
                        DCTerms.issued,
                        model.createTypedLiteral(release.manifest().time(), XSDDatatype.XSDdateTime))
                .addLiteral(
                        model.createProperty("http://rdfs.org/ns/void#triples"),
                        release.manifest().all());
        if (!release.manifest().note().isEmpty()) {
            version.addProperty(
                    model.createProperty(ADMS, "versionNotes"),
                    release.manifest().note());
        }
        Resource checksum = model.createResource(model.createResource(SPDX + "Checksum"))
                .addProperty(
                        model.createProperty(SPDX, "algorithm"),
                        model.createResource(SPDX + "checksumAlgorithm_sha256"))
                .addProperty(
                        model.createProperty(SPDX, "checksumValue"),
                        model.createTypedLiteral(sum(release), XSDDatatype.XSDhexBinary));
        Resource dump = model.createResource(address + "/statements.nq.gz", DCAT.Distribution)
                .addProperty(DCAT.downloadURL, model.createResource(address + "/statements.nq.gz"))
                .addProperty(
                        DCAT.mediaType,
                        model.createResource("https://www.iana.org/assignments/media-types/application/n-quads"))
                .addProperty(
                        DCAT.compressFormat,
                        model.createResource("https://www.iana.org/assignments/media-types/application/gzip"))
                .addProperty(
                        DCAT.byteSize,
                        model.createTypedLiteral(
                                Long.toString(Files.size(release.statements())), XSDDatatype.XSDnonNegativeInteger))
                .addProperty(model.createProperty(SPDX, "checksum"), checksum);
        version.addProperty(DCAT.distribution, dump);
        version.addProperty(RDF.type, model.createResource("http://rdfs.org/ns/void#Dataset"));
        version.addProperty(model.createProperty("http://rdfs.org/ns/void#dataDump"), dump);
        return version;
    }

    /** The digest of the file, read once: releases never change. */
    private String sum(KeptRelease release) throws IOException {
        String known = sums.get(release.id());
        if (known == null) {
            try (InputStream in = Files.newInputStream(release.statements())) {
                known = DigestUtils.sha256Hex(in);
            }
            sums.put(release.id(), known);
        }
        return known;
    }

    private static Property dcat(Model model, String name) {
        return model.createProperty(DCAT.NS, name);
    }
}
