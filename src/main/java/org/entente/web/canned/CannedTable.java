package org.entente.web.canned;

import java.util.List;
import org.entente.web.page.ResultTable;
import org.entente.web.page.View;

/**
 * The rows of a canned query as a table, perhaps under a picture.
 *
 * @param notices what the query could not do, as it says it
 */
public record CannedTable(CannedAnswer answer, ResultTable table, ResultView picture, List<String> notices)
        implements View {
    @Override
    public String template() {
        return "canned/result.jte";
    }
}
