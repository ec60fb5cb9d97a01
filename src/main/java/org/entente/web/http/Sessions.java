package org.entente.web.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Who has sent the key with a browser. The browser keeps a number that nobody can guess, in a cookie that no script reads and that no page
 * of another site can send; the server keeps its hash, for two hours after it was used last and for twelve at most.
 */
final class Sessions {
    private static final String COOKIE = "entente-session";
    private static final Duration IDLE = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST = 1_000;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Session> open =
            Caffeine.newBuilder().expireAfterAccess(IDLE).maximumSize(MOST).build();

    private record Session(String author, Instant until) {}

    /** @param secure whether browsers reach this server by https */
    void open(Context ctx, String author, boolean secure) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String number = Hex.encodeHexString(bytes);
        open.put(hash(number), new Session(author, Instant.now().plus(LONGEST)));
        ctx.cookie(new Cookie(COOKIE, number, "/", -1, secure, true, null, SameSite.STRICT));
    }

    Optional<String> of(Context ctx) {
        String number = ctx.cookie(COOKIE);
        return Optional.ofNullable(number == null ? null : open.getIfPresent(hash(number)))
                .filter(session -> session.until.isAfter(Instant.now()))
                .map(Session::author);
    }

    void close(Context ctx) {
        String number = ctx.cookie(COOKIE);
        if (number != null) {
            open.invalidate(hash(number));
            ctx.cookie(new Cookie(COOKIE, "", "/", 0, false, true, null, SameSite.STRICT));
        }
    }

    private static String hash(String number) {
        return DigestUtils.sha256Hex(number);
    }
}
