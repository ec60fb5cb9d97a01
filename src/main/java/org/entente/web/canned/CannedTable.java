package org.entente.web.canned;

import java.util.List;
import java.util.Optional;
import org.entente.web.page.AtLeast;
import org.entente.web.page.ResultTable;
import org.entente.web.page.View;

/**
 * The page with the rows of a canned query as a table and perhaps a picture.
 *
 * @param facets what narrows the rows
 * @param notices what the query could not do
 * @param atLeast what there is to say beside what the query counts
 * @param uncounted why there is nothing to say, where readers may expect it; "" for nothing
 */
public record CannedTable(
        CannedAnswer answer,
        ResultTable table,
        ResultView picture,
        List<String> notices,
        List<Facet> facets,
        Optional<AtLeast> atLeast,
        String uncounted)
        implements View {
    @Override
    public String template() {
        return "canned/result.jte";
    }
}
