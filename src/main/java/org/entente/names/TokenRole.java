package org.entente.names;

/** What a word does in a name; it decides how much its absence from the other name says. */
enum TokenRole {
    /** Given name, surname, the telling word of a body's name. */
    NAME(1),
    /** "Володимирівна", "Serikuly": often left out. */
    PATRONYMIC(0.12),
    /** "A.", "Zh.": the beginning of a name. */
    INITIAL(0.3),
    /** "von", "bin", "für", "of". */
    PARTICLE(0.05),
    /** "GmbH", "ТОО"; "Region", "область". */
    LEGAL_FORM(0.1),
    /** "Minister", "Botschafter": not part of a person's name, but of a post's. */
    OFFICE(0.12);

    /** How much an unmatched word of this role counts against a match, beside a name. */
    final double missing;

    TokenRole(double missing) {
        this.missing = missing;
    }
}
