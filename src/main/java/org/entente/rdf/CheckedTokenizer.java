package org.entente.rdf;

import java.io.Reader;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.io.PeekReader;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.jspecify.annotations.Nullable;

/**
 * Wraps RIOT's tokenizer: refuses RDF 1.2 and too deep nesting, and remembers the position of a token that cannot be
 * read.
 */
final class CheckedTokenizer implements Tokenizer {
    /** Deepest nesting of brackets; more could overflow the stack of the recursive parser. */
    private static final int MAX_DEPTH = 200;

    /**
     * Size of the buffer in characters. RIOT's default is much larger, too large to read a broken file again after
     * every error.
     */
    private static final int BUFFER = 8192;

    private final Tokenizer tokens;
    private int depth = 0;
    private boolean checked = false;
    private boolean failed = false;
    private String code = "turtle-syntax";
    private long line = 1;
    private long column = 1;

    CheckedTokenizer(Reader reader) {
        tokens = TokenizerText.create()
                .source(PeekReader.make(reader, BUFFER))
                .errorHandler(new RiotErrors())
                .build();
    }

    /** Whether reading stopped at an unreadable token, as opposed to a misplaced one. */
    boolean failed() {
        return failed;
    }

    /** The code of the finding after {@link #failed()}. */
    String code() {
        return code;
    }

    /** The line where the white space before the last token begins. */
    long line() {
        return line;
    }

    long column() {
        return column;
    }

    @Override
    public boolean hasNext() {
        if (checked) {
            return true;
        }
        line = tokens.getLine();
        column = tokens.getColumn();
        try {
            if (!tokens.hasNext()) {
                return false;
            }
        } catch (RuntimeException unreadable) {
            failed = true;
            throw unreadable;
        }
        checked = true;
        guard(tokens.peek());
        return true;
    }

    private void guard(Token token) {
        TokenType type = token.getType();
        switch (type) {
            case LBRACKET, LPAREN -> depth++;
            case RBRACKET, RPAREN -> depth--;
            case DOT -> depth = 0;
            case LT2, GT2, L_TRIPLE, R_TRIPLE, L_ANN, R_ANN, TILDE ->
                refuse("rdf-1.2", "triple terms, reifiers and annotations are RDF 1.2", token);
            case LITERAL_LANG -> {
                if (token.getImage2().contains("--")) {
                    refuse("rdf-1.2", "a base direction is RDF 1.2", token);
                }
            }
            case DIRECTIVE, KEYWORD -> {
                if ("version".equalsIgnoreCase(token.getImage())) {
                    refuse("rdf-1.2", "a version directive is RDF 1.2", token);
                }
            }
            default -> {}
        }
        if (depth > MAX_DEPTH) {
            refuse("nested-too-deep", "brackets are nested more than " + MAX_DEPTH + " deep", token);
        }
    }

    private void refuse(String reason, String message, Token token) {
        failed = true;
        code = reason;
        throw new RiotParseException(message, token.getLine(), token.getColumn());
    }

    @Override
    public Token next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        checked = false;
        return tokens.next();
    }

    @Override
    public @Nullable Token peek() {
        return hasNext() ? tokens.peek() : null;
    }

    @Override
    public boolean eof() {
        return !hasNext();
    }

    @Override
    public long getLine() {
        return tokens.getLine();
    }

    @Override
    public long getColumn() {
        return tokens.getColumn();
    }

    @Override
    public void close() {
        tokens.close();
    }
}
