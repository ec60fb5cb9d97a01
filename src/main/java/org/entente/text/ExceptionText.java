package org.entente.text;

/** What an exception says. */
public final class ExceptionText {
    private ExceptionText() {}

    /** The message of the exception; the name of its class if it has none. */
    public static String of(Throwable exception) {
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }
}
