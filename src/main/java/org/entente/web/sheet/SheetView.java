package org.entente.web.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.sheet.Change;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;

/**
 * The page of sheets.
 *
 * @param sources what each source is called, by its name
 * @param chosen name of a source; "" for none
 * @param writes whether this server takes changes from whoever has the key
 * @param problem why nothing was done
 * @param cells what is wrong, cell by cell or line by line
 * @param found the differences between a sheet and its file
 * @param saved how many changes have just been written; 0 for none
 */
public record SheetView(
        Map<String, String> sources,
        String chosen,
        boolean writes,
        Optional<ProblemView> problem,
        List<String> cells,
        Optional<Found> found,
        int saved)
        implements View {
    /**
     * @param source its name
     * @param table the sheet, which comes back with what was ticked
     * @param kept statements that only the file has changed
     */
    public record Found(String source, String table, List<Item> items, List<Change.Told> kept) {}

    /** A difference with its tick box. */
    public record Item(String id, String cell, boolean taken, Change.Told told) {
        /** The message that says it. */
        public String key() {
            return "sheet.is." + told.kind().name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    SheetView with(ProblemView why, List<String> lines) {
        return new SheetView(sources, chosen, writes, Optional.of(why), lines, found, saved);
    }

    @Override
    public String template() {
        return "sheet/sheet.jte";
    }
}
