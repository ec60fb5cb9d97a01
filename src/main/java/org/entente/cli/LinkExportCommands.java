package org.entente.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.link.Beacon;
import org.entente.link.Contribution;
import org.entente.link.Contributions;
import org.entente.link.LinkLog;
import org.entente.link.OpenRefine;
import org.entente.link.QuickStatements;
import org.entente.link.Sssom;
import org.entente.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The exports of links, to a file or to standard output. */
final class LinkExportCommands {
    private LinkExportCommands() {}

    /** Writes a text from the store to a file or to standard output. */
    abstract static class Export implements Callable<Integer> {
        @Mixin
        private CollectionOptions options;

        @CommandLine.Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "FILE",
                description = "Output file (default: standard output).")
        private Path file;

        @Spec
        private CommandSpec spec;

        abstract Function<Store, String> text();

        /** A remark for the user that is not part of the text; "" if there is none. */
        String remark(Store store) {
            return "";
        }

        @Override
        public Integer call() {
            Console console = new Console(spec.commandLine());
            try (Application application = Application.loaded(options, console)) {
                String text = text().apply(application.store());
                String remark = remark(application.store());
                if (!remark.isEmpty()) {
                    console.warn(remark);
                }
                if (file == null) {
                    console.say(text.stripTrailing());
                    return 0;
                }
                try {
                    if (file.toAbsolutePath().getParent() != null) {
                        Files.createDirectories(file.toAbsolutePath().getParent());
                    }
                    Files.writeString(file, text, StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new CommandException("Cannot write file " + file + ": " + e + ".");
                }
                console.say("Written: " + file);
                return 0;
            }
        }
    }

    /** The log. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the log of decisions as Turtle. A file in data/links/ is loaded with the collection, so anyone who loads it",
                "gets the same links, and the log survives if the store is deleted."
            })
    static final class Log extends Export {
        @Override
        Function<Store, String> text() {
            return store -> new LinkLog(store, Clock.systemUTC()).export();
        }
    }

    /** Mappings. */
    @Command(
            name = "sssom",
            mixinStandardHelpOptions = true,
            description = "Writes accepted and rejected links as SSSOM mappings (TSV).")
    static final class Mappings extends Export {
        @Override
        Function<Store, String> text() {
            return store ->
                    store.read(dataset -> Sssom.write(dataset, store.release().state()));
        }
    }

    /** Identifiers of a register. */
    @Command(
            name = "beacon",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the accepted identifiers of a register as a BEACON file, by which others find what the collection has on them:",
                "gnd, viaf, isni, ror, geonames or wikidata."
            })
    static final class Identifiers extends Export {
        @Option(
                names = "--scheme",
                defaultValue = "gnd",
                paramLabel = "SCHEME",
                description = "The register (default: gnd).")
        private String scheme = "gnd";

        @Spec
        private CommandSpec spec;

        @Override
        Function<Store, String> text() {
            if (!Beacon.PREFIXES.containsKey(scheme)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "There is no register \"" + scheme + "\": "
                                + String.join(", ", new TreeSet<>(Beacon.PREFIXES.keySet())) + ".");
            }
            return store -> store.read(dataset -> Beacon.write(dataset, scheme));
        }
    }

    /** A table for OpenRefine. */
    @Command(
            name = "openrefine",
            mixinStandardHelpOptions = true,
            description = {
                "Writes positions, participants and identifiers that Wikidata lacks as a table (CSV) for OpenRefine; with --schema the Wikibase",
                "schema for it. In OpenRefine reconcile the columns person, office, event, participant, item and stated in with 'use values as",
                "identifiers', then import the schema."
            })
    static final class Refine extends Export {
        @Option(names = "--schema", description = "Write the schema and not the table.")
        private boolean schema;

        @Override
        Function<Store, String> text() {
            return store -> schema ? OpenRefine.schema() : OpenRefine.table(store.read(Contributions::of));
        }
    }

    /** Statements for Wikidata. */
    @Command(
            name = "quickstatements",
            mixinStandardHelpOptions = true,
            description = {
                "Writes positions, participations and identifiers that the Wikidata snapshot lacks as QuickStatements V1, each with its source.",
                "Only between entities with accepted links. Refresh the snapshot first, and check the statements before you send them."
            })
    static final class Statements extends Export {
        @Option(names = "--csv", description = "Write the table of QuickStatements V2 and not the commands of V1.")
        private boolean csv;

        @Option(
                names = "--unchecked",
                description =
                        "Only what is about items outside the snapshot: Wikidata may already have these statements.")
        private boolean unchecked;

        @Override
        Function<Store, String> text() {
            return store -> {
                List<Contribution> chosen =
                        store.<Contributions>read(Contributions::of).checked(!unchecked);
                return csv ? QuickStatements.csv(chosen) : QuickStatements.text(chosen);
            };
        }

        @Override
        String remark(Store store) {
            Contributions contributions = store.read(Contributions::of);
            String left = contributions.reasons().entrySet().stream()
                    .map(e -> e.getValue() + " " + e.getKey().word())
                    .collect(Collectors.joining(", "));
            int outside = contributions.checked(false).size();
            return (contributions.checked(true).isEmpty() ? "Nothing to add to Wikidata. " : "")
                    + (outside == 0 ? "" : outside + " about items outside the snapshot (--unchecked). ")
                    + (left.isEmpty() ? "" : "Left out: " + left + "; see /links/quickstatements.");
        }
    }
}
