package org.entente.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.contact.ContactOptions;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierReader;
import org.entente.dossier.DossierRow;
import org.entente.dossier.DossierSentences;
import org.entente.encounter.Named;
import org.entente.encounter.ShownQuery;
import org.entente.execution.Row;
import org.entente.network.Chain;
import org.entente.network.Connection;
import org.entente.network.Connections;
import org.entente.network.EncounterSentences;
import org.entente.network.PathStep;
import org.entente.query.DateRange;
import org.entente.query.EdtfDates;

/** Who met whom, whether two met, how two are connected. */
final class MeetingAnswers {
    private static final List<String> PLANNED = List.of("announced", "announcedHolderOf");

    private final AskQueries queries;
    private final AskTexts texts;

    MeetingAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found met(Asked asked) {
        List<Row> rows = new ArrayList<>();
        List<String> places = asked.has("place") ? asked.values("place") : List.of("");
        if (asked.has("source")) {
            rows.addAll(queries.run(
                    "met-according-to", given("person", asked.value("person"), "source", asked.value("source"))));
        } else {
            for (String place : places) {
                Map<String, List<String>> given = new LinkedHashMap<>(given(
                        "person",
                        asked.value("person"),
                        "place",
                        place,
                        "from",
                        asked.value("from"),
                        "to",
                        asked.value("to")));
                if (asked.says("planned")) {
                    given.put("level", PLANNED);
                }
                rows.addAll(queries.run("who-met", given));
            }
        }
        List<String> others = new ArrayList<>();
        rows.removeIf(row -> {
            boolean other = !fits(row, asked);
            if (other) {
                others.add(queries.term(row, "whom").label());
            }
            return other;
        });
        if (asked.says("planned") && rows.isEmpty()) {
            return met(new Asked(asked.family(), asked.slots(), List.of()));
        }
        Map<String, List<String>> byLevel = new LinkedHashMap<>();
        List<Answer.Row> shown = new ArrayList<>();
        for (Row row : rows) {
            String level = AskFacts.local(row.text("level")).replace("level", "");
            Term whom = queries.term(row, "whom");
            byLevel.computeIfAbsent(level, k -> new ArrayList<>()).add(whom.label());
            Found.Cells cells = new Found.Cells()
                    .put("whom", whom)
                    .put("level", Term.text(row.text("levelLabel").replace(" | ", "; ")))
                    .put("date", queries.dates(row.text("date")))
                    .put("event", queries.terms(row, "event"))
                    .put("place", queries.terms(row, "place"))
                    .put("office", queries.terms(row, "whomOffice"));
            cells.from(row.has("sources") ? queries.sources(row.text("sources")) : sourceOf(asked));
            shown.add(cells.row());
        }
        String who = queries.label(asked.value("person"));
        String when = when(asked);
        if (shown.isEmpty()) {
            int sources = queries.facts.coverage.sources();
            String none = asked.has("source")
                    ? texts.say("met.none.source", who, queries.label(asked.value("source")))
                    : texts.say("met.none", who, when, sources);
            String all = others.isEmpty() ? none : none + " " + texts.say("met.others", texts.list(others));
            return new Found(asked.has("source") ? Verdict.NOT_STATED : Verdict.NO_EVIDENCE, all, List.of());
        }
        List<String> said = new ArrayList<>();
        Verdict verdict = Verdict.NO_EVIDENCE;
        for (String[] each : new String[][] {
            {"Met", "met.held"},
            {"MetHolderOf", "met.office"},
            {"CoAttended", "met.same"},
            {"TravelledWith", "met.travelled"},
            {"Announced", "met.announced"},
            {"AnnouncedHolderOf", "met.announced"},
            {"Candidate", "met.possible"}
        }) {
            List<String> names = byLevel.get(each[0]);
            if (names == null || each[0].equals("AnnouncedHolderOf") && byLevel.containsKey("Announced")) {
                continue;
            }
            List<String> all = new ArrayList<>(names);
            if (each[0].equals("Announced")) {
                all.addAll(byLevel.getOrDefault("AnnouncedHolderOf", List.of()));
            }
            said.add(texts.say(
                    each[1], who, texts.list(all), said.isEmpty() ? when : "", queries.facts.coverage.sources()));
            verdict = verdict == Verdict.NO_EVIDENCE ? verdict(each[0]) : verdict;
        }
        return new Found(verdict, String.join(" ", said), Found.distinct(shown));
    }

