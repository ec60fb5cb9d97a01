package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDFS;
import org.entente.Csv;
import org.entente.bench.NameTrial.Question;
import org.entente.names.NameRow;
import org.entente.store.Derivation;
import org.entente.store.NameIndex;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How well and how fast names are found: {@code mvn -Pbench test -Dtest=NamesBench -Dentente.names=FOLDER}. The folder holds names
 * whose right answers are known and that are not part of the project; without it nothing is measured.
 *
 * <p>P@1 and MRR: the right entity comes first, the mean of 1/rank; "born": the birth date is compared as well. Decided: the
 * share for which the name alone is taken as clear ({@link org.entente.names.NameHit#clear}), precision: the share of those that is right;
 * abstains: the share not decided when the right entity is taken out of the table. Names are cut into two halves by the entity
 * meant, so that what was tuned on one half shows on the other.
 */
class NamesBench {
    private Path folder;

    @BeforeEach
    void open() {
        String named = System.getProperty("entente.names");
        Assumptions.assumeTrue(named != null, "no folder with names: -Dentente.names=FOLDER");
        folder = Path.of(named);
    }

    private List<Map<String, String>> table(String file) {
        try {
            return Csv.rows(Files.readString(folder.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String half(String entity) {
        return "half " + (Math.floorMod(entity.hashCode(), 2) == 0 ? "A" : "B");
    }

    private List<NameRow> latin(Map<String, String> born) {
        List<NameRow> rows = new ArrayList<>();
        for (Map<String, String> row : table("kb-latn.csv")) {
            rows.add(new NameRow(row.get("qid"), row.get("label"), "en", true));
            born.put(row.get("qid"), row.get("dob"));
        }
        return rows;
    }

    @Test
    void cyrillic_names_of_persons_in_a_latin_table() {
        Map<String, String> born = new HashMap<>();
        NameTrial trial = new NameTrial(latin(born), born);
        for (Map<String, String> row : table("queries-cyrl-to-latn.csv")) {
            String answer = row.get("gold_qid");
            trial.ask(
                    new Question(row.get("query"), answer, row.get("dob"), List.of(row.get("lang"), half(answer))),
                    name -> true);
        }
        trial.print("Cyrillic persons in Latin table");
    }

    @Test
    void german_transcriptions_of_russian_names_in_a_latin_table() {
        Map<String, String> born = new HashMap<>();
        NameTrial trial = new NameTrial(latin(born), born);
        for (Map<String, String> row : table("queries-cyrl-to-latn.csv")) {
            if (row.get("lang").equals("ru")) {
                String answer = row.get("gold_qid");
                String german = GermanTranscription.of(row.get("query"));
                trial.ask(new Question(german, answer, row.get("dob"), List.of(half(answer))), name -> true);
            }
        }
        trial.print("Russian persons in German letters");
    }

    @Test
    void latin_names_of_persons_in_a_cyrillic_table() {
        Map<String, String> born = new HashMap<>();
        List<NameRow> rows = new ArrayList<>();
        List<Map<String, String>> all = table("persons.csv");
        for (Map<String, String> row : all) {
            if (row.get("script").equals("Cyrillic")) {
                rows.add(new NameRow(row.get("qid"), row.get("name"), row.get("lang"), true));
                born.put(row.get("qid"), row.get("dob"));
            }
        }
        NameTrial trial = new NameTrial(rows, born);
        Set<String> asked = new HashSet<>();
        for (Map<String, String> row : all) {
            String answer = row.get("qid");
            if (row.get("script").equals("Latin") && born.containsKey(answer) && asked.add(answer + row.get("name"))) {
                trial.ask(
                        new Question(row.get("name"), answer, row.get("dob"), List.of(row.get("set"), half(answer))),
                        name -> true);
            }
        }
        trial.print("Latin persons in Cyrillic table");
    }

    @Test
    void german_names_of_places_in_a_table_of_other_languages() {
        List<NameRow> rows = new ArrayList<>();
        List<Map<String, String>> all = table("places.csv");
        Set<String> known = new HashSet<>();
        for (Map<String, String> row : all) {
            if (Set.of("en", "ru", "kk", "uz", "ky").contains(row.get("lang"))) {
                rows.add(new NameRow(row.get("qid"), row.get("name"), row.get("lang"), true));
                known.add(row.get("qid"));
            }
        }
        NameTrial trial = new NameTrial(rows, Map.of());
        for (Map<String, String> row : all) {
            String answer = row.get("qid");
            if (row.get("lang").equals("de") && known.contains(answer)) {
                trial.ask(
                        new Question(row.get("name"), answer, "", List.of(row.get("kind"), half(answer))),
                        name -> true);
            }
        }
        trial.print("German places in en, ru, kk, uz, ky");
        NameTrial cyrillic = new NameTrial(
                rows.stream()
                        .filter(row -> row.script() == Character.UnicodeScript.CYRILLIC)
                        .toList(),
                Map.of());
        Set<String> spelt = new HashSet<>();
        rows.stream()
                .filter(row -> row.script() == Character.UnicodeScript.CYRILLIC)
                .forEach(row -> spelt.add(row.entity()));
        for (Map<String, String> row : all) {
            String answer = row.get("qid");
            if (row.get("lang").equals("de") && spelt.contains(answer)) {
                cyrillic.ask(
                        new Question(row.get("name"), answer, "", List.of(row.get("kind"), half(answer))),
                        name -> true);
            }
        }
        cyrillic.print("German places in Cyrillic alone");
    }

    @Test
    void other_names_of_organisations_in_a_table_of_labels() {
        List<NameRow> rows = new ArrayList<>();
        List<Map<String, String>> all = table("organisations.csv");
        Set<String> texts = new HashSet<>();
        Set<String> known = new HashSet<>();
        for (Map<String, String> row : all) {
            if (row.get("kind").contains("label") || row.get("kind").equals("name")) {
                rows.add(new NameRow(row.get("qid"), row.get("name"), row.get("lang"), true));
                texts.add(row.get("qid") + row.get("name"));
                known.add(row.get("qid"));
            }
        }
        NameTrial trial = new NameTrial(rows, Map.of());
        for (Map<String, String> row : all) {
            String answer = row.get("qid");
            if (Set.of("alias", "acronym").contains(row.get("kind"))
                    && known.contains(answer)
                    && !texts.contains(answer + row.get("name"))) {
                trial.ask(
                        new Question(row.get("name"), answer, "", List.of(row.get("kind"), half(answer))),
                        name -> true);
            }
        }
        trial.print("Aliases of bodies in labels");
    }

    /** Names per second on two threads: the register of a store beside SPARQL over the same labels, in turn. */
    @Test
    void a_hundred_thousand_names_in_a_store() throws InterruptedException {
        List<String> names = madeUp(100_000);
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(dataset -> {
                for (int i = 0; i < names.size(); i++) {
                    dataset.add(new Quad(
                            Quad.defaultGraphIRI,
                            NodeFactory.createURI(Ent.ID + "person/p" + i),
                            RDFS.label.asNode(),
                            NodeFactory.createLiteralLang(names.get(i), "en")));
                }
            });
            long start = System.nanoTime();
            NameIndex register = store.names();
            System.out.printf(
                    Locale.ROOT,
                    "%n%d names, register built in %.1f s%n%-46s %12s %10s%n",
                    register.size(),
                    (System.nanoTime() - start) / 1e9,
                    "two threads",
                    "names/s",
                    "found");
            List<String> cyrillic = table("persons.csv").stream()
                    .filter(row -> row.get("script").equals("Cyrillic"))
                    .map(row -> row.get("name"))
                    .distinct()
                    .toList();
            Query regex = QueryFactory.create("PREFIX rdfs: <" + RDFS.uri
                    + "> SELECT ?e WHERE { ?e rdfs:label ?label FILTER(REGEX(?label, ?asked, \"i\")) } LIMIT 5");
            Query contains = QueryFactory.create(
                    "PREFIX rdfs: <" + RDFS.uri
                            + "> SELECT ?e WHERE { ?e rdfs:label ?label FILTER(CONTAINS(LCASE(?label), LCASE(?asked))) } LIMIT 5");
            Query named = QueryFactory.create(
                    "PREFIX ent: <" + Ent.NS + "> SELECT ?e ?score WHERE { ?e ent:named (?asked ?score 5) }");
            for (int round = 1; round <= 2; round++) {
                measure("register, Cyrillic names, round " + round, cyrillic, 20, text -> register.search(
                                text, 5, Set.of())
                        .size());
                measure("register, Latin names as they are", names, 10, text -> register.search(text, 5, Set.of())
                        .size());
                measure("register, while typing", names, 5, text -> register.suggest(
                                text.substring(0, Math.min(text.length(), 6)), 8, Set.of())
                        .size());
                measure("SPARQL ent:named, Cyrillic names", cyrillic, 10, text -> rows(store, named, text));
                measure("SPARQL CONTAINS(LCASE()), Latin as they are", names, 10, text -> rows(store, contains, text));
                measure("SPARQL REGEX \"i\", Latin as they are", names, 10, text -> rows(store, regex, text));
            }
        }
    }

    private static int rows(Store store, Query query, String asked) {
        return store.read(dataset -> {
            try (QueryExec exec = QueryExec.dataset(dataset)
                    .query(query)
                    .substitution(Var.alloc("asked"), NodeFactory.createLiteralString(asked))
                    .build()) {
                return (int) org.apache.jena.atlas.iterator.Iter.count(exec.select());
            }
        });
    }

    /** Given names and surnames of the table in new pairs, a third of the surnames with a letter more. */
    private List<String> madeUp(int size) {
        Random random = new Random(3);
        List<String> given = new ArrayList<>();
        List<String> surnames = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (NameRow row : latin(new HashMap<>())) {
            names.add(row.text());
            String[] words = row.text().split(" ");
            if (words.length == 2) {
                given.add(words[0]);
                surnames.add(words[1]);
            }
        }
        while (names.size() < size) {
            String surname = surnames.get(random.nextInt(surnames.size()));
            if (random.nextInt(3) == 0) {
                int at = random.nextInt(surname.length() + 1);
                surname = surname.substring(0, at) + "aeioklmnrst".charAt(random.nextInt(11)) + surname.substring(at);
            }
            names.add(given.get(random.nextInt(given.size())) + " " + surname);
        }
        return names;
    }

    private static void measure(String what, List<String> texts, int seconds, ToIntFunction<String> ask)
            throws InterruptedException {
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(5));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger found = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int thread = 0; thread < 2; thread++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        String text = shuffled.get(next.getAndIncrement() % shuffled.size());
                        found.addAndGet(ask.applyAsInt(text) > 0 ? 1 : 0);
                    }
                });
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-46s %12.1f %9.1f%%%n",
                what,
                next.get() / ((System.nanoTime() - start) / 1e9),
                100.0 * found.get() / Math.max(1, next.get()));
    }
}
