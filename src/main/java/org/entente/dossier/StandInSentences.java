package org.entente.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.dossier.DossierRow.PossibleHolder;
import org.entente.dossier.DossierRow.Why;
import org.entente.encounter.GrammarText;

/**
 * Sentences on meetings with the holder of an office whom no source names. Whoever held the office, or may have held it, is not named
 * as one who met anybody: the sentence tells of the office, and then who held it.
 */
final class StandInSentences {
    private final GrammarText words;
    private final DossierDates dates;

    StandInSentences(GrammarText words, DossierDates dates) {
        this.words = words;
        this.dates = dates;
    }

    static List<Node> asked(Dossier dossier) {
        return Stream.concat(dossier.a().stream(), dossier.b().stream())
                .map(DossierSide::node)
                .toList();
    }

    private record Case(PossibleHolder holder, ContactCategory tier) {}

    /**
     * @param nominative names a side as subject
     * @param dative names a side after "von" and "mit"
     */
    List<String> of(
            Dossier dossier,
            Function<List<DossierSide>, String> nominative,
            Function<List<DossierSide>, String> dative) {
        Collection<Node> asked = asked(dossier);
        Map<Case, List<DossierRow>> cases = new LinkedHashMap<>();
        for (ContactCategory tier : List.of(ContactCategory.BY_OFFICE, ContactCategory.ANNOUNCED)) {
            for (DossierRow row : dossier.rows(tier)) {
                row.standIns(asked)
                        .forEach(holder -> cases.computeIfAbsent(new Case(holder, tier), k -> new ArrayList<>())
                                .add(row));
            }
        }
        List<String> sentences = new ArrayList<>();
        cases.forEach((key, rows) -> {
            PossibleHolder holder = key.holder();
            boolean inA = dossier.a().stream()
                    .anyMatch(side -> side.node().equals(holder.holder().node()));
            List<DossierSide> others = inA ? dossier.b() : dossier.a();
            String post = holder.post().label();
            sentences.add((key.tier() == ContactCategory.BY_OFFICE
                            ? met(nominative.apply(others), others, post, rows)
                            : announced(dative.apply(others), post, rows))
                    + " " + held(GrammarText.capital(name(dossier, holder)), holder.why()));
        });
        return sentences;
    }

    private String met(String who, List<DossierSide> others, String post, List<DossierRow> rows) {
        boolean one = others.size() == 1 && others.getFirst().kind() != DossierSide.Kind.BODY;
        String times = rows.size() == 1 ? "" : " " + words.times(rows.size());
        return GrammarText.capital(who)
                + words.say(
                        (one ? " traf" : " trafen") + times + " die Person im Amt „" + post + "“" + dates.when(rows)
                                + ".",
                        " met the holder of the office “" + post + "”" + times + dates.when(rows) + ".");
    }

    private String announced(String who, String post, List<DossierRow> rows) {
        boolean one = rows.size() == 1;
        return words.say(
                "Angekündigt " + (one ? "war ein" : "waren " + words.number(rows.size(), "")) + " Treffen von " + who
                        + " mit der Person im Amt „" + post + "“" + dates.planned(rows) + "; dass es "
                        + (one ? "" : "dazu ") + (one ? "stattfand" : "kam") + ", berichtet keine Quelle.",
                (one ? "A meeting of " : GrammarText.capital(words.number(rows.size(), "")) + " meetings of ") + who
                        + " with the holder of the office “" + post + "” " + (one ? "was" : "were") + " announced"
                        + dates.planned(rows) + "; no source reports that " + (one ? "it" : "they") + " took place.");
    }

    private String held(String name, Why why) {
        return switch (why) {
            case CERTAIN ->
                words.say(
                        name + " hatte das Amt damals inne; wer gemeint ist, sagt keine Quelle.",
                        name + " held the office then; no source says who is meant.");
            case ONE_OF_SEVERAL ->
                words.say(
                        name
                                + " hatte das Amt damals inne, andere vielleicht auch; wer gemeint ist, sagt keine Quelle.",
                        name + " held the office then, others may have too; no source says who is meant.");
            case POSSIBLE ->
                words.say(
                        name + " hatte das Amt damals möglicherweise inne; belegt ist das nicht.",
                        name + " may have held the office then; no source shows it.");
            case UNDATED ->
                words.say(
                        name + " hatte das Amt irgendwann inne; wann das Ereignis war, ist nicht bekannt.",
                        name + " held the office at some time; when the event was is not known.");
        };
    }

    private String name(Dossier dossier, PossibleHolder holder) {
        return Stream.concat(dossier.a().stream(), dossier.b().stream())
                .filter(one -> one.node().equals(holder.holder().node()))
                .map(one -> one.label(words.language()))
                .findFirst()
                .orElse(holder.holder().label());
    }
}
