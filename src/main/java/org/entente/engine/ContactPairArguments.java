package org.entente.engine;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.entente.contact.ContactOptions;
import org.entente.encounter.Level;

/** What the last arguments of {@code ent:contactPair} may be where a plain pattern stands for it. The function itself reads more. */
final class ContactPairArguments {
    private static final int LEVELS = 6;

    private ContactPairArguments() {}

    /** @throws NotPortable if the pattern would read levels or days otherwise than the function */
    static void requirePortable(FunctionCall call) {
        List<Node> columns = call.columns();
        for (int i = LEVELS; i < columns.size(); i++) {
            Node given = columns.get(i);
            if (!given.isVariable() && !(i == LEVELS ? isLevels(given) : isMoment(given))) {
                throw new NotPortable(
                        i == LEVELS
                                ? "levels other than words with commas between them"
                                : "a day that is no moment in UTC");
            }
        }
    }

    private static boolean isLevels(Node given) {
        if (!given.isLiteral()) {
            return false;
        }
        String text = given.getLiteralLexicalForm();
        return text.equals(ContactOptions.ANY)
                || List.of(text.split(",", -1)).stream()
                        .allMatch(word -> Level.named(word).isPresent());
    }

    private static boolean isMoment(Node given) {
        return given.isLiteral()
                && XSDDatatype.XSDdateTime.equals(given.getLiteralDatatype())
                && given.getLiteralLexicalForm().endsWith("Z");
    }
}
