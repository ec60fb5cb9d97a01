package org.entente.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.link.LinkEntry;
import org.entente.link.LinkLog;
import org.entente.link.LinkRequest;
import org.entente.link.LinkState;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes one decision. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a decision about one link to the log. To undo a decision, add another one: withdrawn.",
            "States: candidate, accepted, rejected, unsure, withdrawn."
        })
final class LinkDecideCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @CommandLine.Parameters(index = "0", paramLabel = "ENTITY", description = "For example person:albert-rau.")
    private String entity;

    @CommandLine.Parameters(index = "1", paramLabel = "QID", description = "For example Q4390898.")
    private String qid;

    @CommandLine.Parameters(index = "2", paramLabel = "STATE", description = "The decision.")
    private LinkState state;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Your name.")
    private String by;

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The reason.")
    private String why;

    @Option(
            names = "--evidence",
            defaultValue = "",
            paramLabel = "TEXT",
            description = "The page or file that shows it (default: the reason).")
    private String evidence;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.loaded(options, console)) {
            LinkRequest request = LinkRequest.of(
                            application.store().description().own(LinkRanking.iri(entity)), qid, state, by, why)
                    .withEvidence(evidence);
            List<LinkEntry> entries = new LinkLog(application.store(), Clock.systemUTC()).append(List.of(request));
            console.say("%s: %s is now %s."
                    .formatted(entity, qid, entries.getFirst().state().word()));
            return 0;
        }
    }
}
