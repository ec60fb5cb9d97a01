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
import org.jspecify.annotations.Nullable;

/**
 * The evidence of an entity, as a page or a panel shows it.
 *
 * @param curie CURIE of the entity
 * @param sign the sign that {@code page/sign.jte} draws
 * @param archive whether there is an archive with passages
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

    /** The key of the name of its kind. */
    public String kind() {
        return "evidence.kind." + record.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The address of the evidence page. */
    public String self() {
        return evidence(record.node());
    }

    /** The address of the evidence of another entity. */
    public String evidence(Node node) {
        return EvidenceBadge.of(node.getURI(), "stated", 0, language).href();
    }

    /** The address of the page of an entity; "" if it has none. */
    public static String page(Node node) {
        return node.isURI() ? Cell.href(node.getURI()) : "";
    }

    /** The address of the passage; "" if the archive does not have it. */
    public String passage(Account account) {
        String iri = account.testimony().report().getURI();
        return archive && account.archived() ? Urls.page(iri).replaceFirst("^/page/", "/passage/") : "";
    }

    /** An EDTF date in words. */
    public String date(String edtf) {
        return edtf.isEmpty() ? "" : DossierSentences.in(language).dates(List.of(edtf.split(" \\| ")));
    }

    /** A value of a contradiction: a date in words, anything else as it is. */
    public static String words(String value, Page page) {
        return ChainView.phrase(value, page.text());
    }

    /** The name of a language in the reader's language. */
    public String languageName(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(language));
    }

    /** The value of the attribute {@code lang}; null if the language is not known. */
    public static @Nullable String lang(String code) {
        return code.isEmpty() ? null : code;
    }

    public static String labels(List<Named> named) {
        return named.stream().map(Named::label).collect(Collectors.joining(", "));
    }
}
