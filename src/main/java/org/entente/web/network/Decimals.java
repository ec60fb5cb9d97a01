package org.entente.web.network;

import java.util.Locale;

/** Strengths as a page shows them. */
final class Decimals {
    private Decimals() {}

    static String of(double value, String language) {
        return inLanguage(String.format(Locale.ROOT, "%.2f", value), language);
    }

    /** @param numbers a text with decimal points */
    static String inLanguage(String numbers, String language) {
        return language.equals("de") ? numbers.replace('.', ',') : numbers;
    }
}
