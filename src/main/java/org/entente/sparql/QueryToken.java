package org.entente.sparql;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserConstants;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserTokenManager;
import org.apache.jena.sparql.lang.arq.javacc.SimpleCharStream;
import org.apache.jena.sparql.lang.arq.javacc.Token;

/**
 * A token of a query as the parser sees it, or a comment.
 *
 * @param kind a constant of the parser
 * @param newLines line ends between this token and the one before
 * @param spaced whether there is white space before it
 */
record QueryToken(String text, int kind, int newLines, boolean spaced) implements ARQParserConstants {

    /** All tokens and comments of a text. */
    static List<QueryToken> read(String query) {
        SimpleCharStream letters = new SimpleCharStream(new StringReader(query));
        letters.setTabSize(1);
        ARQParserTokenManager manager = new ARQParserTokenManager(letters);
        List<QueryToken> tokens = new ArrayList<>();
        int line = 1;
        int column = 0;
        for (Token token = manager.getNextToken(); ; token = manager.getNextToken()) {
            Deque<Token> found = new ArrayDeque<>(List.of(token));
            for (Token comment = token.specialToken; comment != null; comment = comment.specialToken) {
                found.push(comment);
            }
            for (Token one : found) {
                if (one.kind == EOF) {
                    return tokens;
                }
                String text = one.image.stripTrailing();
                int ends = (int) text.chars().filter(c -> c == '\n').count();
                boolean next = one.beginLine == line && one.beginColumn == column + 1;
                tokens.add(new QueryToken(emptied(one.kind, text), one.kind, one.beginLine - line, !next));
                line = one.beginLine + ends;
                column = one.kind == SINGLE_LINE_COMMENT ? 0 : one.endColumn;
            }
        }
    }

    /** Empty brackets have nothing in them, unless it is a comment. */
    private static String emptied(int kind, String text) {
        boolean empty = (kind == NIL || kind == ANON) && text.indexOf('#') < 0;
        return !empty ? text : kind == NIL ? "()" : "[]";
    }

    boolean isComment() {
        return kind == SINGLE_LINE_COMMENT;
    }

    /** The bracket that closes this one; 0 if it is none. */
    int closing() {
        return switch (kind) {
            case LPAREN -> RPAREN;
            case LBRACE -> RBRACE;
            case LBRACKET -> RBRACKET;
            default -> 0;
        };
    }

    /** Whether a space stands between the token before and this one; where it matters to nobody, as it was written. */
    boolean isApartFrom(QueryToken before) {
        if (before.kind == LPAREN || kind == RPAREN || kind == COMMA || before.kind == LBRACE && kind == RBRACE) {
            return false;
        }
        boolean always = before.kind == COMMA
                || isPunctuation(kind)
                || isPunctuation(before.kind)
                || kind == SINGLE_LINE_COMMENT;
        return always || spaced;
    }

    private static boolean isPunctuation(int kind) {
        return kind == LBRACE
                || kind == RBRACE
                || kind == LBRACKET
                || kind == RBRACKET
                || kind == DOT
                || kind == SEMICOLON;
    }
}
