package org.entente.web.annotate;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.entente.draft.EntryLabels;
import org.entente.execution.Problem;
import org.entente.text.Utf8;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.web.http.UploadRequest;

/**
 * A text that was sent, with what is known of it.
 *
 * @param step read, again, file, new, sheet or write
 * @param fields all fields of the form
 */
record AnnotateRequest(
        String text,
        String title,
        String date,
        String publisher,
        String url,
        String id,
        String step,
        Map<String, List<String>> fields) {
    private static final int MOST = 200_000;

    /** @throws Problem if the form cannot be read */
    static AnnotateRequest of(Context ctx, long limit) {
        UploadRequest form = UploadRequest.of(ctx, limit, "/annotate");
        String text = form.file().map(AnnotateRequest::decoded).orElseGet(() -> form.field("text"));
        String step = form.field("do");
        return new AnnotateRequest(
                text.replace("\uFEFF", "").replace("\r\n", "\n"),
                form.field("title").strip(),
                form.field("date").strip(),
                form.field("publisher").strip(),
                form.field("url").strip(),
                form.field("id").strip(),
                List.of("file", "new", "sheet", "write", "again").contains(step) ? step : "read",
                form.fields());
    }

    private static String decoded(byte[] bytes) {
        return Utf8.decode(bytes)
                .orElseThrow(() -> Problem.of(
                        422,
                        "annotate",
                        "The file cannot be read",
                        "It is no text in UTF-8. Copy the text from it and paste it."));
    }

    /** @throws Problem that says what is missing or wrong */
    void require() {
        if (text.isBlank()) {
            throw wrong("There is no text: paste one, or choose a file.");
        }
        if (text.length() > MOST) {
            throw wrong("The text has " + text.length() + " characters, more than " + MOST + ". Send it in parts.");
        }
        try {
            if (!date.isEmpty()) {
                Edtf.parse(date);
            }
        } catch (EdtfException e) {
            throw wrong("“" + date + "” is no date. Write the year first: 2024, 2024-05 or 2024-05-02.");
        }
    }

    private static Problem wrong(String detail) {
        return Problem.of(422, "annotate", "The text was not read", detail);
    }

    String key() {
        return first("key");
    }

    /** Whether the text may be sent to whoever proposes cards. */
    boolean proposes() {
        return first("propose").equals("1");
    }

    /** What was proposed for the text when it was read, as it came with the page; "" if nothing was. */
    String proposed() {
        return step.equals("read") ? "" : first("proposed");
    }

    private String first(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** What the source is called: the title, else the first line if it is short. */
    String titleOr() {
        String first = text.strip().lines().findFirst().orElse("").strip();
        return !title.isEmpty() ? title : first.length() <= 120 ? first : source();
    }

    /** The name of the source: what was typed, else made of the title. */
    String source() {
        String slug = EntryLabels.slug(id.isEmpty() ? (title.isEmpty() ? "text" : title) : id);
        String name = slug.isEmpty() ? "text" : slug;
        return name.length() > 40 ? name.substring(0, 40).replaceFirst("-[^-]*$", "") : name;
    }
}
