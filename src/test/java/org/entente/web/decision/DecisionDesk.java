package org.entente.web.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.store.CollectionFiles;
import org.entente.web.http.RequestBody;

/** A server over a copy of the shipped files, and somebody with the key who decides there. */
final class DecisionDesk implements AutoCloseable {
    final CollectionFiles files;
    final ServedStore site;

    DecisionDesk(Path data, Path store) {
        files = ShippedCollection.copiedTo(data);
        site = ServedStore.editable(files, store);
    }

    @Override
    public void close() {
        site.close();
    }

    /** The file of decisions; "" while there is none. */
    String log() {
        Path file = files.data().resolve("decisions/log.ttl");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String page(String address) {
        return site.get(address + (address.contains("?") ? "&" : "?") + "lang=en", "Accept", "text/html")
                .body();
    }

    /** A form, as a browser sends it. */
    HttpResponse<String> send(String path, String fields, String... headers) {
        List<String> all = new ArrayList<>(List.of("Origin", site.url(""), "Accept", "text/html"));
        all.addAll(List.of(headers));
        return site.post(path + "?lang=en", RequestBody.FORM, fields, all.toArray(String[]::new));
    }

    /** What the form of a matter and a choice sends. */
    static String choice(String about, String... taken) {
        return "about=" + ServedStore.encoded(about) + "&by=Anna+Tester&why-en=Because+the+source+says+so"
                + String.join(
                        "", List.of(taken).stream().map(id -> "&take=" + id).toList());
    }

    /** The choice in words. */
    String preview(String kind, String choice) {
        HttpResponse<String> page = send("/decide/" + kind, choice + "&step=preview");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    /** The choice, after a look at it in words. */
    HttpResponse<String> decide(String kind, String choice) {
        return decide(kind, choice, preview(kind, choice));
    }

    HttpResponse<String> decide(String kind, String choice, String preview) {
        return send(
                "/decide/" + kind,
                choice + "&step=decide&key=" + ServedStore.KEY + "&seen=" + ServedStore.encoded(seen(preview)));
    }

    /** What a preview rests on. */
    static String seen(String preview) {
        return plain(found(preview, "name=\"seen\" value=\"([^\"]*)\""));
    }

    /** The id of the option of a form whose text begins like this. */
    static String option(String page, String text) {
        return found(page, "value=\"([^\"]+)\"(?: checked)?> " + Pattern.quote(text));
    }

    /** The name of a decision that was taken. */
    static String taken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return found(ServedStore.header(answer, "Location"), "saved=(decision[^&]+)")
                .replace("%3A", ":");
    }

    /** A decision that rests on what is not so. */
    String choiceThatIsStale() {
        return choice("conflict:a38ad832d89afa9b", "0") + "&step=decide&seen=doc%3Anothing";
    }

    /** Withdraws a decision with one form, as the list of decisions offers it. */
    HttpResponse<String> undo(String decision) {
        return send(
                "/decide/withdrawal",
                choice(decision, "withdraw") + "&step=decide&key=" + ServedStore.KEY + "&seen=" + decision);
    }

    /** The rows of a query, without heading. */
    List<String> rows(String sparql) {
        return site.query(
                        "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX event: <https://w3id.org/entente/id/event/>"
                                + " PREFIX doc: <https://w3id.org/entente/id/doc/> PREFIX person: <https://w3id.org/entente/id/person/>"
                                + " PREFIX post: <https://w3id.org/entente/id/post/> " + sparql,
                        "text/csv")
                .body()
                .lines()
                .skip(1)
                .toList();
    }

    static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
