package org.entente.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.ShippedCollection;
import org.entente.derive.Rules;
import org.entente.query.QueryCatalog;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.CommitValidator;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.store.Store;

/**
 * A small collection in a folder of its own: Anna and Boris are announced to talk, and then a second text may tell that they did. It has
 * the shipped ontology and rules, and two of the shipped queries with examples of its own.
 */
public final class SmallTalks implements AutoCloseable {
    private static final String PREFIXES = """
            @prefix ent: <https://w3id.org/entente/ontology#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix person: <https://w3id.org/entente/id/person/> .
            @prefix state: <https://w3id.org/entente/id/state/> .
            @prefix event: <https://w3id.org/entente/id/event/> .
            @prefix doc: <https://w3id.org/entente/id/doc/> .
            """;

    private final CollectionFiles files;
    private final Store store;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T10:00:00Z"));
    private final Releases releases;
    private final QueryCatalog catalog;

    /** @param home an empty folder */
    public SmallTalks(Path home) {
        write(home);
        files = CollectionFiles.at(home);
        store = Store.inMemory(Rules.read(files.rules()));
        releases = new Releases(home.resolve("releases"), files, new Clock() {
            @Override
            public Instant instant() {
                return now.getAndUpdate(time -> time.plus(Duration.ofDays(1)));
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
        load();
        catalog = QueryCatalog.read(files.queries());
    }

    /** Writes the files of the collection as they are at first. */
    public static void write(Path home) {
        try {
            Path ontology = Files.createDirectories(home.resolve("ontology"));
            for (String file : List.of("entente.ttl", "vocabulary.ttl", "functions.ttl")) {
                Files.copy(ShippedCollection.FILES.ontology().resolve(file), ontology.resolve(file));
            }
            Path rules = Files.createDirectories(home.resolve("queries/rules"));
            for (Path rule : ShippedCollection.FILES.ruleFiles()) {
                Files.copy(rule, rules.resolve(rule.getFileName()));
            }
            query(home, "who-met", "{person: \"Albert Rau\"}", "{person: \"person:anna\"}");
            query(home, "event", "{event: \"event:wg-economy-9\"}", "{event: \"event:talk\"}");
            Files.createDirectories(home.resolve("data/sources"));
            Files.writeString(
                    Files.createDirectories(home.resolve("data/authority")).resolve("all.ttl"), PREFIXES + """
                    person:anna a ent:Person ; rdfs:label "Anna Nord"@en , "Anna Nord"@de .
                    person:boris a ent:Person ; rdfs:label "Boris Süd"@en , "Boris Süd"@de .
                    event:talk a ent:Meeting ; rdfs:label "Talk of Anna and Boris"@en , "Gespräch von Anna und Boris"@de .
                    """);
            Files.writeString(
                    home.resolve("data/CITATION.cff"),
                    "title: Small talks\nauthors: [{family-names: Nord, given-names: Anna}]\nlicense: CC0-1.0\n");
            source(home, "d1", "announced", "expected");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void query(Path home, String id, String example, String own) throws IOException {
        String text = Files.readString(ShippedCollection.FILES.queries().resolve(id + ".rq"));
        if (!text.contains(example)) {
            throw new IllegalStateException(id + " has another example now");
        }
        Files.writeString(home.resolve("queries").resolve(id + ".rq"), text.replace(example, own));
    }

    /** Writes the file of a source that tells of the talk. */
    public static void source(Path home, String id, String status, String attendance) {
        try {
            Files.writeString(
                    home.resolve("data/sources/" + id + ".ttl"),
                    PREFIXES + """
                    doc:ID a ent:Document ; dcterms:title "Text ID"@en ; dcterms:language "en" .
                    doc:ID-r1 a ent:Report ; ent:statedIn doc:ID ; ent:reports event:talk ; ent:modality ent:asFact ;
                        ent:reportedStatus ent:STATUS ; ent:reportedTime [ a ent:TimeSpan ; ent:edtf "2020-05-03" ] .
                    doc:ID-r1-p1 a ent:Participation ; ent:inReport doc:ID-r1 ; ent:participant person:anna ;
                        ent:attendance ent:THERE ; ent:role ent:counterpart ; ent:onBehalfOf state:north .
                    doc:ID-r1-p2 a ent:Participation ; ent:inReport doc:ID-r1 ; ent:participant person:boris ;
                        ent:attendance ent:THERE ; ent:role ent:counterpart ; ent:onBehalfOf state:south .
                    """.replace("ID", id).replace("STATUS", status).replace("THERE", attendance));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A second text tells that the talk was held; it is loaded. */
    public void tellThatItWasHeld() {
        source(files.data().getParent(), "d2", "held", "attended");
        load();
    }

    public void load() {
        LoadReport report =
                new CollectionLoader(store, CommitValidator.OPEN, Clock.systemUTC()).load(files, Progress.SILENT);
        if (!report.accepted()) {
            throw new IllegalStateException(String.valueOf(report.findings()));
        }
    }

    /** Keeps the state; each release is a day younger than the one before. */
    public KeptRelease keep(String note) {
        return releases.keep(store, new Keeping("Tester", note, "0.0"));
    }

    public CollectionFiles files() {
        return files;
    }

    public Store store() {
        return store;
    }

    public Releases releases() {
        return releases;
    }

    public QueryCatalog catalog() {
        return catalog;
    }

    @Override
    public void close() {
        store.close();
    }
}
