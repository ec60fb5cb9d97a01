package org.entente.web.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.web.http.Urls;

/**
 * A canned query that a question may mean.
 *
 * @param href address of the answer, or of the form if a parameter is missing
 * @param sure whether the question matches word for word
 */
public record QuestionHit(String text, String href, String description, boolean sure) {
    static QuestionHit of(QuestionMatcher match, String language) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        match.given().forEach((name, value) -> parameters.put(name, List.of(value)));
        String shown = match.query().header().question().in(language);
        for (Map.Entry<String, String> given : match.given().entrySet()) {
            shown = shown.replace("{" + given.getKey() + "}", given.getValue());
        }
        boolean whole = !shown.isBlank() && !shown.contains("{");
        return new QuestionHit(
                whole ? shown : match.query().header().summary().in(language),
                Urls.with("/queries/" + match.query().id(), parameters),
                match.query().header().description().in(language),
                match.exact());
    }
}
