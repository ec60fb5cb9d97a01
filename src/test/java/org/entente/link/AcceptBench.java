package org.entente.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.Csv;
import org.entente.store.Derivation;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.SnapshotIndex;
import org.entente.wikidata.SnapshotLoader;
import org.entente.wikidata.WikidataEntity;
import org.entente.wikidata.WikidataProperties;
import org.entente.wikidata.WikidataStatement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How often the rules that may accept links are right: {@code mvn -Pbench test -Dtest=AcceptBench -Dentente.names=FOLDER}. The folder
 * holds names and items whose right answers are known and that are no part of the project; without it nothing is measured. Wrong links
 * are printed: what stands in {@link AcceptRule} is what this printed.
 */
class AcceptBench {
    private Path folder;

    private int asked;
    private int accepted;
    private int right;
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void open() {
        String named = System.getProperty("entente.names");
        Assumptions.assumeTrue(named != null, "no folder with names: -Dentente.names=FOLDER");
        folder = Path.of(named);
    }

    /** Names as lists of parliaments print them in Cyrillic, and the day of birth; items have the Latin label. */
    @Test
    void birth_date_and_name() throws IOException {
        StringBuilder items = new StringBuilder();
        Map<String, String> dates = new HashMap<>();
        for (Map<String, String> row : table("kb-latn.csv")) {
            dates.put(row.get("qid"), row.get("dob"));
            items.append(person(row.get("qid"), row.get("label"), row.get("dob")))
                    .append('\n');
        }
        try (Store store = store(items.toString())) {
            for (Map<String, String> row : table("queries-cyrl-to-latn.csv")) {
                ask(
                        store,
                        AcceptRule.BIRTH,
                        facts("person", Set.of(row.get("query")), row.get("dob"), List.of(), Map.of()),
                        row.get("gold_qid"));
            }
        }
        print("birth: Cyrillic names");
        try (Store store = store(items.toString())) {
            // Without the right item: whatever is accepted is wrong.
            for (Map<String, String> row : table("queries-cyrl-to-latn.csv")) {
                String other = dates.entrySet().stream()
                        .filter(e -> !e.getKey().equals(row.get("gold_qid")))
                        .map(Map.Entry::getValue)
                        .skip(Math.floorMod(row.get("query").hashCode(), 6_000))
                        .findFirst()
                        .orElse("");
                ask(
                        store,
                        AcceptRule.BIRTH,
                        facts("person", Set.of(row.get("query")), other, List.of(), Map.of()),
                        "none");
            }
        }
        print("birth: another day (all are wrong)");
    }

    /** Everybody of the items, by one of their labels, seen in one of their offices on a day in its middle. */
    @Test
    void office_and_name() throws IOException {
        try (Store store = store(Files.readString(folder.resolve("wikidata-shaped.jsonl")))) {
            List<WikidataEntity> holders = store.read(d -> Snapshot.in(d).qids().stream()
                    .map(Snapshot.in(d)::entity)
                    .flatMap(Optional::stream)
                    .filter(item -> !item.of(WikidataProperties.POSITION).isEmpty())
                    .toList());
            for (WikidataEntity item : holders) {
                for (WikidataStatement term : item.of(WikidataProperties.POSITION)) {
                    String start = term.qualifier(WikidataProperties.START);
                    String end = term.qualifier(WikidataProperties.END);
                    if (start.length() == 10
                            && end.length() == 10
                            && !item.labels().isEmpty()) {
                        String day = LocalDate.parse(start)
                                .plusDays(ChronoUnit.DAYS.between(LocalDate.parse(start), LocalDate.parse(end)) / 2)
                                .toString();
                        EntityFacts.Held held =
                                new EntityFacts.Held("", "", term.value().text(), new OfficeTime("", day, day, ""));
                        ask(
                                store,
                                AcceptRule.OFFICE,
                                facts("person", Set.of(item.label("de")), "", List.of(held), Map.of()),
                                item.id());
                        break;
                    }
                }
            }
        }
        print("office: one day in office");
    }

