package org.entente.network;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.encounter.GrammarText;
import org.entente.encounter.Level;
import org.entente.encounter.Named;
import org.entente.time.DateText;
import org.entente.time.EdtfException;

/** Says encounters and connections in whole German or English sentences. Names come with the labels of the hop. */
public enum EncounterSentences {
    DE,
    EN;

    private final GrammarText words = GrammarText.valueOf(name());

    private final PlacePhrases places = new PlacePhrases(name().toLowerCase(Locale.ROOT));

    /** German for {@code de}, English for every other language. */
    public static EncounterSentences in(String language) {
        return language.equals("de") ? DE : EN;
    }

    /** One sentence: who, in which office, met whom, when and where. */
    public String hop(PathStep hop) {
        String a = person(hop.a(), hop.officesOfA());
        String b = person(hop.b(), hop.officesOfB());
        String time = hop.level() == Level.ANNOUNCED || hop.level() == Level.ANNOUNCED_HOLDER_OF
                ? planned(hop.dates())
                : when(hop.dates());
        String at = time + place(hop);
        String event = say("„" + hop.event().label() + "“", "“" + hop.event().label() + "”");
        return switch (hop.level()) {
            case MET -> say(a + " traf" + at + " " + b + ".", a + " met " + b + at + ".");
            case CO_ATTENDED ->
                say(
                        a + " und " + b + " nahmen" + at + " an derselben Veranstaltung teil: " + event + ".",
                        a + " and " + b + " attended the same event" + at + ": " + event + ".");
            case TRAVELLED_WITH ->
                say(
                        a + " und " + b + " reisten" + at + " gemeinsam: " + event + ".",
                        a + " and " + b + " travelled together" + at + ": " + event + ".");
            case ANNOUNCED ->
                say(
                        "Ein Treffen von " + a + " und " + b + " war" + at
                                + " angekündigt; dass es stattfand, berichtet keine Quelle.",
                        "A meeting between " + a + " and " + b + " was announced" + at
                                + "; no source reports that it took place.");
            case MET_HOLDER_OF -> {
                String person = isPost(hop.a()) ? b : a;
                String post = isPost(hop.a()) ? hop.a().label() : hop.b().label();
                yield say(
                        person + " traf" + at + " die Person im Amt „" + post + "“; ihren Namen nennt keine Quelle.",
                        person + " met the holder of the office “" + post + "”" + at + "; no source gives the name.");
            }
            case ANNOUNCED_HOLDER_OF -> {
                String person = isPost(hop.a()) ? b : a;
                String post = isPost(hop.a()) ? hop.a().label() : hop.b().label();
                yield say(
                        "Ein Treffen von " + person + " mit der Person im Amt „" + post + "“ war" + at
                                + " angekündigt; dass es stattfand, berichtet keine Quelle.",
                        "A meeting between " + person + " and the holder of the office “" + post + "” was announced"
                                + at + "; no source reports that it took place.");
            }
            case CANDIDATE ->
                say(
                        a + " und " + b + " haben sich möglicherweise" + at
                                + " getroffen: Eine der beiden Seiten ist nur durch ihr Amt bekannt.",
                        a + " and " + b + " may have met" + at + ": one of the two is known by office only.");
        };
    }

    /** How well a hop is supported, in one sentence. */
    public String evidence(PathStep hop) {
        int documents = (int)
                hop.sources().stream().map(s -> s.document().node()).distinct().count();
        int witnesses = hop.witnesses();
        if (witnesses == 0 && documents == 0) {
            return say("Keine Quelle verzeichnet.", "No source on record.");
        }
        if (hop.joined()) {
            return documents == 1
                    ? say(
                            "Eine Quelle nennt beide, aber nicht im selben Bericht.",
                            "One source names both, but not in the same report.")
                    : say(
                            "Keine einzelne Quelle nennt beide; " + number(documents) + " Quellen zusammen ergeben es.",
                            "No single source names both; " + number(documents) + " sources together show it.");
        }
        if (documents > Math.max(1, witnesses)) {
            return say(
                    GrammarText.capital(number(documents)) + " Quellen berichten davon; "
                            + (witnesses <= 1
                                    ? "sie gehen alle auf eine zurück."
                                    : "unabhängig voneinander sind " + number(witnesses) + "."),
                    GrammarText.capital(number(documents)) + " sources report it; "
                            + (witnesses <= 1
                                    ? "they all go back to one."
                                    : number(witnesses) + " of them are independent."));
        }
        return witnesses <= 1
                ? say("Eine Quelle berichtet davon.", "One source reports it.")
                : say(
                        GrammarText.capital(number(witnesses)) + " voneinander unabhängige Quellen berichten davon.",
                        GrammarText.capital(number(witnesses)) + " independent sources report it.");
    }

