package org.entente.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.release.KeptRelease;
import org.entente.release.Manifest;
import org.entente.release.Releases;
import org.entente.store.LoadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keeps the state of the collection as a release. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps the state of the collection as a release: a folder releases/<id>/ with all statements, the canned queries, the rules",
            "and a manifest. It can be read without Entente, and checked with: sha256sum -c SHA256SUMS",
            "Loads what changed first. A state that is a release already is not kept again.",
            "While a server runs, it has the store: send POST /releases with the key instead."
        },
        footer = {
            "",
            "Examples:",
            "  entente release --by 'Anna Muster' --note 'Twelve texts of 2024 added'",
            "  entente verify 1f0c6cd5a4b2",
            "  entente release set-back 1f0c6cd5a4b2"
        },
        subcommands = SetBackCommand.class)
final class ReleaseCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Mixin
    private KeepingOptions keeping;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.open(options)) {
            if (application.isStale()) {
                LoadReport report = application.load(console.progress());
                console.findings(report);
                if (!report.accepted()) {
                    console.say("Nothing was kept: the collection cannot be loaded ("
                            + Console.count(report.errors(), "error") + ", listed above).");
                    return 1;
                }
            }
            Releases releases = options.releases();
            Optional<KeptRelease> known = releases.find(application.release().id());
            if (known.isPresent()) {
                console.say("This state is release " + known.get().id() + " already, kept "
                        + known.get().manifest().time() + ".");
                return 0;
            }
            console.warn("Writing the release …");
            KeptRelease kept = releases.keep(application.store(), keeping.keeping());
            Manifest manifest = kept.manifest();
            console.say("Kept: release %s, %s in %s, %s with an answer: %s"
                    .formatted(
                            kept.id(),
                            Console.count(manifest.asserted(), "statement"),
                            Console.count(manifest.sources(), "source"),
                            Console.count(
                                            manifest.answers().stream()
                                                    .filter(a -> !a.sha256().isEmpty())
                                                    .count(),
                                            "query")
                                    .replace("querys", "queries"),
                            kept.folder()));
            return 0;
        }
    }
}
