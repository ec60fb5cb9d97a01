package org.entente.cli;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.link.AcceptRule;
import org.entente.link.LinkLog;
import org.entente.link.LinkRequest;
import org.entente.link.LinkReview;
import org.entente.link.RuleLinks;
import org.entente.vocab.Prefixes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets rules accept links. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = {
            "Accepts links by rules whose precision was measured. None works unless it is named here:",
            "  birth       same day of birth, and a name that agrees",
            "  office      same office at the same time, and the whole name",
            "  identifier  same ROR, GeoNames, ISO 3166, GND, ISNI or VIAF identifier, and a name that does not contradict",
            "Each link keeps the rule, its precision and the number of links on which it was measured. What anybody rejected, doubted or",
            "withdrew is left alone. To undo one, withdraw it."
        })
final class LinkAcceptCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Option(
            names = "--rule",
            required = true,
            split = ",",
            paramLabel = "RULE",
            description = "birth, office or identifier; several with commas.")
    private List<String> rules = List.of();

    @Option(names = "--dry-run", description = "Only show what would be accepted.")
    private boolean dry;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        List<AcceptRule> wanted = rules.stream()
                .map(word -> AcceptRule.of(word)
                        .orElseThrow(() -> new CommandLine.ParameterException(
                                spec.commandLine(), "There is no rule \"" + word + "\": birth, office or identifier.")))
                .toList();
        try (Application application = Application.loaded(options, console)) {
            LinkReview review = LinkRanking.review(application.store());
            List<LinkRequest> accepted = application.store().read(dataset -> RuleLinks.of(dataset, review, wanted));
            accepted.forEach(request -> console.say(String.format(
                    Locale.ROOT,
                    "%s  %s  %.4f  %s",
                    Prefixes.compact(request.entity()),
                    request.qid(),
                    request.precision(),
                    request.why())));
            if (!dry) {
                new LinkLog(application.store(), Clock.systemUTC()).append(accepted);
            }
            console.say(Console.count(accepted.size(), "link") + (dry ? " would be accepted." : " accepted."));
            return 0;
        }
    }
}
