package org.entente.annotate;

/** A proposer cannot be asked, or its answer cannot be read; the message says why and what to do. */
public final class ProposerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProposerException(String message) {
        super(message);
    }
}
