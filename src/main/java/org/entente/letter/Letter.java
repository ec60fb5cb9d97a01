package org.entente.letter;

/**
 * A letter, as plain text.
 *
 * @param language in which it is written
 * @param body without greeting and closing, which a portal adds itself
 */
public record Letter(String language, String to, String subject, String greeting, String body, String closing) {
    /** The whole letter. */
    public String text() {
        return String.join("\n\n", to, subject, greeting, body, closing) + "\n";
    }
}
