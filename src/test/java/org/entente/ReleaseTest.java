package org.entente;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs {@code .ci/release} in a clone of its own that holds the files of this project, with a stub for Maven. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ReleaseTest {
    private static final String MAVEN = """
            #!/bin/sh
            [ -z "${FAILING-}" ] || exit 1
            mkdir -p target
            echo "$*" >target/entente-all.jar
            """;

    @TempDir
    Path temp;

    private Path clone;

    @BeforeEach
    void make_clone() throws Exception {
        clone = temp.resolve("clone");
        for (String file :
                List.of(".ci/release", ".gitignore", "pom.xml", "CITATION.cff", "codemeta.json", "CHANGELOG.md")) {
            Files.createDirectories(clone.resolve(file).getParent());
            Files.copy(Path.of(file), clone.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        edit("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n\n- What is new.\n");
        Path maven = Files.createDirectories(temp.resolve("bin")).resolve("mvn");
        Files.writeString(maven, MAVEN);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "Start");
    }

    @Test
    void a_release_sets_the_version_commits_tags_and_leaves_the_jar_with_its_checksum() throws Exception {
        Run run = release("--date", "2030-02-01", "9.8.7");
        assertThat(run.code()).as(run.text()).isZero();
        assertThat(clone.resolve("pom.xml"))
                .content()
                .contains("<artifactId>entente</artifactId>\n  <version>9.8.7</version>")
                .contains("<project.build.outputTimestamp>2030-02-01T00:00:00Z<");
        assertThat(clone.resolve("CITATION.cff")).content().contains("\nversion: 9.8.7\ndate-released: 2030-02-01\n");
        assertThat(clone.resolve("codemeta.json")).content().contains("\"version\": \"9.8.7\"");
        assertThat(clone.resolve("CHANGELOG.md"))
                .content()
                .contains("## [Unreleased]\n\n## [9.8.7] - 2030-02-01\n\n- What is new.\n");
        assertThat(git("log", "--format=%s", "v9.8.7").text()).isEqualTo("Release 9.8.7\nStart\n");
        assertThat(git("cat-file", "-t", "v9.8.7").text()).isEqualTo("tag\n");
        assertThat(git("status", "--porcelain").text()).isEmpty();

        Path jar = clone.resolve("target/release/entente-9.8.7.jar");
        assertThat(jar).hasContent("-B -ntp clean verify -DexcludedGroups=");
        assertThat(command(jar.getParent(), "sha256sum", "-c", "entente-9.8.7.jar.sha256")
                        .code())
                .isZero();
    }

    @Test
    void the_next_release_replaces_the_date_of_the_one_before() throws Exception {
        assertThat(release("--date", "2030-02-01", "9.8.7").code()).isZero();
        edit("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n\n- More.\n");
        git("commit", "-q", "-a", "-m", "More");
        assertThat(release("--date", "2030-03-01", "9.9.0-rc.1").code()).isZero();
        assertThat(clone.resolve("CITATION.cff"))
                .content()
                .contains("\nversion: 9.9.0-rc.1\ndate-released: 2030-03-01\n")
                .doesNotContain("2030-02-01");
        assertThat(clone.resolve("CHANGELOG.md"))
                .content()
                .contains("## [9.9.0-rc.1] - 2030-03-01\n\n- More.\n\n## [9.8.7] - 2030-02-01\n");
    }

    @Test
    void a_dry_run_shows_changes_and_steps_and_does_nothing() throws Exception {
        Run run = release("--dry-run", "--date", "2030-02-01", "9.8.7");
        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text())
                .contains("+  <version>9.8.7</version>", "+version: 9.8.7", "+## [9.8.7] - 2030-02-01")
                .containsSubsequence(
                        "+ mvn -B -ntp clean verify -DexcludedGroups=",
                        "+ git commit -q -m Release 9.8.7",
                        "+ git tag -a v9.8.7",
                        "entente-9.8.7.jar.sha256",
                        "dry run");
        assertThat(git("status", "--porcelain").text()).isEmpty();
        assertThat(git("tag").text()).isEmpty();
        assertThat(clone.resolve("target")).doesNotExist();
    }

    @Test
    void failing_tests_leave_everything_as_it_was() throws Exception {
        Run run = command(clone, "env", "FAILING=yes", ".ci/release", "9.8.7");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.text()).contains("nothing was released");
        assertThat(git("status", "--porcelain").text()).isEmpty();
        assertThat(git("log", "--format=%s").text()).isEqualTo("Start\n");
        assertThat(git("tag").text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                        | which version?
                    v1.2.3                    | 'v1.2.3' is no version
                    1.2                       | '1.2' is no version
                    01.2.3                    | '01.2.3' is no version
                    1.2.3 1.2.4               | one version, not two
                    --fast 1.2.3              | there is no option --fast
                    --date tomorrow 1.2.3     | 'tomorrow' is no day
                    --date                    | --date needs a day
                    """)
    void a_wrong_command_is_explained(String arguments, String message) throws Exception {
        Run run = release(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.text()).contains(message, "Usage: .ci/release");
    }

    @Test
    void a_tag_that_exists_is_not_made_again() throws Exception {
        git("tag", "v9.8.7");
        assertThat(release("9.8.7")).isEqualTo(new Run(1, "release: the tag v9.8.7 exists already.\n"));
    }

    @Test
    void changes_that_are_not_committed_are_named() throws Exception {
        Files.writeString(clone.resolve("new.txt"), "");
        assertThat(release("9.8.7"))
                .isEqualTo(new Run(1, "release: there are changes that are not committed:\n?? new.txt\n"));
    }

    @Test
    void a_release_needs_something_new() throws Exception {
        edit("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n\n## [0.0.1] - 2020-01-01\n");
        git("commit", "-q", "-a", "-m", "Nothing new");
        Run run = release("9.8.7");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.text()).contains("CHANGELOG.md has nothing under \"Unreleased\"");
    }

    private void edit(String file, String old, String replacement) throws IOException {
        Path path = clone.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, replacement));
    }

    private Run release(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(".ci/release"));
        command.addAll(List.of(arguments));
        return command(clone, command.toArray(String[]::new));
    }

    private Run git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Run run = command(clone, command.toArray(String[]::new));
        assertThat(run.code()).as(run.text()).isZero();
        return run;
    }

    private Run command(Path folder, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment()
                .putAll(Map.of(
                        "PATH", temp.resolve("bin") + ":" + System.getenv("PATH"),
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "Test",
                        "GIT_AUTHOR_EMAIL", "test@example.org",
                        "GIT_COMMITTER_NAME", "Test",
                        "GIT_COMMITTER_EMAIL", "test@example.org"));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), text);
    }

    /** What a command answered and printed. */
    private record Run(int code, String text) {}
}
