package org.entente.draft;

import java.time.LocalDate;
import java.util.List;
import org.entente.text.TurtleText;

/**
 * The file of a new source: the document, and one report with one participation as comments to fill in.
 *
 * @param id name of the file and of the document
 * @param language of the text
 * @param publisher CURIE of an organization; "" if unknown
 * @param published day or other date in EDTF; "" if unknown
 * @param url address of the text; "" if unknown
 * @param encodedBy who writes the file; "" to leave that out
 */
public record SourceDraft(
        String id, String title, String language, String publisher, String published, String url, String encodedBy) {

    /** @param languages those of the collection */
    public String turtle(List<String> languages, LocalDate today) {
        return document(languages, today) + examples(languages);
    }

    /** Only the document, without examples of reports. */
    public String document(List<String> languages, LocalDate today) {
        StringBuilder out = new StringBuilder("doc:" + id + " a ent:Document ;\n");
        statement(out, "dcterms:title", TurtleText.quoted(title) + "@" + language);
        statement(out, "rdfs:label", EntryLabels.turtle(EntryLabels.same(title, languages)));
        statement(out, "ent:publisher", publisher);
        statement(
                out,
                "ent:published",
                published.isEmpty() ? "" : "[ a ent:TimeSpan ; ent:edtf " + TurtleText.quoted(published) + " ]");
        statement(out, "dcterms:language", TurtleText.quoted(language));
        statement(out, "ent:url", url.isEmpty() ? "" : TurtleText.quoted(url) + "^^xsd:anyURI");
        if (!encodedBy.isEmpty()) {
            statement(out, "ent:encodedBy", TurtleText.quoted(encodedBy));
            statement(out, "ent:encodedOn", "\"" + today + "\"");
        }
        out.append("  ent:reliability ent:reliabilityNormal .\n");
        return out.toString();
    }

    private static void statement(StringBuilder out, String property, String value) {
        if (!value.isEmpty()) {
            out.append("  ").append(property).append(' ').append(value).append(" ;\n");
        }
    }

    /** What a report and a participation look like; as comments, since they name things that do not exist yet. */
    private String examples(List<String> languages) {
        String language = languages.getFirst();
        return """

                # One report for each thing that the source tells. Take away the "# " and fill it in; `entente new event "…"` makes the event.
                #
                # doc:%1$s-r1 a ent:Report ;
                #   ent:statedIn doc:%1$s ;
                #   ent:reports event:… ;
                #   ent:locator "P1" ;                     # paragraph of the text
                #   ent:modality ent:asFact ;              # or ent:asClaim, ent:asBackground
                #   ent:reportedStatus ent:held ;          # or ent:announced, ent:cancelled, ent:postponed, ent:denied
                #   ent:reportedTime [ a ent:TimeSpan ; ent:edtf "2024-05-02" ] ;
                #   ent:note "In your own words."@%2$s .
                #
                # One participation for each person, and for each office without a name.
                #
                # doc:%1$s-p1 a ent:Participation ;
                #   ent:inReport doc:%1$s-r1 ;
                #   ent:participant person:… ;             # leave it out if only the office is named
                #   ent:asHolderOf post:… ;
                #   ent:role ent:host ;                    # or ent:guest, ent:headOfDelegation, ent:member …
                #   ent:attendance ent:attended ;          # ent:expected in an announcement
                #   ent:nameAsPrinted "…"@%2$s .
                """.formatted(id, language);
    }
}
