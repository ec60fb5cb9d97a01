package org.entente.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.lang.LangTurtleBase;
import org.apache.jena.riot.system.StreamRDFBase;
import org.jspecify.annotations.Nullable;

/**
 * RIOT's Turtle parser for one section of a file. It passes on the triples of a statement when the statement is
 * complete and has no errors, and knows its position, so that reading can continue elsewhere after an error.
 */
final class RiotTurtle extends LangTurtleBase {
    private final CheckingProfile checks;
    private final Consumer<LocatedTriple> sink;
    private final SortedSet<Integer> badLines;
    private final List<LocatedTriple> pending = new ArrayList<>();
    private @Nullable TextPosition statement;
    private TextPosition lastEnd;
    private long errorsBefore = 0;

    RiotTurtle(
            CheckedTokenizer tokens,
            CheckingProfile checks,
            Consumer<LocatedTriple> sink,
            SortedSet<Integer> badLines) {
        super(tokens, checks, new StreamRDFBase());
        this.checks = checks;
        this.sink = sink;
        this.badLines = badLines;
        this.lastEnd = checks.place();
    }

    /** Where the statement begins that is being read; null between statements and in directives. */
    @Nullable
    TextPosition statement() {
        return statement;
    }

    /** The end of the last complete statement: the position of its ".". */
    TextPosition lastEnd() {
        return lastEnd;
    }

    /**
     * Hands on what the statement holds so far: it is known to be complete.
     *
     * @param begin where it begins
     */
    void complete(TextPosition begin) {
        boolean unreadable = !badLines.isEmpty()
                && !badLines.subSet(begin.line(), checks.place().lineOf(currLine) + 1)
                        .isEmpty();
        if (checks.findings().errors() == errorsBefore && !unreadable) {
            pending.forEach(sink);
        }
        pending.clear();
        checks.statementEnded();
    }

    @Override
    protected void oneTopLevelElement() {
        TextPosition begin =
                checks.place().of(peekToken().getLine(), peekToken().getColumn());
        statement = begin;
        errorsBefore = checks.findings().errors();
        triples();
        complete(begin);
        statement = null;
        lastEnd = checks.place().of(currLine, currCol);
    }

    @Override
    protected void emit(Node subject, Node predicate, Node object) {
        if (subject.isLiteral()) {
            throw new RiotParseException("a literal cannot be a subject", currLine, currCol);
        }
        TextPosition opened = object.isBlank() ? checks.opened(object) : null;
        TextPosition at = opened == null ? checks.place().of(currLine, currCol) : opened;
        pending.add(new LocatedTriple(Triple.create(subject, predicate, object), at.line(), at.column()));
    }

    @Override
    protected void expectEndOfTriples() {
        expectEndOfTriplesTurtle();
    }

    @Override
    public Lang getLang() {
        return RDFLanguages.TURTLE;
    }
}
