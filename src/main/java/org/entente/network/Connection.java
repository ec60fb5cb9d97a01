package org.entente.network;

import java.util.List;
import java.util.Optional;
import org.entente.contact.ContactOptions;
import org.entente.encounter.Named;

/**
 * How two persons are connected.
 *
 * @param from where the chains begin
 * @param to where they end
 * @param fromKnown whether any encounter or participation on record names {@code from}
 * @param toKnown whether any encounter or participation on record names {@code to}
 * @param options which encounters counted
 * @param chains the shortest first; empty if there is none
 * @param announced if there is none: the nearest chain that also uses encounters which were only announced
 * @param searched number of encounters that counted
 */
public record Connection(
        Named from,
        Named to,
        boolean fromKnown,
        boolean toKnown,
        ContactOptions options,
        List<Chain> chains,
        Optional<Chain> announced,
        int searched) {}
