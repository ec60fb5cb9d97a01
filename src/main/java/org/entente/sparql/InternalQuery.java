package org.entente.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.entente.vocab.Prefixes;
import org.jspecify.annotations.Nullable;

/**
 * The queries that the program asks for its pages and answers. Each stands in a file of its own, {@code queries/internal/ROOM/NAME.rq},
 * which is packed with the program: {@link #DOSSIER_ENCOUNTERS_AT} in {@code dossier/encounters-at.rq}. Lines of comment at the top say
 * what the query is for and which of its variables are given. Prefixes of the collection need not be declared.
 */
public enum InternalQuery {
    ANNOTATE_ADDRESSES,
    ANNOTATE_DOCUMENTS,
    ANNOTATE_PARTICIPATIONS,
    ANNOTATE_PLACES,
    ANNOTATE_REPORTS,
    ANNOTATE_TENURES,
    ASK_AS_ANNOUNCED,
    ASK_DISPUTED,
    ASK_EVENTS,
    ASK_NAMED_IN_OFFICE,
    ASK_PARTS,
    ASK_POSTS,
    ASK_SIDES,
    ASK_SIGNATORIES,
    ASK_SOURCES,
    ASK_TENURES,
    ASK_WITHIN,
    CANNED_COORDINATES,
    CANNED_YIELD_OF_DOCUMENTS,
    CHECK_DAYS,
    CHECK_NAMES,
    CHECK_OWN_WORDS,
    CHECK_PASSAGES,
    CHECK_PRINTED,
    DECISION_CONTRADICTION,
    DECISION_DEPENDENCE,
    DECISION_HOLDER,
    DECISION_IDENTITY,
    DECISION_KIN,
    DECISION_LOG,
    DECISION_NAMING,
    DECISION_STATEMENTS,
    DECISION_WITHDRAWAL,
    COVERAGE_ORIGINS,
    COVERAGE_WITNESSES,
    DEPENDENCE_DOCUMENTS,
    DEPENDENCE_LABELS,
    DEPENDENCE_STATEMENTS,
    DOSSIER_ACCOUNTS,
    DOSSIER_DOCUMENTS,
    DOSSIER_ENCOUNTERS_AT,
    DOSSIER_ENCOUNTERS_BETWEEN,
    DOSSIER_EVENTS,
    DOSSIER_FEMININE,
    DOSSIER_HOLDERS,
    DOSSIER_KINDS,
    DOSSIER_MENTIONS,
    DOSSIER_MENTIONS_BY_OFFICE,
    DOSSIER_OUTCOMES,
    DOSSIER_PARTICIPATIONS,
    DOSSIER_PARTICIPATIONS_OF_BODY,
    DOSSIER_PASSAGES,
    DOSSIER_PLACES,
    DOSSIER_POSTS,
    DOSSIER_PRESENCES,
    DOSSIER_TITLES,
    DOSSIER_YEARS,
    ENCOUNTER_DISPUTES,
    ENCOUNTER_LABELS,
    ENCOUNTER_RATIONALES,
    ENGINE_COMMON_CONTACT,
    ENGINE_CONTACT_PAIR,
    ENGINE_EVENT_COUNT,
    ENGINE_MET,
    ENTITY_ACCOUNTS,
    ENTITY_IDENTIFIERS,
    ENTITY_INCOMING,
    ENTITY_LABELS,
    ENTITY_STATEMENTS,
    EVIDENCE_ACCOUNTS,
    EVIDENCE_DECISIONS,
    EVIDENCE_FACTS,
    EVIDENCE_PRINTED,
    EVIDENCE_REPORTS,
    EVIDENCE_RULES,
    EXPORT_ENCOUNTERS,
    EXPORT_EVENTS,
    EXPORT_PARTICIPATION_DELEGATIONS,
    EXPORT_PARTICIPATION_OFFICES,
    EXPORT_PARTICIPATION_REPORTS,
    EXPORT_PARTICIPATION_ROLES,
    EXPORT_PARTICIPATION_SIDES,
    EXPORT_PARTICIPATIONS,
    EXPORT_PERSONS,
    EXPORT_REPORTS,
    EXPORT_ROLES,
    HOME_LEVELS,
    LETTER_ADDRESSEES,
    LETTER_DOCUMENTS,
    NETWORK_CHAINS,
    NETWORK_POLITIES,
    ONTOLOGY_CLASS_COUNTS,
    ONTOLOGY_PROPERTY_COUNTS,
    ONTOLOGY_STATEMENTS,
    ONTOLOGY_TERM_LINKS,
    ONTOLOGY_TERMS,
    ONTOLOGY_THINGS_OF_CLASS,
    ONTOLOGY_VALUES_IN_USE,
    ONTOLOGY_VALUES_OF_PROPERTY,
    PAGE_COUNTS,
    PAGE_LABELS,
    PAGE_LABELS_OF_SUBJECT,
    SEARCH_CLASSES,
    SEARCH_DAYS,
    SEARCH_OFFICES,
    SEARCH_TEXTS,
    SITE_SITEMAP,
    SITE_VOID_CLASSES,
    SITE_VOID_PROPERTIES,
    SITE_VOID_TOTALS,
    SPARQL_SAMPLE;

