package org.entente.names;

/**
 * One name of one entity.
 *
 * @param entity IRI of the entity
 * @param text the name as it is written
 * @param language BCP 47 tag, empty if not known
 * @param use in what standing it is used
 */
public record NameRow(String entity, String text, String language, NameUse use) {
    /** A label, or another correct form. */
    public NameRow(String entity, String text, String language, boolean preferred) {
        this(entity, text, language, preferred ? NameUse.PREFERRED : NameUse.OTHER);
    }

    /** Whether it is the display label of its language. */
    public boolean preferred() {
        return use == NameUse.PREFERRED;
    }

    /** The script of its first letter. */
    public Character.UnicodeScript script() {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .findFirst()
                .orElse(Character.UnicodeScript.COMMON);
    }
}
