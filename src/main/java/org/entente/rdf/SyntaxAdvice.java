package org.entente.rdf;

import org.entente.text.ShortText;

/** Turns RIOT's syntax errors into messages with advice. */
final class SyntaxAdvice {
    private SyntaxAdvice() {}

    static String code(String message) {
        if (message.contains("in IRI") || message.startsWith("Broken IRI")) {
            return "bad-iri";
        }
        if (message.startsWith("Bad language tag")) {
            return "bad-language-tag";
        }
        return "turtle-syntax";
    }

    /** The message without RIOT's long quotations, beginning in lower case. */
    static String message(String message) {
        boolean word = message.length() > 1 && Character.isLowerCase(message.charAt(1));
        String first = message.isEmpty()
                ? "cannot be read"
                : word ? Character.toLowerCase(message.charAt(0)) + message.substring(1) : message;
        return ShortText.of(first, 200);
    }

    static String advice(String code, String message) {
        if (code.equals("rdf-1.2")) {
            return "the data must be RDF 1.1: describe the statement with its own node";
        }
        if (code.equals("bad-iri")) {
            return "close the IRI with > and escape characters that are not allowed (space is %20)";
        }
        if (code.equals("bad-language-tag")) {
            return "use BCP 47: de, en, kk-Latn, uz-Cyrl";
        }
        if (message.startsWith("Broken token") || message.startsWith("Broken long string")) {
            return "close the string; text over several lines needs three quotes";
        }
        if (message.contains("not terminated by")) {
            return "end the previous statement with \".\", or continue it with \";\" or \",\"";
        }
        if (message.contains("[]-list")) {
            return "close the bracket with ], or put \";\" between its predicates";
        }
        if (message.contains("escape")) {
            return "write \\\\ for a backslash";
        }
        if (message.contains("predicate")) {
            return "a statement is subject, predicate, object";
        }
        return "";
    }
}
