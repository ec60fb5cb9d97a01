package org.entente.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.entente.execution.QueryLimits;
import org.entente.execution.ServiceRules;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for limits of queries. */
final class LimitOptions {
    @Option(
            names = "--timeout",
            defaultValue = "30",
            paramLabel = "SECONDS",
            description = "Time limit of a query (default: 30).")
    private int timeout;

    @Option(
            names = "--row-limit",
            defaultValue = "100000",
            paramLabel = "ROWS",
            description = "Maximum number of rows of a query (default: 100000).")
    private long rowLimit;

    @Option(
            names = "--service-allow",
            split = "\\s+",
            paramLabel = "URL",
            description = {
                "SPARQL endpoint that queries may call with SERVICE, exactly as written; can be given several times. Without it,",
                "SERVICE is switched off. Only public addresses are called; redirects are never followed."
            })
    private List<URI> services = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The default limits with those of the options.
     *
     * @throws CommandLine.ParameterException if one is less than 1
     */
    QueryLimits limits() {
        try {
            return QueryLimits.defaults().withTimeoutAndRows(Duration.ofSeconds(timeout), rowLimit);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), e.getMessage());
        }
    }

    /**
     * The services that queries may call; by default none.
     *
     * @throws CommandLine.ParameterException if one of them is not the address of an endpoint
     */
    ServiceRules services() {
        try {
            return services.isEmpty() ? ServiceRules.CLOSED : ServiceRules.allowing(services);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), e.getMessage());
        }
    }
}
