package org.entente.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.LocatedTriple;

/** The file in {@code authority/} to which a new entry belongs. */
public final class EntryFile {
    private EntryFile() {}

    /**
     * The file of an entry like the new one. Where a folder has its entries in files by their first letters ({@code a-d.ttl}), the letter of
     * the new one decides.
     *
     * @param like IRI of an entry
     * @param slug last part of the IRI of the new one
     * @return empty if no file describes the one that is like it
     */
    public static Optional<Path> of(CollectionFiles collection, String like, String slug) {
        FileReadings readings = new FileReadings(collection.description().ids());
        List<CollectionFiles.SourceFile> authority = collection.files().stream()
                .filter(file -> file.graph().equals(Graphs.AUTHORITY))
                .toList();
        Optional<Path> beside = authority.stream()
                .filter(file -> describes(readings.of(file).file(), like))
                .map(CollectionFiles.SourceFile::path)
                .findFirst();
        return beside.map(file -> isByLetter(file)
                ? authority.stream()
                        .map(CollectionFiles.SourceFile::path)
                        .filter(other ->
                                file.resolveSibling(other.getFileName()).equals(other))
                        .filter(other -> isByLetter(other) && isWithin(slug, other))
                        .findFirst()
                        .orElse(file)
                : file);
    }

    private static boolean describes(LoadedFile file, String iri) {
        return file.triples().stream()
                .map(LocatedTriple::triple)
                .anyMatch(triple -> triple.getSubject().isURI()
                        && triple.getSubject().getURI().equals(iri)
                        && triple.getPredicate().equals(RDF.type.asNode()));
    }

    private static boolean isByLetter(Path file) {
        return file.getFileName().toString().matches("[a-z]-[a-z]\\.ttl");
    }

    private static boolean isWithin(String slug, Path file) {
        String name = file.getFileName().toString();
        return name.charAt(0) <= slug.charAt(0) && slug.charAt(0) <= name.charAt(2);
    }
}
