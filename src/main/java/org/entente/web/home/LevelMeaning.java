package org.entente.web.home;

import org.entente.web.page.Cell;

/** A kind of contact with its definition. */
public record LevelMeaning(Cell name, String definition) {}