    /** Places of a gazetteer with their GeoNames id; items have theirs from other files. */
    @Test
    void identifier() throws IOException {
        Map<String, Map<String, String>> places = new HashMap<>();
        for (Map<String, String> row : table("places.csv")) {
            if (!row.get("geonames").isEmpty()) {
                places.putIfAbsent(row.get("geonames"), row);
            }
        }
        try (Store store = store(Files.readString(folder.resolve("wikidata-shaped.jsonl")))) {
            for (Map<String, String> row : places.values()) {
                ask(
                        store,
                        AcceptRule.IDENTIFIER,
                        facts(
                                "",
                                Set.of(row.get("name")),
                                "",
                                List.of(),
                                Map.of("geonames", List.of(row.get("geonames")))),
                        row.get("qid"));
            }
        }
        print("identifier: GeoNames");
        Map<String, Map<String, String>> bodies = new HashMap<>();
        for (Map<String, String> row : table("organisations.csv")) {
            if (!row.get("ror").isEmpty()) {
                bodies.putIfAbsent(row.get("ror"), row);
            }
        }
        try (Store store = store(Files.readString(folder.resolve("wikidata-shaped.jsonl")))) {
            for (Map<String, String> row : bodies.values()) {
                String ror = row.get("ror").replace("https://ror.org/", "");
                ask(
                        store,
                        AcceptRule.IDENTIFIER,
                        facts("organization", Set.of(row.get("name")), "", List.of(), Map.of("ror", List.of(ror))),
                        row.get("qid"));
            }
        }
        print("identifier: ROR");
    }

    private void ask(Store store, AcceptRule rule, EntityFacts facts, String answer) {
        asked++;
        SnapshotIndex index = index(store);
        Optional<LinkCandidate> found = store.read(d -> rule.accepts(new CandidateRanking(d, index).of(facts)));
        if (found.isPresent()) {
            accepted++;
            if (found.get().qid().equals(answer)) {
                right++;
            } else {
                wrong.add(facts.names() + " " + facts.birth() + " is " + answer + ", not "
                        + found.get().qid() + " " + found.get().label("en") + " "
                        + found.get().features());
            }
        }
    }

    private final Map<Store, SnapshotIndex> indexes = new HashMap<>();

    private SnapshotIndex index(Store store) {
        return indexes.computeIfAbsent(store, s -> new SnapshotIndex.Source(s).get());
    }

    private void print(String what) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d asked, %d accepted (%.1f %%), %d right, precision %.4f%n",
                what,
                asked,
                accepted,
                100.0 * accepted / Math.max(1, asked),
                right,
                (double) right / Math.max(1, accepted));
        wrong.stream().limit(15).forEach(w -> System.out.println("  " + w));
        asked = 0;
        accepted = 0;
        right = 0;
        wrong.clear();
    }

    private static EntityFacts facts(
            String kind,
            Set<String> names,
            String birth,
            List<EntityFacts.Held> offices,
            Map<String, List<String>> identifiers) {
        return new EntityFacts(
                "",
                kind,
                names,
                identifiers,
                birth,
                offices,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    private static String person(String qid, String label, String born) {
        var item = Json.MAPPER.createObjectNode();
        item.put("id", qid);
        item.putObject("labels").putObject("en").put("language", "en").put("value", label);
        var claim = item.putObject("claims").putArray("P569").addObject().putObject("mainsnak");
        claim.put("snaktype", "value");
        var value = claim.putObject("datavalue").put("type", "time").putObject("value");
        value.put("time", "+" + born + "T00:00:00Z").put("precision", 11);
        return item.toString();
    }

    private static Store store(String items) {
        Store store = Store.inMemory(Derivation.NONE);
        new SnapshotLoader(store, Clock.systemUTC())
                .load(
                        new ByteArrayInputStream(items.getBytes(StandardCharsets.UTF_8)),
                        "items",
                        0,
                        item -> true,
                        Progress.SILENT);
        return store;
    }

    private List<Map<String, String>> table(String file) throws IOException {
        return Csv.rows(Files.readString(folder.resolve(file)));
    }
}
