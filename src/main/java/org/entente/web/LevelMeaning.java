package org.entente.web;

/** A level of encounters, and what it means. */
public record LevelMeaning(Cell name, String definition) {}
