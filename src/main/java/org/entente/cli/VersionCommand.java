package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the version of the program and what it runs on. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Says which program this is and what it runs on.")
final class VersionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (String line : new Provider().getVersion()) {
            spec.commandLine().getOut().println(line);
        }
        return 0;
    }

    /** The version of the program. */
    static String version() {
        try (InputStream in = VersionCommand.class.getResourceAsStream("/entente.properties")) {
            Properties built = new Properties();
            built.load(in);
            return built.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of {@code --version}. */
    static final class Provider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            // The shaded jar has only one manifest, so the versions come from a file that the build fills in.
            Properties built = new Properties();
            try (InputStream in = VersionCommand.class.getResourceAsStream("/entente.properties")) {
                built.load(in);
            }
            return new String[] {
                "entente " + built.getProperty("version"),
                "Apache Jena " + built.getProperty("jena") + ", Javalin " + built.getProperty("javalin") + ", Java "
                        + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
            };
        }
    }
}