    private List<Answer.Source> sourceOf(Asked asked) {
        return asked.has("source") ? List.of(new Answer.Source(queries.term(asked.value("source")), "")) : List.of();
    }

    private static Verdict verdict(String level) {
        return switch (level) {
            case "Met" -> Verdict.HELD;
            case "MetHolderOf" -> Verdict.BY_OFFICE;
            case "CoAttended", "TravelledWith" -> Verdict.SAME_EVENT;
            case "Candidate" -> Verdict.POSSIBLE;
            default -> Verdict.ANNOUNCED;
        };
    }

    private boolean fits(Row row, Asked asked) {
        String whom = row.text("whom");
        if (asked.has("side")) {
            Set<String> sides = queries.facts.sides.getOrDefault(whom, Set.of());
            boolean of = asked.values("side").stream()
                    .anyMatch(side ->
                            sides.contains(side) || queries.facts.bodiesOf(whom).contains(side));
            if (!of) {
                return false;
            }
        }
        if (asked.has("office") && !isOffice(row, asked.value("office"))) {
            return false;
        }
        if (!asked.says("speakers")) {
            return true;
        }
        return AskQueries.parts(row.text("whomOffice")).stream().anyMatch(this::isSpeaker) || isSpeaker(whom);
    }

    private boolean isOffice(Row row, String described) {
        List<String> posts = new ArrayList<>(AskQueries.parts(row.text("whomOffice")));
        posts.add(row.text("whom"));
        return posts.stream().anyMatch(post -> queries.facts.isOffice(post, described));
    }

    private boolean isSpeaker(String post) {
        AskFacts.Office office = queries.facts.offices.get(post);
        return office != null && office.kind().equals("parliamentSpeaker");
    }

