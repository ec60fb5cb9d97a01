package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.entente.draft.EntryLabels;
import org.entente.draft.Starter;
import org.entente.store.CollectionDescription;
import org.entente.store.Licences;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the files of a new collection. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a small collection of your own that already answers: collection.ttl, two sources, people, posts, places, a README.",
            "Without --title it asks, on a terminal, for what no option says; elsewhere it takes the defaults."
        },
        footer = {
            "",
            "Examples:",
            "  entente init locarno",
            "  entente init locarno --title 'Locarno 1925' --language en --language fr --base https://example.org/locarno/ \\",
            "    --licence 'CC BY 4.0' --contact editor@example.org",
            "",
            "Then: entente serve --data locarno --live"
        })
final class InitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
    private Path folder;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "What the collection is called (default: the name of the folder).")
    private @Nullable String title;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language of names and notes, such as en; several times for several (default: en).")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description =
                    "Address below which things are named: <IRI>id/person/… (default: https://example.org/<name of the folder>/).")
    private @Nullable String base;

    @Option(
            names = "--licence",
            paramLabel = "LICENCE",
            description = "Licence of your data: CC0, 'CC BY 4.0', 'CC BY-SA 4.0' or an address (default: undecided).")
    private @Nullable String licence;

    @Option(names = "--publisher", paramLabel = "NAME", description = "Who is named in citations (default: the title).")
    private @Nullable String publisher;

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            description = "Where readers send corrections: an address of mail or a page (default: none).")
    private @Nullable String contact;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        refuseFull();
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        boolean asks = title == null && isTerminal();
        Starter starter = new Starter(
                given("Title", title, name, asks, text -> text),
                languages(asks),
                given(
                        "Address below which things are named",
                        base,
                        "https://example.org/" + slug(name) + "/",
                        asks,
                        this::space),
                given("Licence of your data (CC0, CC BY 4.0, … or nothing)", licence, "", asks, this::licence),
                given("Who publishes it (or nothing)", publisher, "", asks, text -> text),
                given("Where readers send corrections (or nothing)", contact, "", asks, this::contact));
        try {
            List<String> written = starter.write(folder, LocalDate.now());
            Console console = new Console(spec.commandLine());
            console.say("Written to " + folder + ": " + String.join(", ", written) + ".");
            for (String language : starter.languages()) {
                if (!Starter.written().contains(language.replaceFirst("-.*", ""))) {
                    console.say("The example has no texts in "
                            + Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH) + " yet; those marked @"
                            + language + " are English.");
                }
            }
            console.say("Look at it: entente serve --data " + folder + " --live");
            return 0;
        } catch (IOException e) {
            throw new CommandException(folder + " cannot be written: " + e.getMessage());
        }
    }

    /** From Java 22 on there may be a console although nobody sits at it; only then it has this method. */
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private void refuseFull() {
        if (Files.isRegularFile(folder)) {
            throw new CommandException(folder + " is a file. Name a new or empty folder.");
        }
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.anyMatch(path -> !path.getFileName().toString().equals(".git"))) {
                throw new CommandException(folder + " is not empty. Name a new or empty folder; nothing was written.");
            }
        } catch (IOException e) {
            throw new CommandException(folder + " cannot be read: " + e.getMessage());
        }
    }

    /** An option, else what is typed, else the default. A typed value that is wrong is asked for again. */
    private String given(
            String question, @Nullable String option, String otherwise, boolean asks, UnaryOperator<String> read) {
        if (option != null) {
            return read.apply(option.strip());
        }
        java.io.Console terminal = System.console();
        while (asks && terminal != null) {
            String line = terminal.readLine("%s%s: ", question, otherwise.isEmpty() ? "" : " [" + otherwise + "]");
            if (line == null || line.isBlank()) {
                break;
            }
            try {
                return read.apply(line.strip());
            } catch (CommandLine.ParameterException wrong) {
                spec.commandLine().getErr().println(wrong.getMessage());
            }
        }
        return otherwise.isEmpty() ? "" : read.apply(otherwise);
    }

    private List<String> languages(boolean asks) {
        List<String> wanted = languages;
        if (wanted.isEmpty()) {
            wanted = List.of(given("Languages of names and notes", null, "en", asks, text -> {
                        Stream.of(text.split("[ ,]+")).forEach(this::language);
                        return text;
                    })
                    .split("[ ,]+"));
        }
        return wanted.stream().map(this::language).distinct().toList();
    }

    private String language(String text) {
        String tag = text.strip().toLowerCase(Locale.ROOT);
        if (!CollectionDescription.isLanguage(tag)) {
            throw wrong("--language", text, "a tag such as en, fr or pt-br");
        }
        return tag;
    }

    private String space(String text) {
        String space = text.endsWith("/") ? text : text + "/";
        String ids = space.endsWith("/id/") ? space : space + "id/";
        if (!CollectionDescription.isIdSpace(ids)) {
            throw wrong("--base", text, "an absolute address such as https://example.org/locarno/");
        }
        return ids;
    }

    private String licence(String text) {
        return Licences.iri(text)
                .orElseThrow(() -> wrong("--licence", text, "CC0, 'CC BY 4.0', 'CC BY-SA 4.0' or an address"));
    }

    private String contact(String text) {
        if (!text.startsWith("mailto:") && text.matches("[^\\s@<>\"]+@[^\\s@<>\"]+")) {
            return "mailto:" + text;
        }
        if (!text.matches("(mailto:|https?://)[^\\s<>\"{}|^`\\\\]+")) {
            throw wrong("--contact", text, "an address of mail, or of a page with https://");
        }
        return text;
    }

    private static String slug(String name) {
        String slug = EntryLabels.slug(name);
        return slug.isEmpty() ? "collection" : slug;
    }

    private CommandLine.ParameterException wrong(String option, String text, String expected) {
        return new CommandLine.ParameterException(
                spec.commandLine(), option + ": '" + text + "' is not " + expected + ".");
    }
}
