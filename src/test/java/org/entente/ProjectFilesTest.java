package org.entente;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.cli.Entente;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the files for maintainers say agrees with the build, the program and each other. */
class ProjectFilesTest {
    private static final Path HOME = ShippedCollection.HOME;
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void the_citation_has_what_its_format_requires_and_the_version_of_the_build() throws IOException {
        JsonNode citation = YAML.readTree(text("CITATION.cff"));
        assertThat(citation.path("cff-version").asText()).isEqualTo("1.2.0");
        assertThat(citation.path("message").asText()).isNotBlank();
        assertThat(citation.path("title").asText()).isEqualTo("Entente");
        assertThat(citation.path("authors")).isNotEmpty();
        assertThat(citation.path("license").asText()).isEqualTo(inPom("<license>\\s*<name>([^<]+)<"));
        assertThat(citation.path("version").asText()).isEqualTo(inPom("<version>([^<]+)<"));
    }

    @Test
    void codemeta_says_the_same_as_the_citation() throws IOException {
        JsonNode citation = YAML.readTree(text("CITATION.cff"));
        JsonNode codemeta = new ObjectMapper().readTree(text("codemeta.json"));
        assertThat(codemeta.path("version")).isEqualTo(citation.path("version"));
        assertThat(codemeta.path("name")).isEqualTo(citation.path("title"));
        assertThat(codemeta.path("description")).isEqualTo(citation.path("abstract"));
        assertThat(codemeta.path("author").path("name"))
                .isEqualTo(citation.path("authors").path(0).path("name"));
        assertThat(codemeta.path("license").asText())
                .endsWith("/" + citation.path("license").asText());
    }

    @Test
    void the_forge_runs_what_continuous_integration_runs() throws IOException {
        JsonNode steps = YAML.readTree(text(".github/workflows/ci.yml")).at("/jobs/verify/steps");
        assertThat(steps).extracting(step -> step.path("run").asText()).contains(".ci/run");
        assertThat(HOME.resolve(".ci/run")).isExecutable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "docs/release.md"})
    void every_file_that_a_guide_names_is_there(String guide) throws IOException {
        Set<String> named = new TreeSet<>();
        for (String code : all("`([^`\n]+)`", text(guide))) {
            // Neither `queries/<id>.rq`, which stands for many, nor what only a build makes.
            if (code.matches("(?!target/)[\\w.-]+(/[\\w.-]+)*/?")
                    && (code.contains("/") || code.matches(".*\\.(md|xml|cff)"))) {
                named.add(code);
            }
        }
        all("\\]\\(([^)#:]+)\\)", text(guide))
                .forEach(link -> named.add(
                        HOME.relativize(HOME.resolve(guide).resolveSibling(link).normalize())
                                .toString()));
        assertThat(named).isNotEmpty().allSatisfy(file -> assertThat(HOME.resolve(file))
                .exists());
    }

    @Test
    void every_test_that_the_guide_names_is_there() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(HOME.resolve("src/test/java"))) {
            classes = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(all("\\b([A-Z]\\w+(?:Test|Bench))\\b", text("CONTRIBUTING.md")))
                .isNotEmpty()
                .isSubsetOf(classes);
    }

    @Test
    void the_image_holds_the_jar_of_the_build_and_the_folders_that_the_program_reads() throws IOException {
        String jar = inPom("<outputFile>\\$\\{project.build.directory}/([^<]+)<");
        String dockerfile = text("Dockerfile");
        assertThat(all("COPY --from=build /build/target/(\\S+)", dockerfile)).containsExactly(jar);
        assertThat(list("ENTRYPOINT", dockerfile)).containsSubsequence("-Dentente.home=/entente", "-jar", jar);

        List<String> copied = all("(?m)^COPY (\\w\\S*) ", dockerfile);
        assertThat(copied).contains("ontology", "data", "queries", "pom.xml", "src");
        List<String> sent = all("(?m)^!(\\S+)$", text(".dockerignore"));
        assertThat(copied).allMatch(path -> sent.stream()
                .anyMatch(s -> s.equals(path) || s.startsWith(path + "/") || path.startsWith(s + "/")));
        assertThat(sent).allSatisfy(path -> assertThat(HOME.resolve(path)).exists());
    }

    @Test
    void the_image_starts_a_command_that_the_program_has() throws IOException {
        List<String> command = list("CMD", text("Dockerfile"));
        CommandLine.ParseResult parsed = Entente.commandLine().parseArgs(command.toArray(String[]::new));
        CommandLine.ParseResult serve = parsed.subcommand();
        assertThat(serve.commandSpec().name()).isEqualTo("serve");
        assertThat(serve.matchedOptionValue("--host", "")).isEqualTo("0.0.0.0");
        String store = serve.matchedOptionValue("--store", "");

        JsonNode service = YAML.readTree(text("compose.yaml")).at("/services/entente");
        assertThat(service.path("volumes").path(0).asText()).endsWith(":" + store);
        assertThat(all("(?m)^VOLUME (\\S+)$", text("Dockerfile"))).containsExactly(store);
        assertThat(service.path("ports").path(0).asText())
                .endsWith(":" + all("(?m)^EXPOSE (\\S+)$", text("Dockerfile")).getFirst());
        assertThat(service.path("environment").has("ENTENTE_KEY")).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_health_check_of_the_image_tells_a_server_that_is_ready_from_one_that_is_not() throws Exception {
        List<String> check = list("HEALTHCHECK[^\\[]*CMD", text("Dockerfile"));
        assertThat(exitCode(check, ServedStore.shipped().port())).isZero();
        try (ServedStore empty = ServedStore.over(Store.inMemory(Derivation.NONE), ServerOptions.defaults())) {
            assertThat(exitCode(check, empty.port())).isNotZero();
        }
    }

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve(".github/ISSUE_TEMPLATE"))) {
            return files.filter(file -> !file.endsWith("config.yml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_for_reports_asks_for_something_and_says_what(Path file) throws IOException {
        JsonNode form = YAML.readTree(Files.readString(file));
        assertThat(form.path("name").asText()).isNotBlank();
        assertThat(form.path("description").asText()).isNotBlank();
        assertThat(form.path("body")).hasSizeBetween(3, 6).allSatisfy(field -> {
            assertThat(field.path("type").asText()).isIn("input", "textarea", "dropdown");
            assertThat(field.path("id").asText()).matches("[a-z]+");
            assertThat(field.at("/attributes/label").asText()).isNotBlank();
            assertThat(field.at("/attributes").has("options"))
                    .isEqualTo(field.path("type").asText().equals("dropdown"));
        });
        assertThat(form.path("body"))
                .extracting(field -> field.path("id").asText())
                .doesNotHaveDuplicates();
        assertThat(form.path("body"))
                .filteredOn(field -> field.at("/validations/required").asBoolean())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private static int exitCode(List<String> check, int port) throws Exception {
        List<String> command =
                check.stream().map(word -> word.replace("8080", "" + port)).toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** The words of an instruction of a Dockerfile that is written as a JSON array. */
    private static List<String> list(String instruction, String dockerfile) throws IOException {
        String json = all("(?m)^" + instruction + " (\\[.*])$", dockerfile).getFirst();
        return List.of(new ObjectMapper().readValue(json, String[].class));
    }

    /** What the first group of a pattern finds first in the POM. */
    private static String inPom(String pattern) throws IOException {
        return all(pattern, text("pom.xml")).getFirst();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String text(String file) throws IOException {
        return Files.readString(HOME.resolve(file));
    }
}
