package org.entente.sparql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserConstants;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the text of a query: a line for each statement, indented by its group. Only white space is changed, between tokens as the
 * parser sees them; comments stay where they are.
 */
public final class QueryLayout implements ARQParserConstants {
    private static final int LONGEST_LINE = 110;
    private static final int LONGEST_GROUP = 80;
    private static final String STEP = "  ";
    /** What begins a line of its own. */
    private static final Set<Integer> BEGIN = Set.of(
            BASE, PREFIX, VERSION, SELECT, CONSTRUCT, DESCRIBE, ASK, FROM, WHERE, GROUP, HAVING, ORDER, LIMIT, OFFSET,
            VALUES, OPTIONAL, FILTER, BIND, LET, GRAPH, SERVICE, MINUS_P, LATERAL);
    /** What ends with its closing bracket, without a full stop. */
    private static final Set<Integer> CONDITIONS = Set.of(FILTER, BIND, LET);

    private final List<QueryToken> tokens;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private List<QueryToken> line = new ArrayList<>();
    /** How deep the line that is being written stands. */
    private int indent;

    /** Something in brackets, or the query itself. */
    private static final class Block {
        /** Its closing bracket; 0 for the query. */
        final int end;
        /** Whether its statements have lines of their own. */
        final boolean broken;
        /** The first token of the statement that is being written; -1 before it. */
        int first = -1;
        /** Whether the statement goes on in another line. */
        boolean continued;

        Block(int end, boolean broken) {
            this.end = end;
            this.broken = broken;
        }
    }

    private QueryLayout(List<QueryToken> tokens) {
        this.tokens = tokens;
        blocks.push(new Block(0, true));
    }

    /** @param query which the parser accepts */
    public static String of(String query) {
        return new QueryLayout(QueryToken.read(query)).write();
    }

    private String write() {
        boolean breaks = false;
        @Nullable QueryToken before = null;
        for (int i = 0; i < tokens.size(); i++) {
            QueryToken token = tokens.get(i);
            Block block = blocks.element();
            if (token.isComment()) {
                if (token.newLines() > 0 || before == null) {
                    end();
                }
                add(token);
                end();
                block.continued = block.first >= 0;
                breaks = false;
                before = token;
                continue;
            }
            boolean staysBehind = token.kind() == DOT
                    || token.kind() == SEMICOLON
                    || token.kind() == UNION && before != null && before.kind() == RBRACE;
            boolean begins = BEGIN.contains(token.kind()) && !(token.kind() == WHERE && isKind(before, CONSTRUCT));
            if (block.broken && (breaks && !staysBehind || begins && !line.isEmpty())) {
                end();
            }
            if (begins) {
                finished(block);
            }
            breaks = false;
            if (token.kind() == block.end && block.broken) {
                end();
            }
            if (token.kind() == block.end) {
                blocks.pop();
                block = blocks.element();
                breaks = block.broken
                        && (token.kind() == RBRACE || token.kind() == RPAREN && CONDITIONS.contains(block.first));
                add(token);
                if (breaks) {
                    finished(block);
                }
            } else {
                if (block.first < 0 && token.kind() != DOT) {
                    block.first = token.kind();
                }
                add(token);
                if (block.broken && token.kind() == DOT) {
                    finished(block);
                    breaks = true;
                } else if (block.broken && token.kind() == SEMICOLON) {
                    breaks = true;
                    block.continued = true;
                } else if (block.broken && token.kind() == NIL && CONDITIONS.contains(block.first)) {
                    finished(block);
                    breaks = true;
                } else {
                    breaks = open(i, block);
                }
            }
            before = token;
        }
        end();
        return out.toString();
    }

    private static boolean isKind(@Nullable QueryToken token, int kind) {
        return token != null && token.kind() == kind;
    }

    private static void finished(Block block) {
        block.first = -1;
        block.continued = false;
    }

    /** Opens a block if this is its bracket; whether a new line follows. */
    private boolean open(int at, Block around) {
        int end = tokens.get(at).closing();
        if (end == 0) {
            return false;
        }
        boolean broken = end == RBRACE && around.first != VALUES && !isShort(at, around);
        if (broken) {
            around.continued = false;
        }
        blocks.push(new Block(end, broken));
        return broken;
    }

    /** Whether a group inside another stands in one line already, and may stay there. */
    private boolean isShort(int at, Block around) {
        if (!around.broken) {
            return true;
        }
        if (blocks.size() == 1) {
            return tokens.get(at + 1).kind() == RBRACE;
        }
        int depth = 0;
        int length = 0;
        for (int i = at; i < tokens.size(); i++) {
            QueryToken token = tokens.get(i);
            length += token.text().length() + 1;
            if (length > LONGEST_GROUP || i > at && token.newLines() > 0 || token.isComment()) {
                return false;
            }
            depth += token.kind() == LBRACE ? 1 : token.kind() == RBRACE ? -1 : 0;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    private void add(QueryToken token) {
        if (line.isEmpty()) {
            int groups = (int) blocks.stream().filter(b -> b.broken).count() - 1;
            indent = groups + (blocks.element().continued ? 1 : 0);
            boolean closes = token.kind() == RBRACE;
            boolean opened = out.length() > 1 && out.charAt(out.length() - 2) == '{';
            if (token.newLines() > 1 && !out.isEmpty() && !closes && !opened) {
                out.append('\n');
            }
        }
        line.add(token);
    }

    /** Writes the line: in one if that is short enough, else with the breaks that it had. */
    private void end() {
        if (line.isEmpty()) {
            return;
        }
        StringBuilder one = new StringBuilder();
        StringBuilder several = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            QueryToken token = line.get(i);
            String space = i == 0 ? "" : token.isApartFrom(line.get(i - 1)) ? " " : "";
            one.append(space).append(token.text());
            boolean broke = i > 0 && token.newLines() > 0;
            several.append(broke ? "\n" + STEP.repeat(indent + 2) : space).append(token.text());
        }
        boolean fits = one.length() + indent * STEP.length() <= LONGEST_LINE;
        out.append(STEP.repeat(indent)).append(fits ? one : several).append('\n');
        line = new ArrayList<>();
    }
}
