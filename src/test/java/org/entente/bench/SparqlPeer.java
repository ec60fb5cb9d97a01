package org.entente.bench;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.entente.bench.PeerQuestion.Asked;
import org.entente.encounter.Level;
import org.entente.vocab.Ent;

/** ARQ over TDB2 in the thread's transaction: in plain SPARQL, or through the functions of the contact index. */
final class SparqlPeer implements Peer {
    static final long LIMIT_SECONDS = 20;

    private static final Map<PeerQuestion, String> PLAIN = Map.of(
            PeerQuestion.WHO_MET,
            "SELECT ?a ?b ?c { ?e ent:between ?x , ?a ; ent:level ?b ; ent:viaEvent ?c FILTER (?a != ?x) }",
            PeerQuestion.CONTACTS,
            "SELECT ?a (COUNT(*) AS ?b) (MIN(?start) AS ?c) (MAX(?end) AS ?d) { ?e ent:between ?x , ?a ;"
                    + " ent:earliest ?start ; ent:latest ?end FILTER (?a != ?x) } GROUP BY ?a",
            PeerQuestion.COMMON,
            "SELECT DISTINCT ?a { ?e1 ent:between ?x , ?a . ?e2 ent:between ?y , ?a FILTER (?a NOT IN (?x, ?y)) }",
            PeerQuestion.EGO,
            "SELECT DISTINCT ?a { ?x (ent:metWith|ent:coAttendedWith)/(ent:metWith|ent:coAttendedWith)? ?a FILTER (?a != ?x) }",
            PeerQuestion.CHAIN,
            "SELECT ?a { { SELECT (1 AS ?a) { ?x ent:metWith|ent:coAttendedWith ?y } LIMIT 1 } UNION"
                    + " { SELECT (2 AS ?a) { ?x ent:metWith|ent:coAttendedWith ?m . ?m ent:metWith|ent:coAttendedWith ?y } LIMIT 1 } UNION"
                    + " { SELECT (3 AS ?a) { ?x ent:metWith|ent:coAttendedWith ?m . ?m ent:metWith|ent:coAttendedWith ?n ."
                    + " ?n ent:metWith|ent:coAttendedWith ?y } LIMIT 1 } } ORDER BY ?a LIMIT 1",
            PeerQuestion.TOP_PAIRS,
            "SELECT ?a ?b (COUNT(*) AS ?c) { ?e ent:between ?a , ?b FILTER (STR(?a) < STR(?b)) } GROUP BY ?a ?b ORDER BY DESC(?c) LIMIT 20",
            PeerQuestion.BY_YEAR,
            "SELECT ?a (COUNT(?e) AS ?b) { ?e ent:inYear ?a } GROUP BY ?a ORDER BY ?a");

    private static final Map<PeerQuestion, String> INDEX = Map.of(
            PeerQuestion.WHO_MET,
            "SELECT ?a ?b ?c { ?x ent:met (?a ?b ?c) }",
            PeerQuestion.CONTACTS,
            "SELECT ?a ?b ?c ?d { ?x ent:contact (?a ?b ?c ?d) }",
            PeerQuestion.COMMON,
            "SELECT ?a { (?x ?y) ent:commonContact ?a }",
            PeerQuestion.EGO,
            "SELECT ?a { (?x ?a) ent:shortestPath (?length 'maxHops=2') }",
            PeerQuestion.CHAIN,
            "SELECT ?a ?event ?doc { (?x ?y) ent:pathHop (?a ?from ?event ?to ?level ?witnesses ?confidence ?e ?doc) }",
            PeerQuestion.TOP_PAIRS,
            "SELECT ?a ?b ?c { (?a ?b) ent:topContact ?c }",
            PeerQuestion.BY_YEAR,
            "SELECT ?a ?b { (?a ent:held) ent:eventCount ?b } ORDER BY ?a");

    private final String name;
    private final DatasetGraph dataset;
    private final long bytes;
    private final Map<PeerQuestion, Query> queries = new EnumMap<>(PeerQuestion.class);

    private SparqlPeer(String name, DatasetGraph dataset, long bytes, Map<PeerQuestion, String> texts) {
        this.name = name;
        this.dataset = dataset;
        this.bytes = bytes;
        texts.forEach(
                (question, text) -> queries.put(question, QueryFactory.create("PREFIX ent: <" + Ent.NS + "> " + text)));
    }

    static SparqlPeer plain(DatasetGraph dataset, long bytes) {
        return new SparqlPeer("TDB2", dataset, bytes, PLAIN);
    }

    static SparqlPeer index(DatasetGraph dataset, long bytes) {
        return new SparqlPeer("index", dataset, bytes, INDEX);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean answers(PeerQuestion question) {
        return queries.containsKey(question);
    }

    @Override
    public void ask(Asked asked, Sink into) {
        QueryExecBuilder builder = QueryExec.dataset(dataset)
                .query(queries.get(asked.question()))
                .timeout(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (asked.x() >= 0) {
            builder.substitution("x", GeneratedNetwork.person(asked.x()));
        }
        if (asked.y() >= 0) {
            builder.substitution("y", GeneratedNetwork.person(asked.y()));
        }
        boolean chain = asked.question() == PeerQuestion.CHAIN;
        try (QueryExec exec = builder.build()) {
            RowSet rows = exec.select();
            List<Var> columns = rows.getResultVars();
            long[] values = new long[columns.size()];
            long last = 0;
            while (rows.hasNext()) {
                Binding row = rows.next();
                for (int i = 0; i < values.length; i++) {
                    Node node = row.get(columns.get(i));
                    values[i] = into.keeps() ? value(node) : node.hashCode();
                }
                if (chain) {
                    last = Math.max(last, values[0]);
                } else {
                    into.row(values);
                }
            }
            if (chain) {
                into.row(last);
            }
        }
    }

    /** The number that other engines have for it. */
    private static long value(Node node) {
        if (node.isURI()) {
            return Level.of(node).map(level -> (long) level.ordinal()).orElseGet(() ->
                    (long) GeneratedNetwork.number(node));
        }
        String text = node.getLiteralLexicalForm();
        return text.contains("T") ? LocalDate.parse(text.substring(0, 10)).toEpochDay() : Long.parseLong(text);
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        // The store is closed by whoever opened it.
    }
}
