package org.entente.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.ShippedCollection;
import org.entente.vocab.Ent;

/** Queries that compare events of one day find what they would find if they compared every event with every other. */
class JoinedByDayPropertyTest {
    private static final Path PLAIN = Path.of("src/test/resources/plain");
    private final Graph view = GraphFactory.createDefaultGraph();

    @Property(tries = 150)
    void a_hint_about_two_places_on_one_day_is_that_of_all_pairs(@ForAll long seed) throws IOException {
        fill(new Random(seed));
        String file = "90-hint-two-places.rq";
        assertThat(constructed(ShippedCollection.FILES.rules().resolve(file)))
                .isEqualTo(constructed(PLAIN.resolve(file)));
    }

    @Property(tries = 150)
    void a_meeting_that_may_be_told_twice_is_that_of_all_pairs(@ForAll long seed) throws IOException {
        fill(new Random(seed));
        String file = "event-perhaps-twice.rq";
        assertThat(rows(ShippedCollection.FILES.checks().resolve(file))).isEqualTo(rows(PLAIN.resolve(file)));
    }

    private Set<Triple> constructed(Path query) throws IOException {
        try (QueryExec exec =
                QueryExec.graph(view).query(Files.readString(query)).build()) {
            Set<Triple> triples = new HashSet<>();
            exec.construct().find().forEachRemaining(triples::add);
            return triples;
        }
    }

    private Set<String> rows(Path query) throws IOException {
        try (QueryExec exec =
                QueryExec.graph(view).query(Files.readString(query)).build()) {
            Set<String> rows = new HashSet<>();
            exec.select()
                    .forEachRemaining(
                            row -> rows.add(row.get("event") + " " + row.get("other") + " " + row.get("day")));
            return rows;
        }
    }

    /** A few people at a few events on three days, in places of which some lie in others. */
    private void fill(Random random) {
        view.clear();
        String[] hours = {"T00:00:00Z", "T00:00:00Z", "T09:30:00Z"};
        for (int span = 0; span < 6; span++) {
            int day = random.nextInt(3);
            int last = random.nextInt(4) == 0 ? day + 1 : day;
            String from = date(day) + hours[random.nextInt(hours.length)];
            time(span, "earliestStart", from);
            time(span, "latestStart", random.nextInt(4) == 0 ? date(last) + "T00:00:00Z" : from);
            time(span, "latestEnd", date(last) + "T23:59:59Z");
        }
        for (int place = 0; place < 4; place++) {
            for (String language : new String[] {"de", "en"}) {
                add("place/" + place, "displayLabel", NodeFactory.createLiteralLang("Place " + place, language));
            }
            if (place > 0 && random.nextBoolean()) {
                add("place/" + place, "withinPlace", thing("place/" + random.nextInt(place)));
            }
        }
        for (int person = 0; person < 4; person++) {
            type("person/" + person, random.nextInt(6) == 0 ? "Organization" : "Person");
        }
        for (int event = 0; event < 6; event++) {
            String it = "event/" + event;
            type(it, random.nextInt(4) == 0 ? "Visit" : "Meeting");
            if (random.nextInt(5) > 0) {
                type(it, "HeldEvent");
            }
            if (random.nextInt(6) == 0) {
                type(it, "DelegationTrip");
            }
            for (int i = 0; i <= random.nextInt(2); i++) {
                add(it, "time", thing("time/" + random.nextInt(6)));
                add(it, "place", thing("place/" + random.nextInt(4)));
            }
            if (random.nextInt(5) == 0) {
                add(it, random.nextBoolean() ? "partOf" : "follows", thing("event/" + random.nextInt(6)));
            }
            for (int person = 0; person < 4; person++) {
                if (random.nextInt(3) > 0) {
                    String there = "participation/" + event + "-" + person;
                    add(there, "inEvent", thing(it));
                    add(there, "participant", thing("person/" + person));
                    add(there, "attendance", node(random.nextInt(4) > 0 ? "attended" : "absent"));
                }
            }
        }
    }

    private void time(int span, String bound, String at) {
        add("time/" + span, bound, NodeFactory.createLiteralDT(at, XSDDatatype.XSDdateTime));
    }

    private static String date(int day) {
        return "2020-05-0" + (1 + day);
    }

    private void type(String thing, String name) {
        view.add(thing(thing), RDF.type.asNode(), node(name));
    }

    private void add(String subject, String property, Node object) {
        view.add(thing(subject), node(property), object);
    }

    private static Node thing(String id) {
        return NodeFactory.createURI(Ent.ID + id);
    }

    private static Node node(String term) {
        return NodeFactory.createURI(Ent.term(term));
    }
}
