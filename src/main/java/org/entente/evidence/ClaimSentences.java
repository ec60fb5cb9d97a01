package org.entente.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.encounter.EntityNamesReader;
import org.entente.encounter.Terms;
import org.entente.evidence.EvidenceRecord.Kind;
import org.entente.execution.Row;
import org.entente.network.EncounterSentences;
import org.entente.network.PathStep;
import org.entente.time.DateText;
import org.entente.time.EdtfException;

/** Says one thing of the collection in one German or English sentence. */
final class ClaimSentences {
    private final boolean german;
    private final DateText dates;
    private final EntityNamesReader names;
    private final Map<Node, List<Row>> facts;

    /** @param facts rows of the query {@code evidence-facts}, by property */
    ClaimSentences(String language, EntityNamesReader names, Map<Node, List<Row>> facts) {
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
                        all("holder") + " hatte das Amt „" + all("ofPost") + "“ inne" + inBrackets(times()) + ".",
                        all("holder") + " held the office “" + all("ofPost") + "”" + inBrackets(times()) + ".");
            case CONFLICT ->
                say(
                        "Quellen widersprechen sich zu " + quoted(all("conflictOn")) + ": " + all("aspect") + ".",
                        "Sources disagree about " + quoted(all("conflictOn")) + ": " + all("aspect") + ".");
            case REPORT ->
                say(
                        "Bericht über " + quoted(all("reports")) + inBrackets(all("reportedStatus")) + ".",
                        "A report on " + quoted(all("reports")) + inBrackets(all("reportedStatus")) + ".");
            case AGREEMENT -> name + inBrackets(joined(all("agreementStatus"), all("party"))) + ".";
            case FIGURE ->
                joined(all("measure"), joined(all("area"), joined(all("partner"), joined(times(), all("amount")))))
                        + (all("unit").isEmpty() ? "" : " " + all("unit")) + ".";
            default -> name.endsWith(".") ? name : name + ".";
        };
    }

    private String event(String name) {
        String time = edtf("time").stream().map(this::when).collect(Collectors.joining(say(" oder ", " or ")));
        String at = time.isEmpty() ? "" : " " + time;
        String where = inBrackets(all("place"));
        List<Node> status = EvidenceReader.values(facts, Terms.STATUS);
        if (status.contains(Terms.HELD)) {
            return say(
                    quoted(name) + " fand" + at + " statt" + where + ".",
                    quoted(name) + " took place" + at + where + ".");
        }
        if (status.contains(Terms.ANNOUNCED)) {
            String planned =
                    edtf("time").stream().map(this::planned).collect(Collectors.joining(say(" oder ", " or ")));
            String whenPlanned = planned.isEmpty() ? "" : " " + planned;
            return say(
                    quoted(name) + " war" + whenPlanned + " angekündigt" + where
                            + "; dass es stattfand, berichtet keine Quelle.",
                    quoted(name) + " was announced" + whenPlanned + where + "; no source reports that it took place.");
        }
        return quoted(name) + inBrackets(joined(all("status"), times())) + ".";
    }

    private String participation() {
        String who = all("participant").isEmpty() ? all("asHolderOf") : all("participant");
        if (who.isEmpty()) {
            who = all("groupDescription");
        }
        String event = quoted(all("inEvent").isEmpty() ? all("inReport") : all("inEvent"));
        String office = all("participant").isEmpty() ? "" : all("officeAtDate");
        String how = inBrackets(joined(office, all("role")));
        String attendance = EvidenceReader.values(facts, Terms.ATTENDANCE).stream()
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
        return edtf("time").stream().map(this::plain).collect(Collectors.joining(say(" oder ", " or ")));
    }

    private List<String> edtf(String property) {
        return facts.getOrDefault(Terms.term(property), List.of()).stream()
                .filter(row -> row.has("edtf"))
                .map(row -> row.text("edtf"))
                .distinct()
                .sorted()
                .toList();
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

    private String all(String property) {
        return EvidenceReader.values(facts, Terms.term(property)).stream()
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
