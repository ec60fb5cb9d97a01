package org.entente.web.http;

import java.util.Locale;
import java.util.Set;

/** The names of this machine for itself. */
public final class LocalNames {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private LocalNames() {}

    /** Whether a server can be reached from this machine only. */
    public static boolean only(ServerOptions.Address address) {
        return has(address.host());
    }

    /** @param host without a port */
    public static boolean has(String host) {
        return NAMES.contains(host.toLowerCase(Locale.ROOT));
    }
}
