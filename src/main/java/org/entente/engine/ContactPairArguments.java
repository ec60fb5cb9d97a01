package org.entente.engine;

import java.util.Collection;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.entente.contact.ContactOptions;
import org.entente.encounter.Level;

/** What the arguments of {@code ent:contactPair} may be where a plain pattern stands for it. The function itself reads more. */
final class ContactPairArguments {
    private static final int LEVELS = 6;

    private ContactPairArguments() {}

    /**
     * @param before the variables of the group before the call
     * @throws NotPortable if the pattern would read sides, levels or days otherwise than the function
     */
    static void requirePortable(FunctionCall call, Collection<Var> before) {
        if (call.arguments().stream().anyMatch(each -> each.isVariable() && before.contains(Var.alloc(each)))) {
            // A query of its own does not see what is given: it would leave a pair out that stands the other way round.
            throw new NotPortable("an argument that has a value before");
        }
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
