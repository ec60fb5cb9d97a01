package org.entente.web.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.network.Network;
import org.entente.sparql.InternalQuery;

/**
 * Finds the state of a side, as a code of ISO 3166-1 alpha-2. A region or town belongs to the state around it, an
 * organisation to the polity that it is part of.
 */
public final class Polities {
    /** States with a colour of their own. */
    private static final Set<String> COLOURED = Set.of("DE", "KZ", "KG", "UZ", "TJ", "TM");

    private final Map<Node, String> codes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Polities() {}

    static Polities of(QueryExecutor.Session session, Collection<Node> sides, String language) {
        Polities polities = new Polities();
        Set<Node> iris = new LinkedHashSet<>();
        sides.stream().filter(Node::isURI).forEach(iris::add);
        if (iris.isEmpty()) {
            return polities;
        }
        for (Row row :
                session.select(InternalQuery.NETWORK_POLITIES, "side", iris).rows()) {
            String code = row.text("code");
            polities.codes.put(row.bound("side"), code);
            String tongue = row.bound("label").getLiteralLanguage();
            if (tongue.equals(language) || tongue.equals("en")) {
                polities.names.merge(code, row.text("label"), (a, b) -> tongue.equals(language) ? b : a);
            }
        }
        return polities;
    }

    /** The state of the first side that has one; "" if none has. */
    String of(Network.Member member) {
        return member.sides().stream()
                .map(s -> codes.getOrDefault(s.node(), ""))
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The name of the state. */
    String name(String code) {
        return names.getOrDefault(code, code);
    }

    /** The CSS class with the colour of the state. */
    static String look(String code) {
        return COLOURED.contains(code) ? "polity-" + code.toLowerCase(Locale.ROOT) : "polity-other";
    }
}
