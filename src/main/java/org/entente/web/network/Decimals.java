package org.entente.web.network;

import java.util.Locale;

/** Formats strengths for pages. */
final class Decimals {
    private Decimals() {}

    static String of(double value, String language) {
        return inLanguage(String.format(Locale.ROOT, "%.2f", value), language);
    }

    /** @param numbers a text with numbers that have decimal points */
    static String inLanguage(String numbers, String language) {
        return language.equals("de") ? numbers.replace('.', ',') : numbers;
    }
}
