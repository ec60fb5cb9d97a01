package org.entente.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The local snapshot of Wikidata. */
@Command(
        name = "wikidata",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps a snapshot of Wikidata in the store, so that linking works without the internet.",
            "It has its own graph, graph/wikidata, and is not part of the collection."
        },
        footer = {
            "",
            "Examples:",
            "  entente wikidata load latest-all.json.gz       keep what the collection could be linked to",
            "  entente wikidata filter latest-all.json.bz2 mine.jsonl",
            "                                                 make a small file of a dump, to keep or pass on",
            "  entente wikidata load Q232.json --all          keep everything in the file",
            "  entente wikidata refresh                       fetch linked items again (needs the internet)"
        },
        subcommands = {WikidataLoadCommand.class, WikidataFilterCommand.class, WikidataRefreshCommand.class})
final class WikidataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "No command given: load, filter or refresh.");
    }
}
