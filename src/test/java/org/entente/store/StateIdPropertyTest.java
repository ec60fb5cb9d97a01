package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.entente.TemporaryFolder;
import org.entente.query.QueryCatalog;

/** Two states have the same id if, and only if, they are the same: statements in their graphs, rules, queries. */
class StateIdPropertyTest {
    /** A statement that a file or the service makes. */
    record Stated(String folder, String file, String subject, String value) {}

    /**
     * @param files statements in files
     * @param written statements that the service wrote into its own graphs
     */
    record State(Set<Stated> files, Set<Stated> written, String rule, String query) {}

    private static final List<String> FOLDERS = List.of("authority", "decisions", "links", "sources", "ontology");
    private static final List<Node> OWN = List.of(Graphs.LINKS, Graphs.OWN_AUTHORITY, Graphs.OWN_DECISIONS);

    @Provide
    Arbitrary<State> states() {
        Arbitrary<Stated> stated = Combinators.combine(
                        Arbitraries.of(FOLDERS),
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("x", "y"),
                        Arbitraries.of("1", "2", "\uFFFD", "\uD83D\uDE00"))
                .as(Stated::new);
        return Combinators.combine(
                        stated.set().ofMinSize(1).ofMaxSize(3),
                        stated.set().ofMaxSize(2),
                        Arbitraries.of("", "# other\n"),
                        Arbitraries.of("", "# other\n"))
                .as(State::new)
                .filter(state -> state.files().stream()
                        .anyMatch(
                                s -> s.folder().equals("sources") || s.folder().equals("authority")));
    }

    @Property(tries = 40)
    void equal_ids_mean_equal_states(@ForAll("states") State one, @ForAll("states") State unlike, @ForAll boolean near)
            throws IOException {
        Seen first = seen(one, false);
        Seen second = seen(near ? renamed(one) : unlike, false);
        assertThat(first.id().equals(second.id())).as(first + " " + second).isEqualTo(sameState(first, second));
    }

    @Property(tries = 15)
    void comments_dates_and_the_order_of_writing_do_not_change_the_id(@ForAll("states") State state)
            throws IOException {
        assertThat(seen(state, true).id()).isEqualTo(seen(state, false).id());
    }

    /** The same in other files: the same state where the folder is one graph, another one where each file has its own. */
    private static State renamed(State state) {
        Set<Stated> files = state.files().stream()
                .map(s -> new Stated(s.folder(), s.file().equals("a") ? "b" : "a", s.subject(), s.value()))
                .collect(Collectors.toSet());
        return new State(files, state.written(), state.rule(), state.query());
    }

    /** What a state of a store consists of, as it can be read from it, and its id. */
    private record Seen(String id, Set<String> statements, String rule, String query) {}

    private static boolean sameState(Seen one, Seen other) {
        return one.statements().equals(other.statements())
                && one.rule().equals(other.rule())
                && one.query().equals(other.query());
    }

    private static Seen seen(State state, boolean commented) throws IOException {
        try (TemporaryFolder home = TemporaryFolder.create("entente-state");
                Store store = Store.inMemory(Derivation.NONE)) {
            CollectionFiles files = CollectionFiles.at(home.path());
            for (Stated s : state.files()) {
                Path file = Files.createDirectories(
                                s.folder().equals("ontology")
                                        ? files.ontology()
                                        : files.data().resolve(s.folder()))
                        .resolve(s.file() + ".ttl");
                String line = "<https://w3id.org/entente/id/%s> <https://w3id.org/entente/ontology#p> \"%s\" .\n"
                        .formatted(s.subject(), s.value());
                Files.writeString(
                        file,
                        (commented ? "# a comment\n" : "") + (Files.exists(file) ? Files.readString(file) : "") + line);
            }
            Files.writeString(
                    Files.createDirectories(files.rules()).resolve("01-rule.rq"), "CONSTRUCT {} {}" + state.rule());
            Files.writeString(files.queries().resolve("asked.rq"), "#+ summary" + state.query());
            assertThat(new CollectionLoader(store, CommitValidator.OPEN, Clock.systemUTC())
                            .load(files, Progress.SILENT)
                            .accepted())
                    .isTrue();
            for (Stated s : state.written()) {
                store.write(d -> d.add(
                        OWN.get(FOLDERS.indexOf(s.folder()) % OWN.size()),
                        NodeFactory.createURI("https://w3id.org/entente/id/" + s.subject()),
                        NodeFactory.createURI("https://w3id.org/entente/ontology#p"),
                        NodeFactory.createLiteralString(s.value())));
            }
            String queries = QueryCatalog.edition(List.of(files.queries()));
            return new Seen(store.release().answeredBy(queries).id(), statements(store), state.rule(), state.query());
        }
    }

    private static Set<String> statements(Store store) {
        return store.read(d -> Stream.of(RDFWriter.create()
                        .lang(Lang.NQUADS)
                        .source(d)
                        .asString()
                        .split("\n"))
                .filter(line -> !line.contains("/graph/release>"))
                .collect(Collectors.toCollection(HashSet::new)));
    }
}
