package org.entente.letter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of the form of a portal that has a letter filled in. */
public final class PrefilledForm {
    /** Longer addresses are refused by many servers. */
    static final int LONGEST = 7_000;

    private PrefilledForm() {}

    /** With as many of the documents as fit; "" if nothing fits. */
    public static String address(Gap gap, Addressee to, LetterWriter writer) {
        for (int documents = LetterWriter.MOST; documents >= 0; documents--) {
            Letter letter = writer.write(gap, to, documents);
            String address = to.country().portal().form() + "?subject=" + encoded(letter.subject()) + "&body="
                    + encoded(letter.body());
            if (address.length() <= LONGEST
                    && letter.body().length() <= to.country().portal().body()) {
                return address;
            }
        }
        return "";
    }

    /** A plus sign would stay one in some programs. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
