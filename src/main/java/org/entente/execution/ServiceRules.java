package org.entente.execution;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which other SPARQL services a query may ask with SERVICE, and how much of them.
 *
 * @param endpoints the exact addresses; a query that names any other is refused
 * @param time longest time that one call may take, from its first to its last byte
 * @param bytes largest answer that is read
 * @param concurrent how many calls may be under way at a time, over all queries
 * @param callsPerQuery how many calls one query may make; answers that are remembered do not count
 * @param remembered how long an answer is used again
 * @param loopback whether an endpoint may be on this machine; only for tests
 */
public record ServiceRules(
        Set<URI> endpoints,
        Duration time,
        int bytes,
        int concurrent,
        int callsPerQuery,
        Duration remembered,
        boolean loopback) {

    /** No other service at all. */
    public static final ServiceRules CLOSED =
            new ServiceRules(Set.of(), Duration.ofSeconds(10), 5_000_000, 4, 20, Duration.ofHours(1), false);

    public ServiceRules {
        endpoints = Set.copyOf(endpoints);
        endpoints.forEach(ServiceRules::check);
    }

    /**
     * These endpoints, with the usual budgets.
     *
     * @throws IllegalArgumentException if one of them is no address of an endpoint; the message names it
     */
    public static ServiceRules allowing(List<URI> endpoints) {
        return CLOSED.with(new LinkedHashSet<>(endpoints), false);
    }

    /** For tests, whose second server is on this machine. */
    public ServiceRules onThisMachine() {
        return with(endpoints, true);
    }

    /** For tests, which do not want to wait. */
    public ServiceRules within(Duration limit, int most, int calls) {
        return new ServiceRules(endpoints, limit, most, concurrent, calls, remembered, loopback);
    }

    boolean allows(String endpoint) {
        return endpoints.stream().anyMatch(allowed -> allowed.toString().equals(endpoint));
    }

    boolean areClosed() {
        return endpoints.isEmpty();
    }

    private ServiceRules with(Set<URI> allowed, boolean here) {
        return new ServiceRules(allowed, time, bytes, concurrent, callsPerQuery, remembered, here);
    }

    private static void check(URI endpoint) {
        boolean web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
        if (!web
                || endpoint.getHost() == null
                || endpoint.getUserInfo() != null
                || endpoint.getRawQuery() != null
                || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "'" + endpoint
                            + "' is not the address of a SPARQL endpoint: write it as https://query.example.org/sparql, without user, ? and #.");
        }
    }
}
