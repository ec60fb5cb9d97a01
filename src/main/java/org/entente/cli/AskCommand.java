package org.entente.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.ask.Answer;
import org.entente.ask.AnswerJson;
import org.entente.ask.AskTexts;
import org.entente.ask.Asker;
import org.entente.execution.Select;
import org.entente.query.StoreEntityResolver;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers a question in a sentence. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a question in German, English or Russian, with the evidence, without a server.",
            "Loads the collection into memory unless --store names a loaded store."
        },
        footer = {
            "",
            "Examples:",
            "  entente ask 'Did Armin Willingmann meet Albert Rau?'",
            "  entente ask 'Wer war am 9.6.2015 deutscher Botschafter in Kasachstan?' --format json",
            "",
            "Exit code 0 also for an answer that there is no evidence, or that the question was not understood: the verdict says so."
        })
final class AskCommand implements Callable<Integer> {
    /** The output formats. */
    enum Format {
        text,
        json
    }

    @Mixin
    private CollectionOptions options;

    @Mixin
    private LimitOptions limits;

    @CommandLine.Parameters(index = "0..*", arity = "1..*", paramLabel = "QUESTION", description = "The question.")
    private List<String> words = List.of();

    @Option(
            names = "--slot",
            paramLabel = "NAME=VALUE",
            description = "Asks with another value than the one understood: --slot person='Albert Rau'.")
    private Map<String, String> slots = new LinkedHashMap<>();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        String question = String.join(" ", words).strip();
        if (question.isEmpty() || question.length() > Asker.LONGEST) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "A question has 1 to " + Asker.LONGEST + " characters.");
        }
        try (Application application = Application.forReading(options)) {
            Asker asker = new Asker(application.catalog(), new StoreEntityResolver(application.store()));
            application.loadIfEmpty(console);
            Answer answer = application
                    .store()
                    .read(dataset -> asker.ask(
                            question,
                            slots,
                            "en",
                            application.store().release().state(),
                            application.store().names(),
                            Select.on(dataset).within(limits.limits())));
            console.say(format == Format.json ? AnswerJson.of(answer).toPrettyString() : text(answer));
            return 0;
        }
    }

    private static String text(Answer answer) {
        StringBuilder out = new StringBuilder(answer.answer())
                .append("\n[")
                .append(AskTexts.in(answer.language())
                        .say("verdict." + answer.verdict().word()))
                .append("]\n");
        for (Answer.Row row : answer.rows()) {
            out.append("\n- ")
                    .append(row.cells().values().stream()
                            .map(terms -> terms.stream().map(Answer.Term::label).collect(Collectors.joining("; ")))
                            .collect(Collectors.joining(" | ")));
            row.sources().forEach(source -> out.append("\n    ")
                    .append(source.document().label())
                    .append(source.locator().isEmpty() ? "" : ", " + source.locator()));
        }
        answer.alternatives().forEach(a -> out.append("\n? ").append(a.question()));
        return out.toString();
    }
}
