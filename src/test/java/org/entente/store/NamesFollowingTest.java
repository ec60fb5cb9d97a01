package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.junit.jupiter.api.Test;

/** After a write the index of names follows from the one before it, and says what one says that is built of everything. */
class NamesFollowingTest {
    private static final List<String> THINGS = List.of(
            "person/a", "person/b", "person/c", "place/d", "place/e", "polity/f", "post/g", "event/h", "document/i");
    private static final List<String> WORDS =
            List.of("Anna", "Rau", "Berlin", "Almaty", "Ministerium", "Токаев", "Weigert", "Akim", "Sachsen");
    private static final List<Node> CLASSES =
            List.of(EntClass.PERSON, EntClass.PLACE, EntClass.POLITY, EntClass.POST, EntClass.COLLECTIVE);
    private static final List<Node> GRAPHS = List.of(
            Quad.defaultGraphIRI, Graphs.AUTHORITY, NodeFactory.createURI(Ent.GRAPH + "source/s1"), Graphs.WIKIDATA);

    @Property(tries = 40)
    void after_any_writes_names_are_those_that_would_be_read_anew(@ForAll long seed) {
        Random random = new Random(seed);
        try (Store store = Store.inMemory(Derivation.NONE)) {
            for (int i = 0; i < 30; i++) {
                store.write(d -> change(d, random));
                if (random.nextInt(4) > 0) {
                    compare(store, random);
                }
            }
        }
    }

    /** "Anna Akim" and "Akim Anna" begin with "A" in either word. */
    @Test
    void what_is_proposed_does_not_depend_on_the_order_of_the_names() {
        after_any_writes_names_are_those_that_would_be_read_anew(2204);
    }

    @Test
    void a_write_that_says_nothing_of_names_keeps_the_index() {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(d -> d.add(Quad.defaultGraphIRI, thing("person/a"), RDFS.label.asNode(), text("Anna")));
            NameIndex before = store.names();
            store.write(d -> d.add(Quad.defaultGraphIRI, thing("person/a"), RDFS.comment.asNode(), text("Anna")));
            assertThat(store.names()).isSameAs(before);
        }
    }

    private static void compare(Store store, Random random) {
        NameIndex kept = store.names();
        NameIndex anew = store.read(NameIndex::of);
        assertThat(new HashSet<>(kept.rows())).isEqualTo(new HashSet<>(anew.rows()));
        assertThat(kept.size()).isEqualTo(anew.size());
        for (String name : THINGS) {
            String iri = Ent.ID + name;
            assertThat(kept.classes(iri)).isEqualTo(anew.classes(iri));
            assertThat(kept.type(iri)).isEqualTo(anew.type(iri));
            assertThat(kept.exists(iri)).isEqualTo(anew.exists(iri));
            assertThat(kept.survivor(iri)).isEqualTo(anew.survivor(iri));
            assertThat(kept.label(iri, "de")).isEqualTo(anew.label(iri, "de"));
        }
        for (int i = 0; i < 6; i++) {
            String asked = words(random) + (random.nextInt(3) == 0 ? ", " + one(WORDS, random) : "");
            assertThat(answers(kept, asked)).isEqualTo(answers(anew, asked));
        }
    }

    /** All that is found, without the order of what is found equally well. */
    private static Set<String> answers(NameIndex index, String asked) {
        Set<String> answers = new TreeSet<>();
        index.search(asked, 50, Set.of()).forEach(hit -> answers.add("search " + hit));
        index.suggest(asked.substring(0, 1 + asked.length() / 2), 50, Set.of())
                .forEach(hit -> answers.add("suggest " + hit));
        answers.add("match " + new TreeSet<>(index.match(asked, Set.of()).entities()));
        answers.add("person "
                + new TreeSet<>(
                        index.match(asked, Set.of(EntClass.PERSON.getURI())).entities()));
        return answers;
    }

    private static void change(DatasetGraph d, Random random) {
        List<Quad> there = new ArrayList<>();
        d.find().forEachRemaining(there::add);
        there.removeIf(quad -> quad.getGraph().equals(Graphs.RELEASE));
        for (int i = random.nextInt(6); i >= 0; i--) {
            if (random.nextInt(3) == 0 && !there.isEmpty()) {
                d.delete(one(there, random));
            } else {
                d.add(statement(random));
            }
        }
    }

    private static Quad statement(Random random) {
        Node graph = one(GRAPHS, random);
        Node subject = thing(one(THINGS, random));
        Node item = NodeFactory.createURI("http://www.wikidata.org/entity/Q" + random.nextInt(3));
        Node link = thing("link/" + random.nextInt(3));
        Node name = thing("name/" + random.nextInt(4));
        Node value = text(words(random));
        return switch (random.nextInt(17)) {
            case 0, 1, 2, 3 -> new Quad(graph, subject, RDFS.label.asNode(), value);
            case 4 -> new Quad(graph, subject, SKOS.altLabel.asNode(), value);
            case 5 -> new Quad(graph, subject, SKOS.hiddenLabel.asNode(), value);
            case 6 -> new Quad(graph, subject, DCTerms.title.asNode(), value);
            case 7, 8 -> new Quad(graph, subject, RDF.type.asNode(), one(CLASSES, random));
            case 9 -> new Quad(Quad.defaultGraphIRI, name, EntProperty.NAME_OF, subject);
            case 10 -> new Quad(Quad.defaultGraphIRI, name, EntProperty.NAME_TEXT, value);
            case 11 ->
                new Quad(
                        Quad.defaultGraphIRI,
                        name,
                        EntProperty.NAME_USE,
                        random.nextBoolean() ? EntConcept.OTHER_NAME : EntConcept.AS_PRINTED);
            case 12 ->
                random.nextInt(3) > 0
                        ? new Quad(Graphs.WIKIDATA, item, RDFS.label.asNode(), value)
                        : new Quad(Quad.defaultGraphIRI, subject, EntProperty.MERGED_INTO, thing(one(THINGS, random)));
            case 13 ->
                new Quad(
                        Quad.defaultGraphIRI,
                        subject,
                        random.nextBoolean() ? EntProperty.WITHIN_PLACE : EntProperty.TERRITORY_OF,
                        thing(one(THINGS, random)));
            case 14 -> new Quad(Quad.defaultGraphIRI, subject, EntProperty.IDENTIFIER, link);
            case 15 ->
                random.nextBoolean()
                        ? new Quad(Quad.defaultGraphIRI, link, EntProperty.LINK_STATE, EntConcept.LINK_ACCEPTED)
                        : new Quad(Quad.defaultGraphIRI, link, EntProperty.IDENTIFIER_SCHEME, EntConcept.WIKIDATA);
            default ->
                random.nextBoolean()
                        ? new Quad(
                                Quad.defaultGraphIRI,
                                link,
                                EntProperty.IDENTIFIER_VALUE,
                                NodeFactory.createLiteralString("Q" + random.nextInt(3)))
                        : new Quad(Graphs.WIKIDATA, item, OWL.sameAs.asNode(), item);
        };
    }

    private static String words(Random random) {
        return random.nextBoolean() ? one(WORDS, random) : one(WORDS, random) + " " + one(WORDS, random);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralLang(text, text.length() % 2 == 0 ? "de" : "en");
    }

    private static Node thing(String name) {
        return NodeFactory.createURI(Ent.ID + name);
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
