package org.entente.cli;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.wikidata.EntityDataClient;
import org.entente.wikidata.SnapshotLoader;
import org.entente.wikidata.SnapshotRefresh;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches items from Wikidata. */
@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches items from Wikidata's Special:EntityData: the given ones, or all that are linked or in the snapshot.",
            "At most one request per second; waits when Wikidata asks for it. Needs the internet, and a contact for Wikidata.",
            "Items fetched within the last days (--max-age) are skipped; of the rest, only changed ones are sent."
        },
        footer = {
            "",
            "Examples:",
            "  entente wikidata refresh --contact https://example.org/entente",
            "  ENTENTE_CONTACT=curator@example.org entente wikidata refresh Q232 Q183"
        })
final class WikidataRefreshCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @CommandLine.Parameters(arity = "0..*", paramLabel = "QID", description = "Items (default: all known ones).")
    private List<String> qids = List.of();

    @Option(
            names = "--contact",
            defaultValue = "${env:ENTENTE_CONTACT}",
            paramLabel = "ADDRESS",
            description = "Your page or e-mail address, sent with every request (or ENTENTE_CONTACT).")
    private String contact;

    @Option(
            names = "--base",
            paramLabel = "URL",
            description = {
                "Special:EntityData of another Wikibase (default: Wikidata).",
                "It gets at most ten requests per second instead of one."
            })
    private URI base;

    @Option(
            names = "--max-age",
            defaultValue = "7",
            paramLabel = "DAYS",
            description =
                    "Skip items fetched less than this many days ago, unless they are given (default: 7; 0: skip nothing).")
    private int maxAge;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine());
        check();
        URI address = base == null
                ? EntityDataClient.WIKIDATA
                : URI.create(base.toString().replaceAll("/*$", "/"));
        Duration pause = base == null ? Duration.ofSeconds(1) : Duration.ofMillis(100);
        try (Application application = Application.loaded(options, console);
                EntityDataClient client = new EntityDataClient(
                        address, contact.strip(), VersionCommand.version(), pause, Thread::sleep, Clock.systemUTC())) {
            SnapshotRefresh.Report report = new SnapshotRefresh(
                            application.store(),
                            client,
                            new SnapshotLoader(application.store(), Clock.systemUTC()),
                            Clock.systemUTC())
                    .run(qids, Duration.ofDays(maxAge), console.progress());
            report.problems().forEach(console::warn);
            report.remarks().forEach(remark -> console.warn(remark + "; it was left out."));
            report.merged()
                    .forEach((old, now) ->
                            console.warn(old + " was merged into " + now + " in Wikidata; review its links."));
            if (report.fresh() > 0) {
                console.say(Console.count(report.fresh(), "item") + " skipped: fetched less than "
                        + Console.count(maxAge, "day") + " ago.");
            }
            console.say("Fetched: %s, %d new, %d updated, %d unchanged, %s."
                    .formatted(
                            Console.count(report.asked(), "item"),
                            report.added(),
                            report.updated(),
                            report.unchanged(),
                            Console.count(report.problems().size(), "problem")));
            return report.problems().isEmpty() ? 0 : 1;
        }
    }

    private void check() {
        if (contact == null || contact.isBlank() || contact.matches("(?s).*[\\p{Cntrl}()].*")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Wikidata wants a contact for every program: set --contact or ENTENTE_CONTACT to a page or e-mail address.");
        }
        if (base != null
                && (base.getHost() == null || !String.valueOf(base.getScheme()).matches("https?"))) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--base " + base + " is not a web address.");
        }
        if (maxAge < 0 || maxAge > 36_500) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--max-age " + maxAge + " is not a number of days from 0 to 36500.");
        }
        qids.stream().filter(q -> !q.matches("Q[1-9][0-9]{0,17}")).findFirst().ifPresent(q -> {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "\"" + q + "\" is not a Qid. Write it like Q232.");
        });
    }
}
