package org.entente.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.encounter.EntityNamesReader;
import org.entente.evidence.EvidenceRecord.Kind;
import org.entente.network.EncounterSentences;
import org.entente.network.PathStep;
import org.entente.time.DateText;
import org.entente.time.EdtfException;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** Says one thing of the collection in one German or English sentence. */
final class ClaimSentences {
    private final boolean german;
    private final DateText dates;
    private final EntityNamesReader names;
    private final ThingFacts facts;

    ClaimSentences(String language, EntityNamesReader names, ThingFacts facts) {
        this.german = language.equals("de");
        this.dates = DateText.in(language);
        this.names = names;
        this.facts = facts;
    }

    /** @param hop the thing as an encounter; empty where it is none */
    String say(Node thing, Kind kind, Optional<PathStep> hop) {
        if (hop.isPresent()) {
            return EncounterSentences.in(german ? "de" : "en").hop(hop.get());
        }
        String name = names.of(thing).label();
        return switch (kind) {
            case EVENT -> event(name);
            case PARTICIPATION -> participation();
            case TENURE ->
                say(
                        all(EntProperty.HOLDER) + " hatte das Amt „" + all(EntProperty.OF_POST) + "“ inne"
                                + inBrackets(times()) + ".",
                        all(EntProperty.HOLDER) + " held the office “" + all(EntProperty.OF_POST) + "”"
                                + inBrackets(times()) + ".");
            case CONFLICT ->
                say(
                        "Quellen widersprechen sich zu " + quoted(all(EntProperty.CONFLICT_ON)) + ": "
                                + all(EntProperty.ASPECT) + ".",
                        "Sources disagree about " + quoted(all(EntProperty.CONFLICT_ON)) + ": "
                                + all(EntProperty.ASPECT) + ".");
            case REPORT ->
                say(
                        "Bericht über " + quoted(all(EntProperty.REPORTS))
                                + inBrackets(all(EntProperty.REPORTED_STATUS)) + ".",
                        "A report on " + quoted(all(EntProperty.REPORTS)) + inBrackets(all(EntProperty.REPORTED_STATUS))
                                + ".");
            case AGREEMENT ->
                name + inBrackets(joined(all(EntProperty.AGREEMENT_STATUS), all(EntProperty.PARTY))) + ".";
            case FIGURE ->
                joined(
                                all(EntProperty.MEASURE),
                                joined(
                                        all(EntProperty.AREA),
                                        joined(all(EntProperty.PARTNER), joined(times(), all(EntProperty.AMOUNT)))))
                        + (all(EntProperty.UNIT).isEmpty() ? "" : " " + all(EntProperty.UNIT)) + ".";
            default -> name.endsWith(".") ? name : name + ".";
        };
    }

    private String event(String name) {
        String time = facts.dates(EntProperty.TIME).stream()
                .map(this::when)
                .collect(Collectors.joining(say(" oder ", " or ")));
        String at = time.isEmpty() ? "" : " " + time;
        String where = inBrackets(all(EntProperty.PLACE));
        List<Node> status = facts.values(EntProperty.STATUS);
        if (status.contains(EntConcept.HELD)) {
            return say(
                    quoted(name) + " fand" + at + " statt" + where + ".",
                    quoted(name) + " took place" + at + where + ".");
        }
        if (status.contains(EntConcept.ANNOUNCED)) {
            String planned = facts.dates(EntProperty.TIME).stream()
                    .map(this::planned)
                    .collect(Collectors.joining(say(" oder ", " or ")));
            String whenPlanned = planned.isEmpty() ? "" : " " + planned;
            return say(
                    quoted(name) + " war" + whenPlanned + " angekündigt" + where
                            + "; dass es stattfand, berichtet keine Quelle.",
                    quoted(name) + " was announced" + whenPlanned + where + "; no source reports that it took place.");
        }
        return quoted(name) + inBrackets(joined(all(EntProperty.STATUS), times())) + ".";
    }

    private String participation() {
        String who =
                all(EntProperty.PARTICIPANT).isEmpty() ? all(EntProperty.AS_HOLDER_OF) : all(EntProperty.PARTICIPANT);
        if (who.isEmpty()) {
            who = all(EntProperty.GROUP_DESCRIPTION);
        }
        String event =
                quoted(all(EntProperty.IN_EVENT).isEmpty() ? all(EntProperty.IN_REPORT) : all(EntProperty.IN_EVENT));
        String office = all(EntProperty.PARTICIPANT).isEmpty() ? "" : all(EntProperty.OFFICE_AT_DATE);
        String how = inBrackets(joined(office, all(EntProperty.ROLE)));
        String attendance = facts.values(EntProperty.ATTENDANCE).stream()
                .map(node -> node.getURI().replaceFirst(".*#", ""))
                .findFirst()
                .orElse("");
        return switch (attendance) {
                    case "attended" ->
                        say(who + " nahm an " + event + " teil" + how, who + " took part in " + event + how);
                    case "represented" ->
                        say(who + " war bei " + event + " vertreten" + how, who + " was represented at " + event + how);
                    case "expected" ->
                        say(who + " wurde bei " + event + " erwartet" + how, who + " was expected at " + event + how);
                    case "invited" ->
                        say(who + " war zu " + event + " eingeladen" + how, who + " was invited to " + event + how);
                    case "absent" -> say(who + " fehlte bei " + event + how, who + " was absent from " + event + how);
                    default ->
                        say(
                                who + " wird im Zusammenhang mit " + event + " genannt" + how,
                                who + " is mentioned in connection with " + event + how);
                }
                + ".";
    }

    private String times() {
        return facts.dates(EntProperty.TIME).stream()
                .map(this::plain)
                .collect(Collectors.joining(say(" oder ", " or ")));
    }

    private String when(String edtf) {
        try {
            return dates.when(edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }

    private String planned(String edtf) {
        try {
            return dates.planned(edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }

    private String plain(String edtf) {
        try {
            return dates.plain(edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }

    private String all(Node property) {
        return facts.values(property).stream()
                .map(node -> names.of(node).label())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : other.isEmpty() ? one : one + "; " + other;
    }

    private static String inBrackets(String text) {
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private String quoted(String text) {
        return german ? "„" + text + "“" : "“" + text + "”";
    }

    private String say(String de, String en) {
        return german ? de : en;
    }
}
