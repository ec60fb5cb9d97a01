package org.entente.web.page;

import java.util.List;
import org.entente.export.Citation;
import org.entente.store.CollectionDescription;
import org.entente.web.http.Urls;
import org.jspecify.annotations.Nullable;

/**
 * The parts that all pages have in common.
 *
 * @param text the texts in the reader's language
 * @param title of the document
 * @param otherLanguage address of the same page in the other language
 * @param alternates the same content in other formats
 * @param address path and query of this page, without parameters that only change how it is shown
 * @param base address of this server as the client sees it, without a slash at the end
 * @param release id of the loaded release
 * @param prefix path before all addresses in an earlier release; "" in the present
 * @param citation the citation of this page
 * @param kept whether the state that the page shows is kept, so that it can be read later
 * @param collection what the collection says about itself
 * @param signedIn whether somebody has given the key for this session of the browser; then no page asks for it
 * @param development whether the page reloads itself when the program changes
 */
public record Page(
        Messages text,
        String title,
        String otherLanguage,
        List<Link> alternates,
        String address,
        String base,
        String release,
        String prefix,
        Citation citation,
        boolean kept,
        CollectionDescription collection,
        boolean signedIn,
        boolean development) {
    /** A link to the same content in another format. */
    public record Link(String label, String href, String mediaType) {}

    public String lang() {
        return text.language();
    }

    /** The other of the two languages. */
    public String otherLang() {
        return lang().equals("de") ? "en" : "de";
    }

    /** What the collection is called. */
    public String collectionTitle() {
        return collection.title(lang());
    }

    /** One sentence on the collection, for search engines. */
    public String about() {
        return say("frame.about", subtitle());
    }

    /** What the collection is about, so that it can end a sentence: a colon and its subtitle; "" if it has none. */
    public String subtitle() {
        String subtitle = collection.subtitle(lang());
        return subtitle.isEmpty() ? "" : ": " + subtitle;
    }

    /** The text of a key. */
    public String say(String key, Object... values) {
        return text.get(key, values);
    }

    /** The full address without parameters of presentation, for search engines and links. */
    public String canonical() {
        return base + address;
    }

    /** The value of {@code aria-current} for a link to this path: "page" if the page is there or below, else null. */
    public @Nullable String current(String path) {
        String here = address.replaceFirst("\\?.*", "");
        return here.equals(path) || here.startsWith(path + "/") ? "page" : null;
    }

    /** The address of the citation of this page in a format. */
    public String cite(String format) {
        return "/cite?of=" + Urls.encode(prefix + address) + "&format=" + format + "&lang=" + lang();
    }

    /** Whether the header has a search box; the home page has its own. */
    public boolean searchable() {
        return !address.equals("/") && !address.startsWith("/?");
    }
}
