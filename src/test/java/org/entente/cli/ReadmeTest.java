package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ShippedCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What README.md shows is what the program does. {@code -Dgolden=write} writes the present output into the README. */
class ReadmeTest {
    private static final Path README = ShippedCollection.HOME.resolve("README.md");
    private static final Pattern CONSOLE =
            Pattern.compile("```console\n\\$ \\./entente ([^\n]*)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path store;

    @Test
    void every_command_of_the_readme_gives_the_output_that_stands_below_it() throws IOException {
        assertThat(run("load").exit()).isZero();
        String readme = Files.readString(README);
        List<MatchResult> commands = CONSOLE.matcher(readme).results().toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(5);
        for (MatchResult command : commands) {
            Output output = run(ShellWords.of(command.group(1)).toArray(String[]::new));
            assertThat(output.exit()).as(command.group(1)).isZero();
            if ("write".equals(System.getProperty("golden"))) {
                readme = readme.replace(
                        command.group(), "```console\n$ ./entente " + command.group(1) + "\n" + output.text() + "```");
            } else {
                assertThat(command.group(2)).as(command.group(1)).isEqualTo(output.text());
            }
        }
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(README, readme);
        }
    }

    @Test
    void the_readme_names_only_files_that_are_there() throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(README));
        assertThat(links.results().map(m -> ShippedCollection.HOME.resolve(m.group(1))))
                .isNotEmpty()
                .allMatch(f -> Files.isDirectory(f) || f.toFile().length() > 100, "is there and holds something");
    }

    private record Output(int exit, String text) {}

    private Output run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--home", ShippedCollection.HOME.toString(), "--store", store.toString()));
        StringWriter out = new StringWriter();
        CommandLine commandLine =
                Entente.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter()));
        int exit = commandLine.execute(all.toArray(String[]::new));
        return new Output(exit, out.toString().replace("\r\n", "\n"));
    }
}
