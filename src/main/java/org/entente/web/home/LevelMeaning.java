package org.entente.web.home;

import org.entente.web.page.Cell;

/** A level of encounters, and what it means. */
public record LevelMeaning(Cell name, String definition) {}
