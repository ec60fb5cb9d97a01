package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Options that are set by the environment or in a file, and the table that documents them. */
class SettingsTest {
    private static final Path MANUAL = Path.of("docs/operations.md");
    private static final String HEAD = "| option | variable | in the file | what |\n|---|---|---|---|\n";

    @TempDir
    Path folder;

    @Test
    void the_manual_lists_all_settings_as_they_are() throws IOException {
        String table = Entente.commandLine().getSubcommands().get("serve").getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp() && !option.hidden())
                .sorted(Comparator.comparing(Settings::name))
                .map(SettingsTest::row)
                .collect(Collectors.joining("\n"));
        String manual = Files.readString(MANUAL);
        if ("write".equals(System.getProperty("golden"))) {
            int from = manual.indexOf(HEAD) + HEAD.length();
            manual = manual.substring(0, from) + table + manual.substring(manual.indexOf("\n\n", from));
            Files.writeString(MANUAL, manual);
        }
        assertThat(manual).contains(HEAD + table + "\n\n");
    }

    private static String row(OptionSpec option) {
        String name = Settings.name(option);
        String what = String.join(" ", option.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()));
        return "| `--%s` | `%s` | `%s` | %s |".formatted(name, Settings.variable(name), name, what);
    }

    @Test
    void what_is_given_counts_before_the_environment_and_that_before_the_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("entente.conf"),
                "# of this host\nport = 9001\ntimeout = 7\nrow-limit = 50\nno-watch = true\n");
        Map<String, String> environment = new HashMap<>();
        environment.put("ENTENTE_CONFIG", file.toString());
        environment.put("ENTENTE_TIMEOUT", "8");
        environment.put("ENTENTE_ROW_LIMIT", " ");
        CommandLine.ParseResult parsed = parse(environment, "--row-limit", "60");
        assertThat(value(parsed, "--port")).isEqualTo(9001);
        assertThat(value(parsed, "--timeout")).isEqualTo(8);
        assertThat(value(parsed, "--row-limit")).isEqualTo(60L);
        assertThat(value(parsed, "--no-watch")).isEqualTo(true);
        assertThat(value(parsed, "--live")).isEqualTo(false);
        assertThat(value(parsed, "--host")).isEqualTo("127.0.0.1");
    }

    @Test
    void several_services_stand_in_one_setting() {
        CommandLine.ParseResult parsed =
                parse(Map.of("ENTENTE_SERVICE_ALLOW", "https://a.example/sparql https://b.example/sparql"));
        assertThat((List<?>) value(parsed, "--service-allow")).hasSize(2);
    }

    @Test
    void a_setting_that_does_not_exist_and_a_file_that_is_not_there_are_told() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.conf"), "prot = 9001\nhelp = true\n");
        assertThatThrownBy(() -> settings(Map.of("ENTENTE_CONFIG", file.toString())))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("wrong.conf sets what does not exist: help, prot. There are: ")
                .hasMessageContaining("port");
        assertThatThrownBy(() ->
                        settings(Map.of("ENTENTE_CONFIG", folder.resolve("none").toString())))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("cannot be read");
        Path broken = Files.writeString(folder.resolve("broken.conf"), "port = \\u00zz\n");
        assertThatThrownBy(() -> settings(Map.of("ENTENTE_CONFIG", broken.toString())))
                .isInstanceOf(CommandException.class);
        Path binary = Files.write(folder.resolve("binary.conf"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> settings(Map.of("ENTENTE_CONFIG", binary.toString())))
                .isInstanceOf(CommandException.class);
    }

    @Test
    void a_wrong_value_is_told_as_that_of_an_option_is() {
        assertThatThrownBy(() -> parse(Map.of("ENTENTE_PORT", "many")))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("--port");
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(Entente.commandLine(), environment);
    }

    private static CommandLine.ParseResult parse(Map<String, String> environment, String... options) {
        CommandLine entente = Entente.commandLine();
        entente.setDefaultValueProvider(Settings.of(entente, environment));
        String[] line = new String[options.length + 1];
        line[0] = "serve";
        System.arraycopy(options, 0, line, 1, options.length);
        return entente.parseArgs(line).subcommand();
    }

    private static Object value(CommandLine.ParseResult parsed, String option) {
        return parsed.commandSpec().findOption(option).getValue();
    }
}
