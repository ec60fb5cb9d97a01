package org.entente;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the arrows between the rooms: each package of {@code org.entente} uses exactly those that are listed here. */
class ArchitectureTest {
    private static final String BASE = "org.entente.";
    private static final Path SOURCES = Path.of("src/main/java/org/entente");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?org\\.entente\\.([a-z.]+)\\.([A-Z]\\w*)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/web/templates/"))
            .importPackages("org.entente");

    /** Room by room from the ground up: what it uses. */
    private static final Map<String, List<String>> USES = Map.ofEntries(
            Map.entry("draft", List.of("text")),
            Map.entry("fulltext", List.of()),
            Map.entry("names", List.of()),
            Map.entry("text", List.of()),
            Map.entry("time", List.of()),
            Map.entry("vocab", List.of()),
            Map.entry("bounds", List.of("vocab")),
            Map.entry("pattern", List.of("vocab")),
            Map.entry("rdf", List.of("text", "vocab")),
            Map.entry("sparql", List.of("vocab")),
            Map.entry("web.picture", List.of("text", "time")),
            Map.entry("packing", List.of()),
            Map.entry("store", List.of("names", "text", "time", "vocab", "bounds", "rdf", "packing")),
            Map.entry("derive", List.of("vocab", "bounds", "pattern", "store", "execution")),
            Map.entry("execution", List.of("text", "vocab", "bounds", "sparql", "store")),
            Map.entry("query", List.of("names", "text", "time", "vocab", "sparql", "store")),
            Map.entry("reconcile", List.of("names", "text", "time", "vocab", "store")),
            Map.entry("wikidata", List.of("names", "text", "vocab", "rdf", "store")),
            Map.entry(
                    "check",
                    List.of("draft", "text", "vocab", "bounds", "pattern", "rdf", "sparql", "store", "execution")),
            Map.entry("coverage", List.of("sparql", "execution")),
            Map.entry("letter", List.of("text")),
            Map.entry("decision", List.of("text", "vocab", "draft", "rdf", "sparql", "store", "execution")),
            Map.entry("dependence", List.of("text", "vocab", "sparql", "execution")),
            Map.entry("encounter", List.of("vocab", "sparql", "store", "execution")),
            Map.entry("link", List.of("names", "vocab", "rdf", "store", "wikidata")),
            Map.entry("operation", List.of("text", "rdf", "store")),
            Map.entry("release", List.of("text", "vocab", "rdf", "store", "execution", "query")),
            Map.entry("coding", List.of("sheet", "store", "text", "vocab")),
            Map.entry("sheet", List.of("text", "time", "vocab", "rdf", "store", "reconcile")),
            Map.entry("web.http", List.of("text", "vocab", "store", "execution", "query")),
            Map.entry("contact", List.of("time", "vocab", "store", "execution", "encounter")),
            Map.entry("functions", List.of("names", "time", "vocab", "bounds", "execution", "encounter", "contact")),
            Map.entry("network", List.of("time", "vocab", "store", "execution", "encounter", "contact")),
            Map.entry("evidence", List.of("time", "vocab", "sparql", "store", "execution", "encounter", "network")),
            Map.entry("export", List.of("text", "sparql", "execution", "encounter", "contact", "network")),
            Map.entry(
                    "engine",
                    List.of(
                            "rdf",
                            "sparql",
                            "store",
                            "text",
                            "vocab",
                            "execution",
                            "query",
                            "encounter",
                            "contact",
                            "dossier")),
            Map.entry("dossier", List.of("time", "vocab", "sparql", "store", "execution", "encounter", "evidence")),
            Map.entry(
                    "web.page",
                    List.of(
                            "text",
                            "time",
                            "vocab",
                            "sparql",
                            "web.picture",
                            "store",
                            "execution",
                            "query",
                            "coverage",
                            "encounter",
                            "web.http",
                            "network",
                            "export")),
            Map.entry(
                    "ask",
                    List.of(
                            "names",
                            "text",
                            "time",
                            "vocab",
                            "sparql",
                            "store",
                            "execution",
                            "query",
                            "encounter",
                            "contact",
                            "network",
                            "dossier")),
            Map.entry(
                    "annotate",
                    List.of(
                            "draft",
                            "fulltext",
                            "names",
                            "text",
                            "time",
                            "vocab",
                            "sparql",
                            "store",
                            "execution",
                            "sheet",
                            "ask")),
            Map.entry(
                    "web.annotate",
                    List.of(
                            "draft",
                            "text",
                            "time",
                            "vocab",
                            "store",
                            "execution",
                            "sheet",
                            "web.http",
                            "web.page",
                            "annotate",
                            "ask")),
            Map.entry(
                    "web.canned",
                    List.of(
                            "text",
                            "time",
                            "vocab",
                            "sparql",
                            "web.picture",
                            "store",
                            "execution",
                            "query",
                            "web.http",
                            "web.page")),
            Map.entry(
                    "web.decision",
                    List.of(
                            "text",
                            "vocab",
                            "rdf",
                            "sparql",
                            "store",
                            "execution",
                            "query",
                            "decision",
                            "web.http",
                            "web.page")),
            Map.entry(
                    "web.dossier",
                    List.of(
                            "text",
                            "time",
                            "vocab",
                            "sparql",
                            "web.picture",
                            "store",
                            "execution",
                            "query",
                            "encounter",
                            "web.http",
                            "evidence",
                            "dossier",
                            "web.page")),
            Map.entry(
                    "web.links",
                    List.of(
                            "names",
                            "text",
                            "time",
                            "vocab",
                            "store",
                            "execution",
                            "wikidata",
                            "link",
                            "web.http",
                            "web.page")),
            Map.entry("web.match", List.of("text", "store", "execution", "reconcile", "web.http", "web.page")),
            Map.entry("web.mcp", List.of("text", "vocab", "store", "execution", "query", "web.http", "web.page")),
            Map.entry(
                    "web.network",
                    List.of(
                            "text",
                            "time",
                            "sparql",
                            "execution",
                            "query",
                            "encounter",
                            "web.http",
                            "contact",
                            "network",
                            "export",
                            "web.page")),
            Map.entry("web.operation", List.of("text", "store", "execution", "operation", "web.http", "web.page")),
            Map.entry("web.ontology", List.of("vocab", "sparql", "store", "execution", "web.http", "web.page")),
            Map.entry(
                    "web.letter",
                    List.of("time", "vocab", "sparql", "execution", "letter", "query", "web.http", "web.page")),
            Map.entry("web.proposal", List.of("vocab", "store", "execution", "query", "web.http", "web.page")),
            Map.entry(
                    "web.reconcile",
                    List.of("text", "time", "vocab", "store", "execution", "reconcile", "web.http", "web.page")),
            Map.entry(
                    "web.release",
                    List.of(
                            "text",
                            "vocab",
                            "store",
                            "execution",
                            "query",
                            "release",
                            "web.http",
                            "export",
                            "web.page")),
            Map.entry(
                    "web.search",
                    List.of(
                            "fulltext",
                            "names",
                            "text",
                            "vocab",
                            "sparql",
                            "store",
                            "execution",
                            "query",
                            "web.http",
                            "web.page")),
            Map.entry("web.sheet", List.of("text", "store", "execution", "reconcile", "sheet", "web.http", "web.page")),
            Map.entry(
                    "web.site",
                    List.of("text", "vocab", "sparql", "store", "execution", "query", "web.http", "web.page")),
            Map.entry("web.story", List.of("time", "vocab", "execution", "web.page")),
            Map.entry(
                    "web.ask", List.of("text", "vocab", "store", "execution", "query", "web.http", "web.page", "ask")),
            Map.entry(
                    "web.entity",
                    List.of(
                            "text",
                            "time",
                            "vocab",
                            "sparql",
                            "web.picture",
                            "store",
                            "execution",
                            "coverage",
                            "query",
                            "link",
                            "web.http",
                            "web.page",
                            "web.story")),
            Map.entry(
                    "web.sparql",
                    List.of(
                            "text",
                            "vocab",
                            "bounds",
                            "rdf",
                            "sparql",
                            "store",
                            "execution",
                            "query",
                            "web.http",
                            "web.page",
                            "web.canned",
                            "web.ontology")),
            Map.entry(
                    "web.home",
                    List.of(
                            "vocab",
                            "sparql",
                            "store",
                            "execution",
                            "query",
                            "web.http",
                            "web.page",
                            "web.network",
                            "web.entity")),
            Map.entry(
                    "web",
                    List.of(
                            "text",
                            "bounds",
                            "rdf",
                            "store",
                            "execution",
                            "query",
                            "release",
                            "operation",
                            "web.http",
                            "web.page",
                            "web.operation",
                            "web.canned",
                            "web.decision",
                            "web.dossier",
                            "web.letter",
                            "web.links",
                            "web.match",
                            "web.mcp",
                            "web.network",
                            "web.ontology",
                            "web.proposal",
                            "web.reconcile",
                            "web.release",
                            "web.search",
                            "web.sheet",
                            "web.site",
                            "web.ask",
                            "web.entity",
                            "web.sparql",
                            "web.home",
                            "web.annotate")),
            Map.entry(
                    "cli",
                    List.of(
                            "bounds",
                            "draft",
                            "time",
                            "text",
                            "vocab",
                            "rdf",
                            "sparql",
                            "store",
                            "derive",
                            "execution",
                            "query",
                            "reconcile",
                            "wikidata",
                            "check",
                            "dependence",
                            "link",
                            "release",
                            "operation",
                            "sheet",
                            "coding",
                            "web.http",
                            "contact",
                            "ask",
                            "annotate",
                            "engine",
                            "export",
                            "web.mcp",
                            "web")));

