package org.entente.execution;

import java.util.function.Supplier;

/** Something that is computed once for each state of the store. */
public final class PerState<T> {
    private record Known<T>(String state, T value) {}

    private volatile Known<T> known;

    public T get(String state, Supplier<T> compute) {
        Known<T> now = known;
        if (now == null || !now.state.equals(state)) {
            now = new Known<>(state, compute.get());
            known = now;
        }
        return now.value;
    }
}
