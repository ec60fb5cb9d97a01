package org.entente.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * What is logged where as long as nobody asks for log files ({@link LogFiles}). Set here and not in a {@code logback.xml}, since reading XML
 * took a tenth of a start; a file that {@code -Dlogback.configurationFile} names is read all the same, instead of this.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** Begin of a line of text, which is one message however many lines that has. */
    static final String MESSAGE = "%level %logger{0} - %replace(%.-2000msg){'[\\r\\n]+', ' '}%n%ex{30}";

    /** Held here, for the levels of loggers that nobody holds are forgotten. */
    private static final java.util.logging.Logger JSON_LD = java.util.logging.Logger.getLogger("com.apicatalog");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(MESSAGE);
        encoder.start();
        ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
        errors.setContext(context);
        errors.setName("STDERR");
        errors.setTarget("System.err");
        errors.setEncoder(encoder);
        errors.start();
        // Standard error is for the user: what libraries tell of themselves stays away unless it is a warning.
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(errors);
        // It would write a line for each row of a query with an undefined sum, and more of that kind; who asks is told
        // in the answer.
        context.getLogger("org.apache.jena").setLevel(Level.ERROR);
        context.getLogger("SPARQL").setLevel(Level.ERROR);
        for (String operation : new String[] {"fuseki", "tdb2", "dboe"}) {
            context.getLogger("org.apache.jena." + operation).setLevel(Level.WARN);
        }
        // The reader of JSON-LD writes what it skips; the service refuses that itself.
        JSON_LD.setLevel(java.util.logging.Level.SEVERE);
        // It would write a line for each wrong argument of a client.
        context.getLogger("io.modelcontextprotocol").setLevel(Level.ERROR);
        // Only into files, where they are wanted.
        for (String name : new String[] {"entente.access", "entente.audit"}) {
            context.getLogger(name).setLevel(Level.OFF);
            context.getLogger(name).setAdditive(false);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
