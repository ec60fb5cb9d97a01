package org.entente.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The logs in files: {@code entente.log}, {@code access.log} with every request and {@code audit.log} with every write. Each day has a
 * file of its own, and none grows without end.
 */
final class LogFiles {
    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} " + LogSetup.MESSAGE;

    private LogFiles() {}

    /**
     * Writes them from now on.
     *
     * @throws CommandException if the folder cannot be written
     */
    static void write(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandException("--log-dir " + folder + " cannot be made: " + e);
        }
        if (!Files.isWritable(folder)) {
            throw new CommandException(
                    "--log-dir " + folder + " is not writable: change its rights, or name another one.");
        }
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        add(context, org.slf4j.Logger.ROOT_LOGGER_NAME, file(context, folder, "entente", TEXT, 30));
        add(context, "entente.access", file(context, folder, "access", "%msg%n", 30));
        // Who changed what is asked years later.
        add(context, "entente.audit", file(context, folder, "audit", "%msg%n", 3_650));
    }

    private static void add(LoggerContext context, String name, RollingFileAppender<ILoggingEvent> file) {
        Logger logger = context.getLogger(name);
        if (logger.getLevel() == Level.OFF) {
            logger.setLevel(Level.INFO);
        }
        logger.addAppender(file);
    }

    private static RollingFileAppender<ILoggingEvent> file(
            LoggerContext context, Path folder, String name, String pattern, int days) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setName(name);
        file.setFile(folder.resolve(name + ".log").toString());
        file.setEncoder(encoder);
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(
                folder.resolve(name + ".%d{yyyy-MM-dd}.%i.log.gz").toString());
        rolling.setMaxFileSize(FileSize.valueOf("50MB"));
        rolling.setMaxHistory(days);
        rolling.setTotalSizeCap(FileSize.valueOf("1GB"));
        rolling.start();
        file.setRollingPolicy(rolling);
        file.start();
        return file;
    }
}
