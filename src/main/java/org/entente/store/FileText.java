package org.entente.store;

import java.nio.file.Path;

/**
 * The text that a file of a collection shall have.
 *
 * @param file there already, or to be made
 * @param expected what it has now; "" if there is none
 * @param text what it has then
 */
public record FileText(Path file, String expected, String text) {}
