package org.entente.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.engine.Engine;
import org.entente.engine.EngineVerdict;
import org.entente.engine.Portability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints how another SPARQL service answers every question. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Asks a SPARQL 1.1 service that holds the collection (see: entente push) every canned query with its examples, and what",
            "pages and dossiers of examples ask, and compares the rows with those of the store: ok, wrong, refused or slow.",
            "Exit code 0 if no answer is wrong, refused or slow, else 1."
        },
        footer = {"", "Example:", "  entente engine check http://localhost:3030/entente"})
final class EngineCheckCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private EngineOptions engine;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.loaded(options, console);
                Engine there = new Engine(engine.address())) {
            String state = application.store().release().state();
            if (!there.state().equals(state)) {
                console.warn(
                        "The service holds another state than the store, or none. Write this one there first: entente push "
                                + there.address().query());
            }
            List<EngineVerdict> verdicts = new Portability(
                            there, application.store(), application.catalog(), limits.limits())
                    .check(console.progress());
            verdicts.forEach(verdict -> console.say(line(verdict)));
            console.say(summary(verdicts));
            return verdicts.stream()
                            .allMatch(v -> v.kind() == EngineVerdict.Kind.OK || v.kind() == EngineVerdict.Kind.UNTRIED)
                    ? 0
                    : 1;
        }
    }

    private static String line(EngineVerdict verdict) {
        return "%-34s %-8s %6d rows  %-12s %6d ms here %6d ms there  %s"
                .formatted(
                        verdict.question(),
                        word(verdict.kind()),
                        verdict.rows(),
                        verdict.hash().isEmpty() ? "" : verdict.hash().substring(0, 12),
                        verdict.here().toMillis(),
                        verdict.there().toMillis(),
                        verdict.reason())
                .stripTrailing();
    }

    /** How many questions of each kind. */
    static String summary(List<EngineVerdict> verdicts) {
        return Arrays.stream(EngineVerdict.Kind.values())
                .map(kind -> verdicts.stream().filter(v -> v.kind() == kind).count() + " " + word(kind))
                .collect(Collectors.joining(", "));
    }

    static String word(EngineVerdict.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String shortened(String reason) {
        return reason.length() > 160 ? reason.substring(0, 160) + "…" : reason;
    }
}
