package org.entente.web.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were sent: who asks the same again gets them at once, and who asks while the first is being made waits for it. At most
 * {@link #MOST_BYTES} of them are kept, those that are asked for most. Thread-safe.
 */
public final class KnownAnswers {
    /** How many requests may wait for the answers of others; the rest are treated as if nobody had asked before. */
    public static final int MOST_WAITING = 100;

    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int LARGEST = MOST_BYTES / 16;
    /** What an entry takes besides its body. */
    private static final int ENTRY_BYTES = 2_000;
    /** Headers that belong to one request. */
    private static final Set<String> OWN = Set.of("set-cookie", "content-length", "content-encoding", "date");

    private record Sent(byte[] body, Map<String, String> headers) {
        void to(Context ctx) {
            headers.forEach(ctx::header);
            ctx.result(body);
        }
    }

    private final Cache<List<?>, Sent> known = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((List<?> key, Sent sent) -> ENTRY_BYTES + sent.body.length)
            .executor(Runnable::run)
            .build();
    private final Semaphore waiting;
    private final ConcurrentMap<List<?>, CompletableFuture<Optional<Sent>>> beingMade = new ConcurrentHashMap<>();

    /** Knows no answer yet. */
    public KnownAnswers() {
        this(MOST_WAITING);
    }

    KnownAnswers(int mostWaiting) {
        waiting = new Semaphore(mostWaiting);
    }

    /**
     * Sends an answer.
     *
     * @param key everything that the answer depends on
     * @param lasts whether the key still means the answer that was made; asked afterwards, and else the answer is not kept
     * @param make sends the answer if it is not known
     * @return whether it was known, so that {@code make} did not run
     */
    public boolean send(Context ctx, List<?> key, BooleanSupplier lasts, Runnable make) {
        CompletableFuture<Optional<Sent>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Sent>> first = beingMade.putIfAbsent(key, mine);
        if (first != null) {
            return sentOrMade(ctx, awaited(first), make);
        }
        try {
            Sent before = known.getIfPresent(key);
            if (before != null) {
                mine.complete(Optional.of(before));
                return sentOrMade(ctx, Optional.of(before), make);
            }
            Map<String, String> common = headers(ctx);
            make.run();
            Optional<Sent> sent = lasts.getAsBoolean() ? sent(ctx, common) : Optional.empty();
            sent.ifPresent(answer -> known.put(key, answer));
            mine.complete(sent);
            return false;
        } finally {
            mine.complete(Optional.empty());
            beingMade.remove(key, mine);
        }
    }

    /** An answer that could not be made or kept concerns its own request only: others try for themselves. */
    private static boolean sentOrMade(Context ctx, Optional<Sent> answer, Runnable make) {
        answer.ifPresentOrElse(sent -> sent.to(ctx), make);
        return answer.isPresent();
    }

    private Optional<Sent> awaited(CompletableFuture<Optional<Sent>> first) {
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return first.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            waiting.release();
        }
    }

    private static Optional<Sent> sent(Context ctx, Map<String, String> common) {
        byte[] body = body(ctx);
        if (!ctx.status().equals(HttpStatus.OK) || body == null || body.length > LARGEST) {
            return Optional.empty();
        }
        Map<String, String> own = headers(ctx);
        own.entrySet().removeAll(common.entrySet());
        return Optional.of(new Sent(body, Map.copyOf(own)));
    }

    /** The body, which stays to be sent; null where it was sent already. */
    private static byte @Nullable [] body(Context ctx) {
        try (InputStream result = ctx.resultInputStream()) {
            if (result == null) {
                return null;
            }
            byte[] body = result.readAllBytes();
            ctx.result(body);
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(Context ctx) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : ctx.res().getHeaderNames()) {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, ctx.res().getHeader(name));
            }
        }
        return headers;
    }
}
