package org.entente.rdf;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.riot.RiotParseException;
import org.entente.text.ExceptionText;
import org.jspecify.annotations.Nullable;

/** Reads one file with RIOT and continues after each broken statement. */
final class RecoveringTurtleParser {
    private final Findings findings;
    private final Consumer<LocatedTriple> sink;
    private final TreeSet<Integer> badLines;
    private final CheckingProfile checks;

    // What the caller's own code threw is the caller's business, not a finding.
    private @Nullable RuntimeException sinkFailure;
    // The whole text, and what is known of its places; empty until it is needed.
    private boolean loaded;
    private String text = "";
    private LineIndex lines = new LineIndex(text);
    private StatementScanner ends = new StatementScanner(text);

    /**
     * @param badLines lines with bytes that are not UTF-8, known after the text was requested; their triples are
     *     dropped
     * @param known prefixes that the text need not declare
     */
    RecoveringTurtleParser(
            Findings findings, Consumer<LocatedTriple> sink, TreeSet<Integer> badLines, Map<String, String> known) {
        this.findings = findings;
        this.sink = located -> {
            try {
                sink.accept(located);
            } catch (RuntimeException e) {
                sinkFailure = e;
                throw e;
            }
        };
        this.badLines = badLines;
        this.checks = new CheckingProfile(findings, known);
    }

    /** The whole text, asked for only after an error; empty if it is too large. */
    interface WholeText {
        Optional<String> get() throws IOException;
    }

    Map<String, String> prefixes() {
        return checks.prefixes();
    }

    /** @throws IOException if the file cannot be read; errors in its text go to the findings */
    void read(SecondParser.Source source, WholeText whole) throws IOException {
        int next;
        try (WatchedReader reader = new WatchedReader(source.open())) {
            next = stretch(reader, TextPosition.START, whole);
        }
        while (next >= 0 && next < text.length()) {
            StringReader rest = new StringReader(text);
            rest.skip(next);
            next = stretch(new WatchedReader(rest), lines.place(next), whole);
        }
    }

    /** Reads from a place to the next error; returns the offset where to go on, -1 at the end. */
    private int stretch(WatchedReader reader, TextPosition start, WholeText whole) throws IOException {
        checks.readFrom(start);
        CheckedTokenizer tokens = new CheckedTokenizer(reader);
        RiotTurtle riot = null;
        try {
            riot = new RiotTurtle(tokens, checks, sink, badLines);
            riot.parse();
            return -1;
        } catch (RuntimeException error) {
            if (sinkFailure != null) {
                throw sinkFailure;
            }
            if (reader.failure != null) {
                return unreadable(reader.failure, riot, start, whole);
            }
            RiotParseException at = error instanceof RiotParseException parse
                    ? parse
                    : new RiotParseException(ExceptionText.of(error), tokens.getLine(), tokens.getColumn());
            if (!loaded(whole)) {
                report(tokens.code(), at.getOriginalMessage(), start.of(at.getLine(), at.getCol()));
                return -1;
            }
            return tokens.failed() ? afterBadToken(tokens, at, riot, start) : afterMisplaced(at, riot, start);
        }
    }

    private int unreadable(IOException failure, @Nullable RiotTurtle riot, TextPosition start, WholeText whole)
            throws IOException {
        if (!(failure instanceof CharacterCodingException)) {
            throw failure;
        }
        if (!loaded(whole)) {
            report("not-utf8", "the file is not UTF-8", start);
            return -1;
        }
        return riot == null ? 0 : lines.offset(riot.statement() == null ? afterDot(riot) : riot.statement());
    }

    /** A token that cannot be read. RIOT looks one token ahead, so the statement before it may just be complete. */
    private int afterBadToken(
            CheckedTokenizer tokens, RiotParseException error, @Nullable RiotTurtle riot, TextPosition start) {
        int token = ends.blanksEnd(lines.offset(start.of(tokens.line(), tokens.column())));
        int broken = brokenStatement(riot, start, token, true);
        boolean whole = isAboutWholeToken(error.getOriginalMessage());
        TextPosition at = whole ? lines.place(token) : start.of(error.getLine(), error.getCol());
        report(tokens.code(), error.getOriginalMessage(), at);
        int end = ends.endFrom(broken);
        return behindRest(end > token ? end : Math.max(ends.endFrom(token), token + 1));
    }

    /** A token that stands where it must not. */
    private int afterMisplaced(RiotParseException error, @Nullable RiotTurtle riot, TextPosition start) {
        TextPosition at = start.of(error.getLine(), error.getCol());
        int token = lines.offset(at);
        int broken = brokenStatement(riot, start, token, false);
        report("turtle-syntax", error.getOriginalMessage(), at);
        boolean dotMissing = error.getOriginalMessage().contains("not terminated by");
        // if only the "." is missing, the next statement begins with the token found in its place
        if (dotMissing && token > broken && (at.column() == 1 || riot == null || riot.statement() == null)) {
            return token;
        }
        return behindRest(Math.max(ends.endFrom(broken), broken + 1));
    }

    /** Skips the rest of a broken statement: a closing bracket, a separator or a literal cannot begin a new one. */
    private int behindRest(int end) {
        int at = end;
        int next = ends.blanksEnd(at);
        while (next < text.length() && "])};,^0123456789\"'".indexOf(text.charAt(next)) >= 0) {
            at = ends.endFrom(next);
            next = ends.blanksEnd(at);
        }
        return at;
    }

    private int brokenStatement(@Nullable RiotTurtle riot, TextPosition start, int token, boolean ahead) {
        if (riot == null) {
            return lines.offset(start);
        }
        TextPosition statement = riot.statement();
        if (statement != null) {
            int begin = lines.offset(statement);
            if (!ahead || ends.endFrom(begin) > token) {
                return begin;
            }
            riot.complete(statement);
            return token;
        }
        int from = lines.offset(afterDot(riot));
        while (from < token) {
            int end = ends.endFrom(from);
            if (ahead ? token < end : token <= end) {
                return ends.blanksEnd(from);
            }
            from = Math.max(end, from + 1);
        }
        return Math.min(token, text.length());
    }

    private TextPosition afterDot(RiotTurtle riot) {
        TextPosition end = riot.lastEnd();
        int offset = lines.offset(end);
        boolean onDot = offset < text.length() && text.charAt(offset) == '.';
        return onDot ? new TextPosition(end.line(), end.column() + 1) : end;
    }

    private boolean loaded(WholeText whole) throws IOException {
        if (!loaded) {
            whole.get().ifPresent(all -> {
                text = all;
                lines = new LineIndex(all);
                ends = new StatementScanner(all);
                loaded = true;
            });
        }
        return loaded;
    }

    private void report(String code, String message, TextPosition at) {
        String found = code.equals("turtle-syntax") ? SyntaxAdvice.code(message) : code;
        findings.add(
                Severity.ERROR,
                at.line(),
                at.column(),
                found,
                SyntaxAdvice.message(message),
                SyntaxAdvice.advice(found, message));
    }

    private static boolean isAboutWholeToken(String message) {
        return message.startsWith("Broken")
                || message.startsWith("Bad language")
                || message.startsWith("Failed to find");
    }

    /** Remembers why reading failed, which RIOT does not report. */
    private static final class WatchedReader extends Reader {
        private final Reader reader;
        private @Nullable IOException failure;

        WatchedReader(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            try {
                return reader.read(buffer, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
