package org.entente.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a command said, run in this process. */
record CommandRun(int exit, String out, String err) {
    static CommandRun of(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Entente.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }
}
