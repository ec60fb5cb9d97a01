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
            "Fetches items from Special:EntityData of Wikidata: those named, or all that are linked or in the snapshot.",
            "One request a second at most; waits when Wikidata asks for it. Needs the internet and a contact, which Wikidata asks for.",
            "What was fetched within the last days (--max-age) is not asked for again; of the rest only what changed is sent."
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

    @CommandLine.Parameters(arity = "0..*", paramLabel = "QID", description = "Items (default: all that are known).")
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
                "Where another Wikibase answers Special:EntityData (default: Wikidata).",
                "It is asked ten times a second at most, not once."
            })
    private URI base;

    @Option(
            names = "--max-age",
            defaultValue = "7",
            paramLabel = "DAYS",
            description =
                    "Passes over what was fetched less than so many days ago, unless it is named (default: 7; 0: nothing).")
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
        try (Application workshop = Application.open(options);
                EntityDataClient client = new EntityDataClient(
                        address, contact.strip(), VersionCommand.version(), pause, Thread::sleep, Clock.systemUTC())) {
            workshop.loadIfEmpty(console);
            SnapshotRefresh.Report report = new SnapshotRefresh(
                            workshop.store(),
                            client,
                            new SnapshotLoader(workshop.store(), Clock.systemUTC()),
                            Clock.systemUTC())
                    .run(qids, Duration.ofDays(maxAge), console.progress());
            report.problems().forEach(console::warn);
            report.remarks().forEach(remark -> console.warn(remark + "; it was left out."));
            report.merged()
                    .forEach((old, now) ->
                            console.warn(old + " was merged into " + now + " in Wikidata; review its links."));
            if (report.fresh() > 0) {
                console.say(Console.count(report.fresh(), "item") + " passed over: fetched less than "
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
                    "Wikidata asks programs to say whom to write to: give --contact, or ENTENTE_CONTACT, a page or e-mail address.");
        }
        if (base != null
                && (base.getHost() == null || !String.valueOf(base.getScheme()).matches("https?"))) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--base " + base + " is no web address.");
        }
        if (maxAge < 0 || maxAge > 36_500) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--max-age " + maxAge + " is no number of days from 0 to 36500.");
        }
        qids.stream().filter(q -> !q.matches("Q[1-9][0-9]{0,17}")).findFirst().ifPresent(q -> {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "\"" + q + "\" is no Qid. Write it like Q232.");
        });
    }
}
