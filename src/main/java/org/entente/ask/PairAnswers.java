package org.entente.ask;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierReader;
import org.entente.dossier.DossierRow;
import org.entente.dossier.DossierSentences;
import org.entente.encounter.ShownQuery;
import org.entente.execution.Row;

/** Whether two met. */
final class PairAnswers {
    private final AskQueries queries;
    private final AskTexts texts;

    PairAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    /**
     * Whether two met. Where no event has both, or an office of theirs, nothing can be between them; where the contacts of the one name the
     * other, they are the answer; only what is left needs a whole dossier.
     */
    Found didMeet(Asked asked) {
        Set<String> common = new LinkedHashSet<>(queries.facts.around(asked.values("a")));
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
        List<Row> all = queries.run("who-met", AskQueries.given("person", person)).stream()
                .filter(row -> row.text("whom").equals(other))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = all.stream().filter(row -> isAsked(row, asked)).toList();
        if (rows.isEmpty()) {
            // Then only an office may tell something, which the contacts of the person do not.
            return Optional.empty();
        }
        List<Answer.Row> shown = rows.stream()
                .map(row -> new Found.Cells()
                        .put("level", Term.text(row.text("levelLabel").replace(" | ", "; ")))
                        .put("event", queries.terms(row, "event"))
                        .put("date", queries.dates(row.text("date")))
                        .put("place", queries.terms(row, "place"))
                        .put("who", queries.term(person))
                        .put("who", queries.terms(row, "whom"))
                        .from(queries.sourcesOf(row))
                        .row())
                .toList();
        AskedTime time = AskedTime.of(asked);
        List<Row> sure = rows.stream()
                .filter(row -> time.fit(row.text("date")) == AskedTime.Fit.CERTAIN)
                .toList();
        Verdict best = best(sure.isEmpty() ? rows : sure);
        Verdict verdict = sure.isEmpty() ? Verdict.POSSIBLE : best;
        List<Row> grounds = (sure.isEmpty() ? rows : sure)
                .stream().filter(row -> level(row) == best).toList();
        boolean disputed = rows.stream()
                .map(row -> queries.facts.disputed.getOrDefault(row.text("event"), Set.of()))
                .anyMatch(aspects -> aspects.contains(org.entente.vocab.Ent.term("reportedStatus")));
        String said = sentence(asked, verdict, days(grounds), disputed);
        if (verdict == Verdict.HELD && rows.stream().anyMatch(row -> level(row) == Verdict.SAME_EVENT)) {
            said += " "
                    + texts.say(
                            "meet.besides",
                            days(rows.stream()
                                    .filter(row -> level(row) == Verdict.SAME_EVENT)
                                    .toList()));
        }
        List<Row> stronger = rows.stream()
                .filter(row ->
                        !sure.isEmpty() && !sure.contains(row) && level(row).compareTo(best) < 0)
                .toList();
        if (!stronger.isEmpty()) {
            said += " " + texts.say("meet.perhaps", days(stronger));
        }
        return Optional.of(new Found(verdict, said, Found.distinct(shown)));
    }

    private static Verdict best(List<Row> rows) {
        return rows.stream()
                .map(PairAnswers::level)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.NO_EVIDENCE);
    }

    private static Verdict level(Row row) {
        return MeetingAnswers.verdict(MeetingAnswers.word(row));
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
        return isThere(row.text("event"), asked) && isThen(row.text("date"), asked);
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
        List<DossierRow> rows = at(dossier).stream()
                .filter(row -> isThere(row.event().node().toString(), asked) && isThen(cell(row), asked))
                .toList();
        List<Answer.Row> shown = rows.stream().map(this::row).toList();
        if (!narrowed && queries.language != AskLanguage.RU) {
            return new Found(
                    verdict(dossier),
                    DossierSentences.in(queries.language.tag()).answer(dossier),
                    shown);
        }
        AskedTime time = AskedTime.of(asked);
        List<DossierRow> sure = rows.stream()
                .filter(row -> time.fit(cell(row)) == AskedTime.Fit.CERTAIN)
                .toList();
        Verdict best = verdict(sure.isEmpty() ? rows : sure);
        Verdict verdict = narrowed ? (sure.isEmpty() && !rows.isEmpty() ? Verdict.POSSIBLE : best) : verdict(dossier);
        List<DossierRow> grounds = (sure.isEmpty() ? rows : sure)
                .stream().filter(row -> verdict(List.of(row)) == best).toList();
        String said = sentence(asked, verdict, dates(grounds), rows.stream().anyMatch(DossierRow::disputedWhetherHeld));
        List<DossierRow> otherwise = narrowed && rows.isEmpty() ? at(dossier) : List.of();
        return new Found(
                verdict,
                otherwise.isEmpty() ? said : said + " " + texts.say("meet.otherwise", dates(otherwise)),
                shown);
    }

    private static List<DossierRow> at(Dossier dossier) {
        return dossier.rows().stream()
                .filter(row -> row.tier() != ContactCategory.SAME_PLACE_AND_TIME)
                .toList();
    }

    private static List<Node> nodes(Asked asked, String slot) {
        return asked.values(slot).stream().map(NodeFactory::createURI).toList();
    }

    private boolean isThere(String event, Asked asked) {
        return !asked.has("place")
                || asked.values("place").stream().anyMatch(place -> queries.facts.isAt(event, place));
    }

    private static boolean isThen(String dates, Asked asked) {
        return AskedTime.of(asked).fit(dates) != AskedTime.Fit.NEVER;
    }

    private static String cell(DossierRow row) {
        return String.join(" | ", row.dates());
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
                .min(Comparator.naturalOrder())
                .orElse(Verdict.NO_EVIDENCE);
    }

    private String sentence(Asked asked, Verdict verdict, String dates, boolean disputed) {
        String a = texts.list(asked.values("a").stream().map(queries::label).toList());
        String b = texts.list(asked.values("b").stream().map(queries::label).toList());
        String said =
                texts.say("meet." + verdict.word(), a, b, dates, queries.facts.coverage.sources(), queries.when(asked));
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
                .put("event", Found.term(row.event()))
                .put(
                        "date",
                        row.dates().stream().map(d -> Term.text(texts.date(d))).toList())
                .put("place", row.places().stream().map(Found::term).toList());
        Stream.concat(row.a().stream(), row.b().stream()).forEach(p -> cells.put("who", Found.term(p.who())));
        cells.from(row.reports().stream()
                .map(r -> new Answer.Source(Found.term(r.document()), r.locator()))
                .toList());
        return cells.row();
    }
}
