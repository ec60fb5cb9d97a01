package org.entente.web;

import java.util.List;

/**
 * A term of the ontology as its page lists it.
 *
 * @param kind class, property or concept
 * @param broader what it is a kind or part of
 */
public record Term(String name, String kind, String label, String definition, List<Cell> broader) {}
