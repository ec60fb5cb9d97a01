package org.entente.cli;

import java.net.URI;
import org.entente.engine.Engine;
import org.entente.engine.EngineStart;
import org.entente.engine.EngineVerdict;
import org.entente.execution.QueryLimits;
import org.entente.execution.SelectAnswers;
import org.entente.query.QueryCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The engine behind a server, if there is one, and what it may answer. */
record ServedEngine(@Nullable Engine engine, SelectAnswers answers) implements AutoCloseable {
    /**
     * Compares the engine with the store and says what it answers otherwise.
     *
     * @param address of the engine; null for none
     * @throws CommandException if it holds another state than the store
     */
    static ServedEngine of(
            @Nullable URI address,
            CommandSpec command,
            Application application,
            QueryCatalog catalog,
            QueryLimits limits,
            Console console) {
        if (address == null) {
            return new ServedEngine(null, SelectAnswers.STORE);
        }
        Engine engine = new Engine(EngineOptions.address(address, command));
        try {
            if (!engine.state().equals(application.store().release().state())) {
                throw new CommandException("The engine at " + address
                        + " does not hold the state of the store. Stop here, write it there, and start again: entente push "
                        + address);
            }
            EngineStart start = EngineStart.of(engine, application.store(), catalog, limits, console.progress());
            start.verdicts().stream()
                    .filter(verdict -> verdict.kind() != EngineVerdict.Kind.OK)
                    .forEach(verdict -> console.say("  answered by the store: " + verdict.question() + " ("
                            + EngineCheckCommand.word(verdict.kind()) + " there: "
                            + EngineCheckCommand.shortened(verdict.reason()) + ")"));
            console.say("The engine at " + address + ": " + EngineCheckCommand.summary(start.verdicts()) + ".");
            return new ServedEngine(engine, start.answers());
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
