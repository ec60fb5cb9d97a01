package org.entente.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet would change about one statement, or a new report or participation.
 *
 * @param cell where it stands in the sheet, such as F5
 * @param subject IRI of the report or participation
 * @param creates the type of the subject if it is new; null if only a statement changes
 * @param within the document of a new report, the report of a new participation; the subject itself otherwise
 * @param values the values of each column from now on
 * @param told the same as texts
 */
public record Change(
        String cell,
        Node subject,
        @Nullable Node creates,
        Node within,
        Map<SheetColumn, List<Node>> values,
        Told told) {
    private static final int DIGITS = 16;

    /** What kind of difference there is between the sheet, the file, and what both had when the sheet was made. */
    public enum Kind {
        /** Only the sheet has another value. */
        CHANGED,
        /** Sheet and file have other values, and not the same. */
        CONFLICT,
        /** Only the file has another value: nothing is to be done. */
        KEPT,
        /** A report that the file does not have. */
        NEW_REPORT,
        /** A participation that the file does not have. */
        NEW_PARTICIPATION
    }

    /**
     * A difference in texts; each value is "" for nothing.
     *
     * @param subject the end of its IRI: d035-p1
     * @param about whom or which event it is about, by name
     * @param column the heading of the column; "" for what is new
     * @param exported what sheet and file had when the sheet was made; empty if that is not known
     * @param file what the file has now
     * @param sheet what the sheet has; for what is new, all that it says
     */
    public record Told(
            Kind kind,
            String subject,
            String about,
            String column,
            Optional<String> exported,
            String file,
            String sheet) {
        /** The difference as a sentence. */
        public String words() {
            return switch (kind) {
                case CHANGED -> subject + ", " + column + ": " + quoted(file) + " becomes " + quoted(sheet) + ".";
                case CONFLICT ->
                    subject + ", " + column + ": " + quoted(file) + " becomes " + quoted(sheet)
                            + ". Both have changed: when the sheet was made it was "
                            + quoted(exported.orElse("")) + ".";
                case KEPT ->
                    subject + ", " + column + ": " + quoted(file)
                            + " stays. The file has changed since the sheet was made (" + quoted(exported.orElse(""))
                            + "), the sheet has not.";
                case NEW_REPORT -> "new report " + subject + ": " + sheet + ".";
                case NEW_PARTICIPATION -> "new participation " + subject + " in " + about + ": " + sheet + ".";
            };
        }

        private static String quoted(String value) {
            return value.isEmpty() ? "nothing" : "“" + value + "”";
        }
    }

    public String words() {
        return told.words();
    }

    /** Whether somebody else has changed the same statement in the file. */
    public boolean isConflict() {
        return told.kind() == Kind.CONFLICT;
    }

    /** The same for the same change of the same file; another one if either changes. */
    public String id() {
        return DigestUtils.sha256Hex(told.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }

    @Override
    public String toString() {
        return cell + ": " + words();
    }
}
