package org.entente;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the arrows between the rooms: what each package of {@code org.entente} may use. */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.entente");

    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("vocab", List.of()),
            Map.entry("rdf", List.of("vocab")),
            Map.entry("time", List.of("vocab")),
            Map.entry("names", List.of("vocab")),
            Map.entry("store", List.of("rdf", "time", "names", "vocab")),
            Map.entry("encounter", List.of("store", "time", "names", "vocab")),
            Map.entry("query", List.of("store", "time", "names", "vocab")),
            Map.entry("reconcile", List.of("store", "rdf", "time", "names", "vocab")),
            Map.entry("check", List.of("store", "rdf", "vocab")),
            Map.entry("export", List.of("store", "encounter", "vocab")),
            Map.entry(
                    "web",
                    List.of(
                            "reconcile",
                            "export",
                            "query",
                            "encounter",
                            "check",
                            "store",
                            "rdf",
                            "time",
                            "names",
                            "vocab")),
            Map.entry(
                    "cli",
                    List.of(
                            "web",
                            "reconcile",
                            "export",
                            "query",
                            "encounter",
                            "check",
                            "store",
                            "rdf",
                            "time",
                            "names",
                            "vocab")));

    @TestFactory
    Stream<DynamicTest> each_room_uses_only_what_it_may() {
        return MAY_USE.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(room -> {
            List<String> others = new ArrayList<>(MAY_USE.keySet());
            others.remove(room.getKey());
            others.removeAll(room.getValue());
            String[] closed =
                    others.stream().map(r -> "org.entente." + r + "..").toArray(String[]::new);
            return DynamicTest.dynamicTest(room.getKey() + " uses only " + room.getValue(), () -> {
                if (closed.length > 0) {
                    noClasses()
                            .that()
                            .resideInAPackage("org.entente." + room.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(closed)
                            .check(PROGRAM);
                }
            });
        });
    }

    @Test
    void every_package_is_a_room() {
        String[] rooms =
                MAY_USE.keySet().stream().map(r -> "org.entente." + r + "..").toArray(String[]::new);
        classes().should().resideInAnyPackage(rooms).check(PROGRAM);
    }

    @Test
    void rooms_have_no_cycles() {
        slices().matching("org.entente.(*)..").should().beFreeOfCycles().check(PROGRAM);
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
}
