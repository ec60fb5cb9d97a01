package org.entente.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.entente.text.Json;

/** Decisions that were proposed and wait for somebody with the key: a file each, at most so many. */
public final class ProposalQueue {
    /** How many may wait. */
    public static final int MOST = 200;

    private static final String NAME = "[0-9a-f]{16}";
    private static final String ENDING = ".json";
    private static final int LONGEST = 100_000;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** @param folder made with the first proposal */
    public ProposalQueue(Path folder) {
        this.folder = folder;
    }

    /** A name for a proposal that nobody has. */
    public String name() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return Hex.encodeHexString(bytes);
    }

    /**
     * Keeps a proposal.
     *
     * @throws DecisionException if too many wait, or it is too long
     */
    public synchronized void add(ProposedDecision proposal) {
        try {
            Files.createDirectories(folder);
            byte[] bytes = Json.MAPPER.writeValueAsString(proposal).getBytes(StandardCharsets.UTF_8);
            if (names().size() >= MOST || bytes.length > LONGEST) {
                throw new DecisionException("queue.full");
            }
            Path beside = folder.resolve(proposal.id() + ".tmp");
            Files.write(beside, bytes);
            Files.move(beside, file(proposal.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that wait, the oldest first. What cannot be read is left out. */
    public List<ProposedDecision> all() {
        List<ProposedDecision> all = new ArrayList<>();
        names().forEach(name -> find(name).ifPresent(all::add));
        all.sort(Comparator.comparing(ProposedDecision::at).thenComparing(ProposedDecision::id));
        return all;
    }

    /** The proposal of this name. */
    public Optional<ProposedDecision> find(String name) {
        try {
            return name.matches(NAME) && Files.isRegularFile(file(name)) && Files.size(file(name)) <= LONGEST
                    ? Optional.of(Json.MAPPER.readValue(Files.readString(file(name)), ProposedDecision.class))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Takes a proposal out of the queue; nothing happens if it is not there. */
    public synchronized void remove(String name) {
        if (name.matches(NAME)) {
            try {
                Files.deleteIfExists(file(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    private List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(NAME + "\\.json"))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
