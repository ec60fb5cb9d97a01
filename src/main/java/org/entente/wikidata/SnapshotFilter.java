package org.entente.wikidata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.store.Progress;
import org.entente.text.Json;

/**
 * Makes a small snapshot of a dump: the items that are wanted, one a line, with the properties that are kept and nothing else. It reads
 * the dump once and needs no store to write to.
 */
public final class SnapshotFilter {
    private static final List<String> FIELDS =
            List.of("type", "id", "labels", "descriptions", "aliases", "lastrevid", "modified");

    private SnapshotFilter() {}

    /**
     * What was found.
     *
     * @param items items in the dump
     * @param kept how many of them were written
     * @param unreadable lines that were left out, since they are no entity in JSON; the first with its number
     */
    public record Report(long items, long kept, long unreadable, List<String> remarks) {}

    /**
     * Writes what is wanted.
     *
     * @param in a dump, plain or compressed with gzip or bzip2
     * @param size in bytes; 0 if it is not known
     * @throws IOException if the dump cannot be read or the snapshot not be written
     */
    public static Report filter(
            InputStream in, long size, Predicate<WikidataEntity> wanted, Writer out, Progress progress)
            throws IOException {
        SnapshotLines lines = new SnapshotLines(in);
        BufferedWriter snapshot = new BufferedWriter(out);
        long items = 0;
        long kept = 0;
        long unreadable = 0;
        List<String> remarks = new ArrayList<>();
        for (boolean more = true; more; ) {
            try {
                String line = lines.next();
                more = line != null;
                if (line != null && !line.isEmpty()) {
                    List<WikidataEntity> read = WikibaseJson.read(line);
                    items += read.size();
                    if (read.size() == 1 && wanted.test(read.getFirst())) {
                        snapshot.write(small(line));
                        snapshot.write('\n');
                        kept++;
                    }
                }
            } catch (WikidataException e) {
                unreadable++;
                if (remarks.size() < SnapshotReport.MOST_FINDINGS) {
                    remarks.add("line " + lines.number() + " " + e.getMessage());
                }
            }
            if (lines.number() % 1_000 == 0) {
                progress.at("Reading, " + items + " items, " + kept + " kept", lines.bytes(), size);
            }
        }
        snapshot.flush();
        return new Report(items, kept, unreadable, List.copyOf(remarks));
    }

    private static String small(String line) throws JsonProcessingException {
        JsonNode entity = Json.MAPPER.readTree(line);
        ObjectNode small = Json.MAPPER.createObjectNode();
        FIELDS.stream().filter(entity::has).forEach(field -> small.set(field, entity.get(field)));
        ObjectNode claims = small.putObject("claims");
        Set<String> properties = WikidataProperties.KEPT;
        entity.path("claims").properties().stream()
                .filter(claim -> properties.contains(claim.getKey()))
                .forEach(claim -> claims.set(claim.getKey(), claim.getValue()));
        return Json.MAPPER.writeValueAsString(small);
    }
}
