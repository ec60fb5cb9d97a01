package org.entente.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets those write who carry the key. */
final class WriteKey {
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> key;

    WriteKey(Optional<String> key) {
        this.key = key.map(k -> k.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 401 without a key, 403 with a wrong one or when this server takes no writes */
    void require(Context ctx) {
        if (key.isEmpty()) {
            throw Problem.of(
                    403,
                    "read-only",
                    "This server takes no writes",
                    "No write key was set when the server was started. Start it with a write key to change data over HTTP,"
                            + " or change the files and load them.");
        }
        String sent = ctx.header("Authorization");
        if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.of(
                            401,
                            "key-missing",
                            "Writing needs a key",
                            "Send the header \"Authorization: Bearer …\" with the write key of this server.")
                    .header("WWW-Authenticate", "Bearer realm=\"entente\"");
        }
        byte[] bytes = sent.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(bytes, key.get())) {
            throw Problem.of(
                    403,
                    "key-wrong",
                    "This key does not fit",
                    "The key is not the write key of this server. Ask its keeper.");
        }
    }
}