    @TestFactory
    Stream<DynamicTest> each_room_uses_exactly_what_is_listed() {
        return USES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(room -> DynamicTest.dynamicTest(
                        room.getKey() + " uses " + room.getValue(),
                        () -> assertThat(used(room.getKey())).containsExactlyInAnyOrderElementsOf(room.getValue())));
    }

    @Test
    void a_name_of_a_class_means_one_class() {
        Map<String, Set<String>> named = new TreeMap<>();
        PROGRAM.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getPackageName().contains(".templates"))
                .forEach(type -> named.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName()));
        named.values().removeIf(types -> types.size() == 1);
        assertThat(named).isEmpty();
    }

    @Test
    void every_package_is_a_room() {
        assertThat(PROGRAM.stream().map(ArchitectureTest::room).collect(Collectors.toSet()))
                .isSubsetOf(USES.keySet());
    }

    @Test
    void rooms_have_no_cycles() {
        slices().matching("org.entente.(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void classes_of_a_room_form_no_cycle() {
        Map<String, Set<String>> uses = new TreeMap<>();
        PROGRAM.forEach(type -> type.getDirectDependenciesFromSelf().stream()
                .map(d -> d.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().equals(type.getPackageName()))
                .forEach(target -> uses.computeIfAbsent(outermost(type), t -> new TreeSet<>())
                        .add(outermost(target))));
        uses.forEach((type, targets) -> targets.remove(type));
        Set<String> knots = uses.keySet().stream()
                .map(type -> knot(type, uses))
                .filter(knot -> knot.size() > 1)
                .map(knot -> String.join(" ", knot))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(knots).isEmpty();
    }

    /** The classes that a class leads to and that lead back to it. */
    private static Set<String> knot(String type, Map<String, Set<String>> uses) {
        return reachable(type, uses).stream()
                .filter(target -> reachable(target, uses).contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> reachable(String type, Map<String, Set<String>> uses) {
        Set<String> found = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(type));
        while (!left.isEmpty()) {
            uses.getOrDefault(left.pop(), Set.of()).stream().filter(found::add).forEach(left::push);
        }
        return found;
    }

    /** Its name below {@code org.entente}; that of the class around it where it is nested. */
    private static String outermost(JavaClass type) {
        return type.getName().substring(BASE.length()).replaceFirst("\\$.*", "");
    }

    /** Who sees the request and writes the answer, besides endpoints, routes and requests. */
    private static final List<String> SEE_CONTEXT = List.of(
            "web.CommonHeaders",
            "web.LargeBodies",
            "web.Metrics",
            "web.ProblemResponses",
            "web.http.ByteOrderMark",
            "web.http.Etags",
            "web.http.JsonShape",
            "web.http.KnownAnswers",
            "web.http.Language",
            "web.http.RdfWriter",
            "web.http.RequestBody",
            "web.http.RequestedRelease",
            "web.http.ResponseAbort",
            "web.http.Sessions",
            "web.http.Urls",
            "web.http.WriteKey",
            "web.page.MergedEntityRedirect",
            "web.page.Pages",
            "web.page.QuestionResponse",
            "web.reconcile.ReconcilePages",
            "web.release.EarlierStates",
            "web.release.Memento",
            "web.release.Results",
            "web.release.Shelf",
            "web.sparql.ServiceDescription",
            "web.sparql.SparqlPages",
            "web.sparql.SparqlSubmission");

    @Test
    void only_endpoints_routes_and_requests_see_the_http_context() {
        Set<String> others = PROGRAM.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().getName().equals("io.javalin.http.Context")))
                .map(ArchitectureTest::outermost)
                .filter(name -> !name.matches(".*(Endpoint|Routes|Request)"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).containsExactlyInAnyOrderElementsOf(SEE_CONTEXT);
    }

    @Test
    void only_rdf_sees_rdf4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.entente.rdf..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.rdf4j..")
                .check(PROGRAM);
    }

    @Test
    void only_fulltext_sees_lucene() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.entente.fulltext..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(PROGRAM);
    }

    @Test
    void only_web_sees_javalin() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.entente.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.javalin..")
                .check(PROGRAM);
    }

    @Test
    void transactions_stay_in_the_store() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.entente.store..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.jena.system.Txn")
                .check(PROGRAM);
    }

    /** By class files, and by imports: a constant that is used leaves no trace in a class file. */
    private static Set<String> used(String room) throws IOException {
        Set<String> used = PROGRAM.stream()
                .filter(c -> room(c).equals(room))
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .map(d -> d.getTargetClass().getBaseComponentType())
                .filter(c -> c.getPackageName().startsWith(BASE))
                .map(ArchitectureTest::room)
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(SOURCES.resolve(room.replace('.', '/')))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                IMPORT.matcher(code)
                        .results()
                        .filter(m -> count(code, m.group(2)) > 1)
                        .map(m -> m.group(1))
                        .forEach(used::add);
            }
        }
        used.remove(room);
        return used;
    }

    private static long count(String code, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(code).results().count();
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(BASE.length());
    }
}
