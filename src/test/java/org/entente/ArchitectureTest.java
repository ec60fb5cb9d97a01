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
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Map.entry("names", List.of()),
            Map.entry("time", List.of()),
            Map.entry("vocab", List.of()),
            Map.entry("rdf", List.of("vocab")),
            Map.entry("sparql", List.of("vocab")),
            Map.entry("store", List.of("names", "rdf", "time", "vocab")),
            Map.entry("web.picture", List.of("time")),
            Map.entry("execution", List.of("vocab", "sparql", "store")),
            Map.entry("check", List.of("rdf", "vocab", "sparql", "store", "execution")),
            Map.entry("encounter", List.of("vocab", "sparql", "store", "execution")),
            Map.entry("derive", List.of("vocab", "encounter", "store")),
            Map.entry("query", List.of("names", "time", "vocab", "sparql", "store")),
            Map.entry("reconcile", List.of("names", "time", "vocab", "store")),
            Map.entry("wikidata", List.of("names", "rdf", "vocab", "store")),
            Map.entry("contact", List.of("time", "vocab", "encounter", "store", "execution")),
            Map.entry("link", List.of("names", "rdf", "vocab", "store", "wikidata")),
            Map.entry("web.http", List.of("vocab", "execution", "query")),
            Map.entry("functions", List.of("names", "time", "vocab", "encounter", "execution", "contact")),
            Map.entry("network", List.of("time", "vocab", "store", "encounter", "execution", "contact")),
            Map.entry("evidence", List.of("time", "sparql", "store", "execution", "encounter", "network")),
            Map.entry("export", List.of("encounter", "contact", "network")),
            Map.entry("dossier", List.of("time", "sparql", "store", "execution", "encounter", "evidence")),
            Map.entry(
                    "web.page",
                    List.of(
                            "time",
                            "vocab",
                            "sparql",
                            "store",
                            "encounter",
                            "web.picture",
                            "execution",
                            "query",
                            "web.http",
                            "network",
                            "export")),
            Map.entry(
                    "web.canned",
                    List.of(
                            "time",
                            "vocab",
                            "store",
                            "sparql",
                            "web.picture",
                            "execution",
                            "query",
                            "web.http",
                            "web.page")),
            Map.entry(
                    "web.dossier",
                    List.of(
                            "time",
                            "vocab",
                            "sparql",
                            "encounter",
                            "web.picture",
                            "execution",
                            "query",
                            "web.http",
                            "evidence",
                            "dossier",
                            "web.page")),
            Map.entry(
                    "web.entity",
                    List.of("time", "vocab", "sparql", "store", "execution", "query", "web.http", "web.page")),
            Map.entry(
                    "web.links",
                    List.of("names", "vocab", "store", "execution", "wikidata", "link", "web.http", "web.page")),
            Map.entry(
                    "web.network",
                    List.of(
                            "time",
                            "sparql",
                            "store",
                            "encounter",
                            "execution",
                            "query",
                            "contact",
                            "web.http",
                            "network",
                            "export",
                            "web.page")),
            Map.entry("web.ontology", List.of("vocab", "sparql", "store", "execution", "web.http", "web.page")),
            Map.entry(
                    "web.reconcile",
                    List.of("time", "vocab", "store", "execution", "reconcile", "web.http", "web.page")),
            Map.entry(
                    "web.search",
                    List.of("names", "vocab", "sparql", "store", "execution", "query", "web.http", "web.page")),
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
                            "web.entity",
                            "web.network")),
            Map.entry(
                    "web.sparql",
                    List.of(
                            "vocab",
                            "sparql",
                            "store",
                            "execution",
                            "query",
                            "web.http",
                            "web.page",
                            "web.canned",
                            "web.ontology")),
            Map.entry(
                    "web.site",
                    List.of("vocab", "sparql", "store", "execution", "query", "web.http", "export", "web.page")),
            Map.entry(
                    "web",
                    List.of(
                            "rdf",
                            "store",
                            "execution",
                            "query",
                            "web.http",
                            "web.page",
                            "web.canned",
                            "web.dossier",
                            "web.entity",
                            "web.links",
                            "web.network",
                            "web.ontology",
                            "web.reconcile",
                            "web.search",
                            "web.home",
                            "web.site",
                            "web.sparql")),
            Map.entry(
                    "cli",
                    List.of(
                            "rdf",
                            "vocab",
                            "sparql",
                            "store",
                            "check",
                            "derive",
                            "execution",
                            "query",
                            "reconcile",
                            "wikidata",
                            "contact",
                            "link",
                            "web.http",
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
    void every_package_is_a_room() {
        assertThat(PROGRAM.stream().map(ArchitectureTest::room).collect(Collectors.toSet()))
                .isSubsetOf(USES.keySet());
    }

    @Test
    void rooms_have_no_cycles() {
        slices().matching("org.entente.(**)").should().beFreeOfCycles().check(PROGRAM);
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
