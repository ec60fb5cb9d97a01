package org.entente.annotate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was decided on cards and is to count for the next texts: {@code decisions/annotation.tsv} of the collection, one line for each; who
 * removes the line takes it back.
 */
public final class RememberedPatterns {
    private static final int PARTS = 3;
    private final Optional<Path> file;

    /** @param data folder of the collection; empty if it is not known */
    public RememberedPatterns(Optional<Path> data) {
        this.file = data.map(folder -> folder.resolve("decisions").resolve("annotation.tsv"));
    }

    /** All of them; lines that cannot be read are left out. */
    public synchronized Set<CardPattern> all() {
        Set<CardPattern> all = new LinkedHashSet<>();
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return all;
        }
        try {
            for (String line : Files.readAllLines(file.get())) {
                String[] parts = line.split("\t");
                if (parts.length == PARTS) {
                    for (CardPattern.Kind kind : CardPattern.Kind.values()) {
                        if (kind.name().equalsIgnoreCase(parts[0])) {
                            all.add(new CardPattern(kind, parts[1], parts[2]));
                        }
                    }
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds some, each in place of what was decided on the same words before. */
    public synchronized void add(Collection<CardPattern> more) {
        Set<CardPattern> all = all();
        for (CardPattern each : more) {
            all.removeIf(old -> old.kind() == each.kind()
                    && old.kind() != CardPattern.Kind.PLACE
                    && old.printed().equals(each.printed()));
            all.add(each);
        }
        write(all);
    }

    /** Takes one back. */
    public synchronized void forget(String line) {
        Set<CardPattern> all = all();
        all.removeIf(each -> line(each).equals(line));
        write(all);
    }

    /** One as it stands in the file. */
    public static String line(CardPattern each) {
        return each.kind().name().toLowerCase(java.util.Locale.ROOT) + "\t"
                + each.printed().replaceAll("\\s+", " ") + "\t" + each.value();
    }

    private void write(Set<CardPattern> all) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.get().getParent());
            Path fresh = file.get().resolveSibling("annotation.tsv.new");
            Files.write(fresh, all.stream().map(RememberedPatterns::line).toList());
            Files.move(fresh, file.get(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