    static Map<String, List<String>> given(String... namesAndValues) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1].isEmpty() ? List.of() : List.of(namesAndValues[i + 1]));
        }
        return given;
    }

    /** The time and place of the question, in its own words. */
    static String when(Asked asked) {
        String said = Stream.of("from", "to", "place", "side")
                .filter(asked::has)
                .map(slot -> asked.slot(slot).said())
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    /**
     * Whether two met. Where no event has both, or an office of theirs, nothing can be between them; where the contacts of the one name the
     * other, they are the answer; only what is left needs a whole dossier.
     */
    Found didMeet(Asked asked) {
        Set<String> common = new java.util.LinkedHashSet<>(queries.facts.around(asked.values("a")));
        common.retainAll(queries.facts.around(asked.values("b")));
        Map<String, List<String>> sides = Map.of(
                "a", asked.values("a").stream().map(AskQueries::compact).toList(),
                "b", asked.values("b").stream().map(AskQueries::compact).toList());
        boolean people = Stream.of("a", "b").allMatch(side -> isNamed(asked.value(side)));
        if (people && common.isEmpty()) {
            queries.ran("dossier", sides, List.of());
            return new Found(Verdict.NO_EVIDENCE, sentence(asked, Verdict.NO_EVIDENCE, "", false), List.of());
        }
        if (people) {
            Optional<Found> direct = direct(asked);
            if (direct.isPresent()) {
                queries.ran("dossier", sides, List.of());
                return direct.get();
            }
        }
        return dossier(asked, sides);
    }

    private boolean isNamed(String iri) {
        Kind kind = Kind.of(queries.facts.names.classes(iri));
        return kind == Kind.PERSON || kind == Kind.POST;
    }

    /** What the contacts of the one say of the other; empty if they say nothing. */
    private Optional<Found> direct(Asked asked) {
        boolean turned = Kind.of(queries.facts.names.classes(asked.value("a"))) != Kind.PERSON;
        String person = asked.value(turned ? "b" : "a");
        String other = asked.value(turned ? "a" : "b");
        if (Kind.of(queries.facts.names.classes(person)) != Kind.PERSON) {
            return Optional.empty();
        }
        List<Row> all = queries.run("who-met", given("person", person)).stream()
                .filter(row -> row.text("whom").equals(other))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = all.stream().filter(row -> isAsked(row, asked)).toList();
        List<Answer.Row> shown = rows.stream()
                .map(row -> new Found.Cells()
                        .put("level", Term.text(row.text("levelLabel").replace(" | ", "; ")))
                        .put("event", queries.terms(row, "event"))
                        .put("date", queries.dates(row.text("date")))
                        .put("place", queries.terms(row, "place"))
                        .put("who", queries.term(person))
                        .put("who", queries.terms(row, "whom"))
                        .from(queries.sources(row.text("sources")))
                        .row())
                .toList();
        Verdict best = rows.stream()
                .map(MeetingAnswers::level)
                .min(java.util.Comparator.naturalOrder())
                .orElse(Verdict.NO_EVIDENCE);
        boolean then = rows.stream().filter(row -> level(row) == best).anyMatch(row -> isBoundThen(row, asked));
        Verdict verdict = rows.isEmpty() || then ? best : Verdict.POSSIBLE;
        List<Row> grounds = rows.stream().filter(row -> level(row) == best).toList();
        boolean disputed = rows.stream()
                .map(row -> queries.facts.disputed.getOrDefault(row.text("event"), Set.of()))
                .anyMatch(aspects -> aspects.contains(org.entente.vocab.Ent.term("reportedStatus")));
        String said = sentence(asked, verdict, days(grounds), disputed);
        if (rows.isEmpty()) {
            said += " " + texts.say("meet.otherwise", days(all));
        } else if (verdict == Verdict.HELD && rows.stream().anyMatch(row -> level(row) == Verdict.SAME_EVENT)) {
            said += " "
                    + texts.say(
                            "meet.besides",
                            days(rows.stream()
                                    .filter(row -> level(row) == Verdict.SAME_EVENT)
                                    .toList()));
        }
        return Optional.of(new Found(verdict, said, Found.distinct(shown)));
    }

    /** Whether at least one known end of its time lies in the time that is asked for. */
    private static boolean isBoundThen(Row row, Asked asked) {
        if (!asked.has("from") && !asked.has("to")) {
            return true;
        }
        LocalDate first = day(asked.value("from"), true);
        LocalDate last = day(asked.value("to"), false);
        return AskQueries.parts(row.text("date")).stream()
                .flatMap(d -> new EdtfDates().read(d).stream())
                .anyMatch(r -> r.first().isPresent() && r.last().isPresent()
                        || r.first()
                                .filter(d -> !d.isBefore(first) && !d.isAfter(last))
                                .isPresent()
                        || r.last()
                                .filter(d -> !d.isBefore(first) && !d.isAfter(last))
                                .isPresent());
    }

    private static Verdict level(Row row) {
        return verdict(AskFacts.local(row.text("level")).replace("level", ""));
    }

    private String days(List<Row> rows) {
        return texts.list(rows.stream()
                .map(row -> row.text("date").isEmpty()
                        ? row.text("eventLabel")
                        : String.join(
                                " / ",
                                AskQueries.parts(row.text("date")).stream()
                                        .map(texts::date)
                                        .toList()))
                .toList());
    }

    private boolean isAsked(Row row, Asked asked) {
        return isThere(row.text("event"), asked) && isThen(AskQueries.parts(row.text("date")), asked);
    }

    private Found dossier(Asked asked, Map<String, List<String>> sides) {
        List<Node> a = nodes(asked, "a");
        List<Node> b = nodes(asked, "b");
        Dossier dossier = DossierReader.read(a, b, queries.language.tag(), queries.select());
        queries.ran(
                "dossier",
                sides,
                dossier.queries().stream().map(ShownQuery::sparql).limit(4).toList());
        boolean narrowed = asked.has("from") || asked.has("to") || asked.has("place");
        List<DossierRow> rows = dossier.rows().stream()
                .filter(row -> row.tier() != ContactCategory.SAME_PLACE_AND_TIME)
                .filter(row -> isThere(row.event().node().toString(), asked) && isThen(row.dates(), asked))
                .toList();
        List<Answer.Row> shown = rows.stream().map(this::row).toList();
        Verdict verdict = narrowed ? verdict(rows) : verdict(dossier);
        String sentence = narrowed || queries.language == AskLanguage.RU
                ? sentence(
                        asked,
                        verdict,
                        dates(rows.stream()
                                .filter(r -> verdict(List.of(r)) == verdict)
                                .toList()),
                        rows.stream().anyMatch(DossierRow::disputedWhetherHeld))
                : DossierSentences.in(queries.language.tag()).answer(dossier);
        return new Found(verdict, sentence, shown);
    }

    private static List<Node> nodes(Asked asked, String slot) {
        return asked.values(slot).stream().map(NodeFactory::createURI).toList();
    }

    private boolean isThere(String event, Asked asked) {
        return !asked.has("place")
                || asked.values("place").stream().anyMatch(place -> queries.facts.isAt(event, place));
    }

    private static boolean isThen(List<String> dates, Asked asked) {
        if (!asked.has("from") && !asked.has("to")) {
            return true;
        }
        LocalDate first = day(asked.value("from"), true);
        LocalDate last = day(asked.value("to"), false);
        return dates.stream()
                .flatMap(d -> new EdtfDates().read(d).stream())
                .anyMatch(r -> !r.first().orElse(LocalDate.MIN).isAfter(last)
                        && !r.last().orElse(LocalDate.MAX).isBefore(first));
    }

    private static LocalDate day(String edtf, boolean start) {
        Optional<DateRange> range = edtf.isEmpty() ? Optional.empty() : new EdtfDates().read(edtf);
        return range.flatMap(r -> start ? r.first() : r.last()).orElse(start ? LocalDate.MIN : LocalDate.MAX);
    }

    private static Verdict verdict(Dossier dossier) {
        return switch (dossier.judgement().verdict()) {
            case HELD -> Verdict.HELD;
            case CO_ATTENDED -> Verdict.SAME_EVENT;
            case BY_OFFICE_ONLY -> Verdict.BY_OFFICE;
            case PLANNED_ONLY, EXPECTED_ONLY -> Verdict.ANNOUNCED;
            case POSSIBLY_BY_OFFICE -> Verdict.POSSIBLE;
            case NOT_HELD -> Verdict.NOT_HELD;
            case CONTRADICTORY -> Verdict.CONTRADICTED;
            case NO_EVIDENCE -> Verdict.NO_EVIDENCE;
        };
    }

    private static Verdict verdict(List<DossierRow> rows) {
        return rows.stream()
                .map(row -> switch (row.tier()) {
                    case MET -> Verdict.HELD;
                    case SAME_EVENT, TRAVELLED -> Verdict.SAME_EVENT;
                    case BY_OFFICE -> Verdict.BY_OFFICE;
                    case CONTRADICTED -> Verdict.CONTRADICTED;
                    case ANNOUNCED, EXPECTED -> Verdict.ANNOUNCED;
                    case NOT_HELD -> Verdict.NOT_HELD;
                    default -> Verdict.NO_EVIDENCE;
                })
                .min(java.util.Comparator.naturalOrder())
                .orElse(Verdict.NO_EVIDENCE);
    }

    private String sentence(Asked asked, Verdict verdict, String dates, boolean disputed) {
        String a = texts.list(asked.values("a").stream().map(queries::label).toList());
        String b = texts.list(asked.values("b").stream().map(queries::label).toList());
        String said = texts.say("meet." + verdict.word(), a, b, dates, queries.facts.coverage.sources(), when(asked));
        return disputed && verdict != Verdict.CONTRADICTED ? said + " " + texts.say("disputed.held") : said;
    }

    private String dates(List<DossierRow> rows) {
        return texts.list(rows.stream()
                .map(row -> row.dates().isEmpty()
                        ? row.event().label()
                        : String.join(
                                " / ", row.dates().stream().map(texts::date).toList()))
                .toList());
    }

    private Answer.Row row(DossierRow row) {
        Found.Cells cells = new Found.Cells()
                .put("level", Term.text(texts.say("tier." + row.tier().word())))
                .put("event", term(row.event()))
                .put(
                        "date",
                        row.dates().stream().map(d -> Term.text(texts.date(d))).toList())
                .put("place", row.places().stream().map(MeetingAnswers::term).toList());
        Stream.concat(row.a().stream(), row.b().stream()).forEach(p -> cells.put("who", term(p.who())));
        cells.from(row.reports().stream()
                .map(r -> new Answer.Source(term(r.document()), r.locator()))
                .toList());
        return cells.row();
    }

    private static Term term(Named named) {
        return new Term(named.node().isURI() ? named.node().getURI() : "", named.label());
    }

    Found connected(Asked asked) {
        Node from = NodeFactory.createURI(asked.value("a"));
        Node to = NodeFactory.createURI(asked.value("b"));
        Connection connection = Connections.in(queries.select().dataset())
                .between(from, to, ContactOptions.HELD.withK(3), queries.language.tag());
        queries.ran(
                "path",
                Map.of(
                        "from",
                        List.of(AskQueries.compact(asked.value("a"))),
                        "to",
                        List.of(AskQueries.compact(asked.value("b")))),
                List.of());
        EncounterSentences words = EncounterSentences.in(queries.language.tag());
        List<Chain> chains =
                connection.chains().isEmpty() ? connection.announced().stream().toList() : connection.chains();
        List<Answer.Row> rows = new ArrayList<>();
        int length = chains.isEmpty() ? 0 : chains.getFirst().hops().size();
        List<String> between = new ArrayList<>();
        for (int c = 0; c < chains.size(); c++) {
            for (PathStep hop : chains.get(c).hops()) {
                if (chains.get(c).hops().size() == length && !hop.b().node().equals(to)) {
                    between.add(hop.b().label());
                }
                Found.Cells cells = new Found.Cells();
                if (chains.size() > 1) {
                    cells.put("chain", Term.text(Integer.toString(c + 1)));
                }
                rows.add(cells.put("who", term(hop.a()))
                        .put("whom", term(hop.b()))
                        .put("sentence", Term.text(words.hop(hop)))
                        .put("event", term(hop.event()))
                        .from(hop.sources().stream()
                                .map(s -> new Answer.Source(term(s.document()), s.locators()))
                                .toList())
                        .row());
            }
        }
        String a = queries.label(asked.value("a"));
        String b = queries.label(asked.value("b"));
        if (chains.isEmpty()) {
            return new Found(
                    Verdict.NO_EVIDENCE, texts.say("path.none", a, b, queries.facts.coverage.sources()), List.of());
        }
        boolean held = chains.getFirst().held();
        String said = between.isEmpty()
                ? texts.say("path.direct", a, b)
                : texts.say(length == 2 ? "path.through" : "path.chain", a, b, texts.list(between), length);
        return new Found(
                held ? Verdict.HELD : Verdict.ANNOUNCED, held ? said : said + " " + texts.say("path.announced"), rows);
    }
}
