package org.entente.rdf;

import java.util.Objects;

/**
 * A finding of a reader or a check in a file.
 *
 * @param file display name of the file
 * @param line 1-based line; 0 if unknown
 * @param column 1-based column in UTF-16 units; 0 if unknown
 * @param code the kind of finding in kebab-case, such as {@code turtle-syntax}
 * @param message what is wrong
 * @param advice what to do; "" if there is nothing to say
 */
public record Finding(
        Severity severity, String file, int line, int column, String code, String message, String advice) {
    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(advice, "advice");
    }

    /** Whether the file must not be loaded. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line: {@code file:line:column: error: message [code] – advice}; unknown places and empty advice are left out. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(file);
        if (line > 0) {
            out.append(':').append(line);
            if (column > 0) {
                out.append(':').append(column);
            }
        }
        out.append(": ").append(severity.label()).append(": ").append(message);
        out.append(" [").append(code).append(']');
        if (!advice.isEmpty()) {
            out.append(" – ").append(advice);
        }
        return out.toString().replace("\r", "\\r").replace("\n", "\\n");
    }
}