    private static final String FOLDER = "queries/internal/";
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*\\R?");
    private static final Pattern HEAD = Pattern.compile("\\A(#.*\\R)*");
    private static final Pattern TERM = Pattern.compile("\\bent:([A-Za-z]\\w*)");

    private record Known(String text, Query query) {}

    private volatile @Nullable Known known;

    /** Room and name: {@code dossier/encounters-at}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", "/").replace('_', '-');
    }

    /** The name without the room: {@code encounters-at}. */
    public String word() {
        return path().substring(path().indexOf('/') + 1);
    }

    /** The SPARQL without the comment at its top, with all prefixes. */
    public String text() {
        return known().text;
    }

    /** The query, shared by all who ask it: not to be changed. */
    public Query query() {
        return known().query;
    }

    /** A query of its own, some of whose variables range over nodes: VALUES at the start of the pattern. */
    public Query among(Map<String, ? extends Collection<Node>> values) {
        Query query = query().cloneQuery();
        ElementGroup pattern = (ElementGroup) query.getQueryPattern();
        new TreeMap<>(values).descendingMap().forEach((variable, nodes) -> {
            Var ranging = Var.alloc(variable);
            ElementData data = new ElementData();
            data.add(ranging);
            nodes.forEach(node -> data.add(BindingFactory.binding(ranging, node)));
            pattern.getElements().addFirst(data);
        });
        return query;
    }

    /** The query with nodes in the place of variables. */
    public FilledQuery given(Map<String, Node> nodes) {
        Map<String, List<Node>> iris = new HashMap<>();
        Map<Var, Node> others = new HashMap<>();
        nodes.forEach((name, node) -> {
            if (node.isURI()) {
                iris.put(name, List.of(node));
            } else {
                others.put(Var.alloc(name), node);
            }
        });
        return FilledQuery.of(List.of(this, Set.copyOf(iris.keySet()), others), iris, filled -> {
            Map<Var, Node> values = new HashMap<>(others);
            filled.forEach((name, node) -> values.put(Var.alloc(name), node.getFirst()));
            return QueryTransformOps.replaceVars(query(), values);
        });
    }

    /** The query with some of its variables ranging over nodes, as {@link #among} makes it. */
    public FilledQuery ranging(Map<String, ? extends Collection<Node>> values) {
        Map<String, List<Node>> iris = new HashMap<>();
        values.forEach((variable, nodes) -> iris.put(variable, List.copyOf(nodes)));
        return FilledQuery.of(List.of(this, Set.copyOf(iris.keySet())), iris, this::among);
    }

    /** The query as readers may run it: each of these variables replaced by what is written in its place. */
    public String textWith(Map<String, String> written) {
        return Pattern.compile("\\?(" + String.join("|", written.keySet()) + ")\\b")
                .matcher(text())
                .replaceAll(variable -> Matcher.quoteReplacement(written.get(variable.group(1))));
    }

    /** Local names of the terms of the ontology that the query names. */
    public Set<String> terms() {
        return TERM.matcher(COMMENT.matcher(text()).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .map(term -> term.substring(term.indexOf(':') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Reads all queries.
     *
     * @param declared local names of the terms of the ontology; empty if no ontology is loaded, then terms are not looked up
     * @return what is wrong, a line for each; empty if nothing is
     */
    public static List<String> problems(Set<String> declared) {
        List<String> problems = new ArrayList<>();
        for (InternalQuery query : values()) {
            try {
                query.terms().stream()
                        .filter(term -> !declared.isEmpty() && !declared.contains(term))
                        .map(term -> query.file() + ": ent:" + term + " is not a term of the ontology")
                        .forEach(problems::add);
            } catch (IllegalStateException e) {
                problems.add(e.getMessage());
            }
        }
        return problems;
    }

    private String file() {
        return FOLDER + path() + ".rq";
    }

    private Known known() {
        Known now = known;
        if (now == null) {
            String text = withPrefixes(HEAD.matcher(read()).replaceFirst(""));
            try {
                now = new Known(text, QueryFactory.create(text));
            } catch (QueryException e) {
                throw new IllegalStateException(file() + ": " + e.getMessage(), e);
            }
            known = now;
        }
        return now;
    }

    private String read() {
        try (InputStream in = InternalQuery.class.getResourceAsStream("/" + file())) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its query " + file());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withPrefixes(String text) {
        String code = COMMENT.matcher(text).replaceAll("");
        return Prefixes.all().entrySet().stream()
                        .filter(p -> names(code, p.getKey()))
                        .map(p -> "PREFIX " + p.getKey() + ": <" + p.getValue() + ">\n")
                        .collect(Collectors.joining())
                + text;
    }

    /** Whether the query uses the prefix and does not declare it itself. */
    private static boolean names(String code, String prefix) {
        return Pattern.compile("(?<![\\w?$:-])" + prefix + ":").matcher(code).find()
                && Arrays.stream(code.split("\\R")).noneMatch(line -> line.startsWith("PREFIX " + prefix + ":"));
    }
}
