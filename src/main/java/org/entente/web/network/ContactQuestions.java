package org.entente.web.network;

import java.util.List;
import org.entente.query.Question;

/** The built-in questions for chains and networks, as their headers declare them. */
public final class ContactQuestions {
    public static final Question PATH = read("path");
    public static final Question NETWORK = read("network");

    /** Parameters of the network that only matter for data formats. */
    static final List<String> OF_DATA = List.of("mode", "part");

    private ContactQuestions() {}

    private static Question read(String id) {
        return Question.read(id, ContactQuestions.class.getResourceAsStream("/web/questions/" + id + ".header"));
    }
}
