package org.entente.web.dossier;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.dossier.DossierSentences;
import org.entente.encounter.Named;
import org.entente.evidence.EvidenceRecord;
import org.entente.evidence.EvidenceRecord.Account;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Page;
import org.entente.web.page.View;

/**
 * The evidence of a thing as its page and panel show it.
 *
 * @param curie the thing in short
 * @param sign its sign, as {@code page/sign.jte} draws it
 * @param archive whether passages can be shown
 */
public record EvidenceView(EvidenceRecord record, String curie, String sign, boolean archive, String language) {
    /** The evidence on a page of its own. */
    public record Whole(EvidenceView evidence) implements View {
        @Override
        public String template() {
            return "dossier/evidence.jte";
        }
    }

    /** The evidence in the panel beside another page. */
    public record Panel(EvidenceView evidence) implements View {
        @Override
        public String template() {
            return "dossier/evidenceFragment.jte";
        }
    }

    static EvidenceView of(EvidenceRecord record, boolean archive, String language) {
        return new EvidenceView(
                record,
                Prefixes.compact(record.node().getURI()),
                record.sign().name().toLowerCase(Locale.ROOT),
                archive,
                language);
    }

    /** The key of the word for its kind. */
    public String kind() {
        return "evidence.kind." + record.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Where the evidence has a page of its own. */
    public String self() {
        return evidence(record.node());
    }

    /** Where the evidence of something else is. */
    public String evidence(Node node) {
        return EvidenceBadge.of(node.getURI(), "stated", 0, language).href();
    }

    /** Where a thing is described; "" where it is not. */
    public static String page(Node node) {
        return node.isURI() ? Cell.href(node.getURI()) : "";
    }

    /** Where the archive shows the passage; "" where it cannot. */
    public String passage(Account account) {
        String iri = account.testimony().report().getURI();
        return archive && account.archived() ? Urls.page(iri).replaceFirst("^/page/", "/passage/") : "";
    }

    /** An EDTF date in words. */
    public String date(String edtf) {
        return edtf.isEmpty() ? "" : DossierSentences.in(language).dates(List.of(edtf.split(" \\| ")));
    }

    /** A value of a dispute: a date in words, anything else as it is. */
    public static String words(String value, Page page) {
        return ChainView.phrase(value, page.text());
    }

    /** The name of a language in the reader's language. */
    public String languageName(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(language));
    }

    /** A language for the lang attribute; null where it is not known. */
    public static String lang(String code) {
        return code.isEmpty() ? null : code;
    }

    public static String labels(List<Named> named) {
        return named.stream().map(Named::label).collect(Collectors.joining(", "));
    }
}
