package org.entente.execution;

import java.time.Duration;

/**
 * A request that has a place or waits for one.
 *
 * @param id its number
 * @param client address of who sent it
 * @param text what was asked: the query, or the address; shortened
 * @param running whether it runs; else it waits
 * @param age how long it has run, or waited
 */
public record RunningQuery(long id, String client, String text, boolean running, Duration age) {}
