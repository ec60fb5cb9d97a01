package org.entente.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.Ent;

/**
 * A consolidated view of any size in the model of the ontology, as the rules would derive it: events, participations, encounters,
 * shortcuts, and what the rows of queries show of them. Equal seeds give equal triples. Who takes part follows a power law: a few persons meet thousands, most meet one or
 * two.
 */
final class GeneratedNetwork {
    private static final String[] LANGUAGES = {"de", "en", "kk", "ru"};
    private static final String[] ROLES = {"chair", "counterpart", "host", "guest", "member", "observer"};

    private final Random random;
    private final long wanted;
    private final int persons;
    private final Consumer<Triple> out;
    private final int[] meetings;
    private final GeneratedFacts facts = new GeneratedFacts();
    private long triples;

    GeneratedNetwork(long triples, long seed, Consumer<Triple> out) {
        this.wanted = triples;
        this.random = new Random(seed);
        this.persons = (int) Math.max(50, triples / 300);
        this.meetings = new int[persons];
        this.out = out;
    }

    /** Persons from the one with most participations to the one with fewest. */
    List<Node> write() {
        for (int i = 0; i < persons; i++) {
            add(person(i), RDF.type.asNode(), ent("Person"));
            add(person(i), RDFS.label.asNode(), NodeFactory.createLiteralLang("Person " + i, "en"));
            shown(person(i), "displayLabel", "Person " + i);
        }
        for (String concept : new String[] {"levelMet", "levelCoAttended", "held"}) {
            shown(ent(concept), "displayLabel", concept);
        }
        facts.persons = persons;
        for (int event = 0; triples < wanted; event++) {
            event(event);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            if (meetings[i] > 0) {
                order.add(i);
            }
        }
        order.sort((a, b) -> meetings[b] - meetings[a]);
        return order.stream().map(GeneratedNetwork::person).toList();
    }

    long triples() {
        return triples;
    }

    GeneratedFacts facts() {
        return facts;
    }

    /** The number of a generated person, event or document. */
    static int number(Node node) {
        String iri = node.getURI();
        return Integer.parseInt(iri.substring(iri.lastIndexOf("/g") + 2));
    }

