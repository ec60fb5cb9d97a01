package org.entente.rdf;

/**
 * The start of a section in its file. Converts positions of a parser that reads from there into positions of the file.
 */
record TextPosition(int line, int column) {
    static final TextPosition START = new TextPosition(1, 1);

    int lineOf(long parserLine) {
        return parserLine < 1 ? 0 : (int) (line + parserLine - 1);
    }

    int columnOf(long parserLine, long parserColumn) {
        if (parserLine < 1 || parserColumn < 1) {
            return 0;
        }
        return (int) (parserLine == 1 ? column + parserColumn - 1 : parserColumn);
    }

    TextPosition of(long parserLine, long parserColumn) {
        return new TextPosition(lineOf(parserLine), columnOf(parserLine, parserColumn));
    }
}
