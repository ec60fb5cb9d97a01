package org.entente.web.release;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.entente.store.CollectionDescription;
import org.entente.web.http.Format;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RdfWriter;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.page.ServiceContext;

/** {@code /dcat}: the dataset, its versions and their files with checksums, in DCAT 3. */
final class DcatEndpoint {
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String ADMS = "http://www.w3.org/ns/adms#";

    private static final List<Format> FORMATS =
            Stream.concat(Format.GRAPHS.stream(), Stream.of(Format.HTML)).toList();

    private final Shelf shelf;
    private final ServerOptions options;
    private final Supplier<CollectionDescription> description;
    private final Map<Path, String> sums = new ConcurrentHashMap<>();

    DcatEndpoint(Shelf shelf, ServiceContext service) {
        this.shelf = shelf;
        this.options = service.options();
        this.description = service.store()::description;
    }

    void handle(Context ctx) throws IOException {
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), FORMATS);
        ctx.header("Vary", "Accept").header("Cache-Control", "no-cache");
        if (format == Format.HTML) {
            // People find the same, and what differs between the versions, in the list of releases.
            ctx.status(303).header("Location", "/releases");
            return;
        }
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
        CollectionDescription about = description.get();
        describe(dataset, about, "");
        dataset.addProperty(DCTerms.publisher, about.publisher("en"))
                .addProperty(DCAT.landingPage, model.createResource(base + "/"))
                .addProperty(dcat(model, "version"), shelf.now());
        Resource previous = null;
        for (KeptRelease release : shelf.all()) {
            Resource version = version(model, base, release, about);
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

    private Resource version(Model model, String base, KeptRelease release, CollectionDescription about)
            throws IOException {
        String address = base + "/releases/" + release.id();
        Resource version = model.createResource(address, DCAT.Dataset);
        describe(version, about, ", release " + release.id());
        version.addProperty(dcat(model, "version"), release.id())
                .addProperty(DCTerms.identifier, release.id())
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
        for (Path file : release.dumps()) {
            Resource dump = dump(model, address, file);
            version.addProperty(DCAT.distribution, dump);
            version.addProperty(model.createProperty("http://rdfs.org/ns/void#dataDump"), dump);
        }
        version.addProperty(RDF.type, model.createResource("http://rdfs.org/ns/void#Dataset"));
        return version;
    }

    private static void describe(Resource dataset, CollectionDescription about, String which) {
        dataset.addProperty(DCTerms.title, about.title("en") + which, "en");
        if (!about.licence().isEmpty()) {
            dataset.addProperty(DCTerms.license, dataset.getModel().createResource(about.licence()));
        }
    }

    private Resource dump(Model model, String address, Path file) throws IOException {
        String name = file.getFileName().toString();
        Resource checksum = model.createResource(model.createResource(SPDX + "Checksum"))
                .addProperty(
                        model.createProperty(SPDX, "algorithm"),
                        model.createResource(SPDX + "checksumAlgorithm_sha256"))
                .addProperty(
                        model.createProperty(SPDX, "checksumValue"),
                        model.createTypedLiteral(sum(file), XSDDatatype.XSDhexBinary));
        return model.createResource(address + "/" + name, DCAT.Distribution)
                .addProperty(DCAT.downloadURL, model.createResource(address + "/" + name))
                .addProperty(
                        DCAT.mediaType,
                        model.createResource("https://www.iana.org/assignments/media-types/application/"
                                + (name.endsWith(".trig.gz") ? "trig" : "n-quads")))
                .addProperty(
                        DCAT.compressFormat,
                        model.createResource("https://www.iana.org/assignments/media-types/application/gzip"))
                .addProperty(
                        DCAT.byteSize,
                        model.createTypedLiteral(Long.toString(Files.size(file)), XSDDatatype.XSDnonNegativeInteger))
                .addProperty(model.createProperty(SPDX, "checksum"), checksum);
    }

    /** The digest of the file, read once: releases never change. */
    private String sum(Path file) throws IOException {
        String known = sums.get(file);
        if (known == null) {
            try (InputStream in = Files.newInputStream(file)) {
                known = DigestUtils.sha256Hex(in);
            }
            sums.put(file, known);
        }
        return known;
    }

    private static Property dcat(Model model, String name) {
        return model.createProperty(DCAT.NS, name);
    }
}