    /** The answer to the question how two persons are connected, in one or two sentences. */
    public String answer(Connection connection) {
        String from = connection.from().label();
        String to = connection.to().label();
        if (connection.from().node().equals(connection.to().node())) {
            return say(
                    "Beide Enden der Kette sind gleich: " + from + ".",
                    "Both ends of the chain are the same: " + from + ".");
        }
        if (!connection.fromKnown() || !connection.toKnown()) {
            String unknown = !connection.fromKnown() && !connection.toKnown()
                    ? say(from + " und " + to + " haben", from + " and " + to + " have")
                    : say((connection.fromKnown() ? to : from) + " hat", (connection.fromKnown() ? to : from) + " has");
            return unknown + say(" keine belegten Kontakte.", " no contacts on record.");
        }
        if (!connection.chains().isEmpty()) {
            Chain shortest = connection.chains().getFirst();
            return shortest.held() ? connected(from, to, shortest.hops().size()) : unsure(from, to, shortest);
        }
        String none = say(
                "Zwischen " + from + " und " + to
                        + " ist keine Kette von Kontakten belegt, die zu Ihren Angaben passt.",
                "No chain of contacts on record that matches your settings connects " + from + " and " + to + ".");
        return none
                + connection
                        .announced()
                        .map(chain -> say(
                                        " Die nächste Kette nutzt Treffen, die nur angekündigt waren: ",
                                        " The nearest chain uses meetings that were only announced: ")
                                + hops(chain.hops().size()) + ".")
                        .orElse(say(
                                " Auch angekündigte Treffen verbinden sie nicht.",
                                " Announced meetings do not connect them either."));
    }

    private String connected(String from, String to, int hops) {
        if (hops == 1) {
            return say(
                    from + " und " + to + " sind direkt verbunden.", from + " and " + to + " are directly connected.");
        }
        return say(
                from + " und " + to + " sind über " + people(hops - 1) + " verbunden: " + hops(hops) + ".",
                from + " and " + to + " are connected through " + people(hops - 1) + ": " + hops(hops) + ".");
    }

    private String unsure(String from, String to, Chain chain) {
        return say(
                "Die nächste Kette zwischen " + from + " und " + to
                        + " nutzt Kontakte, die keine Quelle bestätigt: "
                        + hops(chain.hops().size())
                        + ".",
                "The nearest chain between " + from + " and " + to
                        + " uses contacts that no source confirms: "
                        + hops(chain.hops().size()) + ".");
    }

    private String people(int count) {
        return count == 1 ? say("eine Person", "one person") : number(count) + say(" Personen", " people");
    }

    private String hops(int count) {
        return count == 1 ? say("ein Schritt", "one step") : number(count) + say(" Schritte", " steps");
    }

    /** A number as a word up to twelve, before a feminine. */
    private String number(int count) {
        return words.number(count, "e");
    }

    private static boolean isPost(Named named) {
        return named.node().isURI() && named.node().getURI().contains("/id/post/");
    }

    private String person(Named person, List<Named> offices) {
        return offices.isEmpty()
                ? person.label()
                : person.label() + " (" + offices.stream().map(Named::label).collect(Collectors.joining("; ")) + ")";
    }

    private String when(List<String> dates) {
        return phrases(dates.stream().map(d -> said(d, false)).toList());
    }

    private String planned(List<String> dates) {
        return phrases(dates.stream().map(d -> said(d, true)).toList());
    }

    private String said(String edtf, boolean planned) {
        DateText dates = this == DE ? DateText.DE : DateText.EN;
        try {
            return planned ? dates.planned(edtf) : dates.when(edtf);
        } catch (EdtfException e) {
            return "(" + edtf + ")";
        }
    }

    private String phrases(List<String> phrases) {
        return phrases.isEmpty()
                ? ""
                : " " + String.join(say(" oder, laut anderen Quellen, ", " or, according to other sources, "), phrases);
    }

    private String place(PathStep hop) {
        List<String> at = hop.places().stream()
                .map(place -> hop.placePhrases().getOrDefault(place.node(), places.in(place.label())))
                .toList();
        if (hop.placesDisputed() || at.size() < 2) {
            return phrases(at);
        }
        return " " + String.join(", ", at.subList(0, at.size() - 1)) + say(" und ", " and ") + at.getLast();
    }

    private <T> T say(T german, T english) {
        return words.say(german, english);
    }
}