    private void event(int number) {
        Node event = node("event/g" + number);
        LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(13_000));
        Node span = node("time/" + day);
        add(event, RDF.type.asNode(), ent("Meeting"));
        add(event, RDF.type.asNode(), ent("HeldEvent"));
        add(event, RDFS.label.asNode(), NodeFactory.createLiteralLang("Talk " + number, "en"));
        add(event, ent("status"), ent("held"));
        add(event, ent("time"), span);
        int place = random.nextInt(200);
        add(event, ent("place"), node("place/g" + place));
        add(event, ent("inYear"), integer(day.getYear()));
        shown(event, "displayLabel", "Talk " + number);
        shownTimeAndPlace(event, day, place);
        facts.events.add(new int[] {number, (int) day.toEpochDay(), day.getYear()});
        add(event, ent("witnessCount"), integer(1 + random.nextInt(3)));
        add(span, ent("edtf"), text(day.toString()));
        for (String bound : new String[] {"earliestStart", "latestStart"}) {
            add(span, ent(bound), NodeFactory.createLiteralDT(day + "T00:00:00Z", XSDDatatype.XSDdateTime));
        }
        for (String bound : new String[] {"earliestEnd", "latestEnd"}) {
            add(span, ent(bound), NodeFactory.createLiteralDT(day + "T23:59:59Z", XSDDatatype.XSDdateTime));
        }
        Set<Integer> present = new LinkedHashSet<>();
        int size = 2 + (int) Math.min(14, Math.floor(1 / Math.pow(1 - random.nextDouble(), 0.6) - 1));
        while (present.size() < size) {
            present.add((int) (persons * Math.pow(random.nextDouble(), 3)));
        }
        List<Integer> who = List.copyOf(present);
        for (int person : who) {
            meetings[person]++;
            Node participation = participation(number, person);
            add(participation, RDF.type.asNode(), ent("Participation"));
            add(participation, ent("inEvent"), event);
            add(participation, ent("participant"), person(person));
            add(participation, ent("attendance"), ent("attended"));
            add(participation, ent("role"), ent(ROLES[random.nextInt(ROLES.length)]));
            add(participation, ent("onBehalfOf"), node("state/g" + person % 40));
            add(participation, ent("officeAtDate"), node("post/g" + person % 900));
            add(participation, ent("standsFor"), person(person));
            add(participation, ent("displayOffice"), node("post/g" + person % 900));
            shown(participation, "displayOffices", "Office " + person % 900);
            add(participation, ent("displayTitles"), text("Head of office " + person % 900));
        }
        boolean met = size <= 6;
        for (int i = 0; i < who.size(); i++) {
            for (int j = i + 1; j < who.size(); j++) {
                encounter(number, event, who.get(i), who.get(j), met, day, place);
            }
        }
    }

    private void encounter(int number, Node event, int one, int other, boolean met, LocalDate day, int place) {
        long name = ((long) number << 40) ^ ((long) one << 20) ^ other;
        Node encounter = node("encounter/" + String.format("%016x", name * 0x9E3779B97F4A7C15L));
        add(encounter, RDF.type.asNode(), ent("Encounter"));
        add(encounter, ent("between"), person(one));
        add(encounter, ent("between"), person(other));
        add(encounter, ent("viaEvent"), event);
        add(encounter, ent("viaParticipation"), participation(number, one));
        add(encounter, ent("viaParticipation"), participation(number, other));
        add(encounter, ent("level"), ent(met ? "levelMet" : "levelCoAttended"));
        add(encounter, ent("rule"), ent(met ? "ruleMet" : "ruleCoAttended"));
        add(encounter, ent("supportedBy"), node("doc/g" + number));
        add(encounter, ent("witnessCount"), integer(1 + random.nextInt(2)));
        add(encounter, ent("confidence"), ent(random.nextInt(4) == 0 ? "high" : "medium"));
        shownTimeAndPlace(encounter, day, place);
        facts.encounters.add(new int[] {number, one, other, met ? 0 : 2});
        add(person(one), ent(met ? "metWith" : "coAttendedWith"), person(other));
        add(person(other), ent(met ? "metWith" : "coAttendedWith"), person(one));
    }

    /** What a row shows of an event or encounter. */
    private void shownTimeAndPlace(Node thing, LocalDate day, int place) {
        add(thing, ent("earliest"), NodeFactory.createLiteralDT(day + "T00:00:00Z", XSDDatatype.XSDdateTime));
        add(thing, ent("latest"), NodeFactory.createLiteralDT(day + "T23:59:59Z", XSDDatatype.XSDdateTime));
        add(thing, ent("displayDate"), text(day.toString()));
        add(thing, ent("displayPlace"), node("place/g" + place));
        shown(thing, "displayPlaces", "Place " + place);
        add(thing, ent("displaySources"), text(Ent.ID + "doc/d" + day.getYear()));
        add(thing, ent("displayLocators"), text("P" + (1 + place % 9)));
    }

    private void shown(Node thing, String property, String text) {
        for (String language : LANGUAGES) {
            add(thing, ent(property), NodeFactory.createLiteralLang(text, language));
        }
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private void add(Node subject, Node property, Node object) {
        triples++;
        out.accept(Triple.create(subject, property, object));
    }

    private static Node participation(int event, int person) {
        return node("participation/" + String.format("%016x", ((long) event << 24 | person) * 0x9E3779B97F4A7C15L));
    }

    static Node person(int number) {
        return node("person/g" + number);
    }

    private static Node integer(int value) {
        return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
    }

    private static Node node(String id) {
        return NodeFactory.createURI(Ent.ID + id);
    }

    private static Node ent(String name) {
        return NodeFactory.createURI(Ent.term(name));
    }
}
