package org.entente.web.page;

import java.util.List;
import org.entente.export.Citation;
import org.entente.web.http.Urls;

/**
 * What every page has.
 *
 * @param text texts in the reader's language
 * @param title of the document
 * @param otherLanguage address of the same page in the other language
 * @param alternates the same content in other formats
 * @param address path and query of this page on this server, without what only says how it is shown
 * @param base what the client calls this server, no slash at the end
 * @param release id of the collection that is shown
 * @param citation how this page is cited
 * @param development whether the page loads itself again when the program changes
 */
public record Page(
        Messages text,
        String title,
        String otherLanguage,
        List<Link> alternates,
        String address,
        String base,
        String release,
        Citation citation,
        boolean development) {
    /** A link to the same content in another format. */
    public record Link(String label, String href, String mediaType) {}

    public String lang() {
        return text.language();
    }

    /** "de" on an English page and the other way round. */
    public String otherLang() {
        return lang().equals("de") ? "en" : "de";
    }

    /** The text of a key. */
    public String say(String key, Object... values) {
        return text.get(key, values);
    }

    /** The address that this content is known under, whoever sent the reader here. */
    public String canonical() {
        return base + address;
    }

    /** Whether the page is, or lies below, this address: for the navigation. */
    public String current(String path) {
        String here = address.replaceFirst("\\?.*", "");
        return here.equals(path) || here.startsWith(path + "/") ? "page" : null;
    }

    /** Where the citation of this page is, as a file. */
    public String cite(String format) {
        return "/cite?of=" + Urls.encode(address) + "&format=" + format + "&lang=" + lang();
    }

    /** Whether the frame has a search box; the page that is itself one has none. */
    public boolean searchable() {
        return !address.equals("/") && !address.startsWith("/?");
    }
}
