package org.entente.web.annotate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.annotate.RefusedField;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;

/**
 * The page of annotation.
 *
 * @param request what was sent, which comes back
 * @param writes whether this server takes sources from whoever has the key
 * @param lines what is wrong, field by field
 * @param saved name of the source that has just been written; "" for none
 * @param proposer who may be asked for cards, too; "" for nobody
 * @param remembered what was decided for earlier texts and counts for this one, too
 */
public record AnnotateView(
        Form request,
        boolean writes,
        Optional<ProblemView> problem,
        List<String> lines,
        Optional<Found> found,
        String saved,
        String proposer,
        List<Remembered> remembered)
        implements View {
    /** What is known of the text. */
    public record Form(String text, String title, String date, String publisher, String url, String id) {
        static final Form EMPTY = new Form("", "", "", "", "", "");

        static Form of(AnnotateRequest request) {
            return new Form(
                    request.text(), request.title(), request.date(), request.publisher(), request.url(), request.id());
        }
    }

    /**
     * What was found in the text.
     *
     * @param unknown names of people whom the collection does not have
     * @param like sources that the text may be, or be a copy of
     * @param refused proposals from outside of which no card came
     * @param unread name of the language if the text is in one that is not read; "" if it is open which
     * @param proposed what was proposed from outside, as it comes back with the form; "" if nobody was asked
     */
    public record Found(
            List<List<Piece>> paragraphs,
            List<Item> cards,
            List<String> unknown,
            List<Like> like,
            List<Refusal> refused,
            String proposed,
            Optional<String> unread) {}

    /** A field that somebody outside proposed and that was refused. @param reason key of its words @param instead "" for nothing */
    public record Refusal(String field, String value, String quote, String reason, String instead) {
        static Refusal of(RefusedField field) {
            return new Refusal(
                    field.field(),
                    field.value(),
                    field.quote().equals(field.value()) ? "" : field.quote(),
                    field.reason().name().toLowerCase(Locale.ROOT),
                    String.join(", ", field.instead()));
        }
    }

    /** A source that the text may be. @param reasons address, title, events @param common how many events both tell of */
    public record Like(String path, String label, List<String> reasons, int common) {}

    /** A piece of the text. @param kind person, stranger, date, place, cue; "" for plain words @param title what was understood */
    public record Piece(String text, String kind, String title) {}

    /** A remembered decision. @param line as it stands in its file @param kind name, status or place */
    public record Remembered(String line, String kind, String printed, String value) {}

    /** A card. @param taken whether it is ticked @param more those who are added to it */
    public record Item(
            String id,
            boolean taken,
            String about,
            String passage,
            String place,
            String kind,
            Field event,
            String status,
            Field date,
            Field where,
            List<Who> who,
            String more,
            boolean proposed,
            List<Refusal> refused) {}

    /** A field with what is printed for it; "" if nothing is. */
    public record Field(String value, String printed) {}

    /** A participant. @param in whose office a new one is @param kind of a new office */
    public record Who(Field who, String label, Field office, String officeLabel, String role, String in, String kind) {}

    AnnotateView with(ProblemView why, List<String> wrong) {
        return new AnnotateView(request, writes, Optional.of(why), wrong, found, saved, proposer, remembered);
    }

    @Override
    public String template() {
        return "annotate/annotate.jte";
    }
}
