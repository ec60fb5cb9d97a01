package org.entente.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.text.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions that were cited, each once: a question that gives the same result again has the citation that it had. They stand in a
 * file, a line each, to which lines are only added.
 */
public final class Citations {
    private static final Logger LOG = LoggerFactory.getLogger(Citations.class);

    /** Most citations that are kept; who cites more gets the address of the release only. */
    public static final int MOST = 200_000;

    /** Longest path, in characters. */
    public static final int LONGEST = 4_000;

    private static final String NAME = "citations.jsonl";

    private final Optional<Path> file;
    private final Map<String, StoredCitation> byId = new LinkedHashMap<>();
    private final Map<String, StoredCitation> byResult = new LinkedHashMap<>();

    private Citations(Optional<Path> file) {
        this.file = file;
    }

    /** Citations that last as long as the process. */
    public static Citations inMemory() {
        return new Citations(Optional.empty());
    }

    /** The citations beside the releases; a last line that was cut when a process was killed is passed over. */
    public static Citations in(Path shelf) {
        Citations citations = new Citations(Optional.of(shelf.resolve(NAME)));
        Path file = shelf.resolve(NAME);
        if (Files.exists(file)) {
            try {
                for (String line :
                        Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
                    citations.read(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return citations;
    }

    private void read(String line) {
        try {
            if (!line.isBlank()) {
                remember(Json.MAPPER.readValue(line, StoredCitation.class));
            }
        } catch (JsonProcessingException e) {
            LOG.warn("A line of {} cannot be read: {}", NAME, e.getOriginalMessage());
        }
    }

    private void remember(StoredCitation citation) {
        byId.put(citation.id(), citation);
        byResult.putIfAbsent(result(citation), citation);
    }

    /** Same question and same result: same citation, whatever the release. Without a result, the release tells them apart. */
    private static String result(StoredCitation citation) {
        return citation.path() + "\n" + (citation.sha256().isEmpty() ? citation.release() : citation.sha256());
    }

    /** Whether something of this state was cited. */
    public synchronized boolean hasCited(String release) {
        return byId.values().stream().anyMatch(cited -> cited.release().equals(release));
    }

    /** The citation of this id. */
    public synchronized Optional<StoredCitation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Keeps a citation, unless the same question with the same result has one.
     *
     * @param asked the citation; its id is given here
     */
    public synchronized StoredCitation keep(StoredCitation asked) {
        StoredCitation known = byResult.get(result(asked));
        if (known != null) {
            return known;
        }
        if (byId.size() >= MOST) {
            throw new ReleaseException(
                    "This server keeps no more citations. Cite the address of the page in its release: "
                            + asked.pinned());
        }
        String hash = DigestUtils.sha256Hex(result(asked).getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
        StoredCitation kept = new StoredCitation(
                asked.release() + "-" + hash,
                asked.release(),
                asked.path(),
                asked.title(),
                asked.language(),
                asked.time(),
                asked.twin(),
                asked.rows(),
                asked.sha256());
        write(kept);
        remember(kept);
        return kept;
    }

    private void write(StoredCitation citation) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.get().getParent());
            byte[] line = ("\n" + Json.MAPPER.writeValueAsString(citation) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel =
                    FileChannel.open(file.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(line));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new ReleaseException("The citation cannot be written to " + file.get() + ": " + e, e);
        }
    }
}
