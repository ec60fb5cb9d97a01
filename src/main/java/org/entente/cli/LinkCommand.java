package org.entente.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.link.LinkCandidate;
import org.entente.link.LinkReview;
import org.entente.link.LinkState;
import org.entente.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Links to Wikidata: shows the candidates; subcommands decide and export. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Links the collection to Wikidata. Without a command it lists what is left to decide: each entity with its candidates,",
            "ranked Wikidata items from the snapshot, and the reasons.",
            "Decisions are kept in a log in the store; entries are only ever added. 'link export' writes it for data/links/."
        },
        footer = {
            "",
            "Examples:",
            "  entente link --type person",
            "  entente link decide person:albert-rau Q4390898 accepted --by 'Erika Muster' --why 'same office, same years'",
            "  entente link decide person:albert-rau Q4390898 withdrawn --by 'Erika Muster' --why 'another Rau'",
            "  entente link accept --rule birth,office --dry-run",
            "  entente link export data/links/decisions.ttl",
            "  entente link sssom mappings.sssom.tsv",
            "  entente link beacon --scheme gnd beacon.txt",
            "  entente link quickstatements"
        },
        subcommands = {
            LinkDecideCommand.class,
            LinkProposeCommand.class,
            LinkAcceptCommand.class,
            LinkExportCommands.Log.class,
            LinkExportCommands.Mappings.class,
            LinkExportCommands.Identifiers.class,
            LinkExportCommands.Refine.class,
            LinkExportCommands.Statements.class
        })
final class LinkCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Option(
            names = "--type",
            paramLabel = "KIND",
            description = "Only person, polity, organization, post, place or event.")
    private String kind;

    @Option(names = "--all", description = "Include entities that are already linked or have no candidate.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.loaded(options, console)) {
            LinkReview review = LinkRanking.review(application.store());
            List<LinkReview.Item> items = review.items().stream()
                    .filter(item -> kind == null || kind.equals(item.kind()))
                    .filter(item -> all || item.isOpen())
                    .toList();
            items.forEach(item -> say(console, item));
            console.say("%s, snapshot %s."
                    .formatted(
                            items.isEmpty()
                                    ? "Nothing left to decide"
                                    : Console.count(items.size(), "case") + " to review",
                            review.snapshot()));
            return 0;
        }
    }

    private static void say(Console console, LinkReview.Item item) {
        console.say(Prefixes.compact(item.entity()) + "  " + item.label("en") + "  (" + item.kind() + ")");
        item.states().forEach((qid, state) -> {
            if (item.candidates().stream().noneMatch(c -> c.qid().equals(qid))) {
                console.say("    %-12s %-10s not in the snapshot".formatted(qid, state.word()));
            }
        });
        for (LinkCandidate candidate : item.candidates()) {
            LinkState state = item.states().get(candidate.qid());
            console.say(String.format(
                    Locale.ROOT,
                    "    %-12s %-10s %.2f  %s  %s",
                    candidate.qid(),
                    state == null ? "" : state.word(),
                    candidate.score(),
                    candidate.label("en"),
                    candidate.features().stream()
                            .map(f -> String.format(Locale.ROOT, "%s %+.2f", f.name(), f.contribution()))
                            .collect(Collectors.joining(", "))));
        }
    }
}
