package org.entente.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.entente.execution.Problem;
import org.jspecify.annotations.Nullable;

/** Checks the key for writes. */
public final class WriteKey {
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> key;

    public WriteKey(Optional<String> key) {
        this.key = key.map(k -> k.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this server accepts writes at all. */
    public boolean isSet() {
        return key.isPresent();
    }

    /** @throws Problem 401 without a key, 403 with a wrong one or if this server accepts no writes */
    public void require(Context ctx) {
        requireWrites();
        String sent = ctx.header("Authorization");
        if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.of(
                            401,
                            "key-missing",
                            "Writing needs a key",
                            "Send the header \"Authorization: Bearer …\" with the write key of this server.")
                    .header("WWW-Authenticate", "Bearer realm=\"entente\"");
        }
        compare(sent.substring(SCHEME.length()).strip());
    }

    /**
     * The same for a key sent in a form.
     *
     * @param sent value of the field; null if there is none
     */
    public void require(@Nullable String sent) {
        requireWrites();
        if (sent == null || sent.isBlank()) {
            throw Problem.of(403, "key-missing", "Writing needs a key", "Enter the write key of this server.");
        }
        compare(sent.strip());
    }

    private void requireWrites() {
        if (key.isEmpty()) {
            throw Problem.of(
                    403,
                    "read-only",
                    "This server is read-only",
                    "The server was started without a write key. Start it with one to change data over HTTP,"
                            + " or change the files and load them.");
        }
    }

    private void compare(String sent) {
        if (!MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), key.orElseThrow())) {
            throw Problem.of(
                    403, "key-wrong", "Wrong key", "This is not the write key of this server. Ask the operator.");
        }
    }
}
