package org.entente.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.PatternVars;
import org.entente.contact.ContactOptions;
import org.entente.encounter.Level;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntFunction;

/** The functions of this program that can be put in plain SPARQL 1.1: each has its pattern in a file, whose columns are its arguments. */
enum FunctionPattern {
    MET(EntFunction.MET, 1, InternalQuery.ENGINE_MET),
    COMMON_CONTACT(EntFunction.COMMON_CONTACT, 2, InternalQuery.ENGINE_COMMON_CONTACT),
    CONTACT_PAIR(EntFunction.CONTACT_PAIR, 2, InternalQuery.ENGINE_CONTACT_PAIR),
    EVENT_COUNT(EntFunction.EVENT_COUNT, 2, InternalQuery.ENGINE_EVENT_COUNT);

    private static final Pattern VARIABLE = Pattern.compile("\\?(\\w+)");

    private final Node function;
    private final int sides;
    private final InternalQuery query;

    FunctionPattern(Node function, int sides, InternalQuery query) {
        this.function = function;
        this.sides = sides;
        this.query = query;
    }

    /**
     * The pattern of the function that is called.
     *
     * @throws NotPortable if it has none, or none for such arguments
     */
    static FunctionPattern of(FunctionCall call) {
        FunctionPattern pattern = Arrays.stream(values())
                .filter(known -> known.function.equals(call.function()))
                .findFirst()
                .orElseThrow(() -> new NotPortable("it has no plain pattern"));
        int given = call.arguments().size();
        if (call.sides().size() != pattern.sides
                || call.columns().isEmpty()
                || given > pattern.columns().size()
                || pattern == EVENT_COUNT && call.options().isPresent()) {
            throw new NotPortable("wrong arguments");
        }
        if (pattern == CONTACT_PAIR && call.options().isPresent()) {
            throw new NotPortable("options: what counts has to stand in the columns");
        }
        if (call.arguments().stream().anyMatch(Var::isBlankNodeVar)) {
            throw new NotPortable("a blank node among its arguments");
        }
        if (pattern == COMMON_CONTACT && call.sides().stream().allMatch(Node::isVariable)) {
            throw new NotPortable("neither of its two people is given, which would take too long");
        }
        return pattern;
    }

    /** The pattern as it stands in the file: shared, not to be changed. */
    Query query() {
        return query.query();
    }

    /** The query with other names for its variables. */
    Query renamed(UnaryOperator<Var> names) {
        Map<String, String> written = VARIABLE.matcher(query.text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.toMap(
                        name -> name, name -> "?" + names.apply(Var.alloc(name)).getName()));
        return QueryFactory.create(query.textWith(written));
    }

    List<Var> columns() {
        return query().getProjectVars();
    }

    /** Whether it has to stay a query of its own. */
    boolean isSubQuery() {
        return query().isDistinct() || query().hasGroupBy();
    }

    /** The levels that the options of a call name; empty if it has no options. */
    static Optional<Set<Node>> levels(FunctionCall call) {
        return call.options().map(text -> {
            try {
                ContactOptions options = ContactOptions.HELD.with(text);
                // With levels of their own, the options are the same whatever was there before.
                boolean levelsOnly = options.withLevels(Level.HELD).equals(ContactOptions.HELD)
                        && options.equals(ContactOptions.HELD
                                .withLevels(EnumSet.allOf(Level.class))
                                .with(text));
                if (!levelsOnly) {
                    throw new NotPortable("options other than levels");
                }
                return options.levels().stream().map(Level::node).collect(Collectors.toSet());
            } catch (IllegalArgumentException e) {
                throw new NotPortable(String.valueOf(e.getMessage()));
            }
        });
    }

    /** The columns that are only found in OPTIONAL or BIND, or computed by the query. */
    Set<Var> computed() {
        Set<Var> computed = new HashSet<>(columns());
        if (isSubQuery()) {
            computed.removeIf(column -> query().getProject().getExpr(column) == null);
        } else {
            elements().stream()
                    .filter(element -> !isLookedUp(element))
                    .forEach(element -> computed.removeAll(PatternVars.vars(element)));
        }
        return computed;
    }

    /** The elements of a pattern that stands in place, as far as a call with these columns needs them. */
    List<Element> elements(Set<Var> asked) {
        Set<Var> needed = new HashSet<>(asked);
        List<Element> kept = new ArrayList<>();
        for (Element element : elements().reversed()) {
            if (element instanceof ElementGroup part) {
                Set<Var> own = new HashSet<>(columns());
                own.retainAll(PatternVars.vars(part));
                elements().stream()
                        .filter(other -> other != part)
                        .forEach(other -> own.removeAll(PatternVars.vars(other)));
                own.retainAll(needed);
                if (!own.isEmpty()) {
                    kept.addAll(part.getElements().reversed());
                }
            } else if (element instanceof ElementBind bind) {
                if (needed.contains(bind.getVar())) {
                    needed.addAll(bind.getExpr().getVarsMentioned());
                    kept.add(element);
                }
            } else if (!isLookedUp(element)
                    || PatternVars.vars(element).stream()
                            .anyMatch(found -> needed.contains(found) && !inPattern(found))) {
                kept.add(element);
            }
        }
        return kept.reversed();
    }

    private boolean inPattern(Var variable) {
        return elements().stream()
                .anyMatch(element ->
                        !isLookedUp(element) && PatternVars.vars(element).contains(variable));
    }

    private static boolean isLookedUp(Element element) {
        return element instanceof ElementOptional || element instanceof ElementBind;
    }

    private List<Element> elements() {
        return ((ElementGroup) query().getQueryPattern()).getElements();
    }
}
