package org.entente.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.link.CandidateRanking;
import org.entente.link.LinkCandidate;
import org.entente.link.LinkLog;
import org.entente.link.LinkRequest;
import org.entente.link.LinkReview;
import org.entente.link.LinkState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts ranked candidates into the log. */
@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        description = {
            "Adds the best candidate of every unlinked entity to the log, in the state candidate, so that queries see it.",
            "This does not accept anything."
        })
final class LinkProposeCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Option(
            names = "--least",
            defaultValue = "0.65",
            paramLabel = "SCORE",
            description = "Minimum score of a candidate, from 0 to 1 (default: 0.65).")
    private double least;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.loaded(options, console)) {
            List<LinkRequest> proposals = new ArrayList<>();
            for (LinkReview.Item item : LinkRanking.review(application.store()).items()) {
                if (item.isOpen() && !item.candidates().isEmpty()) {
                    LinkCandidate best = item.candidates().getFirst();
                    if (best.score() >= least && !item.states().containsKey(best.qid())) {
                        proposals.add(LinkRequest.of(
                                        item.entity(),
                                        best.qid(),
                                        LinkState.CANDIDATE,
                                        CandidateRanking.VERSION,
                                        "best candidate in the snapshot")
                                .ranked(CandidateRanking.VERSION, best.score()));
                    }
                }
            }
            new LinkLog(application.store(), Clock.systemUTC()).append(proposals);
            console.say(Console.count(proposals.size(), "candidate") + " proposed; review them at /links.");
            return 0;
        }
    }
}
