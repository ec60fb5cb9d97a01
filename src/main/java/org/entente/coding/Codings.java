package org.entente.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.sheet.Account;
import org.entente.sheet.Sheets;
import org.entente.store.CollectionFiles;

/**
 * What two people made of the same documents.
 *
 * @param documents those that both have coded
 * @param onlyA files of the first coder without a counterpart
 * @param onlyB files of the second coder without a counterpart
 */
public record Codings(List<CodedDocument> documents, List<String> onlyA, List<String> onlyB, Sheets sheets) {
    private record Coded(Path file, Account account) {}

    /**
     * Reads and aligns two codings.
     *
     * @param files the collection whose persons, offices and places both use
     * @param a the file of a source, or a folder with such files (with a folder {@code sources/} in it, only those)
     * @param b the same of the second coder
     * @throws CodingException if there is no document that both have
     */
    public static Codings compare(CollectionFiles files, Path a, Path b) {
        SortedMap<String, Coded> first = read(files, a);
        SortedMap<String, Coded> second = read(files, b);
        List<CodedDocument> documents = new ArrayList<>();
        first.forEach((iri, coded) -> {
            Coded other = second.get(iri);
            if (other != null) {
                Node document = coded.account().documents().getFirst();
                documents.add(CodedDocument.of(
                        name(coded), document, coded.file(), coded.account(), other.file(), other.account()));
            }
        });
        if (documents.isEmpty()) {
            throw new CodingException("There is no document that both have: " + a + " describes " + list(first) + ", "
                    + b + " describes " + list(second) + ". Both must name the document alike (doc:…).");
        }
        return new Codings(documents, without(first, second), without(second, first), new Sheets(files));
    }

    private static String list(Map<String, Coded> coded) {
        return coded.isEmpty()
                ? "none"
                : String.join(", ", coded.values().stream().map(Codings::name).toList());
    }

    private static List<String> without(Map<String, Coded> some, Map<String, Coded> others) {
        return some.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(entry -> name(entry.getValue()))
                .toList();
    }

    private static String name(Coded coded) {
        return coded.file().getFileName().toString().replaceFirst("\\.ttl$", "");
    }

    /** The files that describe a document, by its IRI. */
    private static SortedMap<String, Coded> read(CollectionFiles files, Path place) {
        SortedMap<String, Coded> coded = new TreeMap<>();
        for (Path file : turtle(place)) {
            Account account = Account.read(files, file);
            account.documents().stream()
                    .findFirst()
                    .ifPresent(document -> coded.put(document.getURI(), new Coded(file, account)));
        }
        return coded;
    }

    private static List<Path> turtle(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        Path folder = Files.isDirectory(place.resolve("sources")) ? place.resolve("sources") : place;
        if (!Files.isDirectory(folder)) {
            throw new CodingException("There is no file or folder " + place + ".");
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reports that both have. */
    public Overlap reports() {
        return overlap(documents.stream().flatMap(d -> d.pairs().stream()).toList());
    }

    /** The participations that both have, in whatever report. */
    public Overlap participations() {
        return overlap(documents.stream()
                .flatMap(d -> d.pairs().stream())
                .flatMap(report -> report.parts().stream())
                .toList());
    }

    private static Overlap overlap(List<Pairing.Pair> pairs) {
        return new Overlap(
                (int) pairs.stream().filter(pair -> pair.a().isPresent()).count(),
                (int) pairs.stream().filter(pair -> pair.b().isPresent()).count(),
                (int) pairs.stream().filter(Pairing.Pair::isWhole).count());
    }

    /** The agreement in each column, over what both have. */
    public List<AttributeAgreement> attributes() {
        return ComparedColumns.all().stream()
                .map(column -> AttributeAgreement.of(
                        column,
                        documents.stream()
                                .flatMap(d -> d.pairs().stream())
                                .flatMap(report -> column.ofReport() ? Stream.of(report) : report.parts().stream())
                                .filter(Pairing.Pair::isWhole)
                                .toList()))
                .filter(agreement -> agreement.units() > 0)
                .toList();
    }

    /** What has to be decided, document by document. */
    public List<Difference> differences() {
        Differences differences = new Differences(sheets, ComparedColumns.all());
        return documents.stream().flatMap(d -> differences.in(d).stream()).toList();
    }

    /**
     * A document as it was decided.
     *
     * @param name of its source
     * @param text of its file: the first coder's, with what was decided for the second
     */
    public record Agreed(String name, String text) {}

    /** The documents with what was decided for the second coder. */
    public List<Agreed> agreed(CollectionFiles files, Collection<Difference> forB) {
        return documents.stream()
                .map(document ->
                        new Agreed(document.name(), AgreedSource.of(files, document, text(document.fileA()), forB)))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
