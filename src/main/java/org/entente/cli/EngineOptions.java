package org.entente.cli;

import java.net.URI;
import java.util.Map;
import org.entente.engine.EngineAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The address of another SPARQL service, and the account for it, which comes from the environment. */
final class EngineOptions {
    static final String USER = "ENTENTE_ENGINE_USER";
    static final String PASSWORD = "ENTENTE_ENGINE_PASSWORD";

    @Parameters(index = "0", paramLabel = "URL", description = "Where the service takes SPARQL queries.")
    private URI url;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The service at the address of the command. */
    EngineAddress address() {
        return address(url, command);
    }

    /**
     * A service that takes everything at one address.
     *
     * @throws CommandLine.ParameterException if it is no address of a service
     */
    static EngineAddress address(URI url, CommandSpec command) {
        try {
            return withLogin(EngineAddress.of(url), System.getenv());
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), e.getMessage());
        }
    }

    static EngineAddress withLogin(EngineAddress address, Map<String, String> environment) {
        @Nullable String user = environment.get(USER);
        @Nullable String password = environment.get(PASSWORD);
        return user == null || user.isBlank() ? address : address.withLogin(user, password == null ? "" : password);
    }
}
