package org.entente.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own, from the moment it answers.
 *
 * @param address such as {@code http://127.0.0.1:8080/}
 * @param output what it goes on to say
 */
public record RunningServer(Process process, String address, BufferedReader output) implements AutoCloseable {
    private static final Pattern SERVING = Pattern.compile("on (http://\\S+/)");

    /** Waits until the process says where it serves. */
    public static RunningServer of(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line; (line = output.readLine()) != null; ) {
            all.append(line).append('\n');
            Matcher matcher = SERVING.matcher(line);
            if (matcher.find()) {
                return new RunningServer(process, matcher.group(1), output);
            }
        }
        throw new AssertionError("The server did not start:\n" + all);
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
