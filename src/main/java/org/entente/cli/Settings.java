package org.entente.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What stands for an option that is not given: an environment variable, else a line of the file of settings. All options of
 * {@code serve} can be set so, also for the other commands that have them.
 */
final class Settings implements CommandLine.IDefaultValueProvider {
    private static final String FILE = "ENTENTE_CONFIG";
    /** The file in the folder of the program, if none is named. */
    private static final String USUAL = "entente.conf";

    private final Map<String, String> environment;
    private final Properties file;
    private final Set<String> known;

    private Settings(Map<String, String> environment, Properties file, Set<String> known) {
        this.environment = environment;
        this.file = file;
        this.known = known;
    }

    /**
     * The settings for a program.
     *
     * @param entente the program with its commands
     * @throws CommandException if the file cannot be read or has a setting that does not exist
     */
    static Settings of(CommandLine entente, Map<String, String> environment) {
        Set<String> known =
                known(Objects.requireNonNull(entente.getSubcommands().get("serve"), "it is a command"));
        String named = environment.get(FILE);
        Path path = named == null ? Path.of(System.getProperty("entente.home", "."), USUAL) : Path.of(named);
        Properties file = new Properties();
        if (named != null || Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                file.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new CommandException("The settings in " + path + " cannot be read: " + e);
            }
        }
        Set<String> unknown = new TreeSet<>(file.stringPropertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new CommandException(path + " sets what does not exist: " + String.join(", ", unknown)
                    + ". There are: " + String.join(", ", known) + ".");
        }
        return new Settings(environment, file, known);
    }

    /** Names of the settings, as in the file. */
    static Set<String> known(CommandLine serve) {
        return serve.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp() && !option.hidden())
                .map(Settings::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The name of an option without its hyphens: {@code row-limit}. */
    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /** The variable of a setting: {@code ENTENTE_ROW_LIMIT}. */
    static String variable(String name) {
        return "ENTENTE_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !known.contains(name(option))) {
            return null;
        }
        String name = name(option);
        String set = environment.get(variable(name));
        return set == null || set.isBlank() ? file.getProperty(name) : set;
    }
}
