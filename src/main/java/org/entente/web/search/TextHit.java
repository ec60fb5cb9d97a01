package org.entente.web.search;

import java.util.List;
import java.util.stream.Collectors;
import org.entente.fulltext.TextIndex;
import org.entente.web.page.Cell;

/**
 * A text in which the words of a search stand.
 *
 * @param about what the text tells of
 * @param kind note, printed, title, source or topic
 * @param language of the text; "" if it is not known
 * @param source the document; without text if it is none of a source
 * @param passages where in the document; "" if that is not told
 */
public record TextHit(
        Cell about, String kind, List<TextIndex.Piece> pieces, String language, Cell source, String passages) {
    public String text() {
        return pieces.stream().map(TextIndex.Piece::text).collect(Collectors.joining());
    }
}
