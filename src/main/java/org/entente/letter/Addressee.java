package org.entente.letter;

/**
 * Who would know.
 *
 * @param iri of the body, or of the country or region if no body is known
 * @param polity name of the country or region in the language of the letter
 * @param body name of the body; "" if the data name none
 * @param law what gives the right to ask
 * @param country whose law it is
 */
public record Addressee(String iri, String polity, String body, Law law, Country country) {
    /** The body, or else the country or region. */
    public String name() {
        return body.isEmpty() ? polity : body;
    }
}
