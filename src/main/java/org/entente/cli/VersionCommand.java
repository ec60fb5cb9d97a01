package org.entente.cli;

import java.util.concurrent.Callable;
import org.apache.jena.Jena;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which program this is and what it runs on. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Says which program this is and what it runs on.")
final class VersionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        for (String line : new Provider().getVersion()) {
            spec.commandLine().getOut().println(line);
        }
        return 0;
    }

    /** The lines of {@code --version}. */
    static final class Provider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Entente.class.getPackage().getImplementationVersion();
            return new String[] {
                "entente " + (version == null ? "(not packaged)" : version),
                "Apache Jena " + Jena.VERSION + ", Java " + Runtime.version() + " (" + System.getProperty("java.vendor")
                        + ")"
            };
        }
    }
}
