package org.entente.web.dossier;

import java.util.List;
import org.entente.web.page.View;

/**
 * The page of a passage.
 *
 * @param report path of the report that cites it
 * @param document address of the document's page
 */
public record PassageView(String report, String document, String locator, List<String> paragraphs) implements View {
    @Override
    public String template() {
        return "dossier/passage.jte";
    }
}
