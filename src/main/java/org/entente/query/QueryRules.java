package org.entente.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.update.UpdateFactory;
import org.entente.sparql.FilterScope;
import org.entente.text.ExceptionText;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;

/** Checks the SPARQL of a canned query; every violation becomes a finding. */
final class QueryRules {
    private static final Pattern PLACE = Pattern.compile("line (\\d{1,6}), column (\\d{1,6})");

    private final String file;
    private final List<String> lines;
    private final String sparql;
    private final List<CatalogFinding> findings;

    QueryRules(String file, List<String> lines, List<CatalogFinding> findings) {
        this.file = file;
        this.lines = lines;
        this.sparql = String.join("\n", lines);
        this.findings = findings;
    }

    /** The parsed query; a syntax error becomes a finding. */
    Optional<Query> parse() {
        try {
            return Optional.of(CannedQuery.parse(sparql));
        } catch (QueryParseException e) {
            findings.add(syntax(e));
        } catch (QueryException e) {
            finding("$^", "not valid SPARQL: " + firstLine(e));
        }
        return Optional.empty();
    }

    /** Checks the parsed query of a file with a valid header. */
    void check(Query query, QueryHeader header, HeaderReader places) {
        if (!query.isSelectType() && !query.isConstructType()) {
            finding("(?i)\\b(ASK|DESCRIBE)\\b", "a canned query must be a SELECT or a CONSTRUCT");
            return;
        }
        QueryShape shape = QueryShape.of(query);
        for (String foreign : shape.foreign) {
            finding("(?i)\\b" + Pattern.quote(foreign) + "\\b", foreign + " is not allowed in a canned query");
        }
        form(query, shape);
        vocabulary(query, shape);
        parameters(header, places, shape, query);
        if (query.isSelectType()) {
            columns(header, places, query.getResultVars());
        } else if (!header.panels().isEmpty()) {
            findings.add(new CatalogFinding(
                    file, header.panels().getFirst().line(), 0, "panels show rows: a CONSTRUCT has none"));
        }
        if (shape.foreign.isEmpty()) {
            trial(query, header, places, shape);
        }
    }

    private void form(Query query, QueryShape shape) {
        if (shape.star) {
            finding("(?i)SELECT\\s+((DISTINCT|REDUCED)\\s+)?\\*", "SELECT * is not allowed: name the columns");
        }
        if (query.isSelectType() && !query.hasOrderBy()) {
            finding("(?i)\\bSELECT\\b", "no ORDER BY: pages of an unsorted result would overlap");
        }
        if (query.hasLimit() || query.hasOffset()) {
            finding("(?i)\\b(LIMIT|OFFSET)\\b", "LIMIT and OFFSET are set by paging; use pagination in the header");
        }
        if (query.hasDatasetDescription()) {
            finding("(?i)^\\s*FROM\\b", "FROM is not allowed: the default graph is the consolidated view");
        }
        if (query.isConstructType() && query.isConstructQuad()) {
            finding("(?i)\\bCONSTRUCT\\b", "CONSTRUCT of quads is not standard SPARQL");
        }
        if (shape.nestedGraph) {
            finding("(?i)\\bGRAPH\\b", "GRAPH inside GRAPH");
        }
    }

    private void vocabulary(Query query, QueryShape shape) {
        for (String graph : shape.graphs) {
            if (!graph.startsWith(Ent.GRAPH)) {
                finding("(?i)\\bGRAPH\\b", "GRAPH <" + graph + "> is not a graph of the collection");
            }
        }
        for (String function : shape.functions) {
            if (!function.startsWith(XSDDatatype.XSD + "#") && !function.startsWith(Ent.NS)) {
                finding(Pattern.quote(function), "the function <" + function + "> is not allowed");
            }
        }
        for (String iri : shape.iris) {
            if (iri.startsWith(CannedQuery.NO_BASE)) {
                String relative = iri.substring(CannedQuery.NO_BASE.length());
                finding(Pattern.quote("<" + relative + ">"), "<" + relative + "> is a relative IRI");
            }
        }
        query.getPrefixMapping().getNsPrefixMap().forEach((prefix, space) -> {
            String ours = Prefixes.all().get(prefix);
            if (ours != null && !ours.equals(space)) {
                finding(
                        "(?i)PREFIX\\s+" + Pattern.quote(prefix) + ":",
                        "prefix " + prefix + ": is <" + ours + "> here");
            }
        });
    }

