package org.entente.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An immutable map from which others are made that differ in a few entries, without a copy of all. */
final class Layered<V> {
    /** From so many other entries on, and this share of all, they are put together with the rest. */
    private static final int FEW = 1_000;

    private static final int SHARE = 8;

    private final Map<String, V> below;
    /** What is otherwise than below; empty for what is gone. */
    private final Map<String, Optional<V>> above;

    private Layered(Map<String, V> below, Map<String, Optional<V>> above) {
        this.below = below;
        this.above = above;
    }

    /** @param all must not be changed any more */
    static <V> Layered<V> of(Map<String, V> all) {
        return new Layered<>(all, Map.of());
    }

    @Nullable
    V get(String key) {
        Optional<V> other = above.isEmpty() ? null : above.get(key);
        return other == null ? below.get(key) : other.orElse(null);
    }

    V getOrDefault(String key, V none) {
        V value = get(key);
        return value == null ? none : value;
    }

    boolean containsKey(String key) {
        return get(key) != null;
    }

    void forEach(BiConsumer<String, V> action) {
        below.forEach((key, value) -> {
            if (!above.containsKey(key)) {
                action.accept(key, value);
            }
        });
        above.forEach((key, value) -> value.ifPresent(v -> action.accept(key, v)));
    }

    /** @param otherwise other values of some keys; empty for those that go */
    Layered<V> with(Map<String, Optional<V>> otherwise) {
        if (otherwise.isEmpty()) {
            return this;
        }
        if (above.size() + otherwise.size() > FEW + below.size() / SHARE) {
            Map<String, V> all = new HashMap<>();
            forEach(all::put);
            otherwise.forEach((key, value) -> value.ifPresentOrElse(v -> all.put(key, v), () -> all.remove(key)));
            return of(all);
        }
        Map<String, Optional<V>> more = new HashMap<>(above);
        more.putAll(otherwise);
        return new Layered<>(below, more);
    }
}
