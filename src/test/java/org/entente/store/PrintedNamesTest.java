package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.ShippedCollection;
import org.entente.names.NameHit;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntProperty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever a source names is found again by that name alone. */
class PrintedNamesTest {
    private static final Set<String> AGENTS = Set.of(EntClass.AGENT.getURI());

    /** Printed form to those who are called so. */
    private static Map<String, Set<String>> printed(String files) throws IOException {
        Map<String, Set<String>> forms = new TreeMap<>();
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> all = Files.list(ShippedCollection.HOME.resolve("data/sources"))) {
            all.filter(file -> file.getFileName().toString().matches(files)).forEach(sources::add);
        }
        assertThat(sources).isNotEmpty();
        for (Path source : sources) {
            Model model = RDFDataMgr.loadModel(source.toString());
            model.listStatements(null, model.createProperty(EntProperty.NAME_AS_PRINTED.getURI()), (String) null)
                    .forEach(form -> form.getSubject()
                            .listProperties(model.createProperty(EntProperty.PARTICIPANT.getURI()))
                            .forEach(who -> forms.computeIfAbsent(form.getString(), k -> new TreeSet<>())
                                    .add(who.getResource().getURI())));
        }
        return forms;
    }

    @TestFactory
    Stream<DynamicTest> people_and_bodies_of_the_five_sources_come_first_by_each_printed_form() throws IOException {
        NameIndex names = ShippedCollection.store().names();
        return printed("s00.*\\.ttl").entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> {
                    List<NameHit> hits = names.search(form.getKey(), 5, AGENTS);
                    assertThat(hits)
                            .first()
                            .satisfies(hit -> assertThat(hit.name().entity()).isIn(form.getValue()));
                    assertThat(hits.getFirst().why()).isNotEmpty();
                }));
    }

    /** Also those whom a source names without making them take part. */
    @TestFactory
    Stream<DynamicTest> whoever_the_five_sources_mention_comes_first_by_each_printed_form() throws IOException {
        NameIndex names = ShippedCollection.store().names();
        return Files.readAllLines(Path.of("src/test/resources/printed-forms.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> assertThat(
                                names.search(row[1], 3, Set.of(EntClass.AGENT.getURI(), EntClass.POST.getURI())))
                        .first()
                        .satisfies(hit -> assertThat(hit.name().entity().replace(Ent.ID, ""))
                                .isEqualTo(row[2].replace(':', '/')))));
    }

    @Test
    void everybody_else_is_among_the_first_three_by_each_printed_form() throws IOException {
        NameIndex names = ShippedCollection.store().names();
        List<String> lost = new ArrayList<>();
        printed(".*\\.ttl")
                .forEach((text, who) -> who.forEach(entity -> {
                    if (names.search(text, 3, AGENTS).stream()
                            .noneMatch(hit -> hit.name().entity().equals(entity))) {
                        lost.add(text + " of " + entity);
                    }
                }));
        assertThat(lost).isEmpty();
    }

    @Test
    void an_office_is_the_same_whoever_holds_it() {
        NameIndex names = ShippedCollection.store().names();
        Set<String> posts = Set.of(EntClass.POST.getURI());
        assertThat(names.search("Deutsche Botschafterin in Kasachstan", 1, posts))
                .first()
                .satisfies(hit -> assertThat(hit.name().entity()).endsWith("post/ambassador-de-kz"));
        assertThat(names.search("Botschafterin", 50, posts))
                .extracting(hit -> hit.name().entity())
                .contains(Ent.ID + "post/ambassador-de-kz");
    }

    @Test
    void a_surname_of_the_five_sources_is_found_without_the_forms_that_were_printed() throws IOException {
        NameIndex names = ShippedCollection.store().names();
        List<String> found = Stream.of(
                        "Василенко", "Wassilenko", "Токаев", "Tokaev", "Абдибеков", "Шинмайер", "Rau Albert")
                .map(text ->
                        names.search(text, 1, AGENTS).getFirst().name().entity().replace(Ent.ID, ""))
                .toList();
        assertThat(found)
                .containsExactly(
                        "person/roman-vassilenko",
                        "person/roman-vassilenko",
                        "person/kassym-jomart-tokayev",
                        "person/kassym-jomart-tokayev",
                        "person/nurmukhambet-abdibekov",
                        "person/frank-walter-steinmeier",
                        "person/albert-rau");
    }
}