    private void columns(QueryHeader header, HeaderReader places, List<String> selected) {
        List<String> names = header.parameters().stream().map(Parameter::name).toList();
        header.answer().byLanguage().values().forEach(text -> new AnswerTemplate(text)
                .problems(names, selected)
                .forEach(problem -> findings.add(new CatalogFinding(file, 1, 0, "answer: " + problem))));
        for (String facet : header.facets()) {
            if (!selected.contains(facet) || !names.contains(facet)) {
                findings.add(new CatalogFinding(
                        file, 1, 0, "facets: " + facet + " is not both a column and a parameter of the query"));
            }
        }
        header.counted().stream()
                .flatMap(counted -> Stream.concat(
                        Stream.of(counted.column()),
                        counted.where().keySet().stream().sorted()))
                .filter(column -> !selected.contains(column))
                .forEach(column ->
                        findings.add(new CatalogFinding(file, 1, 0, "counted: the query selects no ?" + column)));
        for (Column column : header.columns()) {
            if (!selected.contains(column.name())) {
                findings.add(new CatalogFinding(
                        file,
                        places.lineOfColumn(column.name()),
                        0,
                        "column " + column.name() + ": the query selects no ?" + column.name()));
            }
        }
        for (Panel panel : header.panels()) {
            panel.answer().byLanguage().values().forEach(text -> new AnswerTemplate(text)
                    .problems(names, selected)
                    .forEach(problem -> findings.add(new CatalogFinding(
                            file, panel.line(), 0, "panel " + panel.id() + ": answer: " + problem))));
            for (String column : panel.columns()) {
                if (!selected.contains(column)) {
                    findings.add(new CatalogFinding(
                            file, panel.line(), 0, "panel " + panel.id() + ": the query selects no ?" + column));
                }
            }
        }
    }

    private void parameters(QueryHeader header, HeaderReader places, QueryShape shape, Query query) {
        Set<String> known = new HashSet<>(Set.of(CannedQuery.LANG));
        Set<String> all = shape.variables();
        for (Parameter parameter : header.parameters()) {
            for (String variable : parameter.variables()) {
                if (!known.add(variable)) {
                    findings.add(new CatalogFinding(
                            file,
                            places.lineOf(parameter.name()),
                            0,
                            "parameter " + parameter.name() + ": ?" + variable + " belongs to another parameter"));
                }
            }
            if (parameter.variables().stream().noneMatch(all::contains)) {
                findings.add(new CatalogFinding(
                        file,
                        places.lineOf(parameter.name()),
                        0,
                        "parameter " + parameter.name() + " is declared, but the query has no ?"
                                + parameter.variable()));
            }
        }
        for (String name : known) {
            if (shape.assigned.contains(name)) {
                variableFinding(name, "?" + name + " is a parameter and must not be assigned with AS, BIND or VALUES");
            }
        }
        Set<String> never = new LinkedHashSet<>(shape.inExpressions);
        never.addAll(shape.projected);
        never.removeAll(shape.inPatterns);
        never.removeAll(shape.assigned);
        never.removeAll(known);
        never.forEach(name ->
                variableFinding(name, "?" + name + " is never bound: declare it as a parameter or correct its name"));
        known.addAll(never);
        FilterScope.unseen(query, known::contains)
                .forEach(unseen -> variableFinding(
                        unseen.substring(1, unseen.indexOf(' ')),
                        unseen
                                + ": the variable is bound only outside of this group, where its conditions do not see it;"
                                + " move the condition out, or bind it in the group"));
    }

    /** Binds sample values, to find places where a value of the type is not allowed. */
    private void trial(Query query, QueryHeader header, HeaderReader places, QueryShape shape) {
        if (shape.neverLiteral.contains(CannedQuery.LANG)) {
            langCannotStand();
            return;
        }
        Samples all = new Samples();
        List<Parameter> tried = new ArrayList<>();
        for (Parameter parameter : header.parameters()) {
            boolean literal = !standIn(parameter, parameter.variable()).isURI();
            if (literal && parameter.variables().stream().anyMatch(shape.neverLiteral::contains)) {
                cannotStand(parameter, places);
            } else {
                all.add(parameter);
                tried.add(parameter);
            }
        }
        // Nearly always all of them can stand where they are; only otherwise each is tried alone.
        if (all.parse(query)) {
            return;
        }
        if (!new Samples().parse(query)) {
            langCannotStand();
            return;
        }
        for (Parameter parameter : tried) {
            Samples alone = new Samples();
            alone.add(parameter);
            if (!alone.parse(query)) {
                cannotStand(parameter, places);
            }
        }
    }

