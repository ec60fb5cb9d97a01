package org.entente.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.derive.Rules;
import org.entente.release.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Proves that a release is whole and that the program still gives the same from it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies a release: its files have their checksums, its statements, rules and queries have its id, the rules derive the",
            "same, and each canned query gives the same answer. Exit code 0 if so, else 1 with a line for each difference."
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @CommandLine.Parameters(index = "0", paramLabel = "RELEASE", description = "Id of a release, or a folder.")
    private String release;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        Path folder = Path.of(release);
        if (!Files.isDirectory(folder)) {
            folder = options.releases()
                    .find(release)
                    .orElseThrow(() -> new CommandException("There is no release " + release + " in "
                            + options.releases().shelf() + ", and no such folder."))
                    .folder();
        }
        Verification verification = Verification.of(folder, Rules::read);
        verification.problems().forEach(console::say);
        if (!verification.problems().isEmpty()) {
            return 1;
        }
        console.say("Release %s is whole: %d statements, derived again, and %d answers are the same."
                .formatted(
                        verification.release().id(),
                        verification.release().manifest().all(),
                        verification.answers()));
        return 0;
    }
}
