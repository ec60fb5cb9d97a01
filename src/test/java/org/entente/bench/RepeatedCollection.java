package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Adds the shipped collection once more, with other people, offices, events and sources in the same places and bodies. */
final class RepeatedCollection {
    private static final List<String> SHARED = List.of("polities.ttl", "places", "organizations");

    private RepeatedCollection() {}

    /** @param data a copy of the shipped data */
    static void add(Path data, int copy) throws IOException {
        String mark = "c" + copy + "-";
        for (String folder : List.of("authority", "sources", "decisions")) {
            Path from = data.resolve(folder);
            List<Path> files;
            try (Stream<Path> all = Files.walk(from)) {
                files = all.filter(f -> f.toString().endsWith(".ttl"))
                        .filter(f -> !f.toString().contains("/copy-")
                                && !f.getFileName().toString().matches("c[0-9]+-.*"))
                        .filter(f -> !folder.equals("authority")
                                || SHARED.stream()
                                        .noneMatch(s -> from.relativize(f).startsWith(s)))
                        .toList();
            }
            for (Path file : files) {
                Path to = folder.equals("authority")
                        ? from.resolve("copy-" + copy).resolve(from.relativize(file))
                        : file.resolveSibling(mark + file.getFileName());
                Files.createDirectories(to.getParent());
                Files.writeString(to, renamed(Files.readString(file), mark, copy));
            }
        }
    }

    private static String renamed(String text, String mark, int copy) {
        return text.replaceAll(
                        "(?m)^(@prefix (?!place:|state:|region:|org:)\\S+ *<https://w3id.org/entente/id/[a-z-]+/)>",
                        "$1" + mark + ">")
                .replaceAll("(ent:identifierValue \"Q[0-9]+)\"", "$1%04d\"".formatted(copy))
                // Nobody else has the identifiers of somebody in another register.
                .replaceAll(
                        "ent:(gnd|isni|viaf) ; ent:identifierValue \"[^\"]*?([0-9]+)X?\"",
                        "ent:wikidata ; ent:identifierValue \"Q9$2%04d\"".formatted(copy));
    }
}