    /** Values to try: the language, and what is added. */
    private static final class Samples {
        private final Map<String, Node> scalars = new HashMap<>();
        private final Map<String, List<Node>> lists = new HashMap<>();

        Samples() {
            scalars.put(CannedQuery.LANG, NodeFactory.createLiteralString("en"));
        }

        void add(Parameter parameter) {
            for (String variable : parameter.variables()) {
                Node node = standIn(parameter, variable);
                if (parameter.list() && variable.equals(parameter.variable())) {
                    lists.put(variable, List.of(node));
                } else {
                    scalars.put(variable, node);
                }
            }
        }

        /** Whether the query with these values is valid SPARQL. */
        boolean parse(Query template) {
            try {
                Query query = template.cloneQuery();
                new Substitution(scalars, lists, Set.of(), Set.of()).apply(query);
                CannedQuery.parse(query.serialize());
                return true;
            } catch (QueryException e) {
                return false;
            }
        }
    }

    private void langCannotStand() {
        finding("(?i)\\?lang\\b", "?lang is a string and cannot be used here");
    }

    private void cannotStand(Parameter parameter, HeaderReader places) {
        findings.add(new CatalogFinding(
                file,
                places.lineOf(parameter.name()),
                0,
                "parameter " + parameter.name() + ": a value of type "
                        + parameter.type().word() + " cannot be used where the query has its variable"));
    }

    private static Node standIn(Parameter parameter, String variable) {
        if (variable.equals(parameter.words())) {
            return NodeFactory.createLiteralString("x");
        }
        return switch (parameter.type()) {
            case IRI -> NodeFactory.createURI(Ent.ID + "x");
            case STRING, LANG -> NodeFactory.createLiteralString("x");
            case INTEGER -> NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger);
            case DATE ->
                variable.equals(parameter.variable())
                        ? NodeFactory.createLiteralString("2015")
                        : NodeFactory.createLiteralDT("2015-01-01T00:00:00Z", XSDDatatype.XSDdateTime);
            case ENUM ->
                parameter.values().stream()
                        .flatMap(value -> value.node().stream())
                        .findFirst()
                        .flatMap(Prefixes::expand)
                        .map(NodeFactory::createURI)
                        .orElseGet(() -> NodeFactory.createLiteralString("x"));
            case BOOLEAN -> NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
        };
    }

    private CatalogFinding syntax(QueryParseException e) {
        try {
            UpdateFactory.create(sparql, CannedQuery.NO_BASE);
            return new CatalogFinding(file, bodyLine(), 0, "an update: canned queries only read");
        } catch (QueryException notAnUpdate) {
            // The lexer gives the position only in its message; errors of scope have none.
            Matcher place = PLACE.matcher(ExceptionText.of(e));
            boolean located = place.find();
            int line = located ? Integer.parseInt(place.group(1)) : e.getLine() > 0 ? e.getLine() : bodyLine();
            int column = located ? Integer.parseInt(place.group(2)) : Math.max(0, e.getColumn());
            return new CatalogFinding(file, Math.min(line, lines.size()), column, "not valid SPARQL: " + firstLine(e));
        }
    }

    private static String firstLine(QueryException e) {
        String message = ExceptionText.of(e);
        List<String> start = new ArrayList<>(message.lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .limit(2)
                .toList());
        return String.join(" ", start);
    }

    private void variableFinding(String name, String message) {
        finding("[?$]" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])", message);
    }

    /** Adds a finding at the first line of the SPARQL, except comments, in which the pattern occurs. */
    private void finding(String regex, String message) {
        Pattern pattern = Pattern.compile(regex);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).stripLeading().startsWith("#")) {
                continue;
            }
            Matcher matcher = pattern.matcher(lines.get(i));
            if (matcher.find()) {
                findings.add(new CatalogFinding(file, i + 1, matcher.start() + 1, message));
                return;
            }
        }
        findings.add(new CatalogFinding(file, bodyLine(), 0, message));
    }

    /** The first line that is not a comment. */
    private int bodyLine() {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                return i + 1;
            }
        }
        return 1;
    }
}
