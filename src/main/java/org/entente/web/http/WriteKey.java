package org.entente.web.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.text.Utf8;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the key for writes. */
public final class WriteKey {
    /** Attribute of a request that was sent with the key. */
    public static final String ACCEPTED = "entente.key";

    private static final Logger LOG = LoggerFactory.getLogger("entente.key");
    private static final int GUESSES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int CLIENTS = 10_000;
    private static final int SHORTEST = 16;

    private final Optional<byte[]> key;
    /** A strong key cannot be guessed, so whoever has it need not wait because of others who share an address, as behind a proxy. */
    private final boolean weak;

    private final Sessions sessions = new Sessions();

    private final Cache<String, Integer> guesses =
            Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(CLIENTS).build();

    public WriteKey(Optional<String> key) {
        this.key = key.map(k -> k.getBytes(StandardCharsets.UTF_8));
        this.weak = key.filter(WriteKey::isWeak).isPresent();
    }

    /** Whether a key is so short or so plain that it may be guessed. */
    public static boolean isWeak(String key) {
        return key.length() < SHORTEST || key.chars().distinct().count() < SHORTEST / 2;
    }

    /** Whether this server accepts writes at all. */
    public boolean isSet() {
        return key.isPresent();
    }

    /** @throws Problem 401 without a key, 403 with a wrong one or if this server accepts no writes, 429 after several wrong ones */
    public void require(Context ctx) {
        requireWrites();
        requirePatience(ctx.ip());
        compare(ctx, bearer(ctx).or(() -> password(ctx)).orElseThrow(() -> Problem.of(
                        401,
                        "key-missing",
                        "Writing needs a key",
                        "Send the header \"Authorization: Bearer …\" with the write key of this server; or Basic, with any"
                                + " name and the key as password.")
                .header("WWW-Authenticate", "Bearer realm=\"entente\"")));
    }

    private static Optional<String> bearer(Context ctx) {
        return credentials(ctx, "Bearer ");
    }

    /**
     * The password of programs that know only Basic. Browsers are not asked for one, as they would send it again with forms of other
     * sites; and what comes with an origin comes from a browser.
     */
    private static Optional<String> password(Context ctx) {
        if (ctx.header("Origin") != null) {
            return Optional.empty();
        }
        try {
            return credentials(ctx, "Basic ")
                    .flatMap(coded -> Utf8.decode(Base64.getDecoder().decode(coded)))
                    .filter(pair -> pair.contains(":"))
                    .map(pair -> pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> credentials(Context ctx, String scheme) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(sent -> sent.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(sent -> sent.substring(scheme.length()).strip());
    }

    /**
     * The same for a key sent in a form. Who has signed in need not send it again; the form must come from a page of this server, as
     * {@link Origins#requireSame} makes sure.
     *
     * @param sent value of the field; null if there is none
     */
    public void require(Context ctx, @Nullable String sent) {
        requireWrites();
        boolean none = sent == null || sent.isBlank();
        if (none && sessions.of(ctx).isPresent() && ctx.header("Origin") != null) {
            return;
        }
        requirePatience(ctx.ip());
        if (sent == null || none) {
            throw Problem.of(403, "key-missing", "Writing needs a key", "Enter the write key of this server.");
        }
        compare(ctx, sent.strip());
    }

    /**
     * Takes the key once for a session of the browser.
     *
     * @param author name of whoever signs in
     * @throws Problem as {@link #require(Context, String)}
     */
    public void signIn(Context ctx, String sent, String author, boolean secure) {
        requireWrites();
        requirePatience(ctx.ip());
        if (sent.isBlank()) {
            throw Problem.of(403, "key-missing", "Writing needs a key", "Enter the write key of this server.");
        }
        compare(ctx, sent.strip());
        sessions.open(ctx, author, secure);
    }

    /** The name of whoever has signed in with this browser; empty if nobody has. */
    public Optional<String> signedIn(Context ctx) {
        return key.isPresent() ? sessions.of(ctx) : Optional.empty();
    }

    /** Ends the session of this browser. */
    public void signOut(Context ctx) {
        sessions.close(ctx);
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

    /** Whoever guesses has to wait; where the key is a weak one, even if the next one were right. */
    private void requirePatience(String client) {
        if (weak && hasGuessed(client)) {
            throw tooMany();
        }
    }

    private boolean hasGuessed(String client) {
        Integer wrong = guesses.getIfPresent(client);
        return wrong != null && wrong >= GUESSES;
    }

    private static Problem tooMany() {
        return Problem.of(
                        429,
                        "too-many-keys",
                        "Too many wrong keys",
                        "This address has sent " + GUESSES + " wrong keys. Wait " + PAUSE.toSeconds()
                                + " s before the next try.")
                .header("Retry-After", Long.toString(PAUSE.toSeconds()));
    }

    private void compare(Context ctx, String sent) {
        String client = ctx.ip();
        if (MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), key.orElseThrow())) {
            guesses.invalidate(client);
            ctx.attribute(ACCEPTED, true);
            return;
        }
        if (hasGuessed(client)) {
            throw tooMany();
        }
        int wrong = guesses.asMap().merge(client, 1, Integer::sum);
        if (wrong == 1 || wrong == GUESSES) {
            LOG.warn("{} wrong write key(s) from {}", wrong, client);
        }
        throw Problem.of(403, "key-wrong", "Wrong key", "This is not the write key of this server. Ask the operator.");
    }
}
