package org.entente.text;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes JSON that has no wishes of its own. */
public final class Json {
    /** Shared by all; whoever needs it otherwise makes a copy. */
    public static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
}
