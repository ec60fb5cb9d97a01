package org.entente.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.Ent;
import org.entente.vocab.Iris;
import org.entente.vocab.Prefixes;

/** Runs canned queries for an answer and keeps what was run. */
final class AskQueries {
    private static final int MOST = 1_000;

    private final QueryCatalog catalog;
    private final EntityResolver names;
    private final Select select;
    final AskFacts facts;
    final AskLanguage language;
    final AskTexts texts;
    private final List<String> sparql = new ArrayList<>();
    private String query = "";
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    AskQueries(QueryCatalog catalog, EntityResolver names, Select select, AskFacts facts, AskLanguage language) {
        this.catalog = catalog;
        this.names = names;
        this.select = select;
        this.facts = facts;
        this.language = language;
        this.texts = AskTexts.in(language);
    }

    Select select() {
        return select;
    }

    /** Runs a canned query with some of its parameters; those without a value are left out. */
    List<Row> run(String id, Map<String, List<String>> given) {
        CannedQuery canned = catalog.query(id)
                .orElseThrow(() -> new IllegalStateException("The collection has no canned query " + id));
        Map<String, List<String>> all = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            if (!values.isEmpty() && !values.getFirst().isEmpty()) {
                all.put(name, values);
            }
        });
        all.put(CannedQuery.LANG, List.of(language.tag()));
        Arguments arguments = Parameters.read(canned, all, names, new EdtfDates());
        BoundQuery bound = canned.bind(arguments, new Paging(1, MOST));
        if (query.isEmpty()) {
            query = id;
            parameters.putAll(arguments.canonical());
        }
        if (sparql.size() < 6) {
            sparql.add(bound.toSparql());
        }
        return select.rows(bound.filled(), MOST).rows();
    }

    void ran(String name, Map<String, List<String>> given, List<String> queries) {
        query = name;
        parameters.clear();
        parameters.putAll(given);
        sparql.addAll(queries);
    }

    Answer.Ran ran() {
        String path = query.equals("dossier") || query.equals("path") ? "/" + query : "/queries/" + query;
        StringBuilder href = new StringBuilder(path);
        char sign = '?';
        for (Map.Entry<String, List<String>> each : parameters.entrySet()) {
            for (String value : each.getValue()) {
                href.append(sign)
                        .append(each.getKey())
                        .append('=')
                        .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
                sign = '&';
            }
        }
        return new Answer.Ran(query, Map.copyOf(parameters), href.toString(), List.copyOf(sparql));
    }

    /** The value of a column with its label. */
    Answer.Term term(Row row, String column) {
        Node node = row.node(column).orElse(null);
        if (node == null) {
            return Answer.Term.text(row.text(column + "Label"));
        }
        if (!node.isURI()) {
            return Answer.Term.text(Row.text(node));
        }
        String label = row.text(column + "Label");
        return new Answer.Term(node.getURI(), label.isEmpty() ? label(node.getURI()) : label);
    }

    /** All values of a column: a cell may list several. */
    List<Answer.Term> terms(Row row, String column) {
        List<String> parts = parts(row.text(column)).stream()
                .flatMap(part -> part.startsWith("http") ? Stream.of(part.split("\\s+")) : Stream.of(part))
                .toList();
        if (parts.size() < 2) {
            return List.of(term(row, column));
        }
        return parts.stream()
                .map(part -> part.startsWith("http") ? term(part) : Answer.Term.text(part))
                .toList();
    }

    /** The documents of a row, with its paragraphs where there is one document. */
    List<Answer.Source> documents(Row row) {
        List<Answer.Source> documents = sources(row.text("document"));
        String locators = row.has("locator") ? row.text("locator") : row.text("locators");
        return documents.size() == 1
                ? List.of(new Answer.Source(documents.getFirst().document(), locators))
                : documents;
    }

    Answer.Term term(String iri) {
        return new Answer.Term(iri, label(iri));
    }

    String label(String iri) {
        return facts.names.label(iri, language.tag()).orElseGet(() -> termLabel(iri));
    }

    /** Terms of the ontology have no names in the index. */
    private String termLabel(String iri) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (iri.startsWith(Ent.NS)) {
            select.rows(InternalQuery.PAGE_LABELS, "node", Set.of(NodeFactory.createURI(iri)))
                    .rows()
                    .forEach(row -> labels.put(row.bound("label").getLiteralLanguage(), row.text("label")));
        }
        String english = labels.getOrDefault("en", Iris.localName(iri));
        return labels.getOrDefault(language.tag(), english);
    }

    /** Several dates or things in one cell. */
    static List<String> parts(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split("\\s*\\|\\s*"));
    }

    List<Answer.Term> dates(String cell) {
        return parts(cell).stream()
                .map(edtf -> Answer.Term.text(texts.date(edtf)))
                .toList();
    }

    /** The documents that a cell lists. */
    List<Answer.Source> sources(String cell) {
        List<Answer.Source> sources = new ArrayList<>();
        for (String iri : cell.split("[\\s|]+")) {
            if (iri.startsWith("http")) {
                sources.add(new Answer.Source(term(iri), ""));
            }
        }
        return sources;
    }

    /** The documents behind things, each with its paragraphs. */
    Map<String, List<Answer.Source>> behind(Collection<String> things) {
        Set<Node> nodes = new LinkedHashSet<>();
        things.stream().filter(iri -> iri.startsWith("http")).forEach(iri -> nodes.add(NodeFactory.createURI(iri)));
        Map<String, Map<String, Set<String>>> found = new LinkedHashMap<>();
        if (!nodes.isEmpty()) {
            for (Row row :
                    select.rows(InternalQuery.ASK_SOURCES, "thing", nodes).rows()) {
                found.computeIfAbsent(row.text("thing"), k -> new LinkedHashMap<>())
                        .computeIfAbsent(row.text("document"), k -> new LinkedHashSet<>())
                        .add(row.text("locator"));
            }
        }
        Map<String, List<Answer.Source>> sources = new LinkedHashMap<>();
        found.forEach((thing, documents) -> sources.put(
                thing,
                documents.entrySet().stream()
                        .map(e -> new Answer.Source(term(e.getKey()), String.join(", ", e.getValue())))
                        .toList()));
        return sources;
    }

    /** The documents of a row, each with its passages: the query gives these in the order of the documents. */
    List<Answer.Source> sourcesOf(Row row) {
        List<Answer.Source> sources = sources(row.text("sources"));
        List<String> passages = List.of(row.text("locators").split(" \\| "));
        if (passages.size() != sources.size()) {
            return sources;
        }
        List<Answer.Source> all = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String passage = passages.get(i).replace("–", "").strip();
            all.add(new Answer.Source(sources.get(i).document(), passage));
        }
        return all;
    }

    /** The time and place of the question, in its own words; in Russian in the nominative. */
    String when(Asked asked) {
        String said = Stream.of("from", "to", "place", "side")
                .filter(asked::has)
                .map(slot -> language == AskLanguage.RU
                        ? nominative(asked, slot)
                        : asked.slot(slot).said())
                .distinct()
                .collect(java.util.stream.Collectors.joining(", "));
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    private String nominative(Asked asked, String slot) {
        boolean date = slot.equals("from") || slot.equals("to");
        if (date) {
            return asked.value("from").equals(asked.value("to"))
                    ? texts.date(asked.value("from"))
                    : asked.slot(slot).said();
        }
        return label(asked.value(slot));
    }

    /** Dates in words; where sources disagree, all of them. */
    String day(String cell) {
        return parts(cell).stream().map(texts::date).collect(java.util.stream.Collectors.joining(texts.say("or")));
    }

    static Map<String, List<String>> given(String... namesAndValues) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1].isEmpty() ? List.of() : List.of(namesAndValues[i + 1]));
        }
        return given;
    }

    static String compact(String iri) {
        return Prefixes.compact(iri);
    }

    /** Number of sources that an answer was looked for in. */
    int searched() {
        return facts.coverage.sources();
    }

    /** The events of a question, by name. */
    String events(Asked asked) {
        return texts.list(asked.values("event").stream().map(this::label).toList());
    }
}
