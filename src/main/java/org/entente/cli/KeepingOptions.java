package org.entente.cli;

import org.entente.release.Keeping;
import picocli.CommandLine.Option;

/** Who keeps a state as a release, and why. */
final class KeepingOptions {
    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why, in a sentence or two.")
    private String note = "";

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "", description = "Who does it.")
    private String by = "";

    /** What is written down beside the state, with the version of this program. */
    Keeping keeping() {
        return new Keeping(by, note, VersionCommand.version());
    }
}
