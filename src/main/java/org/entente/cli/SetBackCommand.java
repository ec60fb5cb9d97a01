package org.entente.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.entente.release.KeptRelease;
import org.entente.release.Releases;
import org.entente.release.SetBack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets the store back to a release, and forward again. */
@Command(
        name = "set-back",
        mixinStandardHelpOptions = true,
        description = {
            "Sets the collection back to a release, or forward again, in one step. What files brought is replaced by what they brought",
            "then; decisions, links and identities that were written since stay and are listed. The state that is left is kept first.",
            "Files are not changed: until 'entente load --force', or until one is forward again, the server does not load them.",
            "While a server runs, it has the store: use /releases/<id>/set-back there."
        },
        footer = {
            "",
            "Examples:",
            "  entente release set-back 1f0c6cd5a4b2 --dry-run",
            "  entente release set-back 1f0c6cd5a4b2 --by 'Anna Muster' --note 'Two texts were read wrongly'"
        })
final class SetBackCommand implements Callable<Integer> {
    private static final int SHOWN = 40;

    @Mixin
    private CollectionOptions options;

    @CommandLine.Parameters(index = "0", paramLabel = "RELEASE", description = "Id of the release.")
    private String release;

    @Option(names = "--dry-run", description = "Only show what would stay; change nothing.")
    private boolean dryRun;

    @Mixin
    private KeepingOptions keeping;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        Releases releases = options.releases();
        KeptRelease to = releases.find(release)
                .orElseThrow(
                        () -> new CommandException("There is no release " + release + " in " + releases.shelf() + "."));
        try (Application application = Application.loaded(options, console)) {
            application.judgeWrites();
            if (dryRun) {
                stays(console, SetBack.since(to, application.store()));
                console.say("Nothing was changed.");
                return 0;
            }
            console.warn("Keeping the present state, then setting it back …");
            SetBack done = SetBack.to(to, releases, application.store(), keeping.keeping());
            stays(console, done.kept());
            console.say("The collection is at release " + to.id()
                    + (done.kept().isEmpty()
                            ? ""
                            : ", with what stays as state " + done.state().id()) + "."
                    + (done.state().isSetBack()
                            ? " Forward again: entente release set-back "
                                    + done.left().id()
                            : ""));
            return 0;
        }
    }

    private static void stays(Console console, List<String> statements) {
        console.say(Console.count(statements.size(), "statement") + " that the service wrote since then "
                + (statements.size() == 1 ? "stays" : "stay") + (statements.isEmpty() ? "." : ":"));
        statements.stream().limit(SHOWN).forEach(line -> console.say("  " + line));
        if (statements.size() > SHOWN) {
            console.say("  … and " + (statements.size() - SHOWN) + " more");
        }
    }
}
