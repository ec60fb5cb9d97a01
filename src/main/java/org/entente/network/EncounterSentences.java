package org.entente.network;

import java.util.List;
import java.util.Map;
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

    /** Places that German gives an article, by the first word of their names. */
    private static final Map<String, String> IN_DE = Map.ofEntries(
            Map.entry("Gebiet", "im"),
            Map.entry("Saarland", "im"),
            Map.entry("Museum", "im"),
            Map.entry("Nationalmuseum", "im"),
            Map.entry("Maximilianeum", "im"),
            Map.entry("Iran", "im"),
            Map.entry("Akorda", "in der"),
            Map.entry("Residenz", "in der"),
            Map.entry("Mongolei", "in der"),
            Map.entry("Schweiz", "in der"),
            Map.entry("Slowakei", "in der"),
            Map.entry("Türkei", "in der"),
            Map.entry("Ukraine", "in der"),
            Map.entry("Registan", "auf dem"),
            Map.entry("USA", "in den"),
            Map.entry("Niederlande", "in den"));

    private static final List<String> WITH_ARTICLE_EN = List.of(
            "Region", "Museum", "Residence", "Palace", "Netherlands", "States", "Akorda", "Registan", "Maximilianeum");

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
        String at = time + place(hop.places(), hop.placesDisputed());
        String event = say("„" + hop.event().label() + "“", "“" + hop.event().label() + "”");
        return switch (hop.level()) {
            case MET -> say(a + " traf" + at + " " + b + ".", a + " met " + b + at + ".");
            case CO_ATTENDED ->
                say(
                        a + " und " + b + " nahmen" + at + " an derselben Veranstaltung teil: " + event + ".",
                        a + " and " + b + " took part in the same event" + at + ": " + event + ".");
            case TRAVELLED_WITH ->
                say(
                        a + " und " + b + " reisten" + at + " gemeinsam: " + event + ".",
                        a + " and " + b + " travelled together" + at + ": " + event + ".");
            case ANNOUNCED ->
                say(
                        "Ein Treffen von " + a + " und " + b + " war" + at
                                + " angekündigt; dass es stattfand, berichtet keine Quelle.",
                        "A meeting of " + a + " and " + b + " was announced" + at
                                + "; no source reports that it took place.");
            case MET_HOLDER_OF -> {
                String person = isPost(hop.a()) ? b : a;
                String post = isPost(hop.a()) ? hop.a().label() : hop.b().label();
                yield say(
                        person + " traf" + at + " die Person, die das Amt „" + post
                                + "“ innehatte; ihren Namen nennt keine Quelle.",
                        person + " met whoever held the office “" + post + "”" + at + "; no source gives the name.");
            }
            case ANNOUNCED_HOLDER_OF -> {
                String person = isPost(hop.a()) ? b : a;
                String post = isPost(hop.a()) ? hop.a().label() : hop.b().label();
                yield say(
                        "Ein Treffen von " + person + " mit der Person im Amt „" + post + "“ war" + at
                                + " angekündigt; dass es stattfand, berichtet keine Quelle.",
                        "A meeting of " + person + " with the holder of the office “" + post + "” was announced" + at
                                + "; no source reports that it took place.");
            }
            case CANDIDATE ->
                say(
                        a + " und " + b + " sind sich möglicherweise" + at
                                + " begegnet: Eine der beiden Seiten ist nur durch ihr Amt bekannt.",
                        a + " and " + b + " may have encountered each other" + at
                                + ": one of the two is known by office only.");
        };
    }

    /** How well a hop is supported, in one sentence. */
    public String evidence(PathStep hop) {
        int documents = (int)
                hop.sources().stream().map(s -> s.document().node()).distinct().count();
        int witnesses = hop.witnesses();
        if (witnesses == 0 && documents == 0) {
            return say("Eine Quelle ist nicht verzeichnet.", "No source is recorded.");
        }
        if (hop.joined()) {
            return documents == 1
                    ? say(
                            "Ein Dokument nennt beide, aber nicht im selben Bericht.",
                            "One document names both, but not in the same report.")
                    : say(
                            "Keine Quelle nennt beide zugleich; " + number(documents)
                                    + " Dokumente ergeben es zusammen.",
                            "No source names both at once; " + number(documents) + " documents together show it.");
        }
        if (documents > Math.max(1, witnesses)) {
            return say(
                    GrammarText.capital(number(documents)) + " Dokumente berichten davon; "
                            + (witnesses <= 1
                                    ? "sie gehen auf eine Quelle zurück."
                                    : "unabhängig voneinander sind " + number(witnesses) + "."),
                    GrammarText.capital(number(documents)) + " documents report it; "
                            + (witnesses <= 1
                                    ? "they go back to one source."
                                    : number(witnesses) + " of them are independent of each other."));
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
            return say("Beide Enden der Kette sind " + from + ".", "Both ends of the chain are " + from + ".");
        }
        if (!connection.fromKnown() || !connection.toKnown()) {
            String unknown = !connection.fromKnown() && !connection.toKnown()
                    ? say(from + " und " + to + " kommen", from + " and " + to + " appear")
                    : say(
                            (connection.fromKnown() ? to : from) + " kommt",
                            (connection.fromKnown() ? to : from) + " appears");
            return unknown + say(" in keiner verzeichneten Begegnung vor.", " in no recorded encounter.");
        }
        if (!connection.chains().isEmpty()) {
            Chain shortest = connection.chains().getFirst();
            return shortest.held() ? connected(from, to, shortest.hops().size()) : unsure(from, to, shortest);
        }
        String none = say(
                "Zwischen " + from + " und " + to
                        + " ist keine Kette von Begegnungen belegt, die den gewählten Bedingungen" + " entspricht.",
                "No chain of encounters under the chosen conditions is on record between " + from + " and " + to + ".");
        return none
                + connection
                        .announced()
                        .map(chain -> say(
                                        " Die nächste Kette stützt sich auf Treffen, die nur angekündigt waren: ",
                                        " The nearest chain relies on meetings that were only announced: ")
                                + hops(chain.hops().size()) + ".")
                        .orElse(say(
                                " Auch angekündigte Treffen verbinden sie nicht.",
                                " Announced meetings do not connect them either."));
    }

    private String connected(String from, String to, int hops) {
        if (hops == 1) {
            return say(from + " und " + to + " sind sich begegnet.", from + " and " + to + " encountered each other.");
        }
        return say(
                from + " und " + to + " sind über " + people(hops - 1) + " verbunden: " + hops(hops) + ".",
                from + " and " + to + " are connected through " + people(hops - 1) + ": " + hops(hops) + ".");
    }

    private String unsure(String from, String to, Chain chain) {
        return say(
                "Die nächste Kette zwischen " + from + " und " + to
                        + " stützt sich auf Begegnungen, die nicht als geschehen belegt sind: "
                        + hops(chain.hops().size())
                        + ".",
                "The nearest chain between " + from + " and " + to
                        + " relies on encounters that are not on record as having happened: "
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
                : " " + String.join(say(" oder, nach anderen Quellen, ", " or, by other sources, "), phrases);
    }

    private String place(List<Named> places, boolean disputed) {
        List<String> at = places.stream().map(place -> inPlace(place.label())).toList();
        if (disputed || at.size() < 2) {
            return phrases(at);
        }
        return " " + String.join(", ", at.subList(0, at.size() - 1)) + say(" und ", " and ") + at.getLast();
    }

    private String inPlace(String label) {
        if (this == DE) {
            return IN_DE.getOrDefault(label.split(" ")[0], "in") + " " + label;
        }
        boolean article = WITH_ARTICLE_EN.stream()
                .anyMatch(word ->
                        label.equals(word) || label.endsWith(" " + word) || label.contains(" " + word + " in "));
        return article ? "in the " + label : "in " + label;
    }

    private <T> T say(T german, T english) {
        return words.say(german, english);
    }
}
