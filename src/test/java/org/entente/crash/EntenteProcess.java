package org.entente.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.ShippedCollection;
import org.entente.cli.Entente;
import org.entente.store.CollectionFiles;

/** The program as processes of their own, over the shipped ontology and rules; without shapes, which bulk data do not fit. */
public final class EntenteProcess {
    private final Path folder;
    private final Path home;

    /** @param folder for the program's home and for collections */
    public EntenteProcess(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("home"));
        Path ontology = Files.createDirectories(home.resolve("ontology"));
        for (String file : List.of("entente.ttl", "vocabulary.ttl", "functions.ttl")) {
            Files.copy(ShippedCollection.FILES.ontology().resolve(file), ontology.resolve(file));
        }
        Path rules = Files.createDirectories(home.resolve("queries").resolve("rules"));
        try (var files = Files.list(ShippedCollection.FILES.rules())) {
            for (Path rule : files.toList()) {
                Files.copy(rule, rules.resolve(rule.getFileName()));
            }
        }
    }

    /** A data folder with one source that describes so many documents. */
    public Path collection(String name, int documents) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(name).resolve("sources"));
        StringBuilder turtle = new StringBuilder("""
                @prefix ent: <https://w3id.org/entente/ontology#> .
                @prefix dcterms: <http://purl.org/dc/terms/> .
                @prefix doc: <https://w3id.org/entente/id/doc/> .
                """);
        for (int i = 0; i < documents; i++) {
            turtle.append("doc:bulk-%d a ent:Document ; dcterms:title \"Bulk %d\"@en ; dcterms:language \"en\" .\n"
                    .formatted(i, i));
        }
        Files.writeString(sources.resolve("bulk.ttl"), turtle);
        return folder.resolve(name);
    }

    /** The files of a collection in a data folder, with the program's ontology and rules. */
    public CollectionFiles files(Path data) {
        return CollectionFiles.at(home).withData(data);
    }

    /** {@code entente load}; all that it says can be read from its output. */
    public Process load(Path store, Path data) throws IOException {
        return start("load", "--data", data.toString(), "--store", store.toString());
    }

    /** {@code entente serve} on any free port. */
    public Process serve(Path store, Path data) throws IOException {
        return start("serve", "--port", "0", "--no-watch", "--data", data.toString(), "--store", store.toString());
    }

    public Process start(String command, String... options) throws IOException {
        return new ProcessBuilder(line(command, options))
                .redirectErrorStream(true)
                .start();
    }

    /** The program and its arguments. */
    public List<String> line(String command, String... options) {
        return line(home, command, options);
    }

    /** The same for another folder with ontology, rules and data. */
    static List<String> line(Path home, String command, String... options) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Entente.class.getName(),
                command));
        line.addAll(List.of(options));
        line.addAll(List.of("--home", home.toString()));
        return line;
    }
}
